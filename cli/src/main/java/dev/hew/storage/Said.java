package dev.hew.storage;

import dev.hew.contract.Schema;
import dev.hew.contract.Schemas;
import dev.hew.model.Shape;
import dev.hew.model.Text;
import dev.hew.model.TypeDef;
import dev.hew.model.Words;
import dev.hew.resource.OfTheCall;
import dev.hew.yaml.Node;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What an answer says of the call, and not of what is kept: that all went well, and how. */
record Said(Schemas schemas, Map<String, TypeDef> types) {
  private static final Set<String> NEWS = Set.of("message", "msg", "detail");
  private static final Set<String> FLAGS = Set.of("success", "ok");
  private static final Set<String> NUMBERS = Set.of("status", "code");

  /**
   * What a member says: the value that the contract has for it, else that there was success, the status, or what happened. Of
   * what is not said of a call by its name, only what can have but one value is said.
   *
   * @param schema of the member
   * @param beside whether properties of an item stand beside it, so that an example may speak of an item
   * @param news what happened, in words
   * @param status of the answer
   */
  Optional<Projection.Member> of(
      TypeDef.Field field,
      Optional<Schema> schema,
      boolean beside,
      Optional<String> news,
      int status) {
    List<String> words = Words.of(field.name()).words();
    boolean failure = words.contains("error") || words.contains("errors");
    if (schema.isEmpty() || failure) {
      return Optional.empty();
    }
    Shape shape = Shape.of(schema.get(), schemas);
    boolean only = shape.values().size() == 1;
    if (!only && !OfTheCall.is(field.name())) {
      return Optional.empty();
    }
    Optional<TypeDef> named = Optional.ofNullable(types.get(field.type().inner()));
    if (named.isPresent()) {
      return constant(named.get(), shape, field);
    }
    String scalar = field.type().scalar();
    Optional<Node> written = written(shape, beside);
    boolean free = isFree(shape);
    if (scalar.equals("string")) {
      return written
          .flatMap(Node::string)
          .or(() -> news.filter(x -> free && words.stream().anyMatch(NEWS::contains)))
          .map(text -> Projection.Member.of("text", field).saying(Text.of(text)));
    }
    boolean flag = scalar.equals("boolean") && words.stream().anyMatch(FLAGS::contains);
    boolean number = isWhole(scalar) && words.stream().anyMatch(NUMBERS::contains);
    Optional<String> meant = flag
        ? Optional.of("true")
        : Optional.of(Integer.toString(status)).filter(x -> number && !beside);
    return written
        .filter(x -> flag || number || only)
        .filter(node -> node instanceof Node.Scalar && node.string().isEmpty())
        .map(node -> ((Node.Scalar) node).raw())
        .filter(raw -> raw.matches(
            scalar.equals("boolean") ? "true|false" : isWhole(scalar) ? "-?\\d{1,9}" : "(?!)"))
        .or(() -> meant.filter(x -> free))
        .map(value -> Projection.Member.from("plain", value, field, false, field.maybe()));
  }

  /** The one of a few values that the contract has as its default, or the only one. */
  private static Optional<Projection.Member> constant(
      TypeDef named, Shape shape, TypeDef.Field field) {
    List<Object> values =
        shape.values().stream().map(Said::value).distinct().toList();
    if (named.values().size() != values.size()) {
      return Optional.empty();
    }
    return shape
        .node("default")
        .map(Said::value)
        .filter(values::contains)
        .or(() -> values.stream().findFirst().filter(x -> values.size() == 1))
        .map(value -> named.values().get(values.indexOf(value)).name())
        .map(name -> Projection.Member.from(
            "plain", named.name() + "." + name, field, false, field.maybe()));
  }

  private static Object value(Node node) {
    return node instanceof Node.Scalar scalar && scalar.value() != null ? scalar.value() : node;
  }

  private static boolean isWhole(String scalar) {
    return scalar.startsWith("integer");
  }

  /** What the contract has: a default, the only value, or an example where nothing says what is right. */
  private static Optional<Node> written(Shape shape, boolean beside) {
    Stream<Node> fixed = Stream.concat(
        shape.node("default").stream(),
        shape.values().stream().filter(only -> shape.values().size() == 1));
    Stream<Node> shown = Stream.concat(
        shape.node("example").stream(),
        shape.node("examples").stream().flatMap(e -> e.items().stream()));
    return Stream.concat(fixed, beside || !isFree(shape) ? Stream.empty() : shown)
        .findFirst();
  }

  /** Whether any value of the type will do. */
  private static boolean isFree(Shape shape) {
    return shape.values().isEmpty()
        && Stream.of(
                "pattern",
                "minLength",
                "maxLength",
                "minimum",
                "maximum",
                "exclusiveMinimum",
                "exclusiveMaximum",
                "multipleOf")
            .allMatch(keyword -> shape.node(keyword).isEmpty())
        && shape.text("format").filter(f -> !f.matches("int(32|64)")).isEmpty();
  }
}
