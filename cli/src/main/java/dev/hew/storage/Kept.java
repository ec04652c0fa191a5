package dev.hew.storage;

import dev.hew.contract.Place;
import dev.hew.contract.Schema;
import dev.hew.contract.Schemas;
import dev.hew.model.Shape;
import dev.hew.report.Position;
import dev.hew.yaml.JsonWriter;
import dev.hew.yaml.Node;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a column holds, part by part, as far as rows that are there may have to follow when the contract changes.
 *
 * @param parts what lies inside
 * @param values the only values that are allowed, texts without quotes; none when all are
 * @param formerly what the contract called it before, where it says so ({@code x-renamed-from})
 * @param place where the contract says the most of this
 */
record Kept(Map<Step, Kept> parts, List<String> values, Optional<String> formerly, Position place) {
  /** What lies deeper is not followed, nor is more than this in one column: contracts refer to each other without end. */
  private static final int DEEPEST = 8;

  private static final int MOST = 500;

  /** A way into a value. */
  enum Way {
    PROPERTY,
    ITEM,
    ENTRY,
    CHOICE,
    /** A property whose value is of a kind that it stands in itself, so that it may be found at any depth. */
    AGAIN
  }

  /**
   * One step into a value.
   *
   * @param name of a property, or the place of the schema that was chosen; else empty
   */
  record Step(Way way, String name) {}

  static Kept of(Schema schema, Schemas schemas) {
    return new Reader(schemas).read(schema, new HashSet<>());
  }

  /** Reads one column's schema. */
  private static final class Reader {
    private final Schemas schemas;
    private int read;

    Reader(Schemas schemas) {
      this.schemas = schemas;
    }

    /**
     * @param around the schemas that this one stands in
     */
    Kept read(Schema schema, Set<Place> around) {
      Shape shape = Shape.of(schema, schemas);
      Place place = schemas.resolve(schema).place();
      Map<Step, Kept> parts = new LinkedHashMap<>();
      List<String> values =
          new ArrayList<>(shape.values().stream().map(Reader::text).toList());
      if (around.contains(place)) {
        shape
            .properties()
            .forEach((name, part) -> parts.put(new Step(Way.PROPERTY, name), leaf(part)));
      } else if (around.size() < DEEPEST) {
        around.add(place);
        shape
            .properties()
            .forEach((name, part) -> add(parts, property(part, around), name, part, around));
        shape.items().ifPresent(items -> add(parts, Way.ITEM, "", items, around));
        schemas
            .resolve(schema)
            .additionalProperties()
            .ifPresent(rest -> add(parts, Way.ENTRY, "", rest, around));
        List<Schema> choices = choices(shape);
        for (Schema choice : choices) {
          String name = schemas.resolve(choice).place().toString();
          if (choices.size() == 1 && ++read < MOST) {
            Kept other = read(choice, around); // than null
            parts.putAll(other.parts);
            values.addAll(values.isEmpty() ? other.values : List.of());
          } else {
            add(parts, Way.CHOICE, name, choice, around);
          }
        }
        around.remove(place);
      }
      return kept(parts, values, shape, schema);
    }

    private Way property(Schema schema, Set<Place> around) {
      return around.contains(schemas.resolve(schema).place()) ? Way.AGAIN : Way.PROPERTY;
    }

    /** Without what lies inside. */
    private Kept leaf(Schema schema) {
      Shape shape = Shape.of(schema, schemas);
      return kept(Map.of(), shape.values().stream().map(Reader::text).toList(), shape, schema);
    }

    private static Kept kept(
        Map<Step, Kept> parts, List<String> values, Shape shape, Schema schema) {
      Position place = shape
          .node("x-renamed-from")
          .or(() -> shape.node("enum"))
          .map(Node::position)
          .orElse(schema.node().position());
      return new Kept(parts, values, shape.text("x-renamed-from"), place);
    }

    private static String text(Node value) {
      return value.string().orElseGet(() -> JsonWriter.compact(value));
    }

    private void add(
        Map<Step, Kept> parts, Way way, String name, Schema schema, Set<Place> around) {
      if (++read < MOST) {
        parts.put(new Step(way, name), read(schema, around));
      }
    }

    private static List<Schema> choices(Shape shape) {
      List<Schema> choices = new ArrayList<>(shape.alternatives());
      choices.removeIf(choice -> choice.types().equals(Set.of("null")));
      return choices;
    }
  }
}
