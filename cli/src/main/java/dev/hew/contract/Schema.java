package dev.hew.contract;

import dev.hew.yaml.Node;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A schema in the terms of JSON Schema 2020-12, whatever dialect it was written in: OpenAPI 3.0's {@code nullable} is a
 * type list with {@code null} here, its boolean {@code exclusiveMinimum} a number, and a {@code $ref} names an absolute
 * {@link Place}. Nothing else is changed or lost; every keyword keeps its position.
 *
 * @param place where the schema stands
 * @param node a mapping of 2020-12 keywords (and OpenAPI's {@code discriminator}, {@code xml}, {@code example},
 *     {@code x-...}), or a boolean scalar
 */
public record Schema(Place place, Node node) {
  /** Keywords that say something about a value without restricting it. */
  private static final Set<String> ANNOTATIONS = Set.of(
      "$ref",
      "description",
      "title",
      "summary",
      "deprecated",
      "example",
      "examples",
      "$comment",
      "externalDocs",
      "xml",
      "readOnly",
      "writeOnly",
      "default");

  public Optional<Node> keyword(String name) {
    return node.get(name);
  }

  /** The place that {@code $ref} leads to. */
  public Optional<Place> ref() {
    return text("$ref").map(Schema::parsePlace);
  }

  /** Whether there is a {@code $ref} and beside it nothing that restricts values. */
  public boolean isPureReference() {
    if (text("$ref").isEmpty()) {
      return false;
    }
    for (Node.Entry entry : node.entries()) {
      if (!isAnnotation(entry.key())) {
        return false;
      }
    }
    return true;
  }

  /**
   * What this schema only carries: the one part of its {@code allOf} that restricts values, where nothing else here
   * does. It is how OpenAPI 3.0 puts a description beside a reference.
   */
  public Optional<Schema> carried() {
    if (ref().isPresent()
        || !node.entries().stream()
            .allMatch(e -> e.key().equals("allOf") || isAnnotation(e.key()))) {
      return Optional.empty();
    }
    List<Schema> telling = allOf().stream().filter(Schema::restricts).toList();
    return telling.size() == 1 ? Optional.of(telling.get(0)) : Optional.empty();
  }

  private boolean restricts() {
    return ref().isPresent()
        || !(node instanceof Node.Mapping)
        || node.entries().stream().anyMatch(e -> !isAnnotation(e.key()));
  }

  private static boolean isAnnotation(String keyword) {
    return ANNOTATIONS.contains(keyword) || keyword.startsWith("x-");
  }

  /** Whether this is the schema {@code false}, which no value satisfies. */
  public boolean isNever() {
    return node instanceof Node.Scalar s && Boolean.FALSE.equals(s.value());
  }

  /** The allowed types, {@code null} among them where it is; empty when every type is allowed. */
  public Set<String> types() {
    Optional<Node> type = keyword("type");
    Optional<String> single = type.flatMap(Node::string);
    return single.isPresent() ? Set.of(single.get()) : texts(type);
  }

  public Optional<String> format() {
    return text("format");
  }

  public Map<String, Schema> properties() {
    return children("properties");
  }

  /** One of the {@link #properties()}. */
  public Optional<Schema> property(String name) {
    return keyword("properties")
        .flatMap(map -> map.get(name))
        .map(n -> new Schema(place.child("properties", name), n));
  }

  public Set<String> required() {
    return texts(keyword("required"));
  }

  private static Set<String> texts(Optional<Node> list) {
    if (list.isEmpty() || list.get().items().isEmpty()) {
      return Set.of();
    }
    Set<String> texts = new LinkedHashSet<>();
    for (Node item : list.get().items()) {
      if (item instanceof Node.Scalar s && s.value() instanceof String text) {
        texts.add(text);
      }
    }
    return texts;
  }

  public Optional<Schema> items() {
    return child("items");
  }

  public Optional<Schema> additionalProperties() {
    return child("additionalProperties");
  }

  public List<Schema> allOf() {
    return list("allOf");
  }

  public List<Schema> oneOf() {
    return list("oneOf");
  }

  public List<Schema> anyOf() {
    return list("anyOf");
  }

  public List<Schema> prefixItems() {
    return list("prefixItems");
  }

  /** The values of {@code enum}, or the one value of {@code const}; empty when there is neither. */
  public List<Node> values() {
    return keyword("enum")
        .map(Node::items)
        .orElseGet(() -> keyword("const").map(List::of).orElse(List.of()));
  }

  public Optional<Discriminator> discriminator() {
    return keyword("discriminator")
        .flatMap(d -> d.get("propertyName").flatMap(Node::string).map(name -> {
          Map<String, Place> mapping = new LinkedHashMap<>();
          d.get("mapping")
              .ifPresent(m -> m.entries()
                  .forEach(
                      e -> e.value().string().ifPresent(v -> mapping.put(e.key(), parsePlace(v)))));
          Optional<Place> fallback =
              d.get("defaultMapping").flatMap(Node::string).map(Schema::parsePlace);
          return new Discriminator(name, mapping, fallback);
        }));
  }

  /**
   * @param mapping tag value to schema; only what the contract spells out
   * @param fallback the schema of values that no other tag means (OpenAPI 3.2's {@code defaultMapping})
   */
  public record Discriminator(
      String property, Map<String, Place> mapping, Optional<Place> fallback) {}

  public Optional<String> text(String keyword) {
    return keyword(keyword).flatMap(Node::string);
  }

  public boolean flag(String keyword) {
    return keyword(keyword)
        .map(n -> n instanceof Node.Scalar s && Boolean.TRUE.equals(s.value()))
        .orElse(false);
  }

  /** The value of a numeric keyword. */
  public Optional<BigDecimal> number(String keyword) {
    return keyword(keyword).flatMap(n -> {
      Object value = n instanceof Node.Scalar s ? s.value() : null;
      if (value instanceof BigInteger i) {
        return Optional.of(new BigDecimal(i));
      }
      return value instanceof BigDecimal d ? Optional.of(d) : Optional.empty();
    });
  }

  /** The values of {@code example} and {@code examples}. */
  public List<Node> examples() {
    List<Node> all = new ArrayList<>();
    keyword("example").ifPresent(all::add);
    keyword("examples").ifPresent(list -> all.addAll(list.items()));
    return all;
  }

  public Optional<Schema> child(String keyword) {
    return keyword(keyword).map(n -> new Schema(place.child(keyword), n));
  }

  public Map<String, Schema> children(String keyword) {
    Map<String, Schema> children = new LinkedHashMap<>();
    Place under = place.child(keyword);
    for (Node.Entry child : keyword(keyword).map(Node::entries).orElse(List.of())) {
      children.put(child.key(), new Schema(under.child(child.key()), child.value()));
    }
    return children;
  }

  public List<Schema> list(String keyword) {
    List<Schema> list = new ArrayList<>();
    List<Node> nodes = keyword(keyword).map(Node::items).orElse(List.of());
    Place under = place.child(keyword);
    for (int i = 0; i < nodes.size(); i++) {
      list.add(new Schema(under.child(Integer.toString(i)), nodes.get(i)));
    }
    return list;
  }

  /** Reads {@code document#/pointer}, the form in which the reader leaves every reference. */
  private static Place parsePlace(String reference) {
    int hash = reference.indexOf('#');
    return new Place(reference.substring(0, hash), reference.substring(hash + 1));
  }
}
