package dev.hew.model;

import dev.hew.render.Layout;

/** How values are written as source text. */
final class Literals {
  private static final int LONGEST = 80;

  private Literals() {}

  /** The text as {@link #quoted}; a long one in pieces that are added up, between which the line may break. */
  static String literal(String text) {
    if (text.length() <= LONGEST) {
      return quoted(text);
    }
    StringBuilder out = new StringBuilder(Layout.OPEN);
    for (int start = 0; start < text.length(); ) {
      int end = Math.min(text.length(), start + LONGEST);
      if (end < text.length() && Character.isHighSurrogate(text.charAt(end - 1))) {
        end--;
      }
      out.append(start == 0 ? "" : Layout.SPACE + "+ ").append(quoted(text.substring(start, end)));
      start = end;
    }
    return out.append(Layout.CLOSE).toString();
  }

  /**
   * The text in double quotes with escapes that Java, JSON, JavaScript, Go, Python and YAML 1.2 read alike. Whatever
   * does not show, or could change how the line is displayed, is written as {@code \\uXXXX}.
   */
  static String quoted(String text) {
    StringBuilder out = new StringBuilder("\"");
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      i += Character.charCount(c);
      switch (c) {
        case '"' -> out.append("\\\"");
        case '\\' -> out.append("\\\\");
        case '\n' -> out.append("\\n");
        case '\r' -> out.append("\\r");
        case '\t' -> out.append("\\t");
        default -> {
          if (isInvisible(c)) {
            for (char unit : Character.toChars(c)) {
              out.append(String.format(java.util.Locale.ROOT, "\\u%04x", (int) unit));
            }
          } else {
            out.appendCodePoint(c);
          }
        }
      }
    }
    return out.append('"').toString();
  }

  /** Control and format characters, line separators, lone surrogates, private use and noncharacters. */
  static boolean isInvisible(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SURROGATE,
          Character.PRIVATE_USE -> true;
      default ->
        (c & 0xfffe)
            == 0xfffe; // noncharacters; what is merely unassigned depends on the Java version
    };
  }
}
