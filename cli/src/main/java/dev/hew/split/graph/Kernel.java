package dev.hew.split.graph;

import dev.hew.split.facts.ClassFact;
import dev.hew.split.facts.Facts;
import dev.hew.split.facts.Parts;
import dev.hew.split.facts.Use;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The classes that everybody uses and that belong to nobody: bases of entities, loggers, helpers. Each service would get
 * its own copy or a library; in the graph they would only draw together what has nothing else in common.
 */
final class Kernel {
  private static final int FEWEST_USERS = 8;
  private static final int MANY_USERS = 24;
  private static final double LARGE_PART = 0.08;
  private static final int FEWEST_CONCEPTS = 3;

  private Kernel() {}

  /** Shared classes, each with the reason in words. */
  static Map<String, String> of(
      Facts facts,
      Collection<ClassFact> classes,
      Concepts concepts,
      Constraints constraints,
      Parts parts) {
    Map<String, ClassFact> byName = new HashMap<>();
    classes.forEach(c -> byName.put(c.name(), c));
    Map<String, Set<String>> users = new HashMap<>();
    Map<String, Set<String>> needs = new HashMap<>();
    Map<String, Set<String>> heirs = new HashMap<>();
    Map<String, Set<String>> below = new HashMap<>();
    for (Use use : facts.uses()) {
      if (use.kind() != Use.Kind.SIGNATURE
          && byName.containsKey(use.from())
          && byName.containsKey(use.to())) {
        users.computeIfAbsent(use.to(), n -> new HashSet<>()).add(use.from());
        needs.computeIfAbsent(use.from(), n -> new HashSet<>()).add(use.to());
        if (use.kind() == Use.Kind.EXTENDS) {
          heirs.computeIfAbsent(use.to(), n -> new HashSet<>()).add(use.from());
        }
        if (use.kind() == Use.Kind.EXTENDS || use.kind() == Use.Kind.IMPLEMENTS) {
          below.computeIfAbsent(use.to(), n -> new HashSet<>()).add(use.from());
        }
      }
    }
    Map<String, String> shared = new TreeMap<>();
    for (ClassFact fact : classes) {
      String name = fact.name();
      if (constraints.isShared(name)) {
        shared.put(name, "hew-split.yaml says so");
        continue;
      }
      if (constraints.module(name).isPresent()) {
        continue;
      }
      boolean used = users.getOrDefault(name, Set.of()).stream()
          .anyMatch(user -> !byName.get(user).roles().contains(ClassFact.Role.APPLICATION));
      if (fact.roles().contains(ClassFact.Role.APPLICATION) && !used) {
        shared.put(name, "starts the application");
        continue;
      }
      Set<String> whole = parts.entities(name);
      if (whole.size() > 1) {
        shared.put(name, "embedded part of " + whole.size() + " entities");
        continue;
      }
      int in = users.getOrDefault(name, Set.of()).size();
      int out = needs.getOrDefault(name, Set.of()).size();
      int direct = below.getOrDefault(name, Set.of()).size();
      if (direct >= FEWEST_USERS && in >= MANY_USERS && out * 2 <= in && isNobodys(fact)) {
        Set<String> all = closure(name, below);
        if (isSpread(all, concepts)) {
          shared.put(
              name,
              "base of " + all.size() + " classes of " + concepts(all, concepts).size()
                  + " concepts");
          continue;
        }
      }
      boolean own = concepts.of(name).isPresent()
          || fact.roles().contains(ClassFact.Role.ENTRY)
          || fact.roles().contains(ClassFact.Role.REPOSITORY);
      if (own) {
        continue;
      }
      Set<String> mapped = concepts(closure(name, heirs), concepts);
      Set<String> near = concepts(users.getOrDefault(name, Set.of()), concepts);
      if (fact.roles().contains(ClassFact.Role.EMBEDDED) && mapped.size() >= 2) {
        shared.put(name, "mapped base of " + mapped.size() + " entities");
      } else if (near.size() >= FEWEST_CONCEPTS
          && in >= Math.max(FEWEST_USERS, LARGE_PART * classes.size())
          && out * 3 <= in) {
        shared.put(name, "used by " + in + " classes of " + near.size() + " concepts");
      } else if (isValue(fact)
          && in >= MANY_USERS
          && out * 3 <= in
          && isSpread(users.get(name), concepts)) {
        shared.put(name, "used by " + in + " classes of " + near.size() + " concepts");
      } else if (in >= Math.max(MANY_USERS, LARGE_PART * classes.size()) && out * 3 <= in) {
        shared.put(name, "used by " + in + " of " + classes.size() + " classes");
      }
    }
    Map<String, String> told = new LinkedHashMap<>();
    shared.forEach((name, why) -> {
      Set<String> reached = needs.getOrDefault(name, Set.of()).stream()
          .filter(need -> !shared.containsKey(need) && !isValue(byName.get(need)))
          .collect(Collectors.toSet());
      told.put(name, why + bound(byName.get(name), concepts(reached, concepts).size()));
    });
    return told;
  }

  /** Why a copy would not be what the class is: it is one for all, or leads everywhere. */
  private static String bound(ClassFact fact, int reached) {
    List<String> statics = fact.statics();
    String state = statics.isEmpty()
        ? ""
        : "; keeps static state (`" + statics.get(0) + "`"
            + (statics.size() > 1 ? " and " + (statics.size() - 1) + " more" : "")
            + "), of which a copy has its own";
    return reached < FEWEST_CONCEPTS
        ? state
        : state + "; needs classes of " + reached + " concepts itself";
  }

  /** Whether it has no rows and no requests of its own, and keeps nobody's. */
  private static boolean isNobodys(ClassFact fact) {
    return fact.routes().isEmpty()
        && fact.keeps().isEmpty()
        && fact.entity().filter(e -> !e.table().isEmpty()).isEmpty();
  }

  /** Whether it is copied as it is: data, functions, what is thrown. */
  private static boolean isValue(ClassFact fact) {
    return fact.data()
        || fact.helper()
        || fact.roles().contains(ClassFact.Role.EMBEDDED)
        || fact.name().endsWith("Exception");
  }

  /** Whether classes are of several concepts, and not most of them of one. */
  private static boolean isSpread(Set<String> names, Concepts concepts) {
    Map<String, Integer> counts = new HashMap<>();
    names.forEach(n -> concepts.of(n).ifPresent(c -> counts.merge(c, 1, Integer::sum)));
    int all = counts.values().stream().mapToInt(Integer::intValue).sum();
    return counts.size() >= FEWEST_CONCEPTS && counts.values().stream().allMatch(n -> n * 2 <= all);
  }

  private static Set<String> concepts(Set<String> names, Concepts concepts) {
    Set<String> found = new HashSet<>();
    names.forEach(n -> concepts.of(n).ifPresent(found::add));
    return found;
  }

  private static Set<String> closure(String name, Map<String, Set<String>> heirs) {
    Set<String> all = new HashSet<>();
    collect(name, heirs, all);
    return all;
  }

  private static void collect(String name, Map<String, Set<String>> heirs, Set<String> all) {
    for (String heir : heirs.getOrDefault(name, Set.of())) {
      if (all.add(heir)) {
        collect(heir, heirs, all);
      }
    }
  }
}
