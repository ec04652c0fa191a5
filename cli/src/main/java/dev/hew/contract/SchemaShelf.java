package dev.hew.contract;

import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Brings schemas into their canonical form and keeps every one that a reference leads to. */
final class SchemaShelf {
  private final Documents documents;
  private final Problems problems;
  private final Map<Place, Schema> byPlace = new HashMap<>();
  private final Deque<Spot> waiting = new ArrayDeque<>();
  private final Canonical canonical;

  SchemaShelf(Documents documents, Problems problems) {
    this.documents = documents;
    this.problems = problems;
    this.canonical = new Canonical(documents, problems, this::await);
  }

  /** A schema that stands in an operation or component. */
  Schema read(Spot spot) {
    return new Schema(spot.place(), canonical.of(spot));
  }

  /** Keeps a schema under its place. */
  void await(Spot spot) {
    if (!byPlace.containsKey(spot.place())) {
      byPlace.put(spot.place(), new Schema(spot.place(), spot.node()));
      waiting.add(spot);
    }
  }

  /** Everything kept, after all references that were met have been followed. */
  Schemas finish() {
    while (!waiting.isEmpty()) {
      Spot spot = waiting.poll();
      byPlace.put(spot.place(), read(spot));
    }
    Set<Place> done = new HashSet<>();
    byPlace.values().forEach(schema -> circle(schema, done));
    List<String> documentNames = documents.names();
    Map<Place, Schema> sorted = new LinkedHashMap<>();
    byPlace.values().stream()
        .sorted(
            Comparator.<Schema>comparingInt(s -> documentNames.indexOf(s.place().document()))
                .thenComparing(s -> s.node().position())
                .thenComparing(Schema::place))
        .forEach(schema -> sorted.put(schema.place(), schema));
    return new Schemas(sorted);
  }

  /**
   * A chain of references that comes back to where it began describes nothing.
   *
   * @param done the places whose chains have been followed
   */
  private void circle(Schema start, Set<Place> done) {
    Map<Place, Schema> chain = new LinkedHashMap<>();
    Schema current = start;
    while (current != null
        && current.ref().isPresent()
        && !done.contains(current.place())
        && chain.putIfAbsent(current.place(), current) == null) {
      current = byPlace.get(current.ref().get());
    }
    done.addAll(chain.keySet());
    Schema last = current;
    if (last != null && chain.containsKey(last.place())) {
      chain.values().stream()
          .dropWhile(schema -> !schema.place().equals(last.place()))
          .forEach(schema -> problems.error(
              "ref-circle",
              schema.keyword("$ref").orElseThrow(),
              "`$ref` leads back to itself",
              Optional.of("describe the schema, or remove it")));
    }
  }
}
