package dev.hew.storage;

import dev.hew.contract.Place;
import dev.hew.contract.Renamed;
import dev.hew.contract.Schema;
import dev.hew.contract.Schemas;
import dev.hew.model.Shape;
import dev.hew.report.Position;
import dev.hew.yaml.JsonWriter;
import dev.hew.yaml.Node;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a column holds, part by part, as far as rows that are there may have to follow when the contract changes.
 *
 * @param parts what lies inside
 * @param values the values that are named, texts without quotes
 * @param free whether any text, number or truth value is allowed, named or not
 * @param formerly what the contract called it before, where it says so ({@code x-renamed-from})
 * @param place where the contract says the most of this
 */
record Kept(
    Map<Step, Kept> parts,
    List<String> values,
    boolean free,
    Optional<String> formerly,
    Position place) {
  /** What lies deeper is not followed, nor is more than this in one column: contracts refer to each other without end. */
  private static final int DEEPEST = 8;

  private static final int MOST = 500;

  private static final Set<String> SCALARS = Set.of("string", "number", "integer", "boolean");

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
   * @param name of a property, or what tells the schemas apart that may be chosen; else empty
   */
  record Step(Way way, String name) {}

  static Kept of(Schema schema, Schemas schemas) {
    return new Reader(schemas).read(schema, new HashSet<>());
  }

  /** What holds of a value of which either holds. */
  private Kept or(Kept other) {
    Map<Step, Kept> all = new LinkedHashMap<>(parts);
    other.parts.forEach((step, part) -> all.merge(step, part, Kept::or));
    Set<String> either = new LinkedHashSet<>(values);
    either.addAll(other.values);
    return new Kept(
        all,
        List.copyOf(either),
        free || other.free,
        formerly.equals(other.formerly) ? formerly : Optional.empty(),
        place);
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
      List<String> values = new ArrayList<>(values(shape));
      boolean free = isFree(shape);
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
        if (choices.size() == 1 && ++read < MOST) {
          Kept other = read(choices.get(0), around); // than null
          parts.putAll(other.parts);
          free |= other.free;
          values.addAll(values.isEmpty() ? other.values : List.of());
        } else {
          choose(parts, shape, choices, around);
        }
        around.remove(place);
      }
      return kept(parts, values, free, shape, schema);
    }

    private Way property(Schema schema, Set<Place> around) {
      return around.contains(schemas.resolve(schema).place()) ? Way.AGAIN : Way.PROPERTY;
    }

    /** Without what lies inside. */
    private Kept leaf(Schema schema) {
      Shape shape = Shape.of(schema, schemas);
      return kept(Map.of(), values(shape), isFree(shape), shape, schema);
    }

    /**
     * Adds what may be chosen. The order says nothing: all choices are taken together, and where something tells them
     * apart in the rows, each by itself too: its name where the contract has a discriminator, and each property that has
     * but one value in every choice.
     */
    private void choose(
        Map<Step, Kept> parts, Shape shape, List<Schema> choices, Set<Place> around) {
      List<Map<String, String>> only = choices.stream().map(this::onlyValues).toList();
      boolean told = shape.node("discriminator").isPresent();
      for (int i = 0; i < choices.size() && ++read < MOST; i++) {
        Schema choice = choices.get(i);
        Kept kept = read(choice, around);
        Set<String> marks = new LinkedHashSet<>(Set.of(""));
        if (told && choice.isPureReference()) {
          marks.add(schemas.resolve(choice).place().toString());
        }
        only.get(i).forEach((name, value) -> {
          if (only.stream().allMatch(values -> values.containsKey(name))) {
            marks.add(name + "=" + value);
          }
        });
        marks.forEach(mark -> parts.merge(new Step(Way.CHOICE, mark), kept, Kept::or));
      }
    }

    /** The properties that have but one value. */
    private Map<String, String> onlyValues(Schema choice) {
      Map<String, String> only = new LinkedHashMap<>();
      Shape.of(choice, schemas).properties().forEach((name, part) -> {
        List<String> values = values(Shape.of(part, schemas));
        if (values.size() == 1) {
          only.put(name, values.get(0));
        }
      });
      return only;
    }

    private static List<String> values(Shape shape) {
      return shape.values().stream().map(Reader::text).toList();
    }

    /** Whether nothing says which texts, numbers or truth values are allowed. */
    private static boolean isFree(Shape shape) {
      boolean named = shape.node("enum").or(() -> shape.node("const")).isPresent();
      boolean any = shape.types().isEmpty() && shape.alternatives().isEmpty();
      return !named && (any || shape.types().stream().anyMatch(SCALARS::contains));
    }

    private static Kept kept(
        Map<Step, Kept> parts, List<String> values, boolean free, Shape shape, Schema schema) {
      Position place = shape
          .node(Renamed.KEYWORD)
          .or(() -> shape.node("enum"))
          .map(Node::position)
          .orElse(schema.node().position());
      return new Kept(parts, values, free, shape.text(Renamed.KEYWORD), place);
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
