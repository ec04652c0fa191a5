package dev.hew.model;

import dev.hew.contract.Place;
import dev.hew.contract.Schema;
import dev.hew.contract.Schemas;
import dev.hew.yaml.Node;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a schema demands of a value once {@code $ref} and {@code allOf} are followed: the view from which a type is
 * made. Every part of an {@code allOf} holds at once, so bounds are the tightest and lists of names are added up.
 */
public final class Shape {
  private final Schemas schemas;
  private final List<Schema> parts = new ArrayList<>();
  private final Map<String, Schema> properties = new LinkedHashMap<>();
  private final Set<String> required = new LinkedHashSet<>();
  private final List<Schema> alternatives = new ArrayList<>();
  private final Set<Place> bases = new LinkedHashSet<>();
  private Set<String> types;
  private Schema additional;
  private Schema items;
  private List<Node> values;
  private Schema.Discriminator discriminator;

  private Shape(Schemas schemas) {
    this.schemas = schemas;
  }

  /** The shape of a schema, with everything that it refers to. */
  public static Shape of(Schema schema, Schemas schemas) {
    return schemas.view(Shape.class, schema, () -> {
      Shape shape = new Shape(schemas);
      shape.add(schema, new HashSet<>(), true);
      shape.addUnnamed(schema);
      return shape;
    });
  }

  /** What an object must have is one of its properties, though nothing is said of it: it may be anything. */
  private void addUnnamed(Schema schema) {
    boolean open = additional == null
        && parts.stream().allMatch(p -> p.keyword("unevaluatedProperties").isEmpty());
    if (!open || properties.isEmpty() || !alternatives.isEmpty()) {
      return;
    }
    Set<String> tags = new HashSet<>();
    parts.forEach(p -> p.discriminator().ifPresent(d -> tags.add(d.property())));
    Node anything = new Node.Mapping(List.of(), schema.node().position());
    for (String name : required) {
      if (!tags.contains(name)) {
        properties.putIfAbsent(
            name, new Schema(schema.place().child("properties", name), anything));
      }
    }
  }

  private void add(Schema schema, Set<Place> seen, boolean top) {
    if (!seen.add(schema.place())) {
      return;
    }
    schema.ref().ifPresent(place -> {
      bases.add(place);
      add(schemas.at(place), seen, top && schema.isPureReference());
    });
    parts.add(schema);
    schema.allOf().forEach(part -> {
      part.ref().ifPresent(bases::add);
      add(part, seen, false);
    });
    Set<String> own = schema.types();
    if (!own.isEmpty()) {
      types = types == null ? own : narrowed(types, own);
    }
    schema.properties().forEach(this::addProperty);
    required.addAll(schema.required());
    schema.additionalProperties().ifPresent(a -> additional = a);
    schema.items().ifPresent(i -> items = i);
    if (!schema.values().isEmpty() && values == null) {
      values = schema.values();
    }
    // A base class lists its own heirs: what it chooses among says nothing about the heir that
    // refers to it.
    if (top || schema.discriminator().isEmpty()) {
      schema.discriminator().ifPresent(d -> discriminator = d);
      alternatives.addAll(schema.oneOf());
      alternatives.addAll(schema.anyOf());
    }
  }

  private void addProperty(String name, Schema schema) {
    if (!schema.node().entries().isEmpty() || !properties.containsKey(name)) {
      properties.put(name, schema);
    }
  }

  private static Set<String> narrowed(Set<String> one, Set<String> other) {
    Set<String> both = new LinkedHashSet<>(one);
    both.retainAll(other);
    if (both.isEmpty() && one.contains("number") && other.contains("integer")) {
      return other;
    }
    return both.isEmpty() ? one : both;
  }

  /** The allowed types without {@code null}; where none is named, what the other keywords speak of. */
  public Set<String> types() {
    Set<String> named = new LinkedHashSet<>(types == null ? Set.of() : types);
    named.remove("null");
    if (types == null && alternatives.isEmpty() && values == null) {
      if (!properties.isEmpty() || additional != null) {
        named.add("object");
      } else if (items != null) {
        named.add("array");
      }
    }
    if (named.contains("number")) {
      named.remove("integer");
    }
    return named;
  }

  /** Whether null is allowed. */
  public boolean nullable() {
    if (types != null && types.contains("null")) {
      return true;
    }
    return alternatives.stream().anyMatch(a -> isNull(a)) && types == null;
  }

  /** The branches of {@code oneOf} and {@code anyOf} that are more than {@code null}. */
  public List<Schema> alternatives() {
    return alternatives.stream().filter(a -> !isNull(a) && !a.isNever()).toList();
  }

  /** This shape, and those that it leaves the choice among, and those that they do. */
  public List<Shape> choices() {
    List<Shape> all = new ArrayList<>(List.of(this));
    Set<Place> seen = new HashSet<>();
    for (int i = 0; i < all.size(); i++) {
      for (Schema alternative : all.get(i).alternatives()) {
        if (seen.add(schemas.resolve(alternative).place())) {
          all.add(Shape.of(alternative, schemas));
        }
      }
    }
    return all;
  }

  private boolean isNull(Schema schema) {
    Schema resolved = schemas.resolve(schema);
    return resolved.types().equals(Set.of("null"))
        || (!resolved.values().isEmpty() && resolved.values().stream().allMatch(Shape::isNullNode));
  }

  static boolean isNullNode(Node node) {
    return node instanceof Node.Scalar s && s.value() == null;
  }

  /** The declared properties, in the order of the contract, and those that are demanded only. */
  public Map<String, Schema> properties() {
    return Collections.unmodifiableMap(properties);
  }

  /** The properties that must be there. */
  public Set<String> required() {
    return Collections.unmodifiableSet(required);
  }

  /** What properties hold that are not declared; empty when nothing is said of them. */
  public Optional<Schema> additional() {
    return Optional.ofNullable(additional);
  }

  /** What a list holds. */
  public Optional<Schema> items() {
    return Optional.ofNullable(items);
  }

  /** The values of {@code enum} or {@code const} that are not null; empty when every value is allowed. */
  public List<Node> values() {
    return values == null
        ? List.of()
        : values.stream().filter(v -> !isNullNode(v)).toList();
  }

  Optional<Schema.Discriminator> discriminator() {
    return Optional.ofNullable(discriminator);
  }

  /** The schemas that this one is built on by {@code $ref} or {@code allOf}. */
  Set<Place> bases() {
    return Collections.unmodifiableSet(bases);
  }

  /** The last word on a keyword that is a text. */
  public Optional<String> text(String keyword) {
    return parts.stream().flatMap(p -> p.text(keyword).stream()).reduce((a, b) -> b);
  }

  /** The last word on a keyword. */
  public Optional<Node> node(String keyword) {
    return parts.stream().flatMap(p -> p.keyword(keyword).stream()).reduce((a, b) -> b);
  }

  /** Whether any part says that a keyword is true. */
  public boolean flag(String keyword) {
    return parts.stream().anyMatch(p -> p.flag(keyword));
  }

  /** Whether only answers, or only requests, carry it. */
  public boolean isOneWay() {
    return flag("readOnly") || flag("writeOnly");
  }

  List<String> texts(String keyword) {
    return parts.stream().flatMap(p -> p.text(keyword).stream()).distinct().toList();
  }

  /** The tightest lower bound. */
  public Optional<BigDecimal> largest(String keyword) {
    return parts.stream().flatMap(p -> p.number(keyword).stream()).max(BigDecimal::compareTo);
  }

  /** The tightest upper bound. */
  public Optional<BigDecimal> smallest(String keyword) {
    return parts.stream().flatMap(p -> p.number(keyword).stream()).min(BigDecimal::compareTo);
  }
}
