package dev.hew.model;

import dev.hew.markdown.Javadoc;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Text that comes from outside and is not to be trusted. It has no way into a generated file but through the method
 * named after the place where it is to stand, which escapes it for there. (Templates are refused its bare form.)
 */
public final class Text {
  private static final Pattern WORD = Pattern.compile("[A-Za-z_][\\w-]*");
  private static final Pattern SHELL_WORD = Pattern.compile("[\\w./:@-]+");
  private static final Pattern SPACE = Pattern.compile("\\s+");
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
  public boolean isWord() {
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
    escape(line(), out);
    return out.toString();
  }

  /** The same, but what stands between backticks is a code span, as in messages. */
  public String prose() {
    StringBuilder out = new StringBuilder();
    String[] parts = line().split("`", -1);
    for (int i = 0; i < parts.length; i++) {
      boolean inside = i % 2 == 1 && i < parts.length - 1 && !parts[i].isBlank();
      if (inside) {
        out.append(of(parts[i]).code());
      } else {
        out.append(i % 2 == 1 ? "\\`" : "");
        escape(parts[i], out);
        out.append(i % 2 == 1 && i < parts.length - 1 ? "\\`" : "");
      }
    }
    return out.toString();
  }

  private static void escape(String line, StringBuilder out) {
    line.codePoints().forEach(c -> {
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
   * Lines for a documentation comment in the manner of Javadoc, wrapped at {@code width} columns: what is markup in
   * Markdown is markup there, and nothing else is.
   */
  public List<String> javadoc(int width) {
    return Javadoc.lines(visible(raw), width);
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

  /** Drops what does not show (control characters, directional overrides, lone surrogates) but keeps white space. */
  private static String visible(String text) {
    if (isPrintableAscii(text)) {
      return text;
    }
    StringBuilder out = new StringBuilder();
    text.codePoints()
        .filter(c -> isSpace(c) || !Literals.isInvisible(c))
        .forEach(c -> out.appendCodePoint(isLineEnd(c) ? '\n' : c));
    return out.toString();
  }

  private static boolean isSpace(int c) {
    return isLineEnd(c) || c == '\t' || c == '\r' || c >= ' ' && Character.isWhitespace(c);
  }

  /** What ends a line somewhere; all but one are written as that one, as XML does not take some. */
  private static boolean isLineEnd(int c) {
    return c == '\n' || c == 0x0b || c == '\f' || c == 0x85 || c == '\u2028' || c == '\u2029';
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
