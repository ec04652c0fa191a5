package dev.hew.split.cut;

import dev.hew.split.facts.ClassFact;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The names of a file as classes of a code base: qualified or simple, nested classes after {@code ::}, {@code $} or {@code
 * .} counted for the class around them. A simple name is that of a test only when no other class has it.
 *
 * @param classes for each name the class that it means
 * @param unknown the names that mean none
 * @param ambiguous the simple names that several classes have, with these
 */
public record NamedClasses(
    Map<String, String> classes, Set<String> unknown, Map<String, List<ClassFact>> ambiguous) {

  /** What these names mean. */
  public static NamedClasses of(Set<String> names, Collection<ClassFact> all) {
    Map<String, ClassFact> qualified = new HashMap<>();
    Map<String, List<ClassFact>> simple = new HashMap<>();
    for (ClassFact fact : all) {
      qualified.put(fact.name(), fact);
      simple.computeIfAbsent(fact.simpleName(), n -> new ArrayList<>(1)).add(fact);
    }
    simple.values().forEach(same -> {
      if (!same.stream().allMatch(ClassFact::test)) {
        same.removeIf(ClassFact::test);
      }
    });
    NamedClasses named = new NamedClasses(new TreeMap<>(), new TreeSet<>(), new TreeMap<>());
    for (String name : names) {
      List<ClassFact> meant = meant(name.replaceFirst("(::|\\$).*", ""), qualified, simple);
      if (meant.isEmpty()) {
        named.unknown.add(name);
      } else if (meant.size() == 1) {
        named.classes.put(name, meant.get(0).name());
      } else {
        named.ambiguous.put(
            name, meant.stream().sorted(Comparator.comparing(ClassFact::name)).toList());
      }
    }
    return named;
  }

  /** The class of the longest beginning that is one's name. */
  private static List<ClassFact> meant(
      String name, Map<String, ClassFact> qualified, Map<String, List<ClassFact>> simple) {
    String left = name;
    while (!qualified.containsKey(left) && left.indexOf('.') >= 0) {
      left = left.substring(0, left.lastIndexOf('.'));
    }
    return qualified.containsKey(left)
        ? List.of(qualified.get(left))
        : simple.getOrDefault(left, List.of());
  }

  /** A partition in the classes' own names; what is said of a class itself counts before what is said of one inside. */
  public Map<String, String> renamed(Map<String, String> partition) {
    Map<String, String> renamed = new TreeMap<>();
    partition.forEach((name, cluster) -> {
      String type = classes.get(name);
      if (type != null && (type.equals(name) || type.endsWith("." + name))) {
        renamed.put(type, cluster);
      }
    });
    partition.forEach((name, cluster) -> {
      if (classes.containsKey(name)) {
        renamed.putIfAbsent(classes.get(name), cluster);
      }
    });
    return renamed;
  }
}
