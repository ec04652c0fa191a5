package dev.hew.split.graph;

import dev.hew.split.facts.Parts;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * Makes pins of what people say, and must-links of that and of embedded parts: classes of a named module start and stay
 * together, apart from other named modules, and a part is where its entity is.
 */
final class Pins {
  private final List<String> names;
  private final Map<String, Integer> numbers = new HashMap<>();
  private final int[] cores;

  /** For each node another one that it stays with; itself for one of each such group. */
  private final int[] with;

  /** Nodes that say nothing of where their group is. */
  private final boolean[] follows;

  private Pins(List<String> names, int[] cores) {
    this.names = names;
    this.cores = cores;
    this.with = new int[names.size()];
    this.follows = new boolean[names.size()];
    Arrays.setAll(with, node -> node);
    names.forEach(name -> numbers.put(name, numbers.size()));
  }

  /**
   * What is held where.
   *
   * @param pins for each node its pin, -1 for none
   * @param leads for each node the one that it is with, whatever else draws it: often itself
   */
  record Held(int[] pins, int[] leads) {
    /** The groups of nodes when each is where the one is that leads it. */
    int[] led(int[] group) {
      return Arrays.stream(leads).map(lead -> group[lead]).toArray();
    }
  }

  /**
   * @param cores for each node its core, -1 for none; changed to what the constraints and parts say
   */
  static Held of(List<String> names, Constraints constraints, Parts parts, int[] cores) {
    int[] pins = new int[names.size()];
    Arrays.fill(pins, -1);
    int next = Arrays.stream(cores).max().orElse(-1) + 1;
    List<String> modules = List.copyOf(constraints.modules().keySet());
    for (int node = 0; node < pins.length; node++) {
      int module = constraints.module(names.get(node)).map(modules::indexOf).orElse(-1);
      if (module >= 0) {
        pins[node] = module;
        cores[node] = next + module;
      }
    }
    Pins links = new Pins(names, cores);
    links.pinned(pins);
    constraints.together().forEach(links::together);
    parts.parts().forEach(part -> links.part(part, parts.only(part), pins));
    links.join(next + modules.size());
    return new Held(pins, links.leads());
  }

  private void pinned(int[] pins) {
    Map<Integer, Integer> first = new HashMap<>();
    for (int node = 0; node < pins.length; node++) {
      if (pins[node] >= 0) {
        first.putIfAbsent(pins[node], node);
        with[root(node)] = root(first.get(pins[node]));
      }
    }
  }

  private void together(List<ClassPattern> group) {
    int first = -1;
    for (int node = 0; node < with.length; node++) {
      if (ClassPattern.any(group, names.get(node))) {
        first = first < 0 ? node : first;
        with[root(node)] = root(first);
      }
    }
  }

  /** A part of one entity is where that is, unless somebody says where the part is. */
  private void part(String name, Optional<String> entity, int[] pins) {
    Integer part = numbers.get(name);
    Integer whole = entity.map(numbers::get).orElse(null);
    if (part != null && whole != null && pins[part] < 0) {
      follows[part] = true;
      with[root(part)] = root(whole);
    }
  }

  /** The first of a group that says where it is leads it. */
  private int[] leads() {
    int[] leads = new int[with.length];
    Arrays.fill(leads, -1);
    for (int node = 0; node < with.length; node++) {
      int root = root(node);
      leads[root] = leads[root] < 0 && !follows[node] ? node : leads[root];
    }
    return IntStream.range(0, with.length).map(node -> leads[root(node)]).toArray();
  }

  private int root(int node) {
    int root = node;
    while (with[root] != root) {
      root = with[root];
    }
    return root;
  }

  /** Gives all of a group one core: that of a pinned one, else the last of those that say something. */
  private void join(int free) {
    Map<Integer, List<Integer>> groups = new TreeMap<>();
    for (int node = 0; node < with.length; node++) {
      groups.computeIfAbsent(root(node), r -> new ArrayList<>()).add(node);
    }
    int next = free;
    for (List<Integer> group : groups.values()) {
      if (group.size() > 1) {
        int common = group.stream()
            .filter(node -> !follows[node])
            .mapToInt(node -> cores[node])
            .max()
            .orElse(-1);
        int core = common < 0 ? next++ : common;
        group.forEach(node -> cores[node] = core);
      }
    }
  }
}
