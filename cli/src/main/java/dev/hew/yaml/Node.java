package dev.hew.yaml;

import dev.hew.report.Position;
import java.util.List;
import java.util.Optional;

/** A piece of a YAML or JSON document, immutable, with the place that it was read from. */
public sealed interface Node {

  /** Where the node starts. */
  Position position();

  /** The value under a key of a mapping; empty when there is no such key or this is no mapping. */
  default Optional<Node> get(String key) {
    return Optional.empty();
  }

  /** The text of a string scalar; empty for everything else, numbers included. */
  default Optional<String> string() {
    return Optional.empty();
  }

  /** The entries of a mapping in the order of the text; empty for everything else. */
  default List<Entry> entries() {
    return List.of();
  }

  /** The items of a sequence; empty for everything else. */
  default List<Node> items() {
    return List.of();
  }

  /** Keys are unique; a key that was no string in the text is here as it was written. */
  record Mapping(List<Entry> entries, Position position) implements Node {
    public Mapping {
      entries = List.copyOf(entries);
    }

    @Override
    public Optional<Node> get(String key) {
      // by number, as nothing is asked more often and an iterator would be made each time
      for (int i = 0, size = entries.size(); i < size; i++) {
        Entry entry = entries.get(i);
        if (entry.key.equals(key)) {
          return Optional.of(entry.value);
        }
      }
      return Optional.empty();
    }
  }

  /** One key of a mapping with its value. */
  record Entry(String key, Position keyPosition, Node value) {}

  /** A list. */
  record Sequence(List<Node> items, Position position) implements Node {
    public Sequence {
      items = List.copyOf(items);
    }
  }

  /**
   * A single value.
   *
   * @param value {@code String}, {@code BigInteger}, {@code BigDecimal}, {@code Boolean}, or {@code null} for null
   * @param raw as written, without quotes; equals {@code value} for strings
   */
  record Scalar(Object value, String raw, Position position) implements Node {
    @Override
    public Optional<String> string() {
      return value instanceof String s ? Optional.of(s) : Optional.empty();
    }
  }
}
