package dev.hew.split.facts;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Whose rows SQL reads and writes. */
final class SqlScript {
  private static final List<String> NO_TABLES = List.of(
      "select", "set", "values", "where", "dual", "only", "lateral", "unnest", "(", "if", "not",
      "exists", "table", "'", "?", ":", "from", "into", "as", "on", "the", "a", "of", "each", "row",
      "fetch", "and", "or", "left", "right", "inner", "outer", "cross", "full");

  private final List<SqlTokens.Token> tokens;
  private final String path;
  private final int firstLine;
  private final List<Touch> touches = new ArrayList<>();

  /** The names that WITH gives queries, each with the token from which on it means one. */
  private final Map<String, Integer> expressions = new HashMap<>();

  /** For each opening bracket where the name of what is inside begins to count; {@code null} until a WITH asks for it. */
  private int[] begins;

  /** How deep each bracket stands that is still open and in the place of a source: after it may come more of them. */
  private final Deque<Integer> sources = new ArrayDeque<>();

  private boolean recursive;
  private int depth;
  private int at;

  /**
   * Rows of a table are read or written.
   *
   * @param qualifier what stands in front of the name, a schema or an entity's alias; empty when nothing does
   */
  record Touch(String table, String qualifier, boolean writes, Place place) {}

  private SqlScript(String sql, String path, int firstLine) {
    this.tokens = SqlTokens.of(sql);
    this.path = path;
    this.firstLine = firstLine;
  }

  /**
   * @param firstLine the line of the file that the text starts on
   */
  static SqlScript read(String sql, String path, int firstLine) {
    SqlScript script = new SqlScript(sql, path, firstLine);
    while (script.at < script.tokens.size()) {
      script.statement();
    }
    return script;
  }

  List<Touch> touches() {
    return touches;
  }

  private void statement() {
    if (word("create") && isTable()) {
      create();
    } else if (SqlNames.isNoStatement(tokens, at)) {
      at++;
    } else if (word("insert") || word("replace") || word("merge")) {
      at++;
      seek("into");
      touch(true);
    } else if (word("update")) {
      at++;
      touch(true);
    } else if (word("delete") || word("truncate")) {
      at++;
      if (word("from") || word("table")) {
        at++;
      }
      touch(true);
    } else if (word("from") || word("join")) {
      at++;
      source();
      others();
    } else if (sign(")")) {
      depth--;
      at++;
      if (!sources.isEmpty() && sources.peek() == depth) {
        sources.pop();
        others();
      }
    } else {
      if (sign(";")) {
        expressions.clear();
        sources.clear();
        depth = 0;
      } else if (sign("(")) {
        depth++;
      } else if (SqlNames.isWith(tokens, at)) {
        recursive = SqlNames.isRecursive(tokens, at);
      } else if (word("as")) {
        expression(SqlNames.expression(tokens, at));
      }
      at++;
    }
  }

  private void expression(String name) {
    if (!name.isEmpty()) {
      begins = begins == null ? SqlNames.begins(tokens) : begins;
      expressions.put(name, recursive ? at : begins[SqlNames.body(tokens, at)]);
    }
  }

  private boolean isTable() {
    return tokens.subList(at, Math.min(tokens.size(), at + 4)).stream()
        .anyMatch(token -> token.is("table"));
  }

  /** A definition of columns touches no rows. */
  private void create() {
    while (at < tokens.size() && !sign("(") && !sign(";") && !word("as")) {
      at++;
    }
    if (sign("(")) {
      int depth = 0;
      do {
        depth += sign("(") ? 1 : sign(")") ? -1 : 0;
        at++;
      } while (at < tokens.size() && depth > 0);
    }
  }

  /** After {@code from a} may come {@code , b, c as x}. */
  private void others() {
    while (at < tokens.size()) {
      int comma = at;
      if (comma < tokens.size() && tokens.get(comma).is("as")) {
        comma++;
      }
      if (comma < tokens.size() && !tokens.get(comma).is(",")) {
        comma++;
      }
      if (comma >= tokens.size()
          || !tokens.get(comma).is(",")
          || comma > at && tokens.get(comma - 1).is(")")) {
        return;
      }
      at = comma + 1;
      source();
    }
  }

  private void source() {
    touch(false);
    if (sign("(")) {
      sources.push(depth);
    }
  }

  private void touch(boolean writes) {
    int line = line();
    if (word("only") || word("ignore") || word("fetch")) {
      at++;
    }
    boolean path = at + 1 < tokens.size() && tokens.get(at + 1).is(".");
    String qualifier = path ? tokens.get(at).text() : "";
    String table = name();
    String key = table.toLowerCase(Locale.ROOT);
    boolean isExpression =
        qualifier.isEmpty() && at > expressions.getOrDefault(key, Integer.MAX_VALUE);
    if (!table.isEmpty() && !NO_TABLES.contains(key) && !isExpression) {
      touches.add(new Touch(table, qualifier, writes, place(line)));
    }
  }

  /** A name, of {@code schema.name} the last part; empty when there is none, which is left where it is. */
  private String name() {
    String name = "";
    while (at < tokens.size()) {
      String text = tokens.get(at).text();
      if (text.isEmpty() || !(Character.isLetter(text.charAt(0)) || text.charAt(0) == '_')) {
        return name;
      }
      name = text;
      at++;
      if (!sign(".")) {
        return name;
      }
      at++;
    }
    return name;
  }

  private void seek(String word) {
    int limit = Math.min(tokens.size(), at + 3);
    while (at < limit && !word(word)) {
      at++;
    }
    if (word(word)) {
      at++;
    }
  }

  private boolean word(String word) {
    return at < tokens.size() && tokens.get(at).is(word);
  }

  private boolean sign(String sign) {
    return at < tokens.size() && tokens.get(at).text().equals(sign);
  }

  private int line() {
    return at < tokens.size() ? tokens.get(at).line() : 1;
  }

  private Place place(int line) {
    return new Place(path, firstLine + line - 1);
  }
}
