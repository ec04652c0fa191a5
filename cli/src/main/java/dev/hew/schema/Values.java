package dev.hew.schema;

import dev.hew.report.Position;
import dev.hew.yaml.Node;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Makes nodes that were read from no text, and compares nodes as JSON values. */
public final class Values {
  private static final Position NOWHERE = new Position("", 1, 1);

  private Values() {}

  public static Node text(String value) {
    return new Node.Scalar(value, value, NOWHERE);
  }

  public static Node number(BigDecimal value) {
    if (value.signum() == 0 || value.stripTrailingZeros().scale() <= 0) {
      BigInteger whole = value.toBigInteger();
      return new Node.Scalar(whole, whole.toString(), NOWHERE);
    }
    return new Node.Scalar(value, value.toPlainString(), NOWHERE);
  }

  public static Node number(long value) {
    return number(BigDecimal.valueOf(value));
  }

  public static Node bool(boolean value) {
    return new Node.Scalar(value, Boolean.toString(value), NOWHERE);
  }

  public static Node nothing() {
    return new Node.Scalar(null, "null", NOWHERE);
  }

  public static Node list(List<Node> items) {
    return new Node.Sequence(items, NOWHERE);
  }

  public static Node texts(Collection<String> items) {
    return list(items.stream().map(Values::text).toList());
  }

  /** A mapping with the entries in the map's own order. */
  public static Node map(Map<String, Node> entries) {
    List<Node.Entry> list = new ArrayList<>(entries.size());
    for (Map.Entry<String, Node> entry : entries.entrySet()) {
      list.add(new Node.Entry(entry.getKey(), NOWHERE, entry.getValue()));
    }
    return new Node.Mapping(list, NOWHERE);
  }

  /** A mapping with one entry replaced, or added at its end. */
  public static Node with(Node mapping, String key, Node value) {
    Map<String, Node> changed = entries(mapping);
    changed.put(key, value);
    return map(changed);
  }

  /** The mapping without an entry. */
  public static Node without(Node mapping, String key) {
    Map<String, Node> changed = entries(mapping);
    changed.remove(key);
    return map(changed);
  }

  /** The entries of a mapping as a map of its own, in order; empty for everything else. */
  public static Map<String, Node> entries(Node node) {
    Map<String, Node> map = new LinkedHashMap<>();
    for (Node.Entry entry : node.entries()) {
      map.put(entry.key(), entry.value());
    }
    return map;
  }

  public static boolean isNull(Node node) {
    return node instanceof Node.Scalar s && s.value() == null;
  }

  /** How many values a value consists of, itself included. */
  static int count(Node value) {
    int count = 1;
    for (Node.Entry entry : value.entries()) {
      count += count(entry.value());
    }
    for (Node item : value.items()) {
      count += count(item);
    }
    return count;
  }

  /** Whether both are the same JSON value: numbers by value, mappings in any order, positions aside. */
  public static boolean same(Node a, Node b) {
    if (a instanceof Node.Scalar x && b instanceof Node.Scalar y) {
      return x.value() instanceof Number && y.value() instanceof Number
          ? decimal(x).compareTo(decimal(y)) == 0
          : java.util.Objects.equals(x.value(), y.value());
    }
    if (a instanceof Node.Sequence x && b instanceof Node.Sequence y) {
      if (x.items().size() != y.items().size()) {
        return false;
      }
      for (int i = 0; i < x.items().size(); i++) {
        if (!same(x.items().get(i), y.items().get(i))) {
          return false;
        }
      }
      return true;
    }
    return a instanceof Node.Mapping
        && b instanceof Node.Mapping
        && a.entries().size() == b.entries().size()
        && a.entries().stream()
            .allMatch(e -> b.get(e.key()).map(other -> same(e.value(), other)).orElse(false));
  }

  private static BigDecimal decimal(Node.Scalar scalar) {
    return scalar.value() instanceof BigInteger i ? new BigDecimal(i) : (BigDecimal) scalar.value();
  }
}
