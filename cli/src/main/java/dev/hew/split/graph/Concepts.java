package dev.hew.split.graph;

import dev.hew.split.facts.ClassFact;
import dev.hew.split.facts.Facts;
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

/**
 * The things that the code base is about, and which class is named after which. An entity is a concept; where no entities
 * are mapped, a class that at least two others are named after is one, without the words of technique.
 */
public final class Concepts {
  /** Words that say what a class does or how, never what it is about. */
  private static final Set<String> TECHNIQUE = Set.of(
      "controller",
      "service",
      "repository",
      "dao",
      "impl",
      "action",
      "form",
      "validator",
      "mapper",
      "facade",
      "manager",
      "handler",
      "helper",
      "util",
      "utility",
      "factory",
      "bean",
      "dto",
      "vo",
      "request",
      "response",
      "resource",
      "endpoint",
      "servlet",
      "filter",
      "interceptor",
      "listener",
      "config",
      "configuration",
      "exception",
      "error",
      "abstract",
      "base",
      "default",
      "simple",
      "generic",
      "common",
      "new",
      "edit",
      "view",
      "list",
      "add",
      "remove",
      "update",
      "delete",
      "search",
      "find",
      "get",
      "create",
      "save",
      "sql",
      "map",
      "hibernate",
      "jdbc",
      "jpa",
      "spring",
      "web",
      "api",
      "rest",
      "provider",
      "builder",
      "converter",
      "formatter",
      "entity",
      "model",
      "domain",
      "constant",
      "enum",
      "application",
      "main",
      "jax",
      "rpc",
      "ws",
      "context",
      "property",
      "setting",
      "option",
      "key",
      "id",
      "value",
      "object",
      "local",
      "remote",
      "home",
      "ejb",
      "proxy",
      "adapter",
      "wrapper",
      "processor",
      "executor",
      "command",
      "query",
      "result",
      "component",
      "test",
      "mock",
      "stub",
      "support",
      "spec");

  private static final List<String> TAILS =
      List.of("Entity", "DataBean", "Bean", "Impl", "EJB", "Document", "DO", "PO");

  private final Map<List<String>, String> concepts;
  private final Map<String, String> byClass;

  private Concepts(Map<List<String>, String> concepts, Map<String, String> byClass) {
    this.concepts = concepts;
    this.byClass = byClass;
  }

  /** The concepts of these classes. */
  static Concepts of(Facts facts, Collection<ClassFact> classes) {
    Map<List<String>, String> found = new LinkedHashMap<>();
    for (ClassFact fact : classes) {
      boolean stored = fact.roles().contains(ClassFact.Role.ENTITY)
          || fact.entity().filter(e -> !e.table().isEmpty()).isPresent();
      if (stored) {
        found.putIfAbsent(NameParts.of(withoutTail(fact.simpleName())), fact.name());
      }
    }
    if (found.size() < 2) {
      named(classes, found);
    }
    List<List<String>> applications = applications(classes);
    Map<String, String> byClass = new TreeMap<>();
    for (ClassFact fact : classes) {
      match(without(applications, NameParts.of(fact.simpleName())), found)
          .ifPresent(c -> byClass.put(fact.name(), c));
    }
    return new Concepts(found, byClass);
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
  private static void named(Collection<ClassFact> classes, Map<List<String>, String> found) {
    Map<List<String>, List<String>> byWords = new LinkedHashMap<>();
    for (ClassFact fact : classes) {
      List<String> words = NameParts.of(withoutTail(fact.simpleName()));
      boolean about = words.size() <= 2
          && words.stream().noneMatch(w -> TECHNIQUE.contains(w) && words.size() == 1);
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
        found.putIfAbsent(words, names.get(0));
      }
    });
  }

  /** The longest concept in a name; of two of the same length, the last. */
  private static Optional<String> match(List<String> words, Map<List<String>, String> concepts) {
    for (int length = words.size(); length > 0; length--) {
      for (int from = words.size() - length; from >= 0; from--) {
        String concept = concepts.get(words.subList(from, from + length));
        if (concept != null) {
          return Optional.of(concept);
        }
      }
    }
    return Optional.empty();
  }

  /** The class that names the concept that a class is named after; empty when there is none. */
  public Optional<String> of(String className) {
    return Optional.ofNullable(byClass.get(className));
  }

  /** What a concept is called: its words with hyphens. */
  static String label(String concept) {
    return String.join(
        "-", NameParts.of(withoutTail(concept.substring(concept.lastIndexOf('.') + 1))));
  }

  /** How many concepts there are. */
  public int size() {
    return concepts.size();
  }
}
