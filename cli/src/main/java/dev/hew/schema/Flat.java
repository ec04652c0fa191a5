package dev.hew.schema;

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
 * Everything that holds for one value at once: a schema with its {@code $ref} and {@code allOf} laid side by side.
 *
 * @param parts the schemas that all apply, outermost first; none of them is {@code true} or {@code false}
 * @param refs the names that were followed to get here
 * @param choices the {@code oneOf} and {@code anyOf} that are still open
 * @param never whether one of the parts is {@code false}
 */
record Flat(List<Node> parts, Set<String> refs, List<Choice> choices, boolean never) {

  /** One of the branches must apply beside everything else in the owner. */
  record Choice(Node owner, List<Node> branches) {}

  static Flat of(Node schema, SchemaSet set) {
    Builder builder = new Builder(set);
    builder.add(schema);
    return new Flat(builder.parts, builder.refs, builder.choices, builder.never);
  }

  /** This with the first choice made. */
  Flat choose(Node branch, SchemaSet set) {
    Flat more = of(branch, set);
    List<Node> allParts = new ArrayList<>(parts);
    allParts.addAll(more.parts);
    Set<String> allRefs = new LinkedHashSet<>(refs);
    allRefs.addAll(more.refs);
    List<Choice> open = new ArrayList<>(choices.subList(1, choices.size()));
    open.addAll(more.choices);
    // a branch that leaves open the very choice that it is part of leads nowhere
    boolean circle =
        more.choices.stream().anyMatch(c -> parts.stream().anyMatch(part -> part == c.owner));
    return new Flat(allParts, allRefs, open, never || more.never || circle);
  }

  private static final class Builder {
    private final SchemaSet set;
    private final List<Node> parts = new ArrayList<>();
    private final Set<String> refs = new LinkedHashSet<>();
    private final List<Choice> choices = new ArrayList<>();
    private boolean never;

    Builder(SchemaSet set) {
      this.set = set;
    }

    void add(Node schema) {
      if (schema instanceof Node.Scalar scalar) {
        never |= Boolean.FALSE.equals(scalar.value());
        return;
      }
      parts.add(schema);
      Optional<String> ref = schema.get("$ref").flatMap(Node::string);
      if (ref.isPresent()) {
        follow(ref.get());
      }
      for (Node part : schema.get("allOf").map(Node::items).orElse(List.of())) {
        add(part);
      }
      for (String keyword : List.of("oneOf", "anyOf")) {
        List<Node> branches = schema.get(keyword).map(Node::items).orElse(List.of());
        if (!branches.isEmpty()) {
          choices.add(new Choice(schema, branches));
        }
      }
    }

    private void follow(String ref) {
      String name = SchemaSet.nameOf(ref);
      if (refs.add(name)) {
        add(set.definitions().get(name));
      }
    }
  }

  // Plain loops below: this runs for every value that is made, and a lambda that holds something
  // costs the JVM's first
  // compiler a call into the JVM each time.

  /** The values of a keyword in every part that has it. */
  List<Node> all(String keyword) {
    List<Node> values = new ArrayList<>(2);
    for (Node part : parts) {
      Optional<Node> value = part.get(keyword);
      if (value.isPresent()) {
        values.add(value.get());
      }
    }
    return values;
  }

  boolean has(String keyword) {
    for (Node part : parts) {
      if (part.get(keyword).isPresent()) {
        return true;
      }
    }
    return false;
  }

  boolean flag(String keyword) {
    for (Node node : all(keyword)) {
      if (node instanceof Node.Scalar s && Boolean.TRUE.equals(s.value())) {
        return true;
      }
    }
    return false;
  }

  /** The first text of a keyword. */
  Optional<String> text(String keyword) {
    return all(keyword).stream().flatMap(n -> n.string().stream()).findFirst();
  }

  /** The strictest of lower bounds. */
  Optional<BigDecimal> lower(String keyword) {
    return numbers(keyword).stream().max(BigDecimal::compareTo);
  }

  /** The strictest of upper bounds. */
  Optional<BigDecimal> upper(String keyword) {
    return numbers(keyword).stream().min(BigDecimal::compareTo);
  }

  /** A lower bound of a length or count; 0 when there is none. */
  int atLeast(String keyword) {
    return lower(keyword).map(Flat::cap).orElse(0);
  }

  /** An upper bound of a length or count; the largest number when there is none. */
  int atMost(String keyword) {
    return upper(keyword).map(Flat::cap).orElse(Integer.MAX_VALUE);
  }

  private static int cap(BigDecimal number) {
    return number
        .min(BigDecimal.valueOf(Integer.MAX_VALUE))
        .max(BigDecimal.ZERO)
        .intValue();
  }

  List<BigDecimal> numbers(String keyword) {
    List<BigDecimal> numbers = new ArrayList<>();
    for (Node node : all(keyword)) {
      Object value = node instanceof Node.Scalar s ? s.value() : null;
      if (value instanceof BigInteger i) {
        numbers.add(new BigDecimal(i));
      } else if (value instanceof BigDecimal d) {
        numbers.add(d);
      }
    }
    return numbers;
  }

  /** Each property with all schemas that apply to it. */
  Map<String, List<Node>> properties() {
    Map<String, List<Node>> properties = new LinkedHashMap<>();
    for (Node map : all("properties")) {
      for (Node.Entry property : map.entries()) {
        properties.computeIfAbsent(property.key(), k -> new ArrayList<>()).add(property.value());
      }
    }
    return properties;
  }

  Set<String> required() {
    Set<String> names = new LinkedHashSet<>();
    all("required")
        .forEach(list -> list.items().forEach(item -> item.string().ifPresent(names::add)));
    return names;
  }

  /** The types that all parts allow; guessed from the other keywords where no part names one; possibly empty. */
  List<String> types() {
    List<String> types = null;
    for (Node node : all("type")) {
      List<String> own = node.string().map(List::of).orElseGet(() -> texts(node));
      types = types == null ? own : intersect(types, own);
    }
    return types == null ? List.of(guess()) : types;
  }

  private static List<String> texts(Node list) {
    return list.items().stream().flatMap(item -> item.string().stream()).toList();
  }

  private static List<String> intersect(List<String> a, List<String> b) {
    List<String> both = new ArrayList<>();
    for (String type : a) {
      if (b.contains(type) || (type.equals("integer") && b.contains("number"))) {
        both.add(type);
      } else if (type.equals("number") && b.contains("integer")) {
        both.add("integer");
      }
    }
    return both;
  }

  private String guess() {
    if (has("properties")
        || has("required")
        || has("additionalProperties")
        || has("patternProperties")
        || has("minProperties")) {
      return "object";
    }
    if (has("items") || has("prefixItems") || has("minItems") || has("contains")) {
      return "array";
    }
    if (has("minimum")
        || has("maximum")
        || has("multipleOf")
        || has("exclusiveMinimum")
        || has("exclusiveMaximum")) {
      return "number";
    }
    return "string";
  }
}
