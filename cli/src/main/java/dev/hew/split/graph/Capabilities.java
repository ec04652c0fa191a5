package dev.hew.split.graph;

import dev.hew.split.facts.ClassFact;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
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

  Capabilities(ClassGraph graph, Network network, Concepts concepts, Iterable<ClassFact> classes) {
    this.graph = graph;
    this.network = network;
    this.concepts = concepts;
    classes.forEach(c -> facts.put(c.name(), c));
  }

  /** For each node the number of its capability; -1 for a class that is named after nothing. */
  int[] groups() {
    Map<String, Integer> numbers = new TreeMap<>();
    int[] group = new int[graph.names().size()];
    Arrays.fill(group, -1);
    List<String> byNumber = new ArrayList<>();
    for (int node = 0; node < group.length; node++) {
      String concept = concepts.of(graph.names().get(node)).orElse(null);
      if (concept != null) {
        group[node] = numbers.computeIfAbsent(concept, c -> {
          byNumber.add(c);
          return byNumber.size() - 1;
        });
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
    Set<Integer> parts = new TreeSet<>();
    for (int number = 0; number < byNumber.size(); number++) {
      if (!doors.contains(number)) {
        parts.add(number);
      }
    }
    while (!parts.isEmpty()) {
      int bestPart = -1;
      int bestHost = -1;
      double most = 0;
      for (Map.Entry<Integer, Map<Integer, Double>> part : ties(group, parts).entrySet()) {
        for (Map.Entry<Integer, Double> tie : part.getValue().entrySet()) {
          double weight =
              tie.getValue() + kinship(words.get(part.getKey()), words.get(tie.getKey()));
          if (weight > most) {
            most = weight;
            bestPart = part.getKey();
            bestHost = tie.getKey();
          }
        }
      }
      if (bestPart < 0) {
        return;
      }
      for (int node = 0; node < group.length; node++) {
        group[node] = group[node] == bestPart ? bestHost : group[node];
      }
      parts.remove(bestPart);
    }
  }

  /** {@code PetType} is of the family of {@code Pet}. */
  private static double kinship(List<String> name, List<String> other) {
    boolean family = name.size() > other.size()
        && (name.subList(0, other.size()).equals(other)
            || name.subList(name.size() - other.size(), name.size()).equals(other));
    return family ? 2 * Bond.NAME.weight() : 0;
  }

  private Map<Integer, Map<Integer, Double>> ties(int[] group, Set<Integer> parts) {
    Map<Integer, Map<Integer, Double>> ties = new TreeMap<>();
    for (int node = 0; node < group.length; node++) {
      if (!parts.contains(group[node])) {
        continue;
      }
      int[] neighbours = network.neighbours(node);
      for (int i = 0; i < neighbours.length; i++) {
        int other = group[neighbours[i]];
        if (other >= 0 && other != group[node]) {
          ties.computeIfAbsent(group[node], g -> new TreeMap<>())
              .merge(other, network.weights(node)[i], Double::sum);
        }
      }
    }
    return ties;
  }
}
