package dev.hew.split.cut;

import dev.hew.split.facts.ClassFact;
import dev.hew.split.facts.Facts;
import dev.hew.split.facts.Use;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Tells which associations are one, seen from its two sides. */
final class AssociationPairs {
  private final Map<String, Set<String>> above = new HashMap<>();
  private final Map<String, List<ClassFact.Association>> byType = new HashMap<>();

  /** For what refers back the side that holds the key. */
  private final Map<ClassFact.Association, ClassFact.Association> holding = new HashMap<>();

  AssociationPairs(Facts facts, Collection<ClassFact.Association> associations) {
    for (Use use : facts.uses()) {
      if (use.kind() == Use.Kind.EXTENDS) {
        above.computeIfAbsent(use.from(), t -> new HashSet<>()).add(use.to());
      }
    }
    associations.forEach(
        a -> byType.computeIfAbsent(a.from(), t -> new ArrayList<>()).add(a));
    associations.forEach(a -> find(a).ifPresent(key -> holding.put(a, key)));
  }

  /** The side that holds the key; empty when it is this one, or there is one side only. */
  Optional<ClassFact.Association> holding(ClassFact.Association association) {
    return Optional.ofNullable(holding.get(association));
  }

  private Optional<ClassFact.Association> find(ClassFact.Association one) {
    return lineage(one.to())
        .flatMap(type -> byType.getOrDefault(type, List.of()).stream())
        .filter(other -> other != one && isKin(other.to(), one.from()) && isSame(one, other))
        .findFirst();
  }

  private static boolean isSame(ClassFact.Association one, ClassFact.Association key) {
    if (!one.mappedBy().isEmpty()) {
      return key.field().equals(one.mappedBy()) && key.mappedBy().isEmpty();
    }
    boolean through = one.kind().equals("ManyToMany") && key.kind().equals("ManyToMany");
    if (through) {
      return !one.owner()
          && key.owner()
          && !key.joinTable().isEmpty()
          && key.joinTable().equalsIgnoreCase(one.joinTable());
    }
    return one.kind().equals("OneToMany")
        && key.kind().equals("ManyToOne")
        && !one.columns().isEmpty()
        && lower(one.columns()).equals(lower(key.columns()));
  }

  private static List<String> lower(List<String> names) {
    return names.stream().map(n -> n.toLowerCase(Locale.ROOT)).toList();
  }

  private boolean isKin(String one, String other) {
    return Objects.equals(one, other)
        || lineage(one).anyMatch(other::equals)
        || lineage(other).anyMatch(one::equals);
  }

  /** A class and all that it extends. */
  private Stream<String> lineage(String type) {
    Set<String> all = new HashSet<>();
    List<String> ordered = new ArrayList<>(List.of(type));
    all.add(type);
    for (int i = 0; i < ordered.size(); i++) {
      for (String higher : above.getOrDefault(ordered.get(i), Set.of())) {
        if (all.add(higher)) {
          ordered.add(higher);
        }
      }
    }
    return ordered.stream();
  }
}
