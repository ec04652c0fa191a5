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

  /** What no server finds again in a path: segments that it resolves, and separators that it takes for an attack. */
  private static final Pattern REFUSED =
      Pattern.compile("/(?:/|\\.{1,2}(?:/|$))|\\\\|%(?:2[fF]|5[cC])");

  /** A piece of the path: literal text as written, or a variable's name. */
  public record Part(boolean variable, String text) {

    /** The text as paths are compared: percent-decoded. */
    public String decoded() {
      return Percent.decode(text);
    }
  }

  /** Whether servers refuse every request to it: for a segment that is empty or dots alone, or a slash that is no end. */
  public boolean isRefused() {
    StringBuilder filled = new StringBuilder();
    parts().forEach(part -> filled.append(part.variable() ? "x" : part.text()));
    return REFUSED.matcher(filled).find();
  }

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
