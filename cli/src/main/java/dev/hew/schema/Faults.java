package dev.hew.schema;

import dev.hew.yaml.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** For each constraint of a schema: values that should break it, made from a right one. */
final class Faults {
  static final String WRONG = "hew-wrong";
  private static final String UNKNOWN = "hewUnknown";
  private static final int MANY = 1_000;

  /** How many values a list that is too long may hold, those within its items counted. */
  private static final int ROOM = 20_000;

  private final Node schema;
  private final Node value;
  private final Validator validator;
  private final Flat flat;
  private final List<Fault> found = new ArrayList<>();

  private Faults(Node schema, Node value, Validator validator) {
    this.schema = schema;
    this.value = value;
    this.validator = validator;
    this.flat = Flat.of(schema, validator.schemas());
  }

  /**
   * One constraint.
   *
   * @param step the property that it is about, where that is not the value itself
   * @param candidates in the order of preference
   */
  record Fault(String keyword, Optional<String> step, List<Node> candidates) {}

  /** What can be wrong with the value by the keywords of the schema itself, not of those that it refers to. */
  static List<Fault> of(Node schema, Node value, Validator validator) {
    Faults faults = new Faults(schema, value, validator);
    schema.entries().forEach(entry -> faults.add(entry.key(), entry.value()));
    return faults.found;
  }

  private void add(String keyword, Node rule) {
    switch (keyword) {
      case "type" -> type(rule);
      case "enum", "const" -> found.add(fault(keyword, others()));
      case "additionalProperties", "unevaluatedProperties" -> unknown(keyword, rule);
      case "dependentRequired" -> dependent(rule);
      case "required" -> required(rule);
      case "propertyNames" -> names(rule);
      case "not" ->
        new Sampler(validator).full(rule).ifPresent(v -> found.add(fault("not", List.of(v))));
      default -> {
        if (value instanceof Node.Sequence) {
          list(keyword, rule);
        } else if (value instanceof Node.Mapping) {
          counts(keyword, rule);
        } else if (value instanceof Node.Scalar scalar && scalar.value() instanceof Number) {
          List<Node> numbers = NumberFaults.of(keyword, rule, value, flat);
          found.add(fault(keyword, numbers));
        } else if (value.string().isPresent()) {
          found.add(fault(keyword, TextFaults.of(keyword, rule, value.string().get(), flat)));
        }
      }
    }
  }

  private static Fault fault(String keyword, List<Node> candidates) {
    return new Fault(keyword, Optional.empty(), candidates);
  }

  private void type(Node rule) {
    List<String> types = rule.string()
        .map(List::of)
        .orElseGet(() -> rule.items().stream().flatMap(t -> t.string().stream()).toList());
    List<Node> kinds = new ArrayList<>();
    if (types.contains("integer") && !types.contains("number")) {
      kinds.add(Values.number(new java.math.BigDecimal("1.5")));
    }
    if (types.contains("string")) {
      // a server may take a number for a moment in time, but nothing takes an object for a text
      Node number = Values.number(7);
      kinds.addAll(schema.get("format").isPresent() ? List.of() : List.of(number));
      kinds.addAll(
          List.of(Values.map(Map.of()), Values.list(List.of()), number, Values.bool(true)));
    } else {
      kinds.addAll(List.of(
          Values.text(WRONG),
          Values.map(Map.of()),
          Values.list(List.of()),
          Values.number(7),
          Values.bool(true)));
    }
    found.add(fault("type", kinds));
    if (!types.contains("null")) {
      found.add(fault(Breach.NULL, List.of(Values.nothing())));
    }
  }

  /** Values of the same kind as the right one. */
  private List<Node> others() {
    Object right = value instanceof Node.Scalar s ? s.value() : null;
    if (right instanceof Number) {
      return IntStream.of(0, 1, -1, 2, 97, 1_000_003).mapToObj(Values::number).toList();
    }
    if (right instanceof Boolean b) {
      return List.of(Values.bool(!b), Values.text(WRONG));
    }
    return List.of(Values.text(WRONG), Values.text("x"), Values.number(7));
  }

  private void unknown(String keyword, Node rule) {
    if (value instanceof Node.Mapping && Flat.of(rule, validator.schemas()).never()) {
      found.add(new Fault(
          keyword, Optional.empty(), List.of(Values.with(value, UNKNOWN, Values.text("value")))));
    }
  }

  private void required(Node rule) {
    for (Node name : rule.items()) {
      name.string()
          .filter(n -> value.get(n).isPresent())
          .ifPresent(n ->
              found.add(new Fault("required", Optional.of(n), List.of(Values.without(value, n)))));
    }
  }

  private void dependent(Node rule) {
    for (Node.Entry entry : rule.entries()) {
      for (Node name :
          value.get(entry.key()).isEmpty() ? List.<Node>of() : entry.value().items()) {
        name.string()
            .filter(n -> value.get(n).isPresent())
            .ifPresent(n -> found.add(
                new Fault("dependentRequired", Optional.of(n), List.of(Values.without(value, n)))));
      }
    }
  }

  /** An entry under a name that the rule forbids. */
  private void names(Node rule) {
    if (!(value instanceof Node.Mapping) || value.entries().isEmpty()) {
      return;
    }
    Node.Entry known = value.entries().get(value.entries().size() - 1);
    List<Node> candidates = Stream.of(UNKNOWN, "!", "hew wrong", "0", "x", "x".repeat(300))
        .filter(name -> !validator.allows(rule, Values.text(name)))
        .map(name -> Values.with(Values.without(value, known.key()), name, known.value()))
        .toList();
    found.add(fault("propertyNames", candidates));
  }

  private void counts(String keyword, Node rule) {
    int bound = count(rule);
    if (keyword.equals("minProperties") && bound > 0 && bound <= value.entries().size()) {
      Set<String> required = flat.required();
      Node fewer = value;
      for (Node.Entry entry : value.entries()) {
        if (fewer.entries().size() >= bound && !required.contains(entry.key())) {
          fewer = Values.without(fewer, entry.key());
        }
      }
      found.add(fault(keyword, List.of(fewer, Values.map(Map.of()))));
    } else if (keyword.equals("maxProperties") && bound >= 0 && bound <= MANY) {
      Node filler = value.entries().isEmpty()
          ? Values.text("value")
          : value.entries().get(value.entries().size() - 1).value();
      Node more = value;
      for (int i = 1; more.entries().size() <= bound; i++) {
        more = Values.with(more, "key" + i, filler);
      }
      found.add(fault(keyword, List.of(more)));
    }
  }

  private void list(String keyword, Node rule) {
    List<Node> items = value.items();
    int bound = count(rule);
    switch (keyword) {
      case "minItems" -> {
        if (bound > 0 && bound <= items.size()) {
          found.add(fault(keyword, List.of(Values.list(items.subList(0, bound - 1)))));
        }
      }
      case "maxItems" -> {
        if (bound >= 0 && bound <= MANY) {
          found.add(fault(keyword, more(items, bound + 1)));
        }
      }
      case "uniqueItems" -> {
        if (!items.isEmpty()) {
          List<Node> twice = new ArrayList<>(items);
          twice.add(items.get(0));
          List<Node> same = new ArrayList<>(items);
          same.set(items.size() - 1, items.get(0));
          found.add(fault(keyword, List.of(Values.list(twice), Values.list(same))));
        }
      }
      case "contains" -> found.add(fault(keyword, List.of(Values.list(List.of()))));
      default -> {}
    }
  }

  /** The list with so many items: different ones where no two may be the same, else one again and again, a small one if need be. */
  private List<Node> more(List<Node> items, int wanted) {
    Node rest = flat.all("items").stream().findFirst().orElse(Values.bool(true));
    Sampler sampler = new Sampler(validator);
    if (flat.flag("uniqueItems")) {
      List<Node> all = different(items, rest, sampler, wanted);
      return all.size() == wanted ? List.of(Values.list(all)) : List.of();
    }
    Stream<Node> last = items.isEmpty() ? Stream.of() : Stream.of(items.get(items.size() - 1));
    return Stream.concat(last, sampler.least(rest).stream())
        .filter(item -> (long) Values.count(item) * wanted <= ROOM)
        .limit(1)
        .map(item -> filled(items, item, wanted))
        .toList();
  }

  private static List<Node> different(List<Node> items, Node rest, Sampler sampler, int wanted) {
    int room = ROOM;
    List<Node> all = new ArrayList<>(items);
    for (int i = 0; all.size() < wanted && i < wanted + items.size() && room > 0; i++) {
      Optional<Node> next = sampler.different(rest, i);
      room -= next.map(Values::count).orElse(1);
      next.filter(v -> all.stream().noneMatch(known -> Values.same(known, v))).ifPresent(all::add);
    }
    return all;
  }

  private static Node filled(List<Node> items, Node item, int wanted) {
    List<Node> all = new ArrayList<>(items);
    while (all.size() < wanted) {
      all.add(item);
    }
    return Values.list(all);
  }

  /** A count as a number; -1 when it is none that a list can have. */
  private static int count(Node rule) {
    return rule instanceof Node.Scalar s
            && s.value() instanceof Number n
            && n.doubleValue() < Integer.MAX_VALUE
        ? n.intValue()
        : -1;
  }

  static Node with(Node list, int index, Node value) {
    List<Node> items = new ArrayList<>(list.items());
    items.set(index, value);
    return Values.list(items);
  }
}
