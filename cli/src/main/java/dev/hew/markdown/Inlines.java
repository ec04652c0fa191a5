package dev.hew.markdown;

import java.util.regex.Pattern;
import org.commonmark.node.Code;
import org.commonmark.node.Emphasis;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;

/** Writes what stands in a line as the HTML of a documentation comment, its words parted by single spaces. */
final class Inlines {
  private static final Pattern BREAK = Pattern.compile("(?i)<br\\s*/?>");
  private static final Pattern SPACE = Pattern.compile("\\s+");

  /** Addresses that a link may lead to: nothing that is run, and nothing that stands in another attribute. */
  private static final Pattern WEB = Pattern.compile("https?://[!#-;=?-~&&[^\\\\{}|^`]]+");

  /** What may stand in {@code {@code ...}}, where nothing can be escaped. */
  private static final Pattern CODE = Pattern.compile("[^{}@\\\\]+");

  /** What a line needs beside the address of a link, at the least. */
  private static final int TAG = 20;

  private final int width;

  Inlines(int width) {
    this.width = width;
  }

  String html(Node parent) {
    StringBuilder out = new StringBuilder();
    children(parent, out);
    return SPACE.matcher(out).replaceAll(" ").strip();
  }

  private void children(Node parent, StringBuilder out) {
    for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
      inline(node, out);
    }
  }

  private void inline(Node node, StringBuilder out) {
    if (node instanceof Text text) {
      out.append(Javadoc.escaped(text.getLiteral()));
    } else if (node instanceof Code code) {
      out.append(code(code.getLiteral()));
    } else if (node instanceof SoftLineBreak) {
      out.append(' ');
    } else if (node instanceof HardLineBreak) {
      out.append("<br> ");
    } else if (node instanceof HtmlInline html) {
      out.append(text(html.getLiteral()));
    } else if (node instanceof Emphasis) {
      tagged("em", node, out);
    } else if (node instanceof StrongEmphasis) {
      tagged("strong", node, out);
    } else if (node instanceof Link link) {
      link(link, out);
    } else {
      children(node, out);
    }
  }

  private void tagged(String tag, Node node, StringBuilder out) {
    out.append('<').append(tag).append('>');
    children(node, out);
    out.append("</").append(tag).append('>');
  }

  /** A link, where its address is one of the web and has room in a line. */
  private void link(Link link, StringBuilder out) {
    String address = Javadoc.escaped(link.getDestination());
    boolean leads = WEB.matcher(link.getDestination()).matches() && address.length() + TAG <= width;
    out.append(leads ? "<a" + Wrapping.KEPT + "href=\"" + address + "\">" : "");
    children(link, out);
    out.append(leads ? "</a>" : "");
  }

  private static String code(String literal) {
    boolean plain = CODE.matcher(literal).matches()
        && !literal.contains("*/")
        && !literal.contains("/*")
        && !literal.isBlank();
    return plain
        ? "{@code" + Wrapping.KEPT + literal.strip() + "}"
        : "<code>" + Javadoc.escaped(literal) + "</code>";
  }

  /** HTML that somebody wrote is shown as it is written, but for what breaks a line. */
  static String text(String html) {
    StringBuilder out = new StringBuilder();
    String[] parts = BREAK.split(html, -1);
    for (int i = 0; i < parts.length; i++) {
      out.append(i == 0 ? "" : "<br> ").append(Javadoc.escaped(parts[i]));
    }
    return SPACE.matcher(out).replaceAll(" ");
  }

  /** Whether a paragraph is a table, which CommonMark does not know. */
  boolean isTable(Node paragraph) {
    return paragraph.getFirstChild() instanceof Text text && text.getLiteral().startsWith("|");
  }

  /** The text of a table, row by row. */
  String rows(Node paragraph) {
    StringBuilder out = new StringBuilder();
    rows(paragraph, out);
    return out.toString();
  }

  private void rows(Node parent, StringBuilder out) {
    for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
      if (node instanceof Text text) {
        out.append(text.getLiteral());
      } else if (node instanceof Code code) {
        out.append(code.getLiteral());
      } else if (node instanceof HtmlInline html) {
        out.append(html.getLiteral());
      } else if (node instanceof SoftLineBreak || node instanceof HardLineBreak) {
        out.append('\n');
      } else {
        rows(node, out);
      }
    }
  }
}
