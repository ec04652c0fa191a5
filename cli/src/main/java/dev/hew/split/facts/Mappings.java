package dev.hew.split.facts;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What each class is to the database, by annotations and by mapping files; where both speak of a class or a field, the
 * file has the word. May be asked by several threads.
 */
final class Mappings {
  private final TypeIndex index;
  private final Persistence annotations;
  private final Map<String, Mapped.Type> types = new HashMap<>();
  private final Map<String, List<ClassFact.Association>> associations = new HashMap<>();
  private final Map<String, Optional<ClassFact.Entity>> known = new ConcurrentHashMap<>();
  private final Represented represented;

  Mappings(TypeIndex index, Persistence annotations, List<Mapped> files) {
    this.index = index;
    this.annotations = annotations;
    for (Mapped file : files) {
      file.types().forEach(type -> types.merge(type.name(), type, Mappings::sooner));
      file.associations()
          .forEach(a ->
              associations.computeIfAbsent(a.from(), f -> new ArrayList<>()).add(a));
    }
    this.represented = new Represented(index, this::isStored);
  }

  /** A file may name a class as a part that another maps. */
  private static Mapped.Type sooner(Mapped.Type one, Mapped.Type other) {
    return one.kind() == Mapped.Kind.PART ? other : one;
  }

  /** What a type is to the database; empty when it is not mapped. */
  Optional<ClassFact.Entity> entity(TypeIndex.Declared declared) {
    Optional<ClassFact.Entity> entity = known.get(declared.name);
    if (entity == null) {
      entity = find(declared);
      known.put(declared.name, entity);
    }
    return entity;
  }

  /** The class that a type extends, by its own name; empty when that is none of the code base. */
  String superclass(TypeIndex.Declared declared) {
    return index.superclasses(declared).stream()
        .map(above -> above.owner)
        .findFirst()
        .orElse("");
  }

  /** What mapping files make of a type. */
  Set<ClassFact.Role> roles(TypeIndex.Declared declared) {
    Mapped.Type type = types.get(declared.name);
    return type == null
        ? Set.of()
        : Set.of(type.kind() == Mapped.Kind.PART ? ClassFact.Role.EMBEDDED : ClassFact.Role.ENTITY);
  }

  private Optional<ClassFact.Entity> find(TypeIndex.Declared declared) {
    Optional<ClassFact.Entity> annotated = annotations.entity(declared);
    Mapped.Type type = types.get(declared.name);
    if (type == null) {
      return annotated;
    }
    List<ClassFact.Association> all = new ArrayList<>();
    List<String> values = new ArrayList<>();
    for (ClassFact.Association one : associations.getOrDefault(declared.name, List.of())) {
      Optional<ClassFact.Association> association = association(one, declared);
      association.ifPresent(all::add);
      if (association.isEmpty() && !one.joinTable().isEmpty()) {
        values.add(one.joinTable());
      }
    }
    annotated.stream()
        .flatMap(e -> e.associations().stream())
        .filter(a -> all.stream().noneMatch(b -> b.field().equals(a.field())))
        .forEach(all::add);
    annotated.stream()
        .flatMap(e -> e.values().stream())
        .filter(table -> !values.contains(table))
        .forEach(values::add);
    return Optional.of(new ClassFact.Entity(table(declared, type, annotated), all, values));
  }

  private String table(
      TypeIndex.Declared declared, Mapped.Type type, Optional<ClassFact.Entity> annotated) {
    if (!type.table().isEmpty() || type.kind() == Mapped.Kind.PART) {
      return type.table();
    }
    if (type.kind() == Mapped.Kind.SAME_TABLE) {
      return index.superclasses(declared).stream()
          .filter(above -> types.get(above.name) == null
              || types.get(above.name).kind() != Mapped.Kind.SAME_TABLE)
          .flatMap(above -> entity(above).stream())
          .map(ClassFact.Entity::table)
          .findFirst()
          .orElse("");
    }
    return annotated
        .map(ClassFact.Entity::table)
        .filter(t -> !t.isEmpty())
        .orElseGet(() -> Persistence.snake(declared.type.simpleName()));
  }

  private Optional<ClassFact.Association> association(
      ClassFact.Association one, TypeIndex.Declared declared) {
    TypeIndex.Declared named = one.to().isEmpty() ? null : index.named(one.to());
    TypeIndex.Declared target =
        one.to().isEmpty() ? annotations.held(declared, one.field()) : named;
    return Optional.ofNullable(target).map(to -> one.between(declared.owner, to.owner));
  }

  /** The entity whose rows a repository keeps, by the type arguments of its supertypes; {@code null} when they name none. */
  TypeIndex.Declared kept(TypeIndex.Declared declared) {
    List<TypeUse> level = List.of(new TypeUse(declared, declared.type.simpleName(), List.of()));
    Set<TypeIndex.Declared> seen = new HashSet<>();
    while (!level.isEmpty()) {
      List<TypeUse> next = new ArrayList<>();
      for (TypeUse type : level) {
        for (TypeUse above : Members.supertypes(type, index)) {
          for (TypeUse argument : above.arguments()) {
            Optional<TypeIndex.Declared> stored =
                Optional.ofNullable(argument.declared()).flatMap(this::stored);
            if (stored.isPresent()) {
              return stored.get();
            }
          }
          if (above.declared() != null && seen.add(above.declared())) {
            next.add(above);
          }
        }
      }
      level = next;
    }
    return null;
  }

  /** The type itself when it has rows of its own, or the entity that it is the interface of. */
  Optional<TypeIndex.Declared> stored(TypeIndex.Declared type) {
    return isStored(type) ? Optional.of(type) : represented.by(type);
  }

  /** Whether a type has rows of its own. */
  boolean isStored(TypeIndex.Declared declared) {
    return entity(declared).filter(e -> !e.table().isEmpty()).isPresent();
  }
}
