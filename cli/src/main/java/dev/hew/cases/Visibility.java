package dev.hew.cases;

import dev.hew.contract.Place;
import dev.hew.contract.Schema;
import dev.hew.contract.Schemas;
import dev.hew.schema.Direction;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** Knows which properties travel one way only, and which schemas therefore mean two things. */
final class Visibility {
  private final Schemas schemas;
  private final Map<Place, Boolean> differs = new HashMap<>();

  Visibility(Schemas schemas) {
    this.schemas = schemas;
  }

  /** Whether requiring makes a difference between request and answer in this schema or one that it leads to. */
  boolean differs(Schema schema) {
    Boolean known = differs.get(schema.place());
    if (known != null) {
      return known;
    }
    Set<Place> reached = new HashSet<>();
    Deque<Schema> waiting = new ArrayDeque<>();
    waiting.add(schema);
    boolean found = false;
    while (!found && !waiting.isEmpty()) {
      Schema next = waiting.remove();
      if (reached.add(next.place())) {
        found = differsItself(next);
        Set<Place> targets = new LinkedHashSet<>();
        references(next, targets);
        targets.forEach(place -> waiting.add(schemas.at(place)));
      }
    }
    differs.put(schema.place(), found);
    return found;
  }

  /** The required names of a schema that stay away in one direction. */
  Set<String> hidden(Schema schema, Direction direction) {
    Set<String> names = new LinkedHashSet<>();
    collect(schema, direction, names, new HashSet<>());
    return names;
  }

  private void collect(Schema schema, Direction direction, Set<String> names, Set<Place> seen) {
    if (!seen.add(schema.place())) {
      return;
    }
    schema.properties().forEach((name, property) -> {
      if (flagged(property, direction.hiddenBy(), new HashSet<>())) {
        names.add(name);
      }
    });
    schema.ref().ifPresent(place -> collect(schemas.at(place), direction, names, seen));
    schema.allOf().forEach(part -> collect(part, direction, names, seen));
  }

  private boolean flagged(Schema schema, String keyword, Set<Place> seen) {
    return schema.flag(keyword)
        || schema
            .ref()
            .filter(seen::add)
            .map(place -> flagged(schemas.at(place), keyword, seen))
            .orElse(false);
  }

  /** Looks through a whole schema for a {@code required} that names a property hidden in one direction. */
  private boolean differsItself(Schema schema) {
    Set<String> required = new HashSet<>(schema.required());
    schema.allOf().forEach(part -> required.addAll(part.required()));
    for (Direction direction : required.isEmpty() ? new Direction[0] : Direction.values()) {
      if (hidden(schema, direction).stream().anyMatch(required::contains)) {
        return true;
      }
    }
    return Subschemas.of(schema).stream().anyMatch(this::differsItself);
  }

  private static void references(Schema schema, Set<Place> found) {
    schema.ref().ifPresent(found::add);
    Subschemas.of(schema).forEach(inside -> references(inside, found));
  }
}
