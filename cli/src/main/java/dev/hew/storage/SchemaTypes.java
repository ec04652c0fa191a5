package dev.hew.storage;

import dev.hew.contract.Place;
import dev.hew.contract.Schema;
import dev.hew.contract.Schemas;
import dev.hew.model.TypeDef;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The generated types, by the schemas that they were made from.
 *
 * @param types by name
 */
record SchemaTypes(Schemas schemas, Map<String, TypeDef> types) {
  /** The type of a schema; empty when it has none of its own. */
  Optional<TypeDef> of(Schema schema) {
    Schema resolved = schemas.resolve(schema);
    Set<Place> seen = new HashSet<>(); // an allOf may lead back to itself
    Optional<Schema> inner = inner(resolved);
    while (inner.isPresent() && made(resolved).isEmpty() && seen.add(resolved.place())) {
      resolved = schemas.resolve(inner.get());
      inner = inner(resolved);
    }
    return made(resolved);
  }

  private static Optional<Schema> inner(Schema schema) {
    return schema.allOf().size() == 1 ? Optional.of(schema.allOf().get(0)) : schema.carried();
  }

  private Optional<TypeDef> made(Schema resolved) {
    String pointer = resolved.place().toString();
    return types.values().stream().filter(t -> t.pointer().equals(pointer)).findFirst();
  }
}
