package dev.hew.cases;

import dev.hew.contract.Schema;
import dev.hew.contract.Schemas;
import dev.hew.model.Shape;
import dev.hew.schema.Values;
import dev.hew.yaml.Node;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What answers show of what was sent: nothing that travels one way only, however deep it stands. */
final class Shown {
  private final Schemas schemas;

  Shown(Schemas schemas) {
    this.schemas = schemas;
  }

  /** Whether answers do not show it, or callers do not set it. */
  boolean isHidden(Schema schema) {
    return Shape.of(schema, schemas).isOneWay();
  }

  /** The value without what is hidden in it. */
  Node of(Node value, Schema schema) {
    Shape shape = Shape.of(schema, schemas);
    if (value instanceof Node.Sequence) {
      Optional<Schema> items = shape.items();
      return items.isEmpty()
          ? value
          : Values.list(
              value.items().stream().map(item -> of(item, items.get())).toList());
    }
    if (!(value instanceof Node.Mapping)) {
      return value;
    }
    Map<String, List<Schema>> known = new LinkedHashMap<>();
    collect(shape, known);
    shape.alternatives().forEach(branch -> collect(Shape.of(branch, schemas), known));
    Map<String, Node> shown = new LinkedHashMap<>();
    for (Node.Entry entry : value.entries()) {
      List<Schema> all = known.getOrDefault(entry.key(), List.of());
      if (all.stream().noneMatch(this::isHidden)) {
        shown.put(entry.key(), all.isEmpty() ? entry.value() : of(entry.value(), all.get(0)));
      }
    }
    return Values.map(shown);
  }

  private static void collect(Shape shape, Map<String, List<Schema>> known) {
    shape
        .properties()
        .forEach((name, schema) ->
            known.computeIfAbsent(name, n -> new ArrayList<>()).add(schema));
  }
}
