package dev.hew.storage;

import dev.hew.model.Shape;
import dev.hew.model.TypeUse;
import dev.hew.yaml.JsonWriter;
import dev.hew.yaml.Node;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** PostgreSQL's types and values for those of a contract. */
final class SqlTypes {
  private static final Map<String, String> BY_SCALAR = Map.ofEntries(
      Map.entry("string", "text"),
      Map.entry("string/date", "date"),
      Map.entry("string/date-time", "timestamptz"),
      Map.entry("string/uuid", "uuid"),
      Map.entry("string/uri", "text"),
      Map.entry("string/byte", "bytea"),
      Map.entry("integer", "bigint"),
      Map.entry("integer/int32", "integer"),
      Map.entry("integer/int64", "bigint"),
      Map.entry("integer/big", "numeric"),
      Map.entry("number", "numeric"),
      Map.entry("number/float", "double precision"),
      Map.entry("number/double", "double precision"),
      Map.entry("boolean", "boolean"));

  private static final Set<String> INTEGERS = Set.of("integer", "bigint");

  private SqlTypes() {}

  /** The type of a column for a value: its own for scalars, {@code jsonb} for all that has parts. */
  static String of(Value value, TypeUse use) {
    if (value.kind().equals("json")) {
      return "jsonb";
    }
    if (value.kind().equals("enum")) {
      return value.valueType().filter("String"::equals).isPresent() ? "text" : "bigint";
    }
    return BY_SCALAR.getOrDefault(use.scalar(), "text");
  }

  /** What a new row holds in a column that no caller sets but every answer shows; empty when nothing can be said. */
  static Optional<String> initial(String type, Value value, Shape shape, Optional<Node> example) {
    Optional<Node> wanted =
        value.kind().equals("enum") ? shape.values().stream().findFirst() : Optional.empty();
    Optional<Node> said = shape.node("default").or(() -> wanted);
    if (said.isPresent()) {
      return literal(said.get(), type);
    }
    return switch (type) {
      case "uuid" -> Optional.of("gen_random_uuid()");
      case "timestamptz" -> Optional.of("now()");
      case "date" -> Optional.of("current_date");
      case "boolean" -> Optional.of("false");
      case "integer", "bigint", "numeric", "real", "double precision" ->
        Optional.of(shape
            .largest("minimum")
            .filter(n -> n.signum() > 0)
            .map(n -> n.compareTo(BigDecimal.ONE) == 0 && INTEGERS.contains(type)
                ? "generated"
                : n.toPlainString())
            .orElse("0"));
      default ->
        mayBeEmpty(type, shape) ? Optional.of("'[]'") : example.flatMap(e -> literal(e, type));
    };
  }

  /** Whether a list without items is right. */
  private static boolean mayBeEmpty(String type, Shape shape) {
    return type.equals("jsonb")
        && shape.types().contains("array")
        && shape.largest("minItems").filter(n -> n.signum() > 0).isEmpty();
  }

  /** The contract's default for a property that a body leaves out; empty where there is none, or no value of the type. */
  static Optional<String> standard(String type, Shape shape) {
    return shape
        .node("default")
        .filter(said -> shape.values().isEmpty()
            || shape.values().stream()
                .map(JsonWriter::compact)
                .anyMatch(JsonWriter.compact(said)::equals))
        .flatMap(said -> literal(said, type))
        .map(sql -> type.equals("jsonb") ? sql + "::jsonb" : sql);
  }

  /** What is in every answer, and callers may leave out, when they do: the contract's default, or what says nothing. */
  static Optional<String> neutral(String type, Shape shape) {
    boolean free = shape.values().isEmpty()
        && Stream.of("pattern", "format").allMatch(k -> shape.text(k).isEmpty());
    boolean some = shape.largest("minLength").filter(n -> n.signum() > 0).isPresent();
    boolean zero = shape.largest("minimum").filter(n -> n.signum() > 0).isEmpty()
        && shape.smallest("maximum").filter(n -> n.signum() < 0).isEmpty()
        && Stream.of("exclusiveMinimum", "exclusiveMaximum")
            .allMatch(k -> shape.node(k).isEmpty());
    return standard(type, shape).or(() -> switch (type) {
      case "text" -> Optional.of("''").filter(x -> free && !some);
      case "integer", "bigint", "numeric" ->
        Optional.of("0").filter(x -> zero && shape.values().isEmpty());
      case "boolean" -> Optional.of("false").filter(x -> shape.values().isEmpty());
      case "jsonb" -> Optional.of("'[]'::jsonb").filter(x -> mayBeEmpty(type, shape));
      default -> Optional.empty();
    });
  }

  /** The same where no value says nothing: the first that the contract lists, or the one of its example. */
  static Optional<String> likely(String type, Shape shape, Optional<Node> example) {
    return shape.values().stream()
        .findFirst()
        .or(() -> example.filter(x -> !type.equals("uuid")))
        .flatMap(said -> literal(said, type))
        .map(sql -> type.equals("jsonb") ? sql + "::jsonb" : sql);
  }

  /** What rows get that were there before a column that may not be null. */
  static String filler(String type, Value value, Shape shape, Optional<Node> example) {
    return initial(type, value, shape, example)
        .filter(said -> !said.equals("generated"))
        .orElseGet(() -> switch (type) {
          case "jsonb" -> shape.types().contains("array") ? "'[]'" : "'{}'";
          case "integer", "bigint", "numeric", "real", "double precision" -> "0";
          case "boolean" -> "false";
          case "timestamptz" -> "now()";
          case "date" -> "current_date";
          case "uuid" -> "gen_random_uuid()";
          default -> "''";
        });
  }

  /** Whether nothing says that what {@link #initial} says is right: it is the same in every row, or anything. */
  static boolean isConstant(String type, String initial, Shape shape) {
    return shape.node("default").isEmpty()
        && !initial.equals("generated")
        && !Set.of("timestamptz", "date").contains(type);
  }

  /** A value of the contract as SQL. */
  private static Optional<String> literal(Node node, String type) {
    if (!isKept(node)) {
      return Optional.empty();
    }
    if (type.equals("jsonb")) {
      return Optional.of(quoted(JsonWriter.compact(node)));
    }
    if (!(node instanceof Node.Scalar scalar) || scalar.value() == null) {
      return Optional.empty();
    }
    Object value = scalar.value();
    boolean number = value instanceof BigInteger || value instanceof BigDecimal;
    boolean takesNumber =
        List.of("integer", "bigint", "numeric", "real", "double precision").contains(type);
    if (number || value instanceof Boolean) {
      return number == takesNumber ? Optional.of(value.toString()) : Optional.empty();
    }
    return type.equals("text") ? Optional.of(quoted(value.toString())) : Optional.empty();
  }

  /** Whether PostgreSQL has all the characters of a value: it knows no NUL, and no half of a surrogate pair. */
  private static boolean isKept(Node node) {
    return isKept(node.string().orElse(""))
        && node.items().stream().allMatch(SqlTypes::isKept)
        && node.entries().stream().allMatch(e -> isKept(e.key()) && isKept(e.value()));
  }

  private static boolean isKept(String text) {
    return text.codePoints().noneMatch(c -> c == 0 || c >= 0xd800 && c <= 0xdfff);
  }

  /** A text as a literal of SQL: what is not printable ASCII is escaped. */
  static String quoted(String text) {
    boolean plain = text.chars().allMatch(c -> c >= ' ' && c < 0x7f);
    if (plain) {
      return "'" + text.replace("'", "''") + "'";
    }
    StringBuilder out = new StringBuilder("U&'");
    text.codePoints().forEach(c -> {
      if (c == '\'' || c == '\\') {
        out.appendCodePoint(c).appendCodePoint(c);
      } else if (c >= ' ' && c < 0x7f) {
        out.appendCodePoint(c);
      } else {
        String hex = Integer.toHexString(c);
        out.append("\\+").append("0".repeat(6 - hex.length())).append(hex);
      }
    });
    return out.append('\'').toString();
  }
}
