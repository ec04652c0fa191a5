package dev.hew.model;

import dev.hew.contract.Place;
import dev.hew.contract.Schema;
import dev.hew.contract.Schemas;
import dev.hew.yaml.Node;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Tells whether the generated types with their constraints accept exactly what a schema accepts. Where they do not, a
 * body has to be held against the schema itself.
 */
final class Expressible {
  private static final Set<String> COVERED = Set.of(
      "type",
      "format",
      "properties",
      "required",
      "items",
      "enum",
      "const",
      "allOf",
      "oneOf",
      "anyOf",
      "minLength",
      "maxLength",
      "pattern",
      "minimum",
      "maximum",
      "exclusiveMinimum",
      "exclusiveMaximum",
      "multipleOf",
      "minItems",
      "maxItems",
      "uniqueItems",
      "minProperties",
      "maxProperties",
      "additionalProperties",
      "discriminator");
  private static final Set<String> SAY_NOTHING = Set.of(
      "$ref",
      "title",
      "description",
      "summary",
      "default",
      "example",
      "examples",
      "deprecated",
      "readOnly",
      "writeOnly",
      "xml",
      "externalDocs",
      "$comment",
      "$id",
      "$anchor",
      "$schema",
      "$defs",
      "definitions",
      "contentMediaType",
      "contentEncoding");
  private final Schemas schemas;
  private final Set<Place> seen = new HashSet<>();

  private Expressible(Schemas schemas) {
    this.schemas = schemas;
  }

  static boolean byTypes(Schema schema, Schemas schemas) {
    return new Expressible(schemas).holds(schema);
  }

  private boolean holds(Schema schema) {
    if (!seen.add(schema.place())) {
      return true;
    }
    boolean known = schema.node().entries().stream()
        .map(Node.Entry::key)
        .allMatch(k -> COVERED.contains(k) || SAY_NOTHING.contains(k) || k.startsWith("x-"));
    return known
        && typesHold(schema)
        && valuesHold(schema)
        && objectHolds(schema)
        && choiceHolds(schema)
        && partsAgree(schema)
        && schema.ref().map(place -> holds(schemas.at(place))).orElse(true)
        && schema.properties().values().stream().allMatch(this::holds)
        && schema.items().map(this::holds).orElse(true)
        && schema.additionalProperties().map(this::holds).orElse(true)
        && schema.allOf().stream().allMatch(this::holds);
  }

  private static boolean typesHold(Schema schema) {
    Set<String> types = new LinkedHashSet<>(schema.types());
    boolean onlyNull = types.equals(Set.of("null"));
    types.remove("null");
    return types.size() <= 1 && !onlyNull;
  }

  private static boolean valuesHold(Schema schema) {
    Set<Class<?>> kinds = schema.values().stream()
        .filter(v -> !Shape.isNullNode(v))
        .map(v -> v instanceof Node.Scalar s ? s.value().getClass() : Object.class)
        .collect(Collectors.toSet());
    boolean enumerable =
        kinds.equals(Set.of(String.class)) || kinds.equals(Set.of(BigInteger.class));
    return schema.values().isEmpty() || enumerable && Constants.fit(schema.values());
  }

  /** Records are open, and have a place for declared properties only. */
  private static boolean objectHolds(Schema schema) {
    Map<String, Schema> properties = schema.properties();
    boolean counted = schema.keyword("minProperties").isPresent()
        || schema.keyword("maxProperties").isPresent();
    boolean closed = schema.additionalProperties().map(Schema::isNever).orElse(false);
    boolean unnamed =
        schema.allOf().isEmpty() && !properties.keySet().containsAll(schema.required());
    boolean neverThere = properties.values().stream().anyMatch(Schema::isNever);
    return !closed && !unnamed && !neverThere && !(counted && !properties.isEmpty());
  }

  /** A property that parts of an {@code allOf} declare to be of different types can be but one type. */
  private boolean partsAgree(Schema schema) {
    Map<String, List<String>> types = new HashMap<>();
    for (Schema part : schema.allOf()) {
      for (Map.Entry<String, Schema> property :
          schemas.resolve(part).properties().entrySet()) {
        List<String> own =
            schemas.resolve(property.getValue()).types().stream().sorted().toList();
        List<String> known = types.putIfAbsent(property.getKey(), own);
        if (known != null && !known.equals(own)) {
          return false;
        }
      }
    }
    return true;
  }

  /**
   * A choice is told by its discriminator, or is but the choice to be null. A base whose heirs are told apart by its
   * discriminator is read as itself whatever an unknown tag says.
   */
  private boolean choiceHolds(Schema schema) {
    List<Schema> branches = new ArrayList<>(schema.oneOf());
    branches.addAll(schema.anyOf());
    if (branches.isEmpty()) {
      return schema.discriminator().isEmpty();
    }
    List<Schema> real = branches.stream()
        .filter(b -> !schemas.resolve(b).types().equals(Set.of("null")))
        .toList();
    boolean told = real.size() == 1
        || schema
            .discriminator()
            .map(d -> real.stream()
                .allMatch(b -> Shape.of(b, schemas).properties().containsKey(d.property())))
            .orElse(false);
    return told && schema.properties().isEmpty() && real.stream().allMatch(this::holds);
  }
}
