package dev.hew.split.cut;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * How often classes call each other at run time, and which requests reach them.
 *
 * @param calls caller to callee to number of calls
 * @param contexts for each class the business contexts that reach it
 */
public record Volumes(Map<String, Map<String, Double>> calls, Map<String, Set<String>> contexts) {

  /** The sender of all requests, which is no class. */
  private static final String ROOT = "root";

  public Volumes {
    Map<String, Map<String, Double>> clean = new TreeMap<>();
    calls.forEach((from, targets) -> targets.forEach((to, count) -> {
      if (!isRoot(from) && !isRoot(to)) {
        clean.computeIfAbsent(from, f -> new TreeMap<>()).put(to, count);
      }
    }));
    calls = clean;
  }

  static boolean isRoot(String name) {
    return name.equalsIgnoreCase(ROOT) || name.equalsIgnoreCase("$root$");
  }

  /** Every class that calls or is called. */
  public Set<String> names() {
    Set<String> names = new TreeSet<>();
    calls.forEach((from, targets) -> {
      names.add(from);
      names.addAll(targets.keySet());
    });
    return names;
  }

  double volume(String from, String to) {
    return calls.getOrDefault(from, Map.of()).getOrDefault(to, 0.0);
  }

  boolean linked(String one, String other) {
    return volume(one, other) > 0 || volume(other, one) > 0;
  }
}
