package dev.hew.schema;

import dev.hew.yaml.Node;
import java.util.List;

/**
 * A value that breaks one constraint at one place.
 *
 * @param at the place in the value: property names and indexes
 * @param keyword of the constraint; {@code null} where null is sent and no type allows it
 * @param definition the name of the schema of the set that the constraint stands in
 * @param pointer where in that definition
 * @param value the whole value
 */
public record Breach(
    List<String> at, String keyword, String definition, List<String> pointer, Node value) {
  /** The keyword of a breach that sends null. */
  public static final String NULL = "null";

  public Breach {
    at = List.copyOf(at);
    pointer = List.copyOf(pointer);
  }
}
