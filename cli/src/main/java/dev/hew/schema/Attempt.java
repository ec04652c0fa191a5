package dev.hew.schema;

import dev.hew.yaml.Node;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** One way through the schemas to a value. */
final class Attempt {
  /** How deep optional properties are filled in at the most. */
  static final int DEPTH = 7;

  /** How many values one sample may hold before optional ones are left out. */
  private static final int SIZE = 1_000;

  /** How many values are tried before the search is given up: what is required can double with each level. */
  private static final int MOST = 20 * SIZE;

  /** How deep required values are nested before the search is given up. */
  private static final int DEEPEST = 100;

  /** How many items an upper bound is met with. */
  private static final int MANY = 100;

  private final Validator validator;
  private final Direction direction;
  private final Mode mode;
  private int size;
  private int turns = 1;

  /**
   * What kind of value is looked for.
   *
   * @param examples whether the contract's examples and defaults will do
   * @param optional whether to add what is optional
   * @param turn which branch of a choice and which value of an enumeration comes first
   * @param depth how deep what is optional is filled in
   */
  record Mode(boolean examples, boolean optional, Edge edge, int turn, int depth) {
    static Mode told(boolean optional) {
      return new Mode(true, optional, Edge.NONE, 0, DEPTH);
    }

    static Mode made(boolean optional) {
      return new Mode(false, optional, Edge.NONE, 0, DEPTH);
    }

    Mode at(int turn) {
      return new Mode(examples, optional, edge, turn, depth);
    }

    Mode at(Edge edge) {
      return new Mode(examples, optional, edge, turn, depth);
    }

    Mode to(int depth) {
      return new Mode(examples, optional, edge, turn, depth);
    }
  }

  Attempt(Validator validator, Direction direction, Mode mode) {
    this.validator = validator;
    this.direction = direction;
    this.mode = mode;
  }

  /** How many values were tried. */
  int size() {
    return size;
  }

  /** How many turns would show each branch and each value that was met. */
  int turns() {
    return turns;
  }

  /**
   * @param above the names that led here: coming by one again is a circle
   * @param variant which of several different values to make, counted from 0
   */
  Optional<Node> make(Node schema, Set<String> above, int depth, int variant) {
    if (++size > MOST || depth > DEEPEST) {
      return Optional.empty();
    }
    Flat flat = Flat.of(schema, validator.schemas());
    if (flat.never() || flat.refs().stream().anyMatch(above::contains)) {
      return Optional.empty();
    }
    Optional<Node> spelled = fixed(schema, flat, variant);
    return spelled.isPresent() ? spelled : chosen(flat, above, depth, variant);
  }

  /** A value that the contract spells out. */
  private Optional<Node> fixed(Node schema, Flat flat, int variant) {
    List<Node> values = new ArrayList<>();
    if (mode.examples) {
      for (Node list : flat.all("examples")) {
        values.addAll(list.items());
      }
      values.addAll(flat.all("default"));
    }
    values.addAll(flat.all("const"));
    List<Node> dull = new ArrayList<>(); // null says least of what is allowed
    for (Node list : flat.all("enum")) {
      for (Node option : list.items()) {
        (Values.isNull(option) ? dull : values).add(option);
      }
    }
    values.addAll(dull);
    if (values.isEmpty()) {
      return Optional.empty();
    }
    if (mode.turn > 0 || !mode.examples) {
      turns = Math.max(turns, values.size());
    }
    List<Node> allowed = turned(values).stream()
        .filter(v -> validator.allows(schema, v))
        .limit(variant + 1L)
        .toList();
    return variant < allowed.size() ? Optional.of(allowed.get(variant)) : Optional.empty();
  }

  /** The list from the one whose turn it is. */
  private List<Node> turned(List<Node> all) {
    List<Node> turned = new ArrayList<>(all);
    Collections.rotate(turned, all.isEmpty() ? 0 : -(mode.turn % all.size()));
    return turned;
  }

  /** The first branch of each {@code oneOf} and {@code anyOf} that leads to a value which its owner allows. */
  private Optional<Node> chosen(Flat flat, Set<String> above, int depth, int variant) {
    if (flat.choices().isEmpty()) {
      return concrete(flat, above, depth, variant);
    }
    Flat.Choice choice = flat.choices().get(0);
    turns = Math.max(turns, choice.branches().size());
    for (Node branch : turned(choice.branches())) {
      Flat next = flat.choose(branch, validator.schemas());
      if (next.never() || next.refs().stream().anyMatch(above::contains)) {
        continue;
      }
      Optional<Node> value =
          spelled(next, branch, choice, variant).or(() -> chosen(next, above, depth, variant));
      if (value.isPresent() && validator.allows(choice.owner(), value.get())) {
        return value;
      }
    }
    return Optional.empty();
  }

  private Optional<Node> spelled(Flat flat, Node branch, Flat.Choice choice, int variant) {
    return fixed(branch, Flat.of(branch, validator.schemas()), variant)
        .filter(value -> validator.allows(choice.owner(), value))
        .filter(value -> flat.parts().stream().allMatch(part -> validator.allows(part, value)));
  }

  private Optional<Node> concrete(Flat flat, Set<String> above, int depth, int variant) {
    Set<String> path = new LinkedHashSet<>(above);
    path.addAll(flat.refs());
    if (mode.edge == Edge.NULL && depth > 0 && flat.types().contains("null")) {
      return Optional.of(Values.nothing());
    }
    boolean nullable = false;
    for (String type : flat.types()) {
      Optional<Node> value = Optional.empty();
      switch (type) {
        case "null" -> nullable = true;
        case "object" -> value = object(flat, path, depth, variant);
        case "array" -> value = array(flat, path, depth);
        default -> value = Scalars.make(type, flat, variant, mode.edge);
      }
      if (value.isPresent() && !excluded(flat, value.get())) {
        return value;
      }
    }
    return nullable ? Optional.of(Values.nothing()) : Optional.empty();
  }

  /** Whether a {@code not} speaks against a value, so that another type has to be tried. */
  private boolean excluded(Flat flat, Node value) {
    for (Node part : flat.parts()) {
      if (part.get("not").isPresent() && !validator.allows(part, value)) {
        return true;
      }
    }
    return false;
  }

  private Optional<Node> object(Flat flat, Set<String> path, int depth, int variant) {
    Map<String, List<Node>> properties = flat.properties();
    Set<String> required = flat.required();
    Map<String, Node> made = new LinkedHashMap<>();
    int room = flat.atMost("maxProperties") - required.size();
    for (Map.Entry<String, List<Node>> property : properties.entrySet()) {
      boolean needed = required.contains(property.getKey());
      Node schema = together(property.getValue());
      if (!needed
          && (!mode.optional
              || room <= 0
              || depth >= mode.depth
              || size > SIZE
              || hidden(schema))) {
        continue;
      }
      Optional<Node> value = make(schema, path, depth + 1, variant);
      if (value.isPresent()) {
        made.put(property.getKey(), value.get());
        room -= needed ? 0 : 1;
      } else if (needed) {
        return Optional.empty();
      }
    }
    for (String name : required) {
      if (!properties.containsKey(name)) {
        Optional<Node> value = make(extra(flat, name), path, depth + 1, variant);
        if (value.isEmpty()) {
          return Optional.empty();
        }
        made.put(name, value.get());
      }
    }
    fill(flat, made, path, depth);
    return Optional.of(Values.map(made));
  }

  /** Adds entries of free names: one to show what a map holds, more where a minimum asks for them. */
  private void fill(Flat flat, Map<String, Node> made, Set<String> path, int depth) {
    boolean map = made.isEmpty()
        && flat.all("additionalProperties").stream().anyMatch(n -> !n.entries().isEmpty());
    int wanted = Math.max(flat.atLeast("minProperties"), map && mode.optional ? 1 : 0);
    for (int i = 1; made.size() < wanted && i <= wanted && i <= SIZE; i++) {
      String name = freeName(flat, i - 1);
      make(extra(flat, name), path, depth + 1, i - 1)
          .ifPresent(value -> made.putIfAbsent(name, value));
    }
  }

  /** A name that the schema leaves to the value. */
  private String freeName(Flat flat, int variant) {
    List<Node> rules = new ArrayList<>(flat.all("propertyNames"));
    boolean closed = flat.all("additionalProperties").stream()
        .anyMatch(n -> Flat.of(n, validator.schemas()).never());
    flat.all("patternProperties").stream()
        .filter(patterns -> closed)
        .flatMap(patterns -> patterns.entries().stream())
        .limit(1)
        .forEach(e -> rules.add(
            Values.map(Map.of("type", Values.text("string"), "pattern", Values.text(e.key())))));
    Optional<String> name = rules.isEmpty()
        ? Optional.empty()
        : make(together(rules), Set.of(), 0, variant).flatMap(Node::string);
    return name.orElse(variant == 0 ? "key" : "key" + (variant + 1));
  }

  /** What holds for a property that is not declared by name. */
  private Node extra(Flat flat, String name) {
    List<Node> schemas = new ArrayList<>();
    for (Node patterns : flat.all("patternProperties")) {
      patterns.entries().stream()
          .filter(e -> Patterns.find(e.key(), name))
          .forEach(e -> schemas.add(e.value()));
    }
    return together(schemas.isEmpty() ? flat.all("additionalProperties") : schemas);
  }

  private boolean hidden(Node schema) {
    return Flat.of(schema, validator.schemas()).flag(direction.hiddenBy());
  }

  private Optional<Node> array(Flat flat, Set<String> path, int depth) {
    List<Node> fixed =
        flat.all("prefixItems").stream().findFirst().map(Node::items).orElse(List.of());
    int least = flat.atLeast("minItems");
    int wanted = Math.max(
        least,
        depth >= mode.depth || size > SIZE || !mode.optional ? 0 : Math.max(1, fixed.size()));
    if (mode.edge == Edge.HIGH && size <= SIZE && flat.atMost("maxItems") <= MANY) {
      wanted = flat.atMost("maxItems");
    } else if (mode.edge == Edge.LOW) {
      wanted = least;
    }
    wanted = Math.min(wanted, flat.atMost("maxItems"));
    List<Node> rest = new ArrayList<>(flat.all("items"));
    rest.addAll(flat.all("contains"));
    List<Node> items = new ArrayList<>();
    for (int i = 0; i < wanted && i < SIZE; i++) {
      Node schema = i < fixed.size() ? fixed.get(i) : together(rest);
      Optional<Node> item = make(schema, path, depth + 1, flat.flag("uniqueItems") ? i : 0);
      if (item.isEmpty()) {
        break;
      }
      items.add(item.get());
    }
    return items.size() < least ? Optional.empty() : Optional.of(Values.list(items));
  }

  private Node together(List<Node> schemas) {
    return switch (schemas.size()) {
      case 0 -> Values.bool(true);
      case 1 -> schemas.get(0);
      default -> Values.map(Map.of("allOf", Values.list(schemas)));
    };
  }
}
