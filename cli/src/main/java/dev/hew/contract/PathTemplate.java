package dev.hew.contract;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A key of {@code paths}: literal text with variables between.
 *
 * @param text as written, for example {@code /pets/{petId}}
 */
public record PathTemplate(String text) {
  /** What servers take for an attack, however the rest looks: escaped slashes, dots and percent signs, backslashes. */
  private static final Pattern REFUSED = Pattern.compile("\\\\|%(?:2[eEfF5]|5[cC])");

  /** Segments that servers resolve, and what cannot be printed. */
  private static final Pattern LOST = Pattern.compile("/(?:/|\\.{1,2}(?:/|$))|\\p{Cntrl}");

  /** What {@link #isRefused} speaks of, in words. */
  public static final String REFUSALS =
      "an empty segment, `.`, `..`, a backslash, a control character, or an escaped slash, period or"
          + " percent sign";

  /** A piece of the path: literal text as written, or a variable's name. */
  public record Part(boolean variable, String text) {

    /** The text as paths are compared: percent-decoded. */
    public String decoded() {
      return Percent.decode(text);
    }
  }

  /** Whether servers refuse every request to it: for a segment that is empty or dots alone, or signs that attacks have. */
  public boolean isRefused() {
    StringBuilder filled = new StringBuilder();
    parts().forEach(part -> filled.append(part.variable() ? "x" : part.text()));
    return REFUSED.matcher(filled).find()
        || LOST.matcher(Percent.decode(filled.toString())).find();
  }

  public List<Part> parts() {
    List<Part> parts = new ArrayList<>();
    int end = 0;
    int open = -1;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '{') {
        open = i;
      } else if (c == '}' && open >= 0) {
        if (open > end) {
          parts.add(new Part(false, text.substring(end, open)));
        }
        parts.add(new Part(true, text.substring(open + 1, i)));
        end = i + 1;
        open = -1;
      }
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
