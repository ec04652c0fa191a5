package dev.hew.split.facts;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What SQL does to tables: defines them, ties them by foreign keys, reads and writes their rows. */
final class SqlScript {
  private static final List<String> NO_TABLES = List.of(
      "select", "set", "values", "where", "dual", "only", "lateral", "unnest", "(", "if", "not",
      "exists", "table", "'", "?", ":", "from", "into", "as", "on", "the", "a", "of", "each", "row",
      "fetch", "and", "or", "left", "right", "inner", "outer", "cross", "full");

  private final List<SqlTokens.Token> tokens;
  private final String path;
  private final int firstLine;
  private final List<Definition> definitions = new ArrayList<>();
  private final List<Key> keys = new ArrayList<>();
  private final List<Touch> touches = new ArrayList<>();

  /** The names that WITH gives queries, each with the token from which on it means one. */
  private final Map<String, Integer> expressions = new HashMap<>();

  /** For each opening bracket where the name of what is inside begins to count; {@code null} until a WITH asks for it. */
  private int[] begins;

  private boolean recursive;
  private int at;

  /** A table's definition. */
  record Definition(String table, Place place) {}

  /** A foreign key; {@code name} is empty when the script gives none. */
  record Key(String name, String table, List<String> columns, String target, Place place) {}

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

  List<Definition> definitions() {
    return definitions;
  }

  List<Key> keys() {
    return keys;
  }

  List<Touch> touches() {
    return touches;
  }

  private void statement() {
    if (word("create")) {
      create();
    } else if (word("alter")) {
      alter();
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
      touch(false);
      others();
    } else {
      if (sign(";")) {
        expressions.clear();
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

  /** {@code create [global temporary] table [if not exists] name ( ... )}; a view or an index is no table. */
  private void create() {
    at++;
    int limit = Math.min(tokens.size(), at + 4);
    while (at < limit && !word("table")) {
      if (word("view") || word("index") || word("trigger") || word("function") || sign(";")) {
        return;
      }
      at++;
    }
    if (!word("table")) {
      return;
    }
    at++;
    while (word("if") || word("not") || word("exists")) {
      at++;
    }
    int line = line();
    String table = name();
    if (table.isEmpty()) {
      return;
    }
    definitions.add(new Definition(table, place(line)));
    if (sign("(")) {
      columns(table);
    }
  }

  private void columns(String table) {
    int depth = 0;
    String constraint = "";
    String column = "";
    boolean starts = false;
    while (at < tokens.size()) {
      if (sign("(")) {
        starts = depth == 0;
        depth++;
        at++;
        continue;
      }
      if (sign(")")) {
        at++;
        if (--depth == 0) {
          return;
        }
        continue;
      }
      if (sign(",") && depth == 1) {
        constraint = "";
        starts = true;
        at++;
        continue;
      }
      if (word("constraint") && depth == 1) {
        at++;
        constraint = at < tokens.size() ? tokens.get(at).text() : "";
        at++;
      } else if (word("foreign") && depth == 1) {
        foreign(constraint, table);
      } else if (word("references") && depth == 1) {
        references(constraint, table, List.of(column));
      } else {
        column = starts ? tokens.get(at).text() : column;
        at++;
      }
      starts = false;
    }
  }

  private void alter() {
    at++;
    if (!word("table")) {
      return;
    }
    at++;
    while (word("if") || word("exists") || word("only")) {
      at++;
    }
    String table = name();
    String constraint = "";
    while (at < tokens.size() && !sign(";")) {
      if (word("constraint")) {
        at++;
        constraint = at < tokens.size() ? tokens.get(at).text() : "";
        at++;
      } else if (word("foreign")) {
        foreign(constraint, table);
        constraint = "";
      } else {
        at++;
      }
    }
  }

  /** {@code foreign key [name] (columns) references table}. */
  private void foreign(String constraint, String table) {
    at++;
    if (word("key")) {
      at++;
    }
    String name = constraint;
    if (!sign("(") && at < tokens.size()) {
      name = tokens.get(at++).text();
    }
    List<String> columns = new ArrayList<>();
    if (sign("(")) {
      at++;
      while (at < tokens.size() && !sign(")")) {
        if (!sign(",")) {
          columns.add(tokens.get(at).text());
        }
        at++;
      }
      at++;
    }
    if (word("references")) {
      references(name, table, columns);
    }
  }

  private void references(String name, String table, List<String> columns) {
    int line = line();
    at++;
    String target = name();
    if (!target.isEmpty() && !table.isEmpty()) {
      keys.add(new Key(name, table, columns, target, place(line)));
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
          || tokens.get(comma - 1).is(")")) {
        return;
      }
      at = comma + 1;
      touch(false);
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
