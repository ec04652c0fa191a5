package dev.hew.cases;

import dev.hew.yaml.Node;
import java.math.BigDecimal;
import java.util.Iterator;

/** Writes nodes as JSON. */
final class JsonText {
  private JsonText() {}

  /** On one line, without spaces. */
  static String compact(Node node) {
    StringBuilder out = new StringBuilder();
    write(node, out, null);
    return out.toString();
  }

  /** Indented by two spaces, without a last line end. */
  static String pretty(Node node) {
    StringBuilder out = new StringBuilder();
    write(node, out, "\n");
    return out.toString();
  }

  private static void write(Node node, StringBuilder out, String line) {
    String inner = line == null ? null : line + "  ";
    if (node instanceof Node.Mapping) {
      out.append('{');
      Iterator<Node.Entry> entries = node.entries().iterator();
      while (entries.hasNext()) {
        Node.Entry entry = entries.next();
        newline(out, inner);
        quote(entry.key(), out);
        out.append(line == null ? ":" : ": ");
        write(entry.value(), out, inner);
        out.append(entries.hasNext() ? "," : "");
      }
      newline(out, node.entries().isEmpty() ? null : line);
      out.append('}');
    } else if (node instanceof Node.Sequence) {
      out.append('[');
      Iterator<Node> items = node.items().iterator();
      while (items.hasNext()) {
        newline(out, inner);
        write(items.next(), out, inner);
        out.append(items.hasNext() ? "," : "");
      }
      newline(out, node.items().isEmpty() ? null : line);
      out.append(']');
    } else {
      Object value = ((Node.Scalar) node).value();
      if (value instanceof String s) {
        quote(s, out);
      } else {
        out.append(value instanceof BigDecimal d ? number(d) : String.valueOf(value));
      }
    }
  }

  /** Plain digits where that stays readable. */
  private static String number(BigDecimal value) {
    return Math.abs(value.scale()) > 30 ? value.toString() : value.toPlainString();
  }

  private static void newline(StringBuilder out, String line) {
    if (line != null) {
      out.append(line);
    }
  }

  private static void quote(String text, StringBuilder out) {
    out.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"' -> out.append("\\\"");
        case '\\' -> out.append("\\\\");
        case '\n' -> out.append("\\n");
        case '\r' -> out.append("\\r");
        case '\t' -> out.append("\\t");
        default -> {
          // line separators and lone surrogates are escaped so that every reader and every encoding
          // takes them
          if (c < ' ' || c == 0x7f || c == 0x2028 || c == 0x2029 || lone(text, i)) {
            out.append(String.format(java.util.Locale.ROOT, "\\u%04x", (int) c));
          } else {
            out.append(c);
          }
        }
      }
    }
    out.append('"');
  }

  private static boolean lone(String text, int i) {
    char c = text.charAt(i);
    if (Character.isHighSurrogate(c)) {
      return i + 1 == text.length() || !Character.isLowSurrogate(text.charAt(i + 1));
    }
    return Character.isLowSurrogate(c)
        && (i == 0 || !Character.isHighSurrogate(text.charAt(i - 1)));
  }
}
