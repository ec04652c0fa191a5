package dev.hew.split.graph;

import dev.hew.split.facts.Facts;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Makes named modules with tables of numbered communities. */
final class Assembly {
  private final Facts facts;
  private final ClassGraph graph;
  private final Network network;
  private final Concepts concepts;
  private final Constraints constraints;
  private final int[] group;
  private final List<int[]> sweep;

  Assembly(
      Facts facts,
      ClassGraph graph,
      Network network,
      Concepts concepts,
      Constraints constraints,
      int[] group,
      List<int[]> sweep) {
    this.facts = facts;
    this.graph = graph;
    this.network = network;
    this.concepts = concepts;
    this.constraints = constraints;
    this.group = group;
    this.sweep = sweep;
  }

  Partition partition(Map<String, String> shared) {
    Map<Integer, List<Integer>> byGroup = new TreeMap<>();
    for (int node = 0; node < group.length; node++) {
      byGroup.computeIfAbsent(group[node], g -> new ArrayList<>()).add(node);
    }
    List<String> unattached = new ArrayList<>();
    List<List<Integer>> kept = new ArrayList<>();
    for (List<Integer> nodes : byGroup.values()) {
      if (nodes.size() == 1
          && constraints.module(graph.names().get(nodes.get(0))).isEmpty()) {
        unattached.add(graph.names().get(nodes.get(0)));
      } else {
        kept.add(nodes);
      }
    }
    kept.sort(Comparator.<List<Integer>>comparingInt(List::size)
        .reversed()
        .thenComparing(nodes -> graph.names().get(nodes.get(0))));
    List<String> names = new Naming(facts, graph, concepts, constraints).names(kept);
    Map<Integer, String> nameOfGroup = new HashMap<>();
    for (int i = 0; i < kept.size(); i++) {
      nameOfGroup.put(group[kept.get(i).get(0)], names.get(i));
    }
    Map<String, List<String>> tables = tables(nameOfGroup);
    List<Partition.Module> modules = new ArrayList<>();
    for (int i = 0; i < kept.size(); i++) {
      List<Integer> nodes = kept.get(i);
      modules.add(new Partition.Module(
          names.get(i),
          nodes.stream().map(node -> member(node, nodes, nameOfGroup)).toList(),
          tables.getOrDefault(names.get(i), List.of())));
    }
    unattached.sort(Comparator.naturalOrder());
    return new Partition(modules, shared, unattached);
  }

  private Partition.Member member(int node, List<Integer> mates, Map<Integer, String> names) {
    double stays = 0;
    for (int[] other : sweep) {
      int together = 0;
      for (int mate : mates) {
        together += mate != node && other[mate] == other[node] ? 1 : 0;
      }
      stays += together * 2 >= mates.size() - 1 ? 1 : 0;
    }
    Map<Integer, Double> pulls = new TreeMap<>();
    int[] neighbours = network.neighbours(node);
    for (int i = 0; i < neighbours.length; i++) {
      if (names.containsKey(group[neighbours[i]])) {
        pulls.merge(group[neighbours[i]], network.weights(node)[i], Double::sum);
      }
    }
    double all = pulls.values().stream().mapToDouble(Double::doubleValue).sum();
    double own = pulls.getOrDefault(group[node], 0.0);
    pulls.remove(group[node]);
    String other = pulls.entrySet().stream()
        .max(Map.Entry.<Integer, Double>comparingByValue()
            .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
        .map(e -> names.get(e.getKey()))
        .orElse("");
    return new Partition.Member(
        graph.names().get(node),
        (int) Math.round(100 * stays / sweep.size()),
        other,
        all == 0 ? 100 : (int) Math.round(100 * own / all));
  }

  private Map<String, List<String>> tables(Map<Integer, String> nameOfGroup) {
    Map<String, String> moduleOfClass = new HashMap<>();
    for (int node = 0; node < group.length; node++) {
      String module = nameOfGroup.get(group[node]);
      if (module != null) {
        moduleOfClass.put(graph.names().get(node), module);
      }
    }
    Map<String, List<String>> owned = new TreeMap<>();
    TableOwners.of(facts, moduleOfClass, constraints.tableNames())
        .forEach((table, module) ->
            owned.computeIfAbsent(module, m -> new ArrayList<>()).add(table));
    return owned;
  }
}
