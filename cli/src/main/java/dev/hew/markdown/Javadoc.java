package dev.hew.markdown;

import java.util.List;
import java.util.regex.Pattern;
import org.commonmark.parser.Parser;

/** Text in CommonMark as the lines of a documentation comment in the manner of Javadoc. */
public final class Javadoc {
  /** Text of which every character stands for itself, in one paragraph. */
  private static final Pattern PLAIN =
      Pattern.compile("[^\\s\\\\`*_\\[<#~&!\\-+>=|\\d][^\\n\\r\\\\`*_\\[<&!]*+");

  private static final Pattern SPACE = Pattern.compile("\\s+");

  /** Longer text is no documentation, and is not looked into. */
  private static final int MOST = 100_000;

  /** How deep blocks stand in blocks, and emphasis in emphasis. */
  private static final int DEEPEST = 30;

  private static final Parser PARSER =
      Parser.builder().maxOpenBlockParsers(DEEPEST).maxInlineNesting(DEEPEST).build();

  private Javadoc() {}

  /**
   * The lines, without what marks a comment. What the comment or its HTML could take for markup, and is none in Markdown,
   * is escaped; links lead to the web or are text.
   *
   * @param text without control characters but white space
   * @param width the columns of a line at the most
   */
  public static List<String> lines(String text, int width) {
    String whole = text.strip();
    if (whole.length() <= MOST && !PLAIN.matcher(whole).matches()) {
      Blocks blocks = new Blocks(width);
      blocks.add(PARSER.parse(whole));
      if (!blocks.lines().isEmpty()) {
        return blocks.lines();
      }
    }
    Wrapping wrapping = new Wrapping(width);
    wrapping.add("", "", escaped(SPACE.matcher(whole).replaceAll(" ")));
    return wrapping.lines();
  }

  /** Text in which nothing is markup. */
  static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("@", "&#64;")
        .replace("\\", "&#92;")
        .replace("*/", "*&#47;")
        .replace("/*", "&#47;*");
  }
}
