package dev.hew.contract;

import dev.hew.report.Nearest;
import dev.hew.yaml.Node;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** What a schema's keywords may hold. */
final class KeywordRules {
  static final Set<String> SCHEMA = Set.of(
      "items",
      "additionalProperties",
      "not",
      "contains",
      "if",
      "then",
      "else",
      "propertyNames",
      "unevaluatedItems",
      "unevaluatedProperties",
      "contentSchema");
  static final Set<String> SCHEMA_MAP =
      Set.of("properties", "patternProperties", "dependentSchemas", "$defs", "definitions");
  static final Set<String> SCHEMA_LIST = Set.of("allOf", "oneOf", "anyOf", "prefixItems");

  /** What OpenAPI 3.0 and Swagger 2.0 leave of the keywords beside a {@code $ref}. */
  static final Set<String> BESIDE_REF =
      Set.of("$ref", "description", "summary", "title", "nullable", "x-nullable");

  /** What people write has hundreds; engines recurse with it. */
  private static final int LONGEST_PATTERN = 10_000;

  private static final Set<String> TYPES =
      Set.of("string", "number", "integer", "boolean", "array", "object", "null");
  private static final Set<String> NUMBERS = Set.of("minimum", "maximum", "multipleOf");
  private static final Set<String> COUNTS = Set.of(
      "minLength",
      "maxLength",
      "minItems",
      "maxItems",
      "minProperties",
      "maxProperties",
      "minContains",
      "maxContains");
  private static final Map<String, String> TYPE_HINTS = Map.ofEntries(
      Map.entry("decimal", "use `type: number` with `format: decimal`"),
      Map.entry("float", "use `type: number` with `format: float`"),
      Map.entry("double", "use `type: number` with `format: double`"),
      Map.entry("bool", "use `type: boolean`"),
      Map.entry("str", "use `type: string`"),
      Map.entry("int", "use `type: integer`"),
      Map.entry("long", "use `type: integer` with `format: int64`"),
      Map.entry("date", "use `type: string` with `format: date`"),
      Map.entry("date-time", "use `type: string` with `format: date-time`"),
      Map.entry("datetime", "use `type: string` with `format: date-time`"),
      Map.entry("uuid", "use `type: string` with `format: uuid`"),
      Map.entry("binary", "use `type: string` with `format: binary`"),
      Map.entry("file", "use `type: string` with `format: binary`"),
      Map.entry("any", "leave `type` out, then any value fits"),
      Map.entry("map", "use `type: object` with `additionalProperties`"),
      Map.entry("list", "use `type: array` with `items`"),
      Map.entry("enum", "use `type: string` with `enum`"));

  private final Problems problems;

  KeywordRules(Problems problems) {
    this.problems = problems;
  }

  /** The keyword's value, put right where that is plain; nothing when it cannot be used, which is reported. */
  Optional<Node> check(Spot entry, Node node, Dialect dialect) {
    String key = entry.name();
    if (key.equals("type")) {
      return type(entry, dialect);
    }
    if (NUMBERS.contains(key)) {
      return number(entry, n -> !key.equals("multipleOf") || n.signum() > 0, "a number");
    }
    if (COUNTS.contains(key)) {
      return number(
          entry,
          n -> n.signum() >= 0 && n.stripTrailingZeros().scale() <= 0,
          "a whole number from 0");
    }
    switch (key) {
      case "pattern" -> {
        return pattern(entry);
      }
      case "required" -> {
        return required(entry);
      }
      case "enum", "examples" -> {
        return list(entry);
      }
      case "format", "title", "description" -> {
        return entry.isNull() ? Optional.empty() : Optional.of(node);
      }
      default -> {
        return Optional.of(node);
      }
    }
  }

  private Optional<Node> type(Spot entry, Dialect dialect) {
    if (entry.isNull() && dialect.isModern()) {
      problems.warnAtKey(
          "schema-type-null",
          entry,
          "`type: null` is read as the type `null`",
          Optional.of("write `type: 'null'`"));
      return Optional.of(new Node.Scalar("null", "null", entry.node().position()));
    }
    if (entry.isNull()) {
      problems.warnAtKey(
          "empty-value", entry, "`type` has no value and is passed over", Optional.empty());
      return Optional.empty();
    }
    if (entry.node() instanceof Node.Sequence && !dialect.isModern()) {
      problems.warnAtKey(
          "schema-type-list",
          entry,
          "a list of types is OpenAPI 3.1's and is read as there",
          Optional.empty());
    }
    List<Node> types =
        entry.node() instanceof Node.Sequence ? entry.node().items() : List.of(entry.node());
    List<Node> good = new ArrayList<>();
    for (Node type : types) {
      oneType(type, dialect).ifPresent(good::add);
    }
    if (good.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        entry.node() instanceof Node.Sequence
            ? new Node.Sequence(good, entry.node().position())
            : good.get(0));
  }

  private Optional<Node> oneType(Node node, Dialect dialect) {
    if (node instanceof Node.Scalar s && s.value() == null) {
      return Optional.of(new Node.Scalar("null", "null", node.position()));
    }
    if (!(node instanceof Node.Scalar)) {
      problems.error(
          "wrong-kind",
          node,
          "a type has to be a word, but this is " + Reading.kind(node),
          Optional.of("one of string, number, integer, boolean, array, object"));
      return Optional.empty();
    }
    String type = ((Node.Scalar) node).raw();
    if (TYPES.contains(type)) {
      return Optional.of(node);
    }
    if (type.equals("file") && dialect.isSwagger()) {
      return Optional.of(node);
    }
    problems.error(
        "schema-unknown-type",
        node,
        "type `" + type + "` is none that OpenAPI knows",
        Optional.ofNullable(TYPE_HINTS.get(type.toLowerCase(java.util.Locale.ROOT)))
            .or(() -> Nearest.to(type, TYPES).map(n -> "did you mean `" + n + "`?")));
    return Optional.empty();
  }

  private interface Rule {
    boolean holds(BigDecimal number);
  }

  private Optional<Node> number(Spot entry, Rule rule, String what) {
    Object value = entry.node() instanceof Node.Scalar s ? s.value() : null;
    BigDecimal number = value instanceof BigInteger i
        ? new BigDecimal(i)
        : value instanceof BigDecimal d ? d : null;
    if (number != null && rule.holds(number)) {
      return Optional.of(entry.node());
    }
    problems.warn(
        "schema-keyword",
        entry.node(),
        "`" + entry.name() + "` has to be " + what + "; it is passed over");
    return Optional.empty();
  }

  private Optional<Node> pattern(Spot entry) {
    String pattern = entry.node().string().orElse(null);
    if (pattern == null) {
      problems.warn(
          "schema-keyword", entry.node(), "`pattern` has to be a text; it is passed over");
      return Optional.empty();
    }
    if (pattern.length() > LONGEST_PATTERN) {
      problems.warn(
          "schema-pattern",
          entry.node(),
          "`pattern` is longer than 10,000 characters; it is passed over",
          Optional.of("list the values with `enum`, or say less"));
      return Optional.empty();
    }
    try {
      Pattern.compile(pattern);
    } catch (PatternSyntaxException e) {
      problems.warn(
          "schema-pattern",
          entry.node(),
          "`pattern` is no regular expression that hew reads: " + e.getDescription());
    }
    return Optional.of(entry.node());
  }

  private Optional<Node> required(Spot entry) {
    if (entry.node() instanceof Node.Sequence) {
      return Optional.of(entry.node());
    }
    problems.warn(
        "schema-required",
        entry.node(),
        "`required` has to be a list of property names; it is passed over",
        Optional.of(
            "in a schema, the object that has the property lists it under its own `required`"));
    return Optional.empty();
  }

  private Optional<Node> list(Spot entry) {
    if (entry.node() instanceof Node.Sequence) {
      return Optional.of(entry.node());
    }
    problems.warn(
        "schema-keyword",
        entry.node(),
        "`" + entry.name() + "` has to be a list; it is passed over");
    return Optional.empty();
  }

  /** Swagger 2.0's {@code file} is a string of bytes. */
  static void file(Map<String, Node.Entry> schema) {
    Node.Entry type = schema.get("type");
    if (type != null && type.value().string().equals(Optional.of("file"))) {
      schema.put("type", new Node.Entry("type", type.keyPosition(), text("string", type.value())));
      schema.put(
          "format", new Node.Entry("format", type.keyPosition(), text("binary", type.value())));
    }
  }

  private static Node text(String text, Node at) {
    return new Node.Scalar(text, text, at.position());
  }

  /** A boolean limit of OpenAPI 3.0 takes the number that it makes exclusive. */
  static void exclusive(Map<String, Node.Entry> schema, String keyword, String limit) {
    Node.Entry entry = schema.get(keyword);
    if (entry == null
        || !(entry.value() instanceof Node.Scalar s)
        || !(s.value() instanceof Boolean yes)) {
      return;
    }
    schema.remove(keyword);
    Node.Entry number = schema.get(limit);
    if (yes && number != null) {
      schema.remove(limit);
      schema.put(keyword, new Node.Entry(keyword, entry.keyPosition(), number.value()));
    }
  }
}
