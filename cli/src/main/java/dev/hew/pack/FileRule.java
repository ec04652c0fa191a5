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
    StringBuilder regex = new StringBuilder();
    for (int i = 0; i < pattern.length(); i++) {
      char c = pattern.charAt(i);
      if (c == '*' && i + 1 < pattern.length() && pattern.charAt(i + 1) == '*') {
        regex.append(".*");
        i++;
      } else if (c == '*') {
        regex.append("[^/]*");
      } else {
        regex.append(java.util.regex.Pattern.quote(String.valueOf(c)));
      }
    }
    return path.matches(regex.toString());
  }
}
