package dev.hew.contract;

import dev.hew.report.Position;
import dev.hew.yaml.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Says OpenAPI 3.0's {@code nullable} in the words of JSON Schema. */
final class Nullable {
  private static final Set<String> APPLICATORS = Set.of("$ref", "allOf", "oneOf", "anyOf", "not");
  private static final Set<String> OUTSIDE = Set.of(
      "title",
      "description",
      "summary",
      "default",
      "example",
      "deprecated",
      "readOnly",
      "writeOnly",
      "xml",
      "externalDocs");

  private Nullable() {}

  /**
   * Adds {@code null} to the type. A schema that says more than a type through other schemas, which do not know of the
   * {@code null}, is put beside it under {@code anyOf}. A schema without a type allows {@code null} anyway.
   */
  static Node apply(Node.Mapping schema) {
    if (schema.entries().stream().anyMatch(e -> APPLICATORS.contains(e.key()))) {
      return wrap(schema);
    }
    List<Node.Entry> entries = new ArrayList<>();
    for (Node.Entry entry : schema.entries()) {
      entries.add(entry.key().equals("type") ? typeOrNull(entry) : entry);
    }
    return new Node.Mapping(entries, schema.position());
  }

  private static Node.Entry typeOrNull(Node.Entry type) {
    Position position = type.value().position();
    List<Node> types = new ArrayList<>(type.value().items());
    if (types.isEmpty()) {
      types.add(type.value());
    }
    if (types.stream().noneMatch(t -> t.string().equals(java.util.Optional.of("null")))) {
      types.add(text("null", position));
    }
    return new Node.Entry("type", type.keyPosition(), new Node.Sequence(types, position));
  }

  private static Node wrap(Node.Mapping schema) {
    Position position = schema.position();
    List<Node.Entry> outside = new ArrayList<>();
    List<Node.Entry> inside = new ArrayList<>();
    for (Node.Entry entry : schema.entries()) {
      (OUTSIDE.contains(entry.key()) || entry.key().startsWith("x-") ? outside : inside).add(entry);
    }
    Node isNull = new Node.Mapping(
        List.of(new Node.Entry("type", position, text("null", position))), position);
    Node choice = new Node.Sequence(List.of(new Node.Mapping(inside, position), isNull), position);
    outside.add(new Node.Entry("anyOf", position, choice));
    return new Node.Mapping(outside, position);
  }

  private static Node text(String text, Position position) {
    return new Node.Scalar(text, text, position);
  }
}
