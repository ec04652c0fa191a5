package dev.hew.cases;

import dev.hew.contract.Place;
import dev.hew.contract.Schema;
import dev.hew.contract.Schemas;
import dev.hew.schema.Direction;
import dev.hew.schema.Subschemas;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Knows which properties travel one way only, and which schemas therefore mean two things. */
final class Visibility {
  private final Schemas schemas;
  private final Tags tags;
  private Set<Place> differing;

  Visibility(Schemas schemas, Tags tags) {
    this.schemas = schemas;
    this.tags = tags;
  }

  /** Whether requiring makes a difference between request and answer in this schema or one that it leads to. */
  boolean differs(Schema schema) {
    if (!schemas.byPlace().containsKey(schema.place())) {
      return leads(schema);
    }
    if (differing == null) {
      differing = differing();
    }
    return differing.contains(schema.place());
  }

  private boolean leads(Schema schema) {
    Set<Place> targets = new LinkedHashSet<>();
    references(schema, targets);
    return differsItself(schema) || targets.stream().anyMatch(place -> differs(schemas.at(place)));
  }

  /** The schemas that references can lead to and that mean two things: from those that do by themselves, backwards. */
  private Set<Place> differing() {
    Map<Place, List<Place>> sources = new HashMap<>();
    Deque<Place> waiting = new ArrayDeque<>();
    schemas.byPlace().forEach((place, schema) -> {
      Set<Place> targets = new LinkedHashSet<>();
      references(schema, targets);
      targets.addAll(tags.heirs(place));
      targets.forEach(t -> sources.computeIfAbsent(t, k -> new ArrayList<>()).add(place));
      if (differsItself(schema)) {
        waiting.add(place);
      }
    });
    Set<Place> found = new HashSet<>();
    while (!waiting.isEmpty()) {
      Place place = waiting.remove();
      if (found.add(place)) {
        waiting.addAll(sources.getOrDefault(place, List.of()));
      }
    }
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
