package dev.hew.markdown;

import java.util.ArrayList;
import java.util.List;

/** Lines of no more than so many columns. */
final class Wrapping {
  /** The longest reference to a character in HTML that stands in a comment. */
  private static final int REFERENCE = 6;

  /** A space at which no line is broken. */
  static final char KEPT = '\u001f';

  private final int width;
  private final List<String> lines = new ArrayList<>();

  Wrapping(int width) {
    this.width = width;
  }

  List<String> lines() {
    return List.copyOf(lines);
  }

  boolean isEmpty() {
    return lines.isEmpty();
  }

  /** A line as it is. */
  void line(String text) {
    lines.add(text);
  }

  /** Words, broken between them where that is possible, and in them where it has to be. */
  void add(String first, String then, String text) {
    String indent = first;
    StringBuilder line = new StringBuilder();
    for (String word : text.strip().split(" +")) {
      if (!line.isEmpty() && indent.length() + line.length() + 1 + word.length() > width) {
        take(indent + line);
        indent = then;
        line.setLength(0);
      }
      line.append(line.isEmpty() ? "" : " ").append(word);
      while (indent.length() + line.length() > width) {
        int end = end(line, width - indent.length());
        take(indent + line.substring(0, end));
        indent = then;
        line.delete(0, end);
      }
    }
    if (!line.isEmpty()) {
      take(indent + line);
    }
  }

  private void take(String line) {
    lines.add(line.replace(KEPT, ' '));
  }

  /** Where to cut: in the middle of no character, and of no tag that fits. */
  private static int end(StringBuilder text, int room) {
    int tag = text.lastIndexOf("<", room - 1);
    if (tag > text.lastIndexOf(">", room - 1) && tag > 0) {
      return tag;
    }
    for (int i = room - 1; i > 0 && i > room - REFERENCE; i--) {
      if (text.charAt(i) == ';') {
        break;
      }
      if (text.charAt(i) == '&') {
        return i;
      }
    }
    return Character.isHighSurrogate(text.charAt(room - 1)) ? room - 1 : room;
  }

  /** A line whose spaces count, cut where it is too long. */
  void exact(String text) {
    StringBuilder rest = new StringBuilder(text.stripTrailing());
    while (rest.length() > width) {
      int end = end(rest, width);
      lines.add(rest.substring(0, end).stripTrailing());
      rest.delete(0, end);
    }
    lines.add(rest.toString());
  }
}
