package dev.hew.verify;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A path with its query as they are sent, beside the template that the path was made of.
 *
 * @param template the path of the operation, such as {@code /pets/{petId}}
 * @param path escaped
 * @param query pieces {@code name=value}, escaped
 */
record Target(String template, String path, List<String> query) {
  private static final Pattern VARIABLE = Pattern.compile("\\{([^}]*)}");

  /**
   * @param operation method and path
   * @param target as in a case
   */
  static Target of(String operation, String target) {
    String[] parts = target.split("\\?", 2);
    return new Target(
        operation.substring(operation.indexOf(' ') + 1),
        parts[0],
        parts.length == 1 ? List.of() : List.of(parts[1].split("&")));
  }

  String text() {
    return path + (query.isEmpty() ? "" : "?" + String.join("&", query));
  }

  /** With other values for some parameters; those that are not sent yet come last. */
  Target withQuery(Map<String, String> values) {
    List<String> pieces = new ArrayList<>(query);
    values.forEach((name, value) -> {
      String start = escaped(name) + "=";
      pieces.removeIf(piece -> piece.startsWith(start));
      pieces.add(start + escaped(value));
    });
    return new Target(template, path, pieces);
  }

  /** With other values for some of the variables. */
  Target withPath(Map<String, String> values) {
    String[] templates = template.split("/", -1);
    String[] segments = path.split("/", -1);
    for (int i = 0; i < segments.length && segments.length == templates.length; i++) {
      segments[i] = segment(templates[i], segments[i], values);
    }
    return new Target(template, String.join("/", segments), query);
  }

  private static String segment(String template, String written, Map<String, String> values) {
    List<String> names =
        VARIABLE.matcher(template).results().map((MatchResult m) -> m.group(1)).toList();
    if (names.stream().noneMatch(values::containsKey)) {
      return written;
    }
    String[] literals = VARIABLE.split(template, -1);
    StringBuilder pattern = new StringBuilder(Pattern.quote(literal(literals[0])));
    for (int i = 1; i < literals.length; i++) {
      pattern.append("(.*)").append(Pattern.quote(literal(literals[i])));
    }
    Matcher found = Pattern.compile(pattern.toString()).matcher(written);
    if (!found.matches()) {
      return written;
    }
    StringBuilder segment = new StringBuilder(written);
    for (int i = names.size(); i > 0; i--) {
      String value = values.get(names.get(i - 1));
      if (value != null) {
        segment.replace(found.start(i), found.end(i), escaped(value));
      }
    }
    return segment.toString();
  }

  private static String escaped(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8)
        .replace("+", "%20")
        .replace("*", "%2A")
        .replace("%7E", "~");
  }

  /** Literal text of a path, in which more characters stand for themselves. */
  private static String literal(String text) {
    StringBuilder out = new StringBuilder();
    text.codePoints().forEach(c -> {
      String one = Character.toString(c);
      out.append("/:@!$&'()*+,;=".contains(one) ? one : escaped(one));
    });
    return out.toString();
  }
}
