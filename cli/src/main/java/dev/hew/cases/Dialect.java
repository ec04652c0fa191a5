package dev.hew.cases;

import dev.hew.contract.Place;
import dev.hew.contract.Schema;
import dev.hew.schema.Direction;
import dev.hew.schema.Patterns;
import dev.hew.schema.Subschemas;
import dev.hew.schema.Values;
import dev.hew.yaml.Node;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/** Writes schemas of a contract as plain JSON Schema 2020-12, keeping only what restricts or illustrates values. */
final class Dialect {
  private static final Set<String> NUMBERS = Set.of(
      "minimum",
      "maximum",
      "exclusiveMinimum",
      "exclusiveMaximum",
      "multipleOf",
      "minLength",
      "maxLength",
      "minItems",
      "maxItems",
      "minProperties",
      "maxProperties",
      "minContains",
      "maxContains");
  private static final Set<String> DATA = Set.of("const", "default");
  private static final Set<String> FLAGS = Set.of("uniqueItems", "readOnly", "writeOnly");
  private static final Set<String> TEXTS = Set.of("format", "contentMediaType", "contentEncoding");
  private static final Set<String> TYPES =
      Set.of("string", "number", "integer", "boolean", "object", "array", "null");
  private static final Map<String, List<BigDecimal>> BOUNDS = Map.of(
      "int32",
      bounds(Integer.MIN_VALUE, Integer.MAX_VALUE),
      "int64",
      bounds(Long.MIN_VALUE, Long.MAX_VALUE));

  private final Visibility visibility;
  private final Tags tags;
  private final BiFunction<Place, Direction, String> reference;
  private final BiFunction<Place, Direction, String> baseReference;

  /**
   * @param reference gives the text of a {@code $ref} to a place
   * @param baseReference the same for a base that an {@code allOf} extends
   */
  Dialect(
      Visibility visibility,
      Tags tags,
      BiFunction<Place, Direction, String> reference,
      BiFunction<Place, Direction, String> baseReference) {
    this.visibility = visibility;
    this.tags = tags;
    this.reference = reference;
    this.baseReference = baseReference;
  }

  private static List<BigDecimal> bounds(long low, long high) {
    return List.of(BigDecimal.valueOf(low), BigDecimal.valueOf(high));
  }

  Node convert(Schema schema, Direction direction) {
    return convert(schema, direction, Set.of(), reference);
  }

  /** @param hidden names that an enclosing {@code allOf} knows not to travel in this direction */
  private Node convert(
      Schema schema,
      Direction direction,
      Set<String> hidden,
      BiFunction<Place, Direction, String> toRef) {
    if (!(schema.node() instanceof Node.Mapping)) {
      return schema.node();
    }
    Set<String> gone = new LinkedHashSet<>(hidden);
    gone.addAll(visibility.hidden(schema, direction));
    Map<String, Node> out = new LinkedHashMap<>();
    schema.ref().ifPresent(place -> out.put("$ref", Values.text(toRef.apply(place, direction))));
    for (Node.Entry entry : schema.node().entries()) {
      keyword(schema, entry.key(), entry.value(), direction, gone)
          .ifPresent(node -> out.put(told(schema, entry.key()), node));
    }
    List<Node> examples = schema.examples().stream().filter(Dialect::isReadable).toList();
    if (!examples.isEmpty()) {
      out.put("examples", Values.list(examples));
    }
    bound(schema, out);
    return Values.map(out);
  }

  /**
   * The keyword to write. Branches are told apart by their tags; where a value may come without one, no branch can be
   * ruled out, and asking for exactly one would forbid every such value.
   */
  private String told(Schema schema, String key) {
    boolean open = key.equals("oneOf")
        && schema.anyOf().isEmpty()
        && schema.oneOf().stream()
            .flatMap(branch -> tags.branch(schema, branch).stream())
            .anyMatch(tag -> !tag.required());
    return open ? "anyOf" : key;
  }

  private Optional<Node> keyword(
      Schema schema, String key, Node value, Direction direction, Set<String> hidden) {
    if (DATA.contains(key)) {
      return Optional.of(value).filter(Dialect::isReadable);
    }
    if (FLAGS.contains(key)) {
      return Optional.of(value)
          .filter(v -> v instanceof Node.Scalar s && s.value() instanceof Boolean);
    }
    if (TEXTS.contains(key)) {
      return value.string().map(Values::text);
    }
    if (NUMBERS.contains(key)) {
      return schema
          .number(key)
          .filter(n -> !key.equals("multipleOf") || n.signum() > 0)
          .map(n -> value)
          .filter(Dialect::isReadable);
    }
    if (Subschemas.SINGLE.contains(key)) {
      boolean patternsLost = key.endsWith("Properties")
          && schema.children("patternProperties").keySet().stream()
              .anyMatch(p -> !Patterns.usable(p));
      return patternsLost
          ? Optional.empty()
          : schema.child(key).filter(Dialect::isSchema).map(child -> convert(child, direction));
    }
    if (Subschemas.LISTS.contains(key)) {
      return list(schema, key, direction, hidden);
    }
    if (Subschemas.MAPS.contains(key)) {
      Map<String, Node> children = new LinkedHashMap<>();
      schema.children(key).forEach((name, child) -> {
        if (isSchema(child) && (!key.equals("patternProperties") || Patterns.usable(name))) {
          children.put(name, convert(child, direction));
        }
      });
      return Optional.of(Values.map(children));
    }
    return switch (key) {
      case "type" -> {
        List<String> types = schema.types().stream().filter(TYPES::contains).toList();
        yield types.isEmpty()
            ? Optional.empty()
            : Optional.of(types.size() == 1 ? Values.text(types.get(0)) : Values.texts(types));
      }
      case "enum" -> Optional.of(value).filter(v -> !v.items().isEmpty() && isReadable(v));
      case "dependentRequired" -> Optional.of(value).filter(Dialect::isLists);
      case "pattern" -> value.string().filter(Patterns::usable).map(Values::text);
      case "required" -> {
        List<String> names =
            schema.required().stream().filter(name -> !hidden.contains(name)).toList();
        yield names.isEmpty() ? Optional.empty() : Optional.of(Values.texts(names));
      }
      default -> Optional.empty();
    };
  }

  private static boolean isSchema(Schema schema) {
    return schema.node() instanceof Node.Mapping
        || schema.node() instanceof Node.Scalar s && s.value() instanceof Boolean;
  }

  private static boolean isLists(Node map) {
    return map instanceof Node.Mapping
        && map.entries().stream()
            .allMatch(e -> e.value() instanceof Node.Sequence
                && e.value().items().stream().allMatch(item -> item.string().isPresent()));
  }

  /** Whether every number is one that validators can read: they know no more than a double holds. */
  private static boolean isReadable(Node node) {
    if (node instanceof Node.Scalar scalar) {
      return !(scalar.value() instanceof Number number)
          || Double.isFinite(number.doubleValue())
              && (!(number instanceof BigDecimal d)
                  || d.signum() == 0
                  || number.doubleValue() != 0);
    }
    return node.items().stream().allMatch(Dialect::isReadable)
        && node.entries().stream().allMatch(e -> isReadable(e.value()));
  }

  private Optional<Node> list(Schema schema, String key, Direction direction, Set<String> hidden) {
    List<Node> items = new ArrayList<>();
    for (Schema item : schema.list(key).stream().filter(Dialect::isSchema).toList()) {
      boolean extending = key.equals("allOf");
      Optional<Place> base = extending ? tags.extended(schema, item) : Optional.empty();
      Node plain = convert(
          item,
          direction,
          extending ? hidden : Set.of(),
          base.isPresent() ? (place, way) -> baseReference.apply(base.get(), way) : reference);
      Optional<Tags.Tag> tag =
          key.equals("oneOf") || key.equals("anyOf") ? tags.branch(schema, item) : Optional.empty();
      items.add(tag.map(t -> tagged(plain, t)).orElse(plain));
    }
    return items.isEmpty() ? Optional.empty() : Optional.of(Values.list(items));
  }

  /** The schema, for values with this tag. */
  static Node tagged(Node schema, Tags.Tag tag) {
    Node value = tag.values().size() == 1
        ? Values.map(Map.of("const", Values.text(tag.values().get(0))))
        : Values.map(Map.of("enum", Values.texts(tag.values())));
    Map<String, Node> out = new LinkedHashMap<>();
    out.put("allOf", Values.list(List.of(schema)));
    out.put("properties", Values.map(Map.of(tag.property(), value)));
    if (tag.required()) {
      out.put("required", Values.texts(List.of(tag.property())));
    }
    return Values.map(out);
  }

  private static void bound(Schema schema, Map<String, Node> out) {
    List<BigDecimal> bounds = BOUNDS.get(schema.format().orElse(""));
    if (bounds == null) {
      return;
    }
    boolean low = Stream.of("minimum", "exclusiveMinimum")
        .flatMap(k -> schema.number(k).stream())
        .anyMatch(n -> n.compareTo(bounds.get(0)) >= 0);
    boolean high = Stream.of("maximum", "exclusiveMaximum")
        .flatMap(k -> schema.number(k).stream())
        .anyMatch(n -> n.compareTo(bounds.get(1)) <= 0);
    if (!low) {
      out.put("minimum", Values.number(bounds.get(0)));
    }
    if (!high) {
      out.put("maximum", Values.number(bounds.get(1)));
    }
  }
}
