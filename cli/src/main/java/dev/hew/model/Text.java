package dev.hew.model;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Text that comes from outside and is not to be trusted. It has no way into a generated file but through the method
 * named after the place where it is to stand, which escapes it for there. (Templates are refused its bare form.)
 */
public final class Text {
  /** The start of a line that Markdown sets apart: an item of a list, a quotation, a row of a table. */
  private static final Pattern LIST_ITEM = Pattern.compile("\\R(?=\\s*(?:[-*+>|]|\\d+[.)])\\s)");

  private static final Pattern WORD = Pattern.compile("[A-Za-z_][\\w-]*");
  private static final Pattern SHELL_WORD = Pattern.compile("[\\w./:@-]+");
  private static final Pattern SPACE = Pattern.compile("\\s+");
  private static final Pattern BLANK_LINE = Pattern.compile("\\R\\s*\\R");
  private static final Pattern NUMBER = Pattern.compile("\\d+");

  private final String raw;

  private Text(String raw) {
    this.raw = raw;
  }

  public static Text of(String raw) {
    return new Text(raw);
  }

  public boolean isEmpty() {
    return raw.isBlank();
  }

  /** Whether this can be the name of a variable in a path of Spring's. */
  boolean isWord() {
    return WORD.matcher(raw).matches();
  }

  /** Whether this is a media type whose values are JSON texts. */
  public boolean isJsonType() {
    return raw.equals("application/json") || raw.endsWith("+json");
  }

  /** Whether this is a media type whose values are XML documents. */
  boolean isXmlType() {
    return raw.equals("application/xml") || raw.equals("text/xml") || raw.endsWith("+xml");
  }

  /** Whether this path can be another one or one below that, each segment with a variable standing for anything. */
  boolean leadsInto(String path) {
    String[] own = raw.split("/");
    String[] other = path.split("/");
    for (int i = 0; i < other.length; i++) {
      if (i == own.length || !own[i].contains("{") && !own[i].equals(other[i])) {
        return false;
      }
    }
    return true;
  }

  /** This text directly followed by another. */
  public Text with(Text more) {
    return of(raw + more.raw);
  }

  /** This text and another as a paragraph of its own. */
  public Text and(Text more) {
    return of(raw + "\n\n" + more.raw);
  }

  /** A string literal in double quotes, as Java, Kotlin, C#, Go, Python, JavaScript and JSON understand it. */
  public String literal() {
    return Literals.literal(raw);
  }

  /** A double-quoted YAML scalar. */
  public String yaml() {
    return Literals.quoted(raw);
  }

  /** Character data or an attribute value in XML 1.0; what XML cannot hold at all is left out. */
  public String xml() {
    StringBuilder out = new StringBuilder();
    line().codePoints().forEach(c -> {
      switch (c) {
        case '&' -> out.append("&amp;");
        case '<' -> out.append("&lt;");
        case '>' -> out.append("&gt;");
        case '"' -> out.append("&quot;");
        default -> out.appendCodePoint(c);
      }
    });
    return out.toString();
  }

  /** A name or a value as it stands in the query of a URL. */
  public Text encoded() {
    return of(URLEncoder.encode(raw, StandardCharsets.UTF_8).replace("+", "%20"));
  }

  /** A value of Spring's configuration in which no placeholder is filled in. */
  public Text unexpanded() {
    return of(raw.replace("${", "\\${"));
  }

  /** Text in a Maven pom: as XML, and without what Maven would fill in. */
  public String pom() {
    return of(line().replace("${", "{")).xml();
  }

  /** One line of Markdown in which nothing is markup. */
  public String markdown() {
    StringBuilder out = new StringBuilder();
    line().codePoints().forEach(c -> {
      boolean startsList = out.isEmpty() && (c == '-' || c == '=')
          || c == '.' && NUMBER.matcher(out).matches();
      if (startsList) {
        out.append('\\');
      }
      if (c == '<') {
        out.append("&lt;");
      } else if (c == '&') {
        out.append("&amp;");
      } else {
        if ("\\`*_{}[]()#+!|>~$".indexOf(c) >= 0) {
          out.append('\\');
        }
        out.appendCodePoint(c);
      }
    });
    return out.toString();
  }

  /** A code span in Markdown that may stand in a table. */
  public String code() {
    String text = line().replace('`', '\'').replace("|", "\\|");
    return text.isEmpty() ? "" : "`" + text + "`";
  }

  /** Whether this shows as it is in one line. */
  boolean isLine() {
    return raw.equals(line());
  }

  /** A path as Maven and Docker select files: each character that may mean something there stands for any one. */
  public String selected() {
    StringBuilder out = new StringBuilder();
    raw.codePoints().forEach(c -> {
      boolean plain = c < 128 && (Character.isLetterOrDigit(c) || "/._-".indexOf(c) >= 0);
      out.append(plain ? Character.toString(c) : Character.isBmpCodePoint(c) ? "?" : "*");
    });
    return out.toString();
  }

  /** One word for a POSIX shell, in one line. */
  public String shell() {
    String text = line();
    return SHELL_WORD.matcher(text).matches() ? text : "'" + text.replace("'", "'\\''") + "'";
  }

  /** One line for a comment that ends with the line ({@code //}, {@code #}). */
  public String comment() {
    return line().replace("\\", "\\\\");
  }

  /**
   * Lines for a documentation comment in the manner of Javadoc, wrapped at {@code width} columns. Paragraphs are kept;
   * what the comment or its HTML could take for markup is escaped.
   */
  public List<String> javadoc(int width) {
    List<String> lines = new ArrayList<>();
    for (String paragraph : BLANK_LINE.split(visible(raw).strip())) {
      String prefix = lines.isEmpty() ? "" : "<p>";
      boolean first = true;
      for (String item : LIST_ITEM.split(paragraph.strip())) {
        String flat = SPACE.matcher(item.strip()).replaceAll(" ");
        if (!flat.isEmpty()) {
          if (first && !lines.isEmpty()) {
            lines.add("");
          }
          wrap((first ? prefix : "") + javadocEscaped(flat), width, lines);
          first = false;
        }
      }
    }
    return lines;
  }

  /** The first sentence or line, for places that have room for no more. */
  public Text summary() {
    String flat = line();
    int end = flat.indexOf(". ");
    String first = end < 0 ? flat : flat.substring(0, end + 1);
    return of(
        first.length() <= 200
            ? first
            : first.substring(
                    0,
                    first.offsetByCodePoints(
                        0, Math.min(199, first.codePointCount(0, first.length()))))
                + "\u2026");
  }

  private String line() {
    return SPACE.matcher(visible(raw).strip()).replaceAll(" ");
  }

  private static String javadocEscaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("@", "&#64;")
        .replace("\\", "&#92;")
        .replace("*/", "*&#47;")
        .replace("/*", "&#47;*");
  }

  private static void wrap(String text, int width, List<String> lines) {
    StringBuilder line = new StringBuilder();
    for (String word : text.split(" ")) {
      if (!line.isEmpty() && line.length() + 1 + word.length() > width) {
        lines.add(line.toString());
        line.setLength(0);
      }
      if (!line.isEmpty()) {
        line.append(' ');
      }
      String rest = word;
      while (rest.length() > width && !rest.contains("://")) {
        int cut = Character.isHighSurrogate(rest.charAt(width - 1)) ? width - 1 : width;
        lines.add(line + rest.substring(0, cut));
        line.setLength(0);
        rest = rest.substring(cut);
      }
      line.append(rest);
    }
    if (!line.isEmpty()) {
      lines.add(line.toString());
    }
  }

  /** Drops what does not show (control characters, directional overrides, lone surrogates) but keeps white space. */
  private static String visible(String text) {
    if (isPrintableAscii(text)) {
      return text;
    }
    StringBuilder out = new StringBuilder();
    text.codePoints()
        .filter(c -> Character.isWhitespace(c) || !Literals.isInvisible(c))
        .forEach(c -> out.appendCodePoint(c == '\u2028' || c == '\u2029' || c == 0x85 ? '\n' : c));
    return out.toString();
  }

  private static boolean isPrintableAscii(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) < ' ' || text.charAt(i) > '~') {
        return false;
      }
    }
    return true;
  }

  /** Whether it is this text, as headers are compared. */
  boolean equalsIgnoreCase(String text) {
    return raw.equalsIgnoreCase(text);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Text that && raw.equals(that.raw);
  }

  @Override
  public int hashCode() {
    return raw.hashCode();
  }

  @Override
  public String toString() {
    return "Text" + Literals.quoted(raw);
  }
}
