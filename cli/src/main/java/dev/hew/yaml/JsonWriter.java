package dev.hew.yaml;

import java.math.BigDecimal;
import java.util.Iterator;
import java.util.Locale;

/** Writes nodes as JSON text, the same node always as the same text, keys in their order. */
public final class JsonWriter {
  /** A number with more digits than this is written with an exponent. */
  private static final int MOST_PLAIN_DIGITS = 40;

  private JsonWriter() {}

  /** On one line, without spaces. */
  public static String compact(Node node) {
    StringBuilder out = new StringBuilder();
    write(node, out, null);
    return out.toString();
  }

  /** Indented by two spaces, lines ending in LF, without a last line end. */
  public static String pretty(Node node) {
    StringBuilder out = new StringBuilder();
    write(node, out, "\n");
    return out.toString();
  }

  /**
   * @param line the line end with the indentation of the current level; {@code null} for one line
   */
  private static void write(Node node, StringBuilder out, String line) {
    String inner = line == null ? null : line + "  ";
    if (node instanceof Node.Mapping) {
      out.append('{');
      Iterator<Node.Entry> entries = node.entries().iterator();
      while (entries.hasNext()) {
        Node.Entry entry = entries.next();
        out.append(inner == null ? "" : inner);
        quote(entry.key(), out);
        out.append(line == null ? ":" : ": ");
        write(entry.value(), out, inner);
        out.append(entries.hasNext() ? "," : "");
      }
      out.append(line == null || node.entries().isEmpty() ? "" : line).append('}');
    } else if (node instanceof Node.Sequence) {
      out.append('[');
      Iterator<Node> items = node.items().iterator();
      while (items.hasNext()) {
        out.append(inner == null ? "" : inner);
        write(items.next(), out, inner);
        out.append(items.hasNext() ? "," : "");
      }
      out.append(line == null || node.items().isEmpty() ? "" : line).append(']');
    } else {
      Object value = ((Node.Scalar) node).value();
      if (value instanceof String text) {
        quote(text, out);
      } else {
        out.append(value instanceof BigDecimal number ? number(number) : String.valueOf(value));
      }
    }
  }

  private static String number(BigDecimal number) {
    int digits = Math.max(number.precision(), Math.abs(number.scale()));
    return digits <= MOST_PLAIN_DIGITS ? number.toPlainString() : number.toString();
  }

  /** A text in quotes, which YAML reads alike. */
  public static String quoted(String text) {
    StringBuilder out = new StringBuilder();
    quote(text, out);
    return out.toString();
  }

  /** Private use means nothing to others, and hew lays out what it generates with such characters. */
  private static boolean isPrivateUse(char c) {
    return c >= '\uE000' && c <= '\uF8FF';
  }

  private static boolean isPlain(char c) {
    return c >= ' ' && c < 0x7f && c != '"' && c != '\\';
  }

  /** A text in quotes; half a surrogate pair is escaped, since UTF-8 cannot carry it. */
  private static void quote(String text, StringBuilder out) {
    out.append('"');
    int plain = 0;
    while (plain < text.length() && isPlain(text.charAt(plain))) {
      plain++;
    }
    if (plain == text.length()) {
      out.append(text).append('"');
      return;
    }
    out.append(text, 0, plain);
    for (int i = plain; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"' -> out.append("\\\"");
        case '\\' -> out.append("\\\\");
        case '\n' -> out.append("\\n");
        case '\r' -> out.append("\\r");
        case '\t' -> out.append("\\t");
        default -> {
          boolean pair = Character.isHighSurrogate(c)
              && i + 1 < text.length()
              && Character.isLowSurrogate(text.charAt(i + 1));
          if (pair) {
            out.append(c).append(text.charAt(++i));
          } else if (c < ' ' || c == 0x7f || Character.isSurrogate(c) || isPrivateUse(c)) {
            out.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
          } else {
            out.append(c);
          }
        }
      }
    }
    out.append('"');
  }
}
