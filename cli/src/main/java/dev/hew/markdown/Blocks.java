package dev.hew.markdown;

import java.util.List;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.BulletList;
import org.commonmark.node.Document;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;

/** Writes the blocks of a document one below the other. */
final class Blocks {
  private static final String STEP = "    ";

  /** Deeper than this nothing moves further to the right. */
  private static final int INDENT = 16;

  private final Wrapping out;
  private final Inlines inlines;

  Blocks(int width) {
    this.out = new Wrapping(width);
    this.inlines = new Inlines(width);
  }

  List<String> lines() {
    return out.lines();
  }

  void add(Node document) {
    children(document, "");
  }

  private void children(Node parent, String indent) {
    for (Node block = parent.getFirstChild(); block != null; block = block.getNext()) {
      block(block, indent);
    }
  }

  private void block(Node block, String indent) {
    if (block instanceof Paragraph && inlines.isTable(block)) {
      apart(block);
      preformatted(inlines.rows(block));
    } else if (block instanceof Paragraph) {
      paragraph(inlines.html(block), indent);
    } else if (block instanceof Heading) {
      paragraph("<b>" + inlines.html(block) + "</b>", indent);
    } else if (block instanceof HtmlBlock html) {
      paragraph(Inlines.text(html.getLiteral()), indent);
    } else if (block instanceof FencedCodeBlock code) {
      apart(block);
      preformatted(code.getLiteral());
    } else if (block instanceof IndentedCodeBlock code) {
      apart(block);
      preformatted(code.getLiteral());
    } else if (block instanceof BulletList) {
      list(block, "ul", indent);
    } else if (block instanceof OrderedList) {
      list(block, "ol", indent);
    } else if (block instanceof BlockQuote) {
      apart(block);
      out.line(indent + "<blockquote>");
      children(block, indent);
      out.line(indent + "</blockquote>");
    }
  }

  private void paragraph(String html, String indent) {
    if (html.isBlank()) {
      return;
    }
    if (out.isEmpty()) {
      out.add(indent, indent, html);
      return;
    }
    if (indent.isEmpty()) {
      out.line("");
    }
    out.add(indent, indent, "<p>" + html);
  }

  /** A blank line above what stands in the document itself. */
  private void apart(Node block) {
    if (block.getParent() instanceof Document && !out.isEmpty()) {
      out.line("");
    }
  }

  private void list(Node list, String tag, String indent) {
    apart(list);
    out.line(indent + "<" + tag + ">");
    String inside = indent.length() >= INDENT ? indent : indent + STEP;
    for (Node item = list.getFirstChild(); item != null; item = item.getNext()) {
      Node first = item.getFirstChild();
      boolean words = first instanceof Paragraph && !inlines.isTable(first);
      out.add(indent + "  ", inside, "<li>" + (words ? inlines.html(first) : ""));
      for (Node block = words ? first.getNext() : first; block != null; block = block.getNext()) {
        block(block, inside);
      }
    }
    out.line(indent + "</" + tag + ">");
  }

  private void preformatted(String literal) {
    out.line("<pre>");
    literal.stripTrailing().replace("\t", STEP).lines().map(Javadoc::escaped).forEach(out::exact);
    out.line("</pre>");
  }
}
