package dev.hew.split.facts;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** What a script does to the schema: defines tables, ties them by foreign keys, renames and drops both. */
final class SchemaScript extends SqlCursor {
  /** From here on, tools of migrations have what takes the rest back. */
  private static final Pattern UNDO =
      Pattern.compile("(?im)^--\\s*(?:(?://)?@undo\\b|\\+goose\\s+down\\b|migrate:down\\b)");

  private static final Pattern LIQUIBASE =
      Pattern.compile("(?i)\\A\\s*--\\s*liquibase\\s+formatted\\s+sql");

  /** What is dropped inside a table beside columns and foreign keys. */
  private static final Set<String> NO_COLUMNS = Set.of(
      "index",
      "key",
      "primary",
      "check",
      "partition",
      "default",
      "not",
      "unique",
      "identity",
      "expression",
      "period");

  private final List<SchemaChange> changes = new ArrayList<>();

  private SchemaScript(String sql, String path, int firstLine) {
    super(SqlTokens.of(UNDO.split(sql, 2)[0]), path, firstLine);
  }

  /** What a file does. */
  static SchemaFile file(String sql, String path) {
    return new SchemaFile(path, LIQUIBASE.matcher(sql).find(), read(sql, path, 1));
  }

  /**
   * @param firstLine the line of the file that the text starts on
   */
  static List<SchemaChange> read(String sql, String path, int firstLine) {
    SchemaScript script = new SchemaScript(sql, path, firstLine);
    while (script.at < script.tokens.size()) {
      script.statement();
    }
    return script.changes;
  }

  private void statement() {
    if (word("create")) {
      create();
    } else if (word("alter")) {
      alter();
    } else if (word("drop")) {
      drop();
    } else if (word("rename") && starts()) {
      renames();
    } else {
      at++;
    }
  }

  private boolean starts() {
    return at == 0 || tokens.get(at - 1).is(";");
  }

  /** {@code create [global temporary] table [if not exists] name ( ... )}; a view or an index is no table. */
  private void create() {
    at++;
    int limit = Math.min(tokens.size(), at + 4);
    while (at < limit && !word("table")) {
      if (word("view") || word("index") || word("trigger") || word("function") || word(";")) {
        return;
      }
      at++;
    }
    if (!word("table")) {
      return;
    }
    at++;
    skip("if", "not", "exists");
    int line = line();
    String table = name();
    if (table.isEmpty()) {
      return;
    }
    changes.add(SchemaChange.define(table, place(line)));
    if (word("(")) {
      columns(table);
    }
  }

  private void columns(String table) {
    int depth = 0;
    String constraint = "";
    String column = "";
    boolean starts = false;
    while (at < tokens.size()) {
      if (word("(")) {
        starts = depth == 0;
        depth++;
        at++;
        continue;
      }
      if (word(")")) {
        at++;
        if (--depth == 0) {
          return;
        }
        continue;
      }
      if (word(",") && depth == 1) {
        constraint = "";
        starts = true;
        at++;
        continue;
      }
      if (word("constraint") && depth == 1) {
        constraint = next();
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

  /** {@code drop table [if exists] a, b}. */
  private void drop() {
    at++;
    skip("temporary");
    if (!word("table")) {
      return;
    }
    do {
      at++;
      skip("if", "exists");
      int line = line();
      String table = name();
      if (!table.isEmpty()) {
        changes.add(SchemaChange.drop(table, place(line)));
      }
    } while (word(","));
  }

  /** {@code rename table a to b, c to d}. */
  private void renames() {
    at++;
    if (!word("table")) {
      return;
    }
    do {
      at++;
      int line = line();
      String table = name();
      if (word("to")) {
        at++;
        renamed(table, line);
      }
    } while (word(","));
  }

  private void renamed(String table, int line) {
    String to = name();
    if (!table.isEmpty() && !to.isEmpty()) {
      changes.add(SchemaChange.rename(table, to, place(line)));
    }
  }

  private void alter() {
    at++;
    if (!word("table")) {
      return;
    }
    at++;
    skip("if", "exists", "only");
    String table = name();
    String constraint = "";
    String column = "";
    while (at < tokens.size() && !word(";")) {
      if (word("constraint")) {
        constraint = next();
      } else if (word("foreign")) {
        foreign(constraint, table);
        constraint = "";
      } else if (word("references")) {
        references(constraint, table, List.of(column));
        constraint = "";
      } else if (word("add")) {
        at++;
        skip("column", "(", "if", "not", "exists");
        column = at < tokens.size() ? tokens.get(at).text() : "";
        at += word("constraint") || word("foreign") ? 0 : 1;
      } else if (word("drop")) {
        dropIn(table);
      } else if (word("rename")) {
        renameIn(table);
      } else if (word("change")) {
        at++;
        skip("column");
        changed(table);
      } else {
        at++;
      }
    }
  }

  /** {@code drop foreign key x}, {@code drop constraint x}, {@code drop [column] x}, {@code drop (x, y)}. */
  private void dropIn(String table) {
    at++;
    Place place = place(line());
    if (word("foreign") || word("constraint")) {
      at++;
      skip("key", "if", "exists");
      changes.add(SchemaChange.dropKey(table, name(), place));
    } else if (at < tokens.size()
        && !NO_COLUMNS.contains(tokens.get(at).text().toLowerCase(Locale.ROOT))) {
      skip("column", "if", "exists");
      boolean several = word("(");
      do {
        at += several ? 1 : 0;
        changes.add(SchemaChange.dropColumn(table, name(), place));
      } while (several && word(","));
    }
  }

  /** {@code rename [to] x}, {@code rename column x to y}; an index's name is nothing to us. */
  private void renameIn(String table) {
    at++;
    int line = line();
    if (word("column")) {
      at++;
      changed(table);
    } else if (word("to") || word("as")) {
      at++;
      renamed(table, line);
    } else if (!word("index") && !word("key") && !word("constraint")) {
      String name = name();
      if (word("to")) {
        at++;
        changes.add(SchemaChange.renameColumn(table, name, name(), place(line)));
      } else if (!name.isEmpty()) {
        changes.add(SchemaChange.rename(table, name, place(line)));
      }
    }
  }

  private void changed(String table) {
    Place place = place(line());
    String column = name();
    if (word("to")) {
      at++;
    }
    changes.add(SchemaChange.renameColumn(table, column, name(), place));
  }

  /** {@code foreign key [name] (columns) references table}. */
  private void foreign(String constraint, String table) {
    at++;
    skip("key");
    skip("if", "not", "exists");
    String name = constraint;
    if (!word("(") && at < tokens.size()) {
      name = tokens.get(at++).text();
    }
    List<String> columns = new ArrayList<>();
    if (word("(")) {
      at++;
      while (at < tokens.size() && !word(")")) {
        if (!word(",")) {
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
      changes.add(SchemaChange.key(name, table, columns, target, place(line)));
    }
  }
}
