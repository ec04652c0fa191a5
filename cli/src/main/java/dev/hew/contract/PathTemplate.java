package dev.hew.contract;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A key of {@code paths}: literal text with variables between.
 *
 * @param text as written, for example {@code /pets/{petId}}
 */
public record PathTemplate(String text) {
  private static final Pattern VARIABLE = Pattern.compile("\\{([^{}]*)}");

  /** A piece of the path: literal text, or a variable's name. */
  public record Part(boolean variable, String text) {}

  public List<Part> parts() {
    List<Part> parts = new ArrayList<>();
    Matcher matcher = VARIABLE.matcher(text);
    int end = 0;
    while (matcher.find()) {
      if (matcher.start() > end) {
        parts.add(new Part(false, text.substring(end, matcher.start())));
      }
      parts.add(new Part(true, matcher.group(1)));
      end = matcher.end();
    }
    if (end < text.length()) {
      parts.add(new Part(false, text.substring(end)));
    }
    return parts;
  }

  public List<String> variables() {
    return parts().stream().filter(Part::variable).map(Part::text).toList();
  }
}
