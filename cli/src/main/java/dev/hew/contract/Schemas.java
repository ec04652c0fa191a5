package dev.hew.contract;

import dev.hew.yaml.Node;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** The schemas that a {@code $ref} can lead to. */
public final class Schemas {
  private final Map<Place, Schema> byPlace;
  private final Map<View, Object> views = new ConcurrentHashMap<>();

  /**
   * @param byPlace every target of a {@code $ref}, and every schema under {@code components}, in the order of the text
   */
  public Schemas(Map<Place, Schema> byPlace) {
    this.byPlace = Collections.unmodifiableMap(new LinkedHashMap<>(byPlace));
  }

  /** Every target of a {@code $ref}, and every schema under {@code components}, in the order of the text. */
  public Map<Place, Schema> byPlace() {
    return byPlace;
  }

  /**
   * The schema at a place.
   *
   * @throws NoSuchElementException when no {@code $ref} leads there; the reader has reported such a {@code $ref}
   */
  public Schema at(Place place) {
    Schema schema = byPlace.get(place);
    if (schema == null) {
      throw new NoSuchElementException("no schema at " + place);
    }
    return schema;
  }

  /** Follows {@code $ref} as long as the schema is nothing but a reference (annotations aside). */
  public Schema resolve(Schema schema) {
    Schema current = schema;
    while (current.isPureReference()) {
      current = at(current.ref().orElseThrow());
    }
    return current;
  }

  /**
   * What somebody sees in a schema: made when it is first asked for, since many ask.
   *
   * @param kind of view; one of each is kept for a schema
   * @param make makes an immutable view from the schema and these schemas, and nothing else
   */
  public <T> T view(Class<T> kind, Schema schema, Supplier<T> make) {
    View key = new View(kind, schema.place(), schema.node());
    Object known = views.get(key);
    if (known == null) {
      known = make.get();
      views.put(key, known);
    }
    return kind.cast(known);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Schemas that && byPlace.equals(that.byPlace);
  }

  @Override
  public int hashCode() {
    return byPlace.hashCode();
  }

  @Override
  public String toString() {
    return "Schemas" + byPlace;
  }

  /** Which view of which schema: the very text, which anchors let stand in several places. */
  private record View(Class<?> kind, Place place, Node text) {
    @Override
    public boolean equals(Object other) {
      return other instanceof View that
          && text == that.text
          && kind == that.kind
          && place.equals(that.place);
    }

    @Override
    public int hashCode() {
      return System.identityHashCode(text);
    }
  }
}
