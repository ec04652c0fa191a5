package dev.hew.storage;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Divides SQL without understanding it. */
final class SqlText {
  /**
   * What is not to be looked into: comments, texts, quoted names, texts between dollars. A text with a doubled quote in it
   * is two texts here.
   */
  private static final Pattern TOKEN = Pattern.compile(
      "(?<comment>--[^\n]*|/\\*.*?(?:\\*/|\\z))"
          + "|(?<quoted>'[^']*+(?:'|\\z)|\"[^\"]*+(?:\"|\\z)|(?<tag>\\$\\w*\\$).*?(?:\\k<tag>|\\z))"
          + "|(?<blank>\\s+)|(?<other>.)",
      Pattern.DOTALL);

  private SqlText() {}

  /** The statements of a script without comments, their ends, and more blanks than one. */
  static List<String> statements(String script) {
    return divided(script, ';');
  }

  /** What commas divide, those between parentheses aside. */
  static List<String> parts(String text) {
    return divided(text, ',');
  }

  private static List<String> divided(String text, char divider) {
    List<String> parts = new ArrayList<>();
    StringBuilder part = new StringBuilder();
    int depth = 0;
    Matcher token = TOKEN.matcher(text);
    while (token.find()) {
      String other = token.group("other");
      if (token.group("comment") != null || token.group("blank") != null) {
        part.append(' ');
      } else if (other != null && depth == 0 && other.charAt(0) == divider) {
        add(parts, part);
        part = new StringBuilder();
      } else {
        depth += "(".equals(other) ? 1 : ")".equals(other) ? -1 : 0;
        part.append(token.group());
      }
    }
    add(parts, part);
    return parts;
  }

  private static void add(List<String> parts, StringBuilder part) {
    String text = part.toString().strip().replaceAll(" +", " ");
    if (!text.isEmpty()) {
      parts.add(text);
    }
  }
}
