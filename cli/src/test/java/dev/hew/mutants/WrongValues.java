package dev.hew.mutants;

import dev.hew.schema.SchemaSet;
import dev.hew.schema.Values;
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
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * Right values changed at one place by rote, whatever the schema says there. They tell a server that forgot a constraint
 * from one whose other constraints say the same, and owe nothing to the code that makes the cases.
 */
final class WrongValues {
  private static final int MOST_SEEDS = 12;
  private static final int LONGEST = 20_000;

  private final Set<BigDecimal> bounds = new TreeSet<>();

  private WrongValues(SchemaSet schemas) {
    schemas.definitions().values().forEach(this::collect);
  }

  /**
   * @param seeds right values
   * @param schemas whose numbers are bounds that values can lie at
   */
  static List<Node> of(List<Node> seeds, SchemaSet schemas) {
    WrongValues wrong = new WrongValues(schemas);
    List<Node> values = new ArrayList<>();
    for (Node seed : seeds.stream().distinct().limit(MOST_SEEDS).toList()) {
      for (List<String> at : Json.places(seed)) {
        if (!at.isEmpty()) {
          Json.edited(seed, at, old -> Optional.empty()).ifPresent(values::add);
        }
        for (Function<Node, List<Node>> change : wrong.changes()) {
          // how many changes there are hangs on the value that stands there
          List<Node> known = new ArrayList<>();
          Json.edited(seed, at, old -> {
            known.addAll(change.apply(old));
            return Optional.of(old);
          });
          for (Node instead : new LinkedHashSet<>(known)) {
            Json.edited(seed, at, old -> Optional.of(instead)).ifPresent(values::add);
          }
        }
      }
    }
    return values;
  }

  private void collect(Node schema) {
    if (schema instanceof Node.Scalar scalar) {
      if (scalar.value() instanceof BigInteger whole) {
        bounds.add(new BigDecimal(whole));
      } else if (scalar.value() instanceof BigDecimal number) {
        bounds.add(number);
      }
    }
    schema.entries().forEach(entry -> collect(entry.value()));
    schema.items().forEach(this::collect);
  }

  private List<Function<Node, List<Node>>> changes() {
    return List.of(old -> odd(), this::numbers, this::texts, this::lists, this::objects);
  }

  private static List<Node> odd() {
    return List.of(
        Values.text("hew-odd"),
        Values.bool(true),
        Values.nothing(),
        Values.map(Map.of()),
        Values.list(List.of()),
        Values.number(new BigDecimal("0.12345")));
  }

  private List<Node> numbers(Node old) {
    List<Node> numbers = new ArrayList<>();
    for (BigDecimal bound : bounds) {
      for (String step : List.of("-1", "-0.001", "0", "0.001", "1")) {
        numbers.add(Values.number(bound.add(new BigDecimal(step))));
      }
    }
    return numbers;
  }

  private List<Node> texts(Node old) {
    List<Node> texts = new ArrayList<>();
    old.string().ifPresent(text -> {
      texts.add(Values.text(text.replaceAll("[A-Za-z0-9]", "!")));
      texts.add(Values.text(text + text));
      for (int length : lengths()) {
        String base = text.isEmpty() ? "a" : text;
        for (String unit : List.of("a", base, base.substring(base.length() - 1))) {
          String repeated = unit.repeat(length / unit.length() + 1);
          texts.add(Values.text(repeated.substring(0, length)));
          if (length > base.length()) {
            texts.add(Values.text(base + unit.repeat(length).substring(0, length - base.length())));
          }
        }
      }
    });
    return texts;
  }

  /** Just around each bound. */
  private List<Integer> lengths() {
    return bounds.stream()
        .filter(b -> b.signum() >= 0 && b.compareTo(BigDecimal.valueOf(LONGEST)) < 0)
        .flatMap(
            b -> IntStream.of(b.intValue() - 1, b.intValue(), b.intValue() + 1).boxed())
        .filter(length -> length >= 0)
        .distinct()
        .toList();
  }

  private List<Node> lists(Node old) {
    List<Node> lists = new ArrayList<>();
    if (old instanceof Node.Sequence && !old.items().isEmpty()) {
      Node first = old.items().get(0);
      lists.add(Values.list(old.items().subList(1, old.items().size())));
      lists.add(Values.list(List.of(first, first)));
      for (int length : lengths()) {
        lists.add(Values.list(IntStream.range(0, length)
            .mapToObj(i -> first.string().map(t -> Values.text(t + i)).orElse(first))
            .toList()));
        lists.add(Values.list(IntStream.range(0, length).mapToObj(i -> first).toList()));
      }
    }
    return lists;
  }

  private List<Node> objects(Node old) {
    List<Node> objects = new ArrayList<>();
    if (old instanceof Node.Mapping) {
      for (int more : lengths().stream().filter(l -> l > 0 && l < 50).toList()) {
        Map<String, Node> entries = new LinkedHashMap<>(Values.entries(old));
        Node like =
            old.entries().isEmpty() ? Values.text("odd") : old.entries().get(0).value();
        IntStream.range(0, more).forEach(i -> entries.put("hewOdd" + i, like));
        objects.add(Values.map(entries));
      }
      Map<String, Node> one = new LinkedHashMap<>(Values.entries(old));
      one.put("hewOdd", Values.text("odd"));
      objects.add(Values.map(one));
    }
    return objects;
  }
}
