package dev.hew.split.graph;

import dev.hew.split.facts.ClassFact;
import dev.hew.split.facts.Facts;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Concepts with a door of their own. Classes named after one concept stand together. A concept that answers no request
 * and runs no job of its own is a part of the concept that it is tied to most: a kind, a line, an address.
 */
final class Capabilities {
  private final ClassGraph graph;
  private final Network network;
  private final Concepts concepts;
  private final Map<String, ClassFact> facts = new HashMap<>();

  private final Facts all;

  Capabilities(
      Facts all,
      ClassGraph graph,
      Network network,
      Concepts concepts,
      Iterable<ClassFact> classes) {
    this.all = all;
    this.graph = graph;
    this.network = network;
    this.concepts = concepts;
    classes.forEach(c -> facts.put(c.name(), c));
  }

  /** For each node the number of its capability, another for what never runs with it; -1 for a class named after nothing. */
  int[] groups() {
    Map<String, List<Integer>> numbers = new TreeMap<>();
    List<Set<String>> builds = new ArrayList<>();
    int[] group = new int[graph.names().size()];
    Arrays.fill(group, -1);
    List<String> byNumber = new ArrayList<>();
    for (int node = 0; node < group.length; node++) {
      String concept = concepts.of(graph.names().get(node)).orElse(null);
      if (concept != null) {
        String build = facts.get(graph.names().get(node)).build();
        List<Integer> sides = numbers.computeIfAbsent(concept, c -> new ArrayList<>(1));
        group[node] = sides.stream()
            .filter(side ->
                builds.get(side).stream().allMatch(other -> all.mayRunTogether(other, build)))
            .findFirst()
            .orElse(byNumber.size());
        if (group[node] == byNumber.size()) {
          byNumber.add(concept);
          builds.add(new TreeSet<>());
          sides.add(group[node]);
        }
        builds.get(group[node]).add(build);
      }
    }
    Set<Integer> doors = doors(group);
    if (!doors.isEmpty()) {
      join(group, byNumber, doors);
    }
    return group;
  }

  /** The concepts that something from outside reaches. */
  private Set<Integer> doors(int[] group) {
    Set<Integer> doors = new HashSet<>();
    for (int node = 0; node < group.length; node++) {
      Set<ClassFact.Role> roles = facts.get(graph.names().get(node)).roles();
      if (roles.contains(ClassFact.Role.ENTRY) || roles.contains(ClassFact.Role.BACKGROUND)) {
        doors.add(group[node]);
      }
    }
    doors.remove(-1);
    return doors;
  }

  /** Each concept without a door joins its strongest neighbour, the strongest tie first, until it is with one that has. */
  private void join(int[] group, List<String> byNumber, Set<Integer> doors) {
    List<List<String>> words = byNumber.stream()
        .map(name -> NameParts.of(name.substring(name.lastIndexOf('.') + 1)))
        .toList();
    List<NavigableSet<Integer>> members = new ArrayList<>();
    byNumber.forEach(name -> members.add(new TreeSet<>()));
    for (int node = 0; node < group.length; node++) {
      if (group[node] >= 0) {
        members.get(group[node]).add(node);
      }
    }
    Map<Integer, Tie> ties = new HashMap<>();
    NavigableSet<Tie> strongest =
        new TreeSet<>(Comparator.comparingDouble(Tie::weight).reversed().thenComparing(Tie::part));
    Set<Integer> changed = new TreeSet<>();
    for (int number = 0; number < byNumber.size(); number++) {
      changed.add(number);
    }
    changed.removeAll(doors);
    Set<Integer> parts = new HashSet<>(changed);
    while (true) {
      for (int part : changed) {
        Tie tie = strongest(part, group, members.get(part), words);
        Tie old = tie == null ? ties.remove(part) : ties.put(part, tie);
        if (old != null) {
          strongest.remove(old);
        }
        if (tie != null) {
          strongest.add(tie);
        }
      }
      if (strongest.isEmpty()) {
        return;
      }
      Tie next = strongest.pollFirst();
      ties.remove(next.part);
      parts.remove(next.part);
      changed = neighbours(next.part, group, members.get(next.part));
      changed.add(next.host);
      changed.retainAll(parts);
      members.get(next.part).forEach(node -> group[node] = next.host);
      members.get(next.host).addAll(members.get(next.part));
      members.get(next.part).clear();
    }
  }

  /** A part and the concept that it is tied to most. */
  private record Tie(int part, int host, double weight) {}

  /** {@code null} when nothing ties a part to another concept. */
  private Tie strongest(int part, int[] group, Set<Integer> members, List<List<String>> words) {
    Map<Integer, Double> ties = new TreeMap<>();
    for (int node : members) {
      int[] neighbours = network.neighbours(node);
      for (int i = 0; i < neighbours.length; i++) {
        int other = group[neighbours[i]];
        if (other >= 0 && other != part) {
          ties.merge(other, network.weights(node)[i], Double::sum);
        }
      }
    }
    Tie strongest = null;
    for (Map.Entry<Integer, Double> tie : ties.entrySet()) {
      double weight = tie.getValue() + kinship(words.get(part), words.get(tie.getKey()));
      if (weight > (strongest == null ? 0 : strongest.weight)) {
        strongest = new Tie(part, tie.getKey(), weight);
      }
    }
    return strongest;
  }

  /** The concepts that a part is tied to. */
  private Set<Integer> neighbours(int part, int[] group, Set<Integer> members) {
    Set<Integer> found = new TreeSet<>();
    for (int node : members) {
      for (int neighbour : network.neighbours(node)) {
        if (group[neighbour] >= 0 && group[neighbour] != part) {
          found.add(group[neighbour]);
        }
      }
    }
    return found;
  }

  /** {@code PetType} is of the family of {@code Pet}. */
  private static double kinship(List<String> name, List<String> other) {
    boolean family = name.size() > other.size()
        && (name.subList(0, other.size()).equals(other)
            || name.subList(name.size() - other.size(), name.size()).equals(other));
    return family ? 2 * Bond.NAME.weight() : 0;
  }
}
