package dev.hew.schema;

import dev.hew.yaml.Node;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * JSON Schemas of the 2020-12 dialect that refer to nothing but each other, by {@code #/$defs/<name>}.
 *
 * @param definitions by name; names are made of letters, digits, dot, dash and underscore
 */
public record SchemaSet(Map<String, Node> definitions) {
  /** What stands before the name in a {@code $ref}. */
  public static final String PREFIX = "#/$defs/";

  public SchemaSet {
    definitions = Collections.unmodifiableMap(new LinkedHashMap<>(definitions));
  }

  /** The set as one JSON Schema document. */
  public Node document() {
    Map<String, Node> root = new LinkedHashMap<>();
    root.put("$schema", Values.text("https://json-schema.org/draft/2020-12/schema"));
    root.put("$defs", Values.map(definitions));
    return Values.map(root);
  }

  /** The named schemas and all that they lead to, in the order of this set. */
  public SchemaSet closure(Collection<String> names) {
    Set<String> reached = new LinkedHashSet<>();
    Deque<String> waiting = new ArrayDeque<>(names);
    while (!waiting.isEmpty()) {
      String name = waiting.remove();
      if (definitions.containsKey(name) && reached.add(name)) {
        collect(definitions.get(name), waiting);
      }
    }
    Map<String, Node> chosen = new LinkedHashMap<>(definitions);
    chosen.keySet().retainAll(reached);
    return new SchemaSet(chosen);
  }

  private static void collect(Node node, Deque<String> names) {
    for (Node.Entry entry : node.entries()) {
      if (entry.key().equals("$ref")) {
        entry
            .value()
            .string()
            .filter(r -> r.startsWith(PREFIX))
            .ifPresent(r -> names.add(nameOf(r)));
      }
      collect(entry.value(), names);
    }
    node.items().forEach(item -> collect(item, names));
  }

  /** A schema that is nothing but a {@code $ref} to a name. */
  public static Node reference(String name) {
    return Values.map(Map.of("$ref", Values.text(PREFIX + name)));
  }

  /** The name that a {@code $ref} of this set leads to. */
  static String nameOf(String ref) {
    return ref.substring(PREFIX.length());
  }
}
