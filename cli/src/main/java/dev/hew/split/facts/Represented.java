package dev.hew.split.facts;

import dev.hew.code.TypeDeclaration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** Interfaces that stand for an entity: of all classes with rows of their own, one and those that extend it implement them. */
final class Represented {
  private final TypeIndex index;
  private final Map<TypeIndex.Declared, TypeIndex.Declared> entities = new HashMap<>();

  /**
   * @param stored whether a type has rows of its own; asked by several threads
   */
  Represented(TypeIndex index, Predicate<TypeIndex.Declared> stored) {
    this.index = index;
    Map<TypeIndex.Declared, List<TypeIndex.Declared>> implementing = new HashMap<>();
    List<TypeIndex.Declared> all = index.all().parallelStream()
        .filter(type -> !TestCode.isTest(type.file) && stored.test(type))
        .toList();
    for (TypeIndex.Declared entity : all) {
      for (TypeIndex.Declared above : index.above(entity)) {
        if (above.type.kind() == TypeDeclaration.Kind.INTERFACE) {
          implementing.computeIfAbsent(above, i -> new ArrayList<>()).add(entity);
        }
      }
    }
    implementing.forEach((type, by) -> root(by).ifPresent(entity -> entities.put(type, entity)));
  }

  /** The entity that an interface stands for. */
  Optional<TypeIndex.Declared> by(TypeIndex.Declared type) {
    return Optional.ofNullable(entities.get(type));
  }

  /** The one that all others extend. */
  private Optional<TypeIndex.Declared> root(List<TypeIndex.Declared> entities) {
    TypeIndex.Declared first = entities.get(0);
    List<TypeIndex.Declared> above = index.superclasses(first);
    TypeIndex.Declared root = first;
    for (TypeIndex.Declared one : above) {
      root = entities.contains(one) ? one : root;
    }
    TypeIndex.Declared top = root;
    return entities.stream().allMatch(e -> e == top || index.superclasses(e).contains(top))
        ? Optional.of(top)
        : Optional.empty();
  }
}
