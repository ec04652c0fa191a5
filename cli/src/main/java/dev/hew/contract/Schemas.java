package dev.hew.contract;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NoSuchElementException;

/**
 * The schemas that a {@code $ref} can lead to.
 *
 * @param byPlace every target of a {@code $ref}, and every schema under {@code components}, in the order of the text
 */
public record Schemas(Map<Place, Schema> byPlace) {

  public Schemas {
    byPlace = Collections.unmodifiableMap(new LinkedHashMap<>(byPlace));
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
}
