package dev.hew.split.facts;

import dev.hew.code.TypeDeclaration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Finds what stands behind interfaces and abstract classes whose methods are called. What more than {@value
 * Hierarchy#MOST_BELOW} classes implement is told apart by data, which the source does not show.
 */
final class Dispatches {
  private final TypeIndex index;
  private final Map<String, ClassFact> classes = new HashMap<>();

  /** For each top-level class the interfaces and abstract classes that it is or holds. */
  private final Map<String, List<TypeIndex.Declared>> open = new HashMap<>();

  /** For each of these the classes that implement it, however far below, and can be made. */
  private final Map<TypeIndex.Declared, List<TypeIndex.Declared>> below = new HashMap<>();

  Dispatches(TypeIndex index, Collection<ClassFact> facts) {
    this.index = index;
    facts.forEach(fact -> classes.put(fact.name(), fact));
    for (TypeIndex.Declared type : index.all()) {
      if (isOpen(type)) {
        open.computeIfAbsent(type.owner, o -> new ArrayList<>(1)).add(type);
      } else if (isCounted(type.owner)) {
        for (TypeIndex.Declared above : index.above(type)) {
          if (isOpen(above)) {
            below.computeIfAbsent(above, t -> new ArrayList<>(1)).add(type);
          }
        }
      }
    }
  }

  private static boolean isOpen(TypeIndex.Declared type) {
    return type.type.kind() == TypeDeclaration.Kind.INTERFACE || type.type.isAbstract();
  }

  private boolean isCounted(String owner) {
    ClassFact fact = classes.get(owner);
    return fact != null && !fact.test();
  }

  /** What runs where a call of another class stands: where its values travel, nothing is called. */
  private boolean isCalled(String owner) {
    ClassFact fact = classes.get(owner);
    return fact != null && !fact.data() && !fact.helper() && fact.entity().isEmpty();
  }

  /** Of the methods that these uses call, by type and name. */
  List<Dispatch> of(Collection<Use> uses) {
    Map<TypeIndex.Declared, Map<String, Place>> made = made(uses);
    Map<String, Set<String>> asked = new TreeMap<>();
    for (Use use : uses) {
      if (use.kind() == Use.Kind.CALL && open.containsKey(use.to()) && isCalled(use.to())) {
        asked.computeIfAbsent(use.to(), t -> new HashSet<>()).add(use.target());
      }
    }
    List<Dispatch> found = new ArrayList<>();
    asked.forEach((owner, targets) -> targets.stream().sorted().forEach(target -> {
      List<Dispatch.Implementation> by = open.get(owner).stream()
          .filter(type -> has(type, target))
          .flatMap(type -> behind(type, target, made.getOrDefault(type, Map.of())))
          .filter(one -> !one.name().equals(owner) && isCalled(one.name()))
          .sorted(Comparator.comparing(Dispatch.Implementation::name))
          .distinct()
          .toList();
      if (!by.isEmpty()) {
        found.add(new Dispatch(owner, target, by));
      }
    }));
    return found;
  }

  /** Interfaces that classes without a name implement, with the classes around these. */
  private Map<TypeIndex.Declared, Map<String, Place>> made(Collection<Use> uses) {
    Map<TypeIndex.Declared, Map<String, Place>> made = new HashMap<>();
    for (Use use : uses) {
      TypeIndex.Declared type =
          use.kind() == Use.Kind.NEW && !use.target().isEmpty() ? index.named(use.to()) : null;
      boolean implemented = type != null
          && type.type.kind() == TypeDeclaration.Kind.INTERFACE
          && isCounted(use.from());
      if (implemented) {
        made.computeIfAbsent(type, t -> new LinkedHashMap<>()).putIfAbsent(use.from(), use.place());
      }
    }
    return made;
  }

  private Stream<Dispatch.Implementation> behind(
      TypeIndex.Declared type, String target, Map<String, Place> made) {
    List<TypeIndex.Declared> all = below.getOrDefault(type, List.of());
    if (all.size() + made.size() > Hierarchy.MOST_BELOW) {
      return Stream.empty();
    }
    return Stream.concat(
        all.stream().map(one -> new Dispatch.Implementation(one.owner, written(one, target))),
        made.entrySet().stream()
            .map(one -> new Dispatch.Implementation(one.getKey(), one.getValue())));
  }

  /** Whether a type has a method that an object below it is asked for. */
  private boolean has(TypeIndex.Declared type, String target) {
    return Stream.concat(Stream.of(type), index.above(type).stream())
        .flatMap(one -> one.type.methods().stream())
        .anyMatch(m -> m.name().equals(target) && !m.isStatic());
  }

  private Place written(TypeIndex.Declared type, String target) {
    return Stream.concat(Stream.of(type), index.superclasses(type).stream())
        .flatMap(one -> one.type.methods().stream()
            .filter(m -> m.name().equals(target) && !m.isAbstract())
            .map(m -> new Place(one.file.path(), m.line())))
        .findFirst()
        .orElseGet(() -> new Place(type.file.path(), type.type.line()));
  }
}
