package dev.hew.cases;

import dev.hew.schema.SchemaSet;
import dev.hew.schema.Values;
import dev.hew.yaml.Node;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Cuts references that lead back to themselves without going deeper into the value (a base whose {@code oneOf} names
 * the schemas that extend it with {@code allOf}): they ask nothing new of the value, and no validator comes to an end.
 */
final class Circles {
  private static final Set<String> IN_PLACE =
      Set.of("allOf", "anyOf", "oneOf", "not", "if", "then", "else");

  private final Map<String, Node> definitions;
  private final Set<String> done = new HashSet<>();

  private Circles(Map<String, Node> definitions) {
    this.definitions = new LinkedHashMap<>(definitions);
  }

  static Map<String, Node> cut(Map<String, Node> definitions) {
    Circles circles = new Circles(definitions);
    List.copyOf(definitions.keySet()).forEach(name -> circles.visit(name, new LinkedHashSet<>()));
    return circles.definitions;
  }

  private void visit(String name, Set<String> above) {
    if (done.contains(name)) {
      return;
    }
    above.add(name);
    Node node = definitions.get(name);
    Node cut = node == null ? null : inPlace(node, above);
    if (cut != node) {
      definitions.put(name, cut);
    }
    above.remove(name);
    done.add(name);
  }

  /** The schema without references to a name above; the same node where there is none. */
  private Node inPlace(Node schema, Set<String> above) {
    Map<String, Node> out = Values.entries(schema);
    boolean changed = false;
    for (Node.Entry entry : schema.entries()) {
      if (entry.key().equals("$ref")) {
        String target = entry.value().string().orElse("").replace(SchemaSet.PREFIX, "");
        if (above.contains(target)) {
          out.remove("$ref");
          changed = true;
        } else {
          visit(target, above);
        }
      } else if (IN_PLACE.contains(entry.key())) {
        Node value = entry.value();
        Node next = value instanceof Node.Sequence
            ? Values.list(
                value.items().stream().map(item -> inPlace(item, above)).toList())
            : inPlace(value, above);
        if (!Values.same(next, value)) {
          out.put(entry.key(), next);
          changed = true;
        }
      }
    }
    return changed ? Values.map(out) : schema;
  }
}
