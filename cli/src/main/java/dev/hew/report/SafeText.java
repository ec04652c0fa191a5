package dev.hew.report;

/** Keeps a text that strangers wrote from steering the terminal that it is shown on. */
public final class SafeText {
  private static final int REPLACEMENT = 0xFFFD;

  private SafeText() {}

  /** The text on one line, with everything that is not to be seen replaced. */
  public static String of(String text) {
    StringBuilder out = new StringBuilder(text.length());
    text.codePoints().forEach(c -> out.appendCodePoint(visible(c)));
    return out.toString();
  }

  /** Escape sequences, line ends and marks that reverse the direction of writing become a replacement character. */
  static int visible(int codePoint) {
    if (codePoint == '\t') {
      return ' ';
    }
    boolean steering = switch (Character.getType(codePoint)) {
      case Character.CONTROL,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SURROGATE -> true;
      default ->
        (codePoint >= 0x202A && codePoint <= 0x202E)
            || (codePoint >= 0x2066 && codePoint <= 0x2069)
            || codePoint == 0x200E
            || codePoint == 0x200F;
    };
    return steering ? REPLACEMENT : codePoint;
  }
}
