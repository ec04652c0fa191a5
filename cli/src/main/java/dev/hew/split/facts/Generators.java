package dev.hew.split.facts;

import dev.hew.code.Annotation;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Stream;

/** Finds the tables that ids come from, by annotations: who stores such an entity counts on there. */
final class Generators {
  /** What Hibernate's generators call the table or sequence. */
  private static final Set<String> PARAMETERS =
      Set.of("table", "table_name", "sequence", "sequence_name");

  private final Tables tables;
  private final Constants constants;

  Generators(Tables tables, Constants constants) {
    this.tables = tables;
    this.constants = constants;
  }

  /** Notes those of types. */
  void note(Collection<TypeIndex.Declared> types) {
    for (TypeIndex.Declared declared : types) {
      Stream.of(
              declared.type.annotations().stream(),
              declared.type.fields().stream().flatMap(f -> f.annotations().stream()),
              declared.type.methods().stream().flatMap(m -> m.annotations().stream()))
          .flatMap(annotations -> annotations)
          .flatMap(a -> Stream.concat(Stream.of(a), a.nested().stream()))
          .forEach(a -> generator(a, declared));
    }
  }

  private void generator(Annotation annotation, TypeIndex.Declared declared) {
    switch (annotation.name()) {
      case "TableGenerator" ->
        named(annotation, "table", declared).forEach(table -> {
          tables.define(table, place(annotation, declared));
          counts(table, annotation, declared);
        });
      case "SequenceGenerator" ->
        named(annotation, "sequenceName", declared)
            .forEach(sequence -> ifTable(sequence, annotation, declared));
      case "GenericGenerator" ->
        annotation.nested().stream()
            .filter(p -> named(p, "name", declared).anyMatch(PARAMETERS::contains))
            .flatMap(p -> named(p, "value", declared))
            .forEach(name -> ifTable(name, annotation, declared));
      default -> {
        // any other annotation makes no ids
      }
    }
  }

  /** A sequence is a table in databases that have none: when a script makes one of that name. */
  private void ifTable(String name, Annotation annotation, TypeIndex.Declared declared) {
    if (tables.defined(name)) {
      counts(name, annotation, declared);
    }
  }

  private void counts(String table, Annotation annotation, TypeIndex.Declared declared) {
    Place place = place(annotation, declared);
    tables.access(table, new TableFact.Access(declared.owner, "", true, "generator", place));
  }

  private Stream<String> named(Annotation annotation, String key, TypeIndex.Declared declared) {
    return annotation.named(key).stream().map(name -> constants.value(name, declared));
  }

  private static Place place(Annotation annotation, TypeIndex.Declared declared) {
    return new Place(declared.file.path(), annotation.line());
  }
}
