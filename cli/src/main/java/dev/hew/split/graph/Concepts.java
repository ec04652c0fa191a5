package dev.hew.split.graph;

import dev.hew.split.facts.ClassFact;
import dev.hew.split.facts.Facts;
import dev.hew.split.facts.TableFact;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * The things that the code base is about, and which class is named after which. An entity is a concept; where no entities
 * are mapped, a class that at least two others are named after is one, without the words of technique.
 */
public final class Concepts {
  private static final List<String> TAILS =
      List.of("Entity", "DataBean", "Bean", "Impl", "EJB", "Document", "DO", "PO");

  private final Map<List<String>, List<String>> concepts;
  private final Map<String, String> byClass;

  private Concepts(Map<List<String>, List<String>> concepts, Map<String, String> byClass) {
    this.concepts = concepts;
    this.byClass = byClass;
  }

  /** The concepts of these classes. */
  static Concepts of(Facts facts, Collection<ClassFact> classes) {
    Map<List<String>, List<String>> found = new LinkedHashMap<>();
    Apart apart = new Apart(facts);
    for (ClassFact fact : classes) {
      boolean stored = fact.roles().contains(ClassFact.Role.ENTITY)
          || fact.entity().filter(e -> !e.table().isEmpty()).isPresent();
      if (stored) {
        apart.add(fact.name(), NameParts.of(withoutTail(fact.simpleName())), found);
      }
    }
    if (found.size() < 2 || isHardlyMapped(facts)) {
      named(classes, found, apart);
    }
    List<List<String>> applications = applications(classes);
    Map<String, String> byClass = new TreeMap<>();
    for (ClassFact fact : classes) {
      match(without(applications, NameParts.of(fact.simpleName())), found, fact.name(), apart)
          .ifPresent(c -> byClass.put(fact.name(), c));
    }
    return new Concepts(found, byClass);
  }

  /** A word means another thing in what never runs together. */
  private record Apart(Facts facts, Map<String, String> builds) {
    Apart(Facts facts) {
      this(facts, new HashMap<>());
      facts.classes().forEach(c -> builds.put(c.name(), c.build()));
    }

    boolean mayRunTogether(String one, String other) {
      return facts.mayRunTogether(builds.get(one), builds.get(other));
    }

    /** Adds what a class is about, unless one that it may run with is about the same. */
    void add(String name, List<String> words, Map<List<String>, List<String>> found) {
      List<String> known = found.computeIfAbsent(words, w -> new ArrayList<>(1));
      if (known.stream().noneMatch(one -> mayRunTogether(one, name))) {
        known.add(name);
      }
    }
  }

  /** Whether most tables that are touched are no entity's. */
  private static boolean isHardlyMapped(Facts facts) {
    Set<String> idTables = facts.idTables();
    List<TableFact> touched = facts.tables().stream()
        .filter(table -> !table.accesses().isEmpty() && !idTables.contains(table.name()))
        .toList();
    long mapped = touched.stream().filter(TableFact::isMapped).count();
    return 2 * mapped < touched.size();
  }

  /** {@code PetClinic} of {@code PetClinicApplication}: the whole, not one of its concepts. */
  private static List<List<String>> applications(Collection<ClassFact> classes) {
    return classes.stream()
        .filter(c -> c.roles().contains(ClassFact.Role.APPLICATION))
        .map(c ->
            NameParts.of(c.simpleName().replaceAll("(Application|App|Main|Launcher|Starter)$", "")))
        .filter(words -> words.size() > 1)
        .toList();
  }

  private static List<String> without(List<List<String>> prefixes, List<String> words) {
    for (List<String> prefix : prefixes) {
      if (words.size() >= prefix.size() && words.subList(0, prefix.size()).equals(prefix)) {
        return words.subList(prefix.size(), words.size());
      }
    }
    return words;
  }

  private static String withoutTail(String name) {
    for (String tail : TAILS) {
      if (name.endsWith(tail) && name.length() > tail.length() + 1) {
        return withoutTail(name.substring(0, name.length() - tail.length()));
      }
    }
    return name;
  }

  /** A class whose whole name at least two others contain beside words of technique. */
  private static void named(
      Collection<ClassFact> classes, Map<List<String>, List<String>> found, Apart apart) {
    Map<List<String>, List<String>> byWords = new LinkedHashMap<>();
    for (ClassFact fact : classes) {
      List<String> words = NameParts.of(withoutTail(fact.simpleName()));
      boolean about = words.size() <= 2 && (words.size() > 1 || !Technique.is(words.get(0)));
      if (about) {
        byWords.computeIfAbsent(words, w -> new ArrayList<>()).add(fact.name());
      }
    }
    Map<List<String>, Integer> heirs = new HashMap<>();
    for (ClassFact fact : classes) {
      List<String> words = NameParts.of(fact.simpleName());
      Set<List<String>> within = new HashSet<>();
      for (int from = 0; from < words.size(); from++) {
        for (int to = from + 1; to <= Math.min(words.size(), from + 2); to++) {
          within.add(List.copyOf(words.subList(from, to)));
        }
      }
      within.forEach(w -> heirs.merge(w, 1, Integer::sum));
    }
    byWords.forEach((words, names) -> {
      if (heirs.getOrDefault(words, 0) >= 3) {
        names.forEach(name -> apart.add(name, words, found));
      }
    });
  }

  /** The longest concept in a name; of two of the same length, the last. */
  private static Optional<String> match(
      List<String> words, Map<List<String>, List<String>> concepts, String name, Apart apart) {
    for (int length = words.size(); length > 0; length--) {
      for (int from = words.size() - length; from >= 0; from--) {
        Optional<String> concept =
            concepts.getOrDefault(words.subList(from, from + length), List.of()).stream()
                .filter(one -> apart.mayRunTogether(one, name))
                .findFirst();
        if (concept.isPresent()) {
          return concept;
        }
      }
    }
    return Optional.empty();
  }

  /** The words of a class's name, without those at its ends that say what it does or how. */
  static List<String> subject(String simpleName) {
    return within(NameParts.of(withoutTail(simpleName)), Technique::is);
  }

  /** Words without such at both ends. */
  private static List<String> within(List<String> words, Predicate<String> such) {
    int from = 0;
    int to = words.size();
    while (to > from && such.test(words.get(to - 1))) {
      to--;
    }
    while (from < to && such.test(words.get(from))) {
      from++;
    }
    return words.subList(from, to);
  }

  /** The class that names the concept that a class is named after; empty when there is none. */
  public Optional<String> of(String className) {
    return Optional.ofNullable(byClass.get(className));
  }

  /** The concepts whose whole names stand in a class's name, parts of one another or not. */
  Set<String> within(String simpleName) {
    List<String> words = NameParts.of(simpleName);
    Set<String> found = new HashSet<>();
    for (int from = 0; from < words.size(); from++) {
      for (int to = from + 1; to <= words.size(); to++) {
        found.addAll(concepts.getOrDefault(words.subList(from, to), List.of()));
      }
    }
    return found;
  }

  /** What a concept is called: its words with hyphens, without those of mere form around them. */
  static String label(String concept) {
    List<String> words = NameParts.of(withoutTail(concept.substring(concept.lastIndexOf('.') + 1)));
    List<String> plain = within(words, Technique::isForm);
    return String.join("-", plain.isEmpty() ? words : plain);
  }

  /** How many concepts there are. */
  public int size() {
    return concepts.values().stream().mapToInt(List::size).sum();
  }
}
