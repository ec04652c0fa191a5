package dev.hew.command;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Names of classes for people: without their packages, or with as much of their ends as tells them apart. */
final class ShortNames {
  /** For each end of a name the names that have it. */
  private final Map<String, Set<String>> ends = new HashMap<>();

  /**
   * @param classes qualified names of all that are told
   */
  ShortNames(Stream<String> classes) {
    classes
        .distinct()
        .forEach(
            name -> ends.computeIfAbsent(end(name, 1), e -> new HashSet<>()).add(name));
  }

  /** The shortest end of a qualified name that none of the others has. */
  String of(String name) {
    String simple = end(name, 1);
    Set<String> others = ends.getOrDefault(simple, Set.of());
    String found = simple;
    for (int parts = 2; !found.equals(name) && isShared(found, others); parts++) {
      found = end(name, parts);
    }
    return found;
  }

  private static boolean isShared(String end, Set<String> names) {
    return names.stream()
            .filter(name -> name.endsWith("." + end) || name.equals(end))
            .count()
        > 1;
  }

  private static String end(String name, int parts) {
    int from = name.length();
    for (int i = 0; i < parts && from > 0; i++) {
      from = name.lastIndexOf('.', from - 1);
    }
    return from < 0 || name.isEmpty() ? name : name.substring(from + 1);
  }
}
