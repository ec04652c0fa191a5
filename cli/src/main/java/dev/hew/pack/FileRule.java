package dev.hew.pack;

import dev.hew.report.Position;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What holds for the files whose path matches a pattern.
 *
 * @param pattern a path in {@code files/} without {@code .ftl}; {@code *} stands for anything within a folder name,
 *     {@code **} for any number of folders
 * @param when an expression: the file is written only where it is true
 * @param each {@code list as item}: the file is written once for each item
 * @param as where the file goes, when that is not where it stands
 */
public record FileRule(
    String pattern,
    Position position,
    Optional<String> when,
    Optional<String> each,
    Optional<String> as,
    Optional<Owner> owner,
    boolean executable) {

  /** Whether an expression is one of this rule's, or a part of it. */
  boolean evaluates(String expression) {
    return Stream.of(when, each, as)
        .flatMap(Optional::stream)
        .anyMatch(text -> text.contains(expression));
  }

  boolean matches(String path) {
    return matches(pattern, path);
  }

  /**
   * Whether a pattern stands for a path. Takes time by the product of their lengths at most, whatever the pattern.
   */
  static boolean matches(String pattern, String path) {
    int star = pattern.indexOf('*');
    if (star < 0) {
      return pattern.equals(path);
    }
    // most patterns end in a file's name, which tells most paths apart
    return path.endsWith(pattern.substring(pattern.lastIndexOf('*') + 1))
        && path.startsWith(pattern.substring(0, star))
        && matchesWithin(pattern, path);
  }

  private static boolean matchesWithin(String pattern, String path) {
    boolean[] reached = new boolean[path.length() + 1];
    reached[0] = true;
    for (int p = 0; p < pattern.length(); p++) {
      boolean[] next = new boolean[path.length() + 1];
      if (pattern.charAt(p) == '*') {
        boolean folders = pattern.startsWith("**", p);
        for (int at = 0; at <= path.length(); at++) {
          next[at] =
              reached[at] || at > 0 && next[at - 1] && (folders || path.charAt(at - 1) != '/');
        }
        p += folders ? 1 : 0;
      } else {
        for (int at = 1; at <= path.length(); at++) {
          next[at] = reached[at - 1] && pattern.charAt(p) == path.charAt(at - 1);
        }
      }
      reached = next;
    }
    return reached[path.length()];
  }
}
