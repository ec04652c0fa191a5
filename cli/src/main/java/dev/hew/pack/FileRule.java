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
    return matches(pattern, 0, path, 0);
  }

  /** Whether a pattern from {@code p} on matches a path from {@code at} on. */
  private static boolean matches(String pattern, int p, String path, int at) {
    int star = pattern.indexOf('*', p);
    if (star < 0) {
      return pattern.length() - p == path.length() - at
          && pattern.regionMatches(p, path, at, path.length() - at);
    }
    if (!pattern.regionMatches(p, path, at, star - p)) {
      return false;
    }
    boolean folders = pattern.startsWith("**", star);
    int rest = star + (folders ? 2 : 1);
    for (int end = at + star - p; end <= path.length(); end++) {
      if (matches(pattern, rest, path, end)) {
        return true;
      }
      if (end < path.length() && path.charAt(end) == '/' && !folders) {
        return false;
      }
    }
    return false;
  }
}
