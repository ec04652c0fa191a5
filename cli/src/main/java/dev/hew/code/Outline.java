package dev.hew.code;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * The parts of a text that can be added, changed and removed one by one, and where they stand: members of Java types,
 * elements of XML, keys of YAML. Parts cover whole lines: a part starts with the line break before it, takes the
 * comments and blank lines above it along, and ends before its last line's own break.
 *
 * @param text starts with a line break, so that the first part is like all others
 */
public record Outline(String text, Part root) {

  /**
   * One part.
   *
   * @param key what tells it from its siblings
   * @param name what it has in common with what it may become, an overloaded method's name for example
   * @param inner where its own parts start; -1 if it can have none
   * @param outer where they end
   */
  public record Part(
      String key, String name, int start, int end, int inner, int outer, List<Part> parts) {
    public Part {
      parts = List.copyOf(parts);
    }

    /** A part without parts of its own. */
    public static Part leaf(String key, String name, int start, int end) {
      return new Part(key, name, start, end, -1, -1, List.of());
    }

    public boolean divisible() {
      return inner >= 0;
    }
  }

  /** The text of a part. */
  public String of(Part part) {
    return text.substring(part.start(), part.end());
  }

  /** Whether two parts that stand in the same part have the same key. */
  public boolean ambiguous() {
    return ambiguous(root, Part::key);
  }

  private static boolean ambiguous(Part part, Function<Part, String> key) {
    Set<String> seen = new HashSet<>();
    return part.parts().stream().anyMatch(p -> !seen.add(key.apply(p)) || ambiguous(p, key));
  }
}
