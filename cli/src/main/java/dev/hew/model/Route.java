package dev.hew.model;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

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

  /** A segment that is one literal in the clothes of a variable. */
  private static final Pattern LITERAL = Pattern.compile("\\{\\$literal\\d*:([^{}]*)}");

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
   * @param except what a variable does not stand for, as regular expressions without groups or braces
   */
  public record Part(boolean variable, String text, List<String> except) {
    public Part {
      except = List.copyOf(except);
    }

    public Part(boolean variable, String text) {
      this(variable, text, List.of());
    }
  }

  public Route {
    parts = List.copyOf(parts);
  }

  /**
   * The same route, whose variables do not stand for what another route has literally in their place. Spring prefers
   * literals to variables by itself; those that it would take for wildcards are variables to it, and it can decide for
   * neither.
   */
  Route apartFrom(Route other) {
    String[] own = pattern().split("/", -1);
    String[] others = other.pattern().split("/", -1);
    if (own.length != others.length) {
      return this;
    }
    List<Integer> different = IntStream.range(0, own.length)
        .filter(i -> !own[i].equals(others[i]) && !(isVariable(own[i]) && isVariable(others[i])))
        .boxed()
        .toList();
    if (different.size() != 1) {
      return this;
    }
    String variable = own[different.get(0)];
    Matcher literal = LITERAL.matcher(others[different.get(0)]);
    return isVariable(variable) && literal.matches()
        ? except(variable.replaceAll("[{}]|:.*", ""), literal.group(1))
        : this;
  }

  /** Whether a segment is a literal that Spring would take for a wildcard. */
  boolean holdsMarks() {
    return Stream.of(pattern().split("/", -1)).anyMatch(s -> LITERAL.matcher(s).matches());
  }

  private static boolean isVariable(String segment) {
    return CAPTURE.matcher(segment).matches() && !LITERAL.matcher(segment).matches();
  }

  private Route except(String variable, String literal) {
    return new Route(parts.stream()
        .map(part -> part.variable() && part.text().equals(variable)
            ? new Part(
                true,
                variable,
                Stream.concat(part.except().stream(), Stream.of(literal))
                    .distinct()
                    .toList())
            : part)
        .toList());
  }

  /** Whether a literal holds a semicolon, which begins a parameter of the path for a server. */
  boolean holdsSemicolon() {
    return parts.stream().anyMatch(part -> !part.variable() && part.text().contains(";"));
  }

  /**
   * A pattern of Spring's that matches this path and nothing else. What it would take for a wildcard, a variable or a
   * placeholder stands in a variable that fits that text alone. Such a variable's name starts with a dollar sign: no
   * other does.
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
        String except = part.except().isEmpty()
            ? ""
            : ":(?s)(?!(?:" + String.join("|", part.except()) + ")$).+";
        out.append('{').append(part.text()).append(except).append('}');
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
