package dev.hew.storage;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Divides SQL, as PostgreSQL writes it, without understanding it. */
final class SqlPieces {
  private static final Pattern TAG = Pattern.compile("\\$(?:[\\p{L}_][\\p{L}\\p{N}_]*)?\\$");
  private static final Pattern COPY = Pattern.compile("(?is)copy .* from stdin\\b.*");
  private static final Pattern COPIED = Pattern.compile("(?m)^\\\\\\.\\s*?$");

  /** What a piece of text is. */
  private enum Kind {
    /** Blanks and comments. */
    BLANK,
    /** A text in any kind of quotes. */
    TEXT,
    /** A word, a quoted name, or a character for itself. */
    OTHER
  }

  /**
   * A piece of text.
   *
   * @param end where the next one begins
   */
  private record Token(Kind kind, int start, int end) {}

  private SqlPieces() {}

  /**
   * The statements of a script without comments, their ends, more blanks than one, and rows of {@code copy ... from
   * stdin}.
   */
  static List<String> statements(String script) {
    return divided(script, ';');
  }

  /** What commas divide, those between parentheses aside. */
  static List<String> parts(String text) {
    return divided(text, ',');
  }

  /** What stands between the parenthesis that a text begins with and the one that closes it. */
  static Optional<String> inside(String text) {
    int depth = 0;
    for (Token token = token(text, 0);
        token.start < text.length();
        token = token(text, token.end)) {
      depth += depth(text, token);
      if (depth == 0) {
        return token.start == 0 || text.charAt(token.start) != ')'
            ? Optional.empty()
            : Optional.of(text.substring(1, token.start));
      }
    }
    return Optional.empty();
  }

  /** The words of a text alone, in small letters: nothing that stands in quotes or parentheses. */
  static String words(String text) {
    StringBuilder words = new StringBuilder();
    int depth = 0;
    for (Token token = token(text, 0);
        token.start < text.length();
        token = token(text, token.end)) {
      depth += depth(text, token);
      boolean word = depth == 0 && token.kind == Kind.OTHER && text.charAt(token.start) != '"';
      words.append(word ? text.substring(token.start, token.end) : " ");
    }
    return words.toString().replaceAll(" +", " ").toLowerCase(Locale.ROOT);
  }

  private static List<String> divided(String text, char divider) {
    List<String> parts = new ArrayList<>();
    StringBuilder part = new StringBuilder();
    int depth = 0;
    Token token = token(text, 0);
    while (token.start < text.length()) {
      int next = token.end;
      if (token.kind == Kind.BLANK) {
        blank(part);
      } else if (token.kind == Kind.OTHER && depth == 0 && text.charAt(token.start) == divider) {
        boolean rows = divider == ';' && COPY.matcher(part).matches();
        next = rows ? afterRows(text, next) : next;
        add(parts, part);
        part = new StringBuilder();
      } else {
        depth += depth(text, token);
        part.append(text, token.start, token.end);
      }
      token = token(text, next);
    }
    add(parts, part);
    return parts;
  }

  private static int depth(String text, Token token) {
    char first = text.charAt(token.start);
    return token.kind != Kind.OTHER ? 0 : first == '(' ? 1 : first == ')' ? -1 : 0;
  }

  private static int afterRows(String text, int from) {
    Matcher end = COPIED.matcher(text);
    return end.find(from) ? end.end() : text.length();
  }

  private static void blank(StringBuilder part) {
    if (part.length() > 0 && part.charAt(part.length() - 1) != ' ') {
      part.append(' ');
    }
  }

  private static void add(List<String> parts, StringBuilder part) {
    String text = part.toString().strip();
    if (!text.isEmpty()) {
      parts.add(text);
    }
  }

  /** What begins at a place; empty, of any kind, at the end. */
  private static Token token(String text, int start) {
    if (start >= text.length()) {
      return new Token(Kind.BLANK, text.length(), text.length());
    }
    char first = text.charAt(start);
    if (Character.isWhitespace(first)) {
      return new Token(Kind.BLANK, start, start + 1);
    }
    if (text.startsWith("--", start)) {
      int end = text.indexOf('\n', start);
      return new Token(Kind.BLANK, start, end < 0 ? text.length() : end);
    }
    if (text.startsWith("/*", start)) {
      return new Token(Kind.BLANK, start, afterComment(text, start));
    }
    if (first == '\'' || first == '"') {
      Kind kind = first == '"' ? Kind.OTHER : Kind.TEXT;
      return new Token(kind, start, afterQuotes(text, start, first, false));
    }
    if ((first == 'e' || first == 'E') && text.startsWith("'", start + 1)) {
      return new Token(Kind.TEXT, start, afterQuotes(text, start + 1, '\'', true));
    }
    if (first == '$') {
      return dollars(text, start);
    }
    int end = start;
    while (end < text.length() && isOfWord(text.charAt(end))) {
      end++;
    }
    return new Token(Kind.OTHER, start, Math.max(end, start + 1));
  }

  private static boolean isOfWord(char character) {
    return Character.isLetterOrDigit(character)
        || Character.isSurrogate(character)
        || character == '_'
        || character == '$';
  }

  /** Comments stand in comments. */
  private static int afterComment(String text, int start) {
    int depth = 0;
    int at = start;
    while (at < text.length()) {
      if (text.startsWith("/*", at)) {
        depth++;
        at += 2;
      } else if (text.startsWith("*/", at)) {
        depth--;
        at += 2;
        if (depth == 0) {
          return at;
        }
      } else {
        at++;
      }
    }
    return text.length();
  }

  /** A doubled quote is none; with backslashes neither is what follows one. */
  private static int afterQuotes(String text, int start, char quote, boolean backslashes) {
    for (int at = start + 1; at < text.length(); at++) {
      char character = text.charAt(at);
      if (character == '\\' && backslashes) {
        at++;
      } else if (character == quote) {
        if (!text.startsWith(String.valueOf(quote), at + 1)) {
          return at + 1;
        }
        at++;
      }
    }
    return text.length();
  }

  private static Token dollars(String text, int start) {
    Matcher tag = TAG.matcher(text).region(start, text.length());
    if (!tag.lookingAt()) {
      return new Token(Kind.OTHER, start, start + 1);
    }
    int end = text.indexOf(tag.group(), tag.end());
    return new Token(
        Kind.TEXT, start, end < 0 ? text.length() : end + tag.group().length());
  }
}
