package dev.hew.model;

import dev.hew.contract.Contract;
import dev.hew.contract.Place;
import dev.hew.contract.Schema;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Inheritance as OpenAPI writes it: a schema with a discriminator, and the schemas whose {@code allOf} refers to it.
 *
 * @param byBase the heirs in the order of the contract
 */
record Heirs(Map<Place, List<Schema>> byBase) {

  static Heirs of(Contract contract) {
    Map<Place, List<Schema>> byBase = new HashMap<>();
    for (Schema schema : contract.schemas().byPlace().values()) {
      if (schema.allOf().isEmpty()) {
        continue;
      }
      Set<Place> bases = Shape.of(schema, contract.schemas()).bases();
      for (Place base : bases) {
        if (!base.equals(schema.place())
            && contract.schemas().at(base).discriminator().isPresent()) {
          byBase.computeIfAbsent(base, b -> new ArrayList<>()).add(schema);
        }
      }
    }
    return new Heirs(byBase);
  }

  List<Schema> of(Place base) {
    return byBase.getOrDefault(base, List.of());
  }
}
