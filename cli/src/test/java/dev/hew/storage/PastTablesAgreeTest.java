package dev.hew.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The tables that random scripts are read to leave behind are those that a real PostgreSQL has after them. */
class PastTablesAgreeTest {
  private static final int SCRIPTS = 60;
  private static final int STATEMENTS = 12;
  private static final List<String> SCHEMAS = List.of("public", "app", "\"A b\"");
  private static final List<String> TABLES =
      List.of("t", "T", "\"order\"", "\"a\"\"; b\"", "naïve");
  private static final List<String> COLUMNS =
      List.of("a", "B", "\"b\"", "\"not null\"", "\"c, (d\"", "e$1");
  private static final List<String> TYPES =
      List.of("text", "integer", "jsonb", "numeric(10,2)", "timestamp with time zone", "uuid");
  private static final List<String> NOISE =
      List.of("", " ", "\n-- it's; (\n", "/* a /* ; ' */ \" */", " /**/ ");
  private static final List<String> OTHERS = List.of(
      "select E'\\'; drop table t; --'",
      "select 'a\\'",
      "select 'it''s; ('",
      "do $x$ begin perform $$ '; $$; end $x$",
      "select 1 as a$b$, 2 as c$b$",
      "select U&'d\\0061t', B'01', '\"'",
      "comment on schema public is ';)'");

  private static EmbeddedPostgres postgres;

  @BeforeAll
  static void start() throws IOException {
    postgres = EmbeddedPostgres.start();
  }

  @AfterAll
  static void stop() throws IOException {
    postgres.close();
  }

  /** Writes statements, most of which make sense. */
  private record Writer(Random random) {
    String of(List<String> choices) {
      return choices.get(random.nextInt(choices.size()));
    }

    String table() {
      String schema = random.nextBoolean() ? "" : of(SCHEMAS) + of(List.of(".", " . "));
      return schema + of(TABLES);
    }

    String column() {
      String more = of(List.of(
          "",
          " not null",
          " default null",
          " check (1 <> 2 or ' not null ' = ')')",
          " null",
          " constraint some check (true) not null"));
      return of(COLUMNS) + noise() + " " + of(TYPES) + noise() + more;
    }

    String noise() {
      return of(NOISE);
    }

    String statement() {
      return switch (random.nextInt(10)) {
        case 0, 1, 2 ->
          "create " + of(List.of("", "unlogged ")) + "table" + noise() + " "
              + of(List.of("", "if not exists ")) + table() + noise() + "(" + column() + ", "
              + column() + of(List.of(")", ", check (true))", ") with (fillfactor = 70)"));
        case 3 -> "drop table if exists " + table() + of(List.of("", " cascade", ", " + table()));
        case 4 ->
          "alter table " + table() + " add " + of(List.of("", "column ", "column if not exists "))
              + column() + of(List.of("", ", add " + column()));
        case 5 -> "alter table if exists " + table() + " drop column " + of(COLUMNS);
        case 6 ->
          "alter table " + table() + noise() + " rename " + of(COLUMNS) + " to " + of(COLUMNS);
        case 7 ->
          "alter table " + table()
              + of(List.of(" rename to " + of(TABLES), " set schema " + of(SCHEMAS)));
        case 8 ->
          "alter table " + table() + " alter " + of(COLUMNS)
              + of(List.of(
                  " set not null",
                  " drop not null",
                  " type text",
                  " set data type text using null"));
        default ->
          random.nextInt(4) == 0 ? "set search_path to " + of(SCHEMAS) + ", public" : of(OTHERS);
      };
    }
  }

  private static Set<String> real(Statement sql) throws SQLException {
    Set<String> lines = new TreeSet<>();
    try (ResultSet rows = sql.executeQuery(
        "select n.nspname, c.relname, coalesce(a.attname || ' ' || format_type(a.atttypid, a.atttypmod)"
            + " || ' ' || a.attnotnull, '') from pg_class c join pg_namespace n on n.oid = c.relnamespace"
            + " left join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped"
            + " where c.relkind = 'r' and n.nspname in ('public', 'app', 'A b')")) {
      while (rows.next()) {
        lines.add(rows.getString(1) + "|" + rows.getString(2) + "|" + rows.getString(3));
      }
    }
    return lines;
  }

  private static Set<String> read(List<String> scripts) {
    PastTables past = PastTables.of(scripts);
    Set<String> lines = new TreeSet<>();
    for (String schema : SCHEMAS) {
      for (String table : TABLES) {
        Optional<PastTable> found = past.table(PastTables.name(schema), table);
        String name = PastTables.name(schema) + "|" + PastTables.name(table) + "|";
        found.ifPresent(t -> {
          t.columns()
              .forEach((column, type) ->
                  lines.add(name + column + " " + type + " " + t.required().contains(column)));
          if (t.columns().isEmpty()) {
            lines.add(name);
          }
        });
      }
    }
    return lines;
  }

  /** The statements that PostgreSQL takes, one after the other. */
  private static String taken(Statement sql, Writer writer) throws SQLException {
    StringBuilder script = new StringBuilder();
    for (int i = 0; i < STATEMENTS; i++) {
      String statement = writer.statement();
      Savepoint before = sql.getConnection().setSavepoint();
      try {
        sql.execute(statement);
        script.append(writer.noise()).append(statement).append(writer.noise()).append(';');
      } catch (SQLException e) {
        sql.getConnection().rollback(before);
      }
    }
    return script.toString();
  }

  @Test
  void scriptsLeaveWhatTheyAreReadToLeave() throws SQLException {
    int seen = 0;
    for (int seed = 0; seed < SCRIPTS; seed++) {
      Writer writer = new Writer(new Random(seed));
      try (Connection connection = postgres.getPostgresDatabase().getConnection();
          Statement sql = connection.createStatement()) {
        connection.setAutoCommit(false);
        sql.execute("create schema app; create schema \"A b\"");
        List<String> scripts = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
          sql.execute("set search_path to public");
          scripts.add(taken(sql, writer));
        }
        Set<String> real = real(sql);
        assertEquals(real, read(scripts), String.join("\n---\n", scripts));
        seen += real.size();
        connection.rollback();
      }
    }
    assertTrue(seen > SCRIPTS, "the scripts make something");
  }
}
