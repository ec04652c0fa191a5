package dev.hew.report;

import java.util.regex.Pattern;

/**
 * One line of a text as it is shown: tabs written out, a long line cut to what matters, what may be a password in an
 * address made unreadable.
 *
 * @param text what is shown
 * @param indent how many columns stand before the first caret
 * @param carets how many columns are meant, at least 1
 */
record Listing(String text, int indent, int carets) {
  private static final int TAB = 4;

  /** Columns of the text that are shown at most. */
  private static final int WIDEST = 110;

  private static final int BEFORE = 40;
  private static final String CUT = "...";

  /** What stands before the host in an address. */
  private static final Pattern USER = Pattern.compile("(?<=://)[^/@\\s]+(?=@)");

  /**
   * @param start where the meant part begins, in UTF-16 code units from 0; may lie behind the line's end
   * @param length of the meant part; it ends with the line at the latest
   */
  static Listing of(String whole, int start, int length) {
    String line = USER.matcher(whole).replaceAll(user -> "*".repeat(user.group().length()));
    int from = Math.min(start, line.length());
    int to = Math.min(line.length(), from + Math.min(length, line.length()));
    int left = 0;
    if (line.length() > WIDEST && from > BEFORE) {
      left = boundary(line, from - BEFORE);
    }
    String prefix = left > 0 ? CUT : "";
    StringBuilder shown = new StringBuilder(prefix);
    int column = prefix.length();
    int indent = column;
    int end = column;
    int i = left;
    while (i < line.length() && column < WIDEST) {
      int c = line.codePointAt(i);
      int width = width(c, column);
      if (c == '\t') {
        shown.append(" ".repeat(width));
      } else {
        shown.appendCodePoint(SafeText.visible(c));
      }
      column += width;
      i += Character.charCount(c);
      if (i <= from) {
        indent = column;
      }
      if (i <= to) {
        end = column;
      }
    }
    if (i < line.length()) {
      shown.append(CUT);
    }
    return new Listing(shown.toString(), indent, Math.max(1, end - indent));
  }

  private static int boundary(String line, int index) {
    return Character.isLowSurrogate(line.charAt(index)) ? index - 1 : index;
  }

  /** How many columns a terminal gives a character. */
  private static int width(int c, int column) {
    if (c == '\t') {
      return TAB - column % TAB;
    }
    int type = Character.getType(c);
    if (type == Character.NON_SPACING_MARK
        || type == Character.ENCLOSING_MARK
        || c == 0x200D
        || c == 0xFE0F) {
      return 0;
    }
    boolean wide = (c >= 0x1100 && c <= 0x115F)
        || (c >= 0x2E80 && c <= 0xA4CF)
        || (c >= 0xAC00 && c <= 0xD7A3)
        || (c >= 0xF900 && c <= 0xFAFF)
        || (c >= 0xFE30 && c <= 0xFE6F)
        || (c >= 0xFF00 && c <= 0xFF60)
        || (c >= 0xFFE0 && c <= 0xFFE6)
        || (c >= 0x1F300 && c <= 0x1FAFF)
        || (c >= 0x20000 && c <= 0x3FFFD);
    return wide ? 2 : 1;
  }
}
