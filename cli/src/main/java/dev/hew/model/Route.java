package dev.hew.model;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A path as it is matched: literal text, decoded, and variables between.
 *
 * @param parts in their order; no two literals stand side by side
 */
public record Route(List<Part> parts) {
  /**
   * What Spring takes for a wildcard or a variable, with the signs that would make a placeholder of it: from the first
   * in a segment to the last, since each variable makes Spring prefer other paths.
   */
  private static final String MARKS = "[$#]*[*?{}](?:[^/]*[*?{}])?[$#]*";

  private static final Pattern AT_THE_END = Pattern.compile(MARKS);
  private static final Pattern BEFORE_A_VARIABLE = Pattern.compile(MARKS + "|[$#]+$");

  /** Signs that mean something in a regular expression and nothing in brackets. */
  private static final String SIGNS = "*?$#.+()|";

  private static final Pattern CAPTURE = Pattern.compile("\\{([^{}:]+)(?::[^{}]*)?}");

  /**
   * The order in which Spring tries paths that match one request: fewer variables first, then the longer one, then by
   * their text ({@code PathPattern.compareTo} of Spring 7).
   */
  static final Comparator<Route> PREFERRED = Comparator.comparingInt(Route::captures)
      .thenComparing(Comparator.comparingInt(Route::length).reversed())
      .thenComparing(Route::pattern);

  /**
   * A piece of the path.
   *
   * @param text what stands there, or the variable's name, which is a word
   */
  public record Part(boolean variable, String text) {}

  public Route {
    parts = List.copyOf(parts);
  }

  /** Whether a literal holds a semicolon, which begins a parameter of the path for a server. */
  boolean holdsSemicolon() {
    return parts.stream().anyMatch(part -> !part.variable() && part.text().contains(";"));
  }

  /**
   * A pattern of Spring's that matches this path and nothing else. What it would take for a wildcard, a variable or a
   * placeholder stands in a variable that fits that text alone. Such a variable's name starts with a dollar sign: no
   * other does, and of two patterns that are alike otherwise Spring prefers this one.
   */
  public Text spring() {
    return Text.of(pattern());
  }

  private String pattern() {
    StringBuilder out = new StringBuilder();
    int guards = 0;
    for (int i = 0; i < parts.size(); i++) {
      Part part = parts.get(i);
      if (part.variable()) {
        out.append('{').append(part.text()).append('}');
        continue;
      }
      Pattern marks = i + 1 < parts.size() ? BEFORE_A_VARIABLE : AT_THE_END;
      Matcher found = marks.matcher(part.text());
      int end = 0;
      while (found.find()) {
        out.append(part.text(), end, found.start());
        guard(found.group(), ++guards, out);
        end = found.end();
      }
      out.append(part.text().substring(end));
    }
    return out.toString();
  }

  private static void guard(String text, int number, StringBuilder out) {
    out.append("{$literal").append(number == 1 ? "" : Integer.toString(number)).append(':');
    for (char c : text.toCharArray()) {
      if (SIGNS.indexOf(c) >= 0) {
        out.append('[').append(c).append(']');
      } else if (c < 0x80 && !Character.isLetterOrDigit(c)) {
        // Spring would count braces, escaped ones too.
        out.append(String.format(Locale.ROOT, "\\x%02X", (int) c));
      } else {
        out.append(c);
      }
    }
    out.append('}');
  }

  private int captures() {
    return (int) CAPTURE.matcher(pattern()).results().count();
  }

  /** How long the path is for Spring: a segment that is a variable counts one, a name within a segment not at all. */
  private int length() {
    int length = 0;
    for (String segment : pattern().split("/", -1)) {
      Matcher capture = CAPTURE.matcher(segment);
      length += 1 + (capture.matches() ? 1 : segment.length() - named(capture.reset()));
    }
    return length;
  }

  private static int named(Matcher capture) {
    return capture.results().mapToInt(found -> found.group(1).length() + 1).sum();
  }
}
