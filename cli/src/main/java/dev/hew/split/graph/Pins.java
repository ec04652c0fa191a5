package dev.hew.split.graph;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Makes pins of what people say: classes of a named module start and stay together, apart from other named modules. */
final class Pins {
  private Pins() {}

  /**
   * @param cores for each node its core, -1 for none; changed to what the constraints say
   * @return for each node its pin, -1 for none
   */
  static int[] of(List<String> names, Constraints constraints, int[] cores) {
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
    next += modules.size();
    for (List<ClassPattern> group : constraints.together()) {
      together(names, group, cores, next++);
    }
    return pins;
  }

  /** Joins the cores of all that are named; a pinned one draws the others to it. */
  private static void together(
      List<String> names, List<ClassPattern> group, int[] cores, int next) {
    List<Integer> members = new ArrayList<>();
    for (int node = 0; node < cores.length; node++) {
      if (ClassPattern.any(group, names.get(node))) {
        members.add(node);
      }
    }
    int common = members.stream().mapToInt(node -> cores[node]).max().orElse(-1);
    int core = common < 0 ? next : common;
    members.forEach(node -> cores[node] = core);
  }
}
