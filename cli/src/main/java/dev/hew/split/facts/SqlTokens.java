package dev.hew.split.facts;

import java.util.ArrayList;
import java.util.List;

/** SQL of any dialect as words and signs, without comments; a text in quotes is one {@code '}. */
final class SqlTokens {
  /** A word or sign; names lose their quotes. */
  record Token(String text, int line) {
    boolean is(String word) {
      return text.equalsIgnoreCase(word);
    }
  }

  private final String sql;
  private final List<Token> tokens = new ArrayList<>();
  private int at;
  private int line = 1;

  private SqlTokens(String sql) {
    this.sql = sql;
  }

  static List<Token> of(String sql) {
    return new SqlTokens(sql).read();
  }

  private List<Token> read() {
    while (at < sql.length()) {
      char c = sql.charAt(at);
      if (sql.startsWith("--", at) || (c == '#' && startsLine())) {
        skipTo("\n");
      } else if (sql.startsWith("/*", at)) {
        skipTo("*/");
      } else if (c == '\'') {
        quoted('\'', "'");
      } else if (c == '"' || c == '`') {
        quoted(c, null);
      } else if (c == '[' && at + 1 < sql.length() && Character.isLetter(sql.charAt(at + 1))) {
        quoted(']', null);
      } else if (isWord(c)) {
        int start = at;
        while (at < sql.length() && isWord(sql.charAt(at))) {
          at++;
        }
        tokens.add(new Token(sql.substring(start, at), line));
      } else {
        if (c == '\n') {
          line++;
        } else if (!Character.isWhitespace(c)) {
          tokens.add(new Token(String.valueOf(c), line));
        }
        at++;
      }
    }
    return tokens;
  }

  private boolean startsLine() {
    return at == 0 || sql.charAt(at - 1) == '\n';
  }

  private static boolean isWord(char c) {
    return Character.isLetterOrDigit(c) || c == '_' || c == '$';
  }

  private void skipTo(String end) {
    int stop = sql.indexOf(end, at);
    int next = stop < 0 ? sql.length() : stop + end.length();
    count(at, next);
    at = next;
  }

  private void quoted(char end, String instead) {
    int stop = sql.indexOf(end, at + 1);
    while (stop > 0 && stop + 1 < sql.length() && sql.charAt(stop + 1) == end) {
      stop = sql.indexOf(end, stop + 2);
    }
    int last = stop < 0 ? sql.length() : stop;
    tokens.add(new Token(instead == null ? sql.substring(at + 1, last) : instead, line));
    count(at, last);
    at = Math.min(sql.length(), last + 1);
  }

  private void count(int from, int to) {
    for (int i = from; i < to; i++) {
      line += sql.charAt(i) == '\n' ? 1 : 0;
    }
  }
}
