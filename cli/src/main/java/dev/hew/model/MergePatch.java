package dev.hew.model;

import dev.hew.contract.MediaType;
import dev.hew.contract.Place;
import dev.hew.contract.Schema;
import dev.hew.contract.Schemas;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What a merge patch (RFC 7396) can say. Where an object inside keeps what the patch does not speak of, or loses a part,
 * no type with a member for each property has room for that: the patch has to be taken as it was sent.
 */
public final class MergePatch {
  private final Schemas schemas;
  private final Shape shape;

  private MergePatch(Schema schema, Schemas schemas) {
    this.schemas = schemas;
    this.shape = Shape.of(schema, schemas);
  }

  /** The patches that a schema allows. */
  public static MergePatch of(Schema schema, Schemas schemas) {
    return new MergePatch(schema, schemas);
  }

  /** Whether a body may be a patch that has to be taken as it was sent. */
  static boolean isDeep(MediaType media, Schemas schemas) {
    return media.isMergePatch()
        && media.schema().map(s -> of(s, schemas).isDeep()).orElse(true);
  }

  /** Whether the contract lets a patch speak of a property: any, where it names none. */
  public boolean maySet(Text property) {
    List<Map.Entry<String, Schema>> named = Stream.concat(
            Stream.of(shape), shape.alternatives().stream().map(a -> Shape.of(a, schemas)))
        .flatMap(part -> part.properties().entrySet().stream())
        .toList();
    return named.isEmpty()
        || named.stream()
            .filter(p -> Text.of(p.getKey()).equals(property))
            .anyMatch(p -> !Shape.of(p.getValue(), schemas).flag("readOnly"));
  }

  private boolean isDeep() {
    return shape.properties().isEmpty()
        || hasRest(shape)
        || !choices(shape).isEmpty()
        || shape.properties().values().stream().anyMatch(p -> keepsParts(p, new HashSet<>()));
  }

  /** Whether a value may be an object of which a patch leaves something as it is. */
  private boolean keepsParts(Schema schema, Set<Place> open) {
    if (!mayBeObject(schema)) {
      return false;
    }
    if (!open.add(schemas.resolve(schema).place())) {
      return true;
    }
    Shape inside = Shape.of(schema, schemas);
    List<Schema> choices = choices(inside);
    if (inside.properties().isEmpty()) {
      return choices.size() != 1 || keepsParts(choices.get(0), open);
    }
    return !choices.isEmpty()
        || hasRest(inside)
        || !inside.required().containsAll(inside.properties().keySet())
        || inside.properties().values().stream().anyMatch(p -> keepsParts(p, open));
  }

  private boolean mayBeObject(Schema schema) {
    List<Schema> choices = choices(Shape.of(schema, schemas));
    return isOpen(schema) && (choices.isEmpty() || choices.stream().anyMatch(this::isOpen));
  }

  /** Whether neither types nor values rule an object out. */
  private boolean isOpen(Schema schema) {
    Shape inside = Shape.of(schema, schemas);
    return inside.values().isEmpty()
        && (inside.types().isEmpty() || inside.types().contains("object"));
  }

  /** The branches that say what stands in a value, and not only what has to be there together. */
  private List<Schema> choices(Shape all) {
    return all.alternatives().stream()
        .filter(branch -> {
          Shape inside = Shape.of(branch, schemas);
          return !inside.types().isEmpty()
              || !inside.values().isEmpty()
              || !inside.alternatives().isEmpty();
        })
        .toList();
  }

  private static boolean hasRest(Shape shape) {
    return shape.additional().filter(a -> !a.isNever()).isPresent();
  }
}
