package dev.hew.render;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * Breaks lines that are too long, where the template allows it. A template marks a group ({@code [=open]} ...
 * {@code [=close]}) and the places in it where the line may break ({@code [=br]}; {@code [=sp]} is a space when it does
 * not). A group stands on one line if it fits; if not, it breaks at all of its own places, and each group inside it is
 * looked at in its turn. This is the rule of Oppen's "Prettyprinting" (1980) in the form of Wadler's "A prettier
 * printer" (2003).
 */
public final class Layout {
  /** The marks are private-use characters, which never come from outside: texts are stripped of them. */
  public static final String OPEN = "\uE000";

  public static final String CLOSE = "\uE001";
  public static final String BREAK = "\uE002";
  public static final String SPACE = "\uE003";

  private static final List<String> MARKS = List.of(OPEN, CLOSE, BREAK, SPACE);

  /** Between these stands a text whose place in the generated files is to be written instead. */
  public static final String WHERE_OPEN = "\uE004";

  public static final String WHERE_CLOSE = "\uE005";
  private static final int INDENT = 4;

  private Layout() {}

  /**
   * The text with every mark replaced by nothing, a space or a line break.
   *
   * @throws IllegalArgumentException when the marks are no groups
   */
  public static String of(String text, int width) {
    if (MARKS.stream().noneMatch(text::contains)) {
      return text;
    }
    StringBuilder out = new StringBuilder(text.length());
    Deque<Group> open = new ArrayDeque<>();
    int lineStart = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '\uE000' -> {
          boolean outerFlat = !open.isEmpty() && !open.peek().broken();
          int column = out.length() - lineStart;
          boolean fits = outerFlat || column + flatWidth(text, i) <= width;
          int base = open.isEmpty() ? indentOf(out, lineStart) : open.peek().indent();
          open.push(new Group(!fits, base + INDENT));
        }
        case '\uE001' -> {
          if (open.poll() == null) {
            throw new IllegalArgumentException("a group is closed that was not opened");
          }
        }
        case '\uE002', '\uE003' -> {
          if (!open.isEmpty() && open.peek().broken()) {
            out.append('\n');
            lineStart = out.length();
            out.append(" ".repeat(open.peek().indent()));
          } else if (c == '\uE003') {
            out.append(' ');
          }
        }
        default -> {
          out.append(c);
          if (c == '\n') {
            lineStart = out.length();
          }
        }
      }
    }
    if (!open.isEmpty()) {
      throw new IllegalArgumentException("a group is opened that is not closed");
    }
    return out.toString();
  }

  private record Group(boolean broken, int indent) {}

  /** The width of the group that starts here and of what follows it up to the next possible line break. */
  private static int flatWidth(String text, int start) {
    int depth = 0;
    int width = 0;
    boolean closed = false;
    for (int i = start; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '\uE000' -> depth++;
        case '\uE001' -> closed |= --depth == 0;
        case '\uE002', '\uE003' -> {
          if (closed || depth == 0) {
            return width;
          }
          width += c == '\uE003' ? 1 : 0;
        }
        case '\n' -> {
          return width;
        }
        default -> width++;
      }
    }
    return width;
  }

  private static int indentOf(StringBuilder out, int lineStart) {
    int i = lineStart;
    while (i < out.length() && out.charAt(i) == ' ') {
      i++;
    }
    return i - lineStart;
  }
}
