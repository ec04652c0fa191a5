package dev.hew.split.graph;

import dev.hew.split.facts.ClassFact;
import dev.hew.split.facts.Facts;
import dev.hew.split.facts.TableFact;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Names modules after what they are about. */
final class Naming {
  /** Of so many classes one suffices for a concept to be what all are about. */
  private static final int MANY = 4;

  /** Of so many classes one suffices for a word to be noticed at all. */
  private static final int SOME = 10;

  private final Map<String, ClassFact> facts = new HashMap<>();

  /** For each class the tables that it writes. */
  private final Map<String, List<TableFact>> written = new HashMap<>();

  private final ClassGraph graph;
  private final Concepts concepts;
  private final Constraints constraints;
  private final PackageWords words;

  Naming(Facts facts, ClassGraph graph, Concepts concepts, Constraints constraints) {
    facts.classes().forEach(c -> this.facts.put(c.name(), c));
    facts
        .tables()
        .forEach(table -> writers(table)
            .forEach(
                name -> written.computeIfAbsent(name, n -> new ArrayList<>()).add(table)));
    this.graph = graph;
    this.concepts = concepts;
    this.constraints = constraints;
    this.words = new PackageWords(graph.names().stream().map(this.facts::get).toList());
  }

  /** One name for each group of nodes, no two the same. */
  List<String> names(List<List<Integer>> groups) {
    Set<String> taken = new HashSet<>();
    List<String> names = new ArrayList<>();
    for (List<Integer> nodes : groups) {
      List<String> candidates = candidates(nodes);
      String name =
          candidates.stream().filter(c -> !taken.contains(c)).findFirst().orElse("");
      for (int i = 2; name.isEmpty() || taken.contains(name); i++) {
        name = candidates.isEmpty() ? "module-" + (i - 1) : candidates.get(0) + "-" + i;
      }
      taken.add(name);
      names.add(name);
    }
    return names;
  }

  /**
   * What a person said first; then the concepts of most classes, those with doors of their own first. Where a module is
   * of many concepts, the one that most classes are named after, also by way of its parts, says more than the largest
   * part; and where hardly a class is named after any, the packages do.
   */
  private List<String> candidates(List<Integer> nodes) {
    Map<String, Integer> votes = new TreeMap<>();
    Map<String, Integer> packages = new TreeMap<>();
    Map<String, Integer> given = new TreeMap<>();
    List<ClassFact> classes = new ArrayList<>();
    for (int node : nodes) {
      ClassFact fact = facts.get(graph.names().get(node));
      classes.add(fact);
      int vote = fact.roles().contains(ClassFact.Role.ENTRY)
              || fact.roles().contains(ClassFact.Role.REPOSITORY)
          ? 3
          : 2;
      concepts.of(fact.name()).ifPresent(c -> votes.merge(Concepts.label(c), vote, Integer::sum));
      packages.merge(simple(fact.packageName()), 1, Integer::sum);
      constraints.module(fact.name()).ifPresent(module -> given.merge(module, 1, Integer::sum));
    }
    List<String> candidates = new ArrayList<>(ranked(given));
    if (!isOfOne(classes)) {
      Map<String, Integer> families = families(classes);
      if (isNoticed(families, classes)) {
        candidates.addAll(ranked(families).subList(0, 1));
      } else {
        Themes.inCommon(classes).ifPresent(candidates::add);
        candidates.addAll(words.telling(classes, (classes.size() + SOME - 1) / SOME));
      }
    }
    candidates.addAll(ranked(votes));
    Themes.inCommon(classes).ifPresent(candidates::add);
    candidates.addAll(Themes.of(classes, tables(classes)));
    candidates.addAll(words.telling(classes, 1));
    candidates.addAll(ranked(packages));
    candidates.removeIf(String::isEmpty);
    return candidates;
  }

  /** Whether one concept is that of a good part of these classes. */
  private boolean isOfOne(List<ClassFact> classes) {
    Map<String, Integer> counts = new HashMap<>();
    classes.forEach(
        c -> concepts.of(c.name()).ifPresent(concept -> counts.merge(concept, 1, Integer::sum)));
    return counts.values().stream().anyMatch(n -> n * MANY >= classes.size());
  }

  /** For each concept whose own class is here, how many classes have its name in theirs. */
  private Map<String, Integer> families(List<ClassFact> classes) {
    Set<String> here = classes.stream().map(ClassFact::name).collect(Collectors.toSet());
    Map<String, Integer> families = new TreeMap<>();
    classes.forEach(c -> concepts.within(c.simpleName()).stream()
        .filter(here::contains)
        .map(Concepts::label)
        .distinct()
        .forEach(label -> families.merge(label, 1, Integer::sum)));
    return families;
  }

  private static boolean isNoticed(Map<String, Integer> families, List<ClassFact> classes) {
    return families.values().stream().anyMatch(n -> n * SOME >= classes.size());
  }

  /** The tables that some of these classes write, and no others. */
  private Set<String> tables(List<ClassFact> classes) {
    Set<String> names = classes.stream().map(ClassFact::name).collect(Collectors.toSet());
    return classes.stream()
        .flatMap(c -> written.getOrDefault(c.name(), List.of()).stream())
        .filter(table -> names.containsAll(writers(table)))
        .map(TableFact::name)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> writers(TableFact table) {
    return table.accesses().stream()
        .filter(TableFact.Access::writes)
        .map(TableFact.Access::from)
        .collect(Collectors.toSet());
  }

  private static String simple(String qualified) {
    return String.join("-", NameParts.of(qualified.substring(qualified.lastIndexOf('.') + 1)));
  }

  /** Names by votes, the most first. */
  static List<String> ranked(Map<String, Integer> votes) {
    return votes.entrySet().stream()
        .sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
            .thenComparing(Map.Entry.comparingByKey()))
        .map(Map.Entry::getKey)
        .toList();
  }
}
