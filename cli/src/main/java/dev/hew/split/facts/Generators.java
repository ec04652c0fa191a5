package dev.hew.split.facts;

import dev.hew.code.Annotation;
import java.util.Collection;
import java.util.stream.Stream;

/** Finds the tables that ids come from, by {@code @TableGenerator}: who stores such an entity counts on there. */
final class Generators {
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
          .filter(a -> a.name().equals("TableGenerator"))
          .forEach(a -> generator(a, declared));
    }
  }

  private void generator(Annotation annotation, TypeIndex.Declared declared) {
    Place place = new Place(declared.file.path(), annotation.line());
    annotation.named("table").stream()
        .map(name -> constants.value(name, declared))
        .forEach(table -> {
          tables.define(table, place);
          tables.access(table, new TableFact.Access(declared.owner, "", true, "generator", place));
        });
  }
}
