package dev.hew;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hew.flow.Earlier;
import dev.hew.flow.Generation;
import dev.hew.flow.SpecInput;
import dev.hew.flow.Stacks;
import dev.hew.report.Checked;
import dev.hew.tree.RelPath;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Migrations on a real PostgreSQL: a database that followed a contract is like one that was made for it, and has kept
 * its rows.
 */
class MigrationTest {
  private static final String ID = "id: {type: string, format: uuid, readOnly: true}";
  private static EmbeddedPostgres postgres;

  @TempDir
  Path folder;

  @BeforeAll
  static void start() throws IOException {
    postgres = EmbeddedPostgres.start();
  }

  @AfterAll
  static void stop() throws IOException {
    postgres.close();
  }

  /** A service of things that are added, listed, read and removed. */
  private static String contract(
      String path, String schema, String required, String... properties) {
    return "openapi: 3.0.3\ninfo: {title: Store, version: '1'}\npaths:\n" + paths(path, schema)
        + "components:\n  schemas:\n" + schema(schema, required, properties);
  }

  private static String schema(String name, String required, String... properties) {
    return "    " + name + ":\n      type: object\n      required: [" + required
        + "]\n      properties:\n        " + String.join("\n        ", properties) + "\n";
  }

  private static String paths(String path, String schema) {
    return """
          PATH:
            get:
              responses:
                '200':
                  description: all
                  content:
                    application/json:
                      schema: {type: array, items: {$ref: '#/components/schemas/SCHEMA'}}
            post:
              requestBody:
                required: true
                content:
                  application/json:
                    schema: {$ref: '#/components/schemas/SCHEMA'}
              responses:
                '201':
                  description: added
                  content:
                    application/json:
                      schema: {$ref: '#/components/schemas/SCHEMA'}
          PATH/{ITEM}:
            parameters:
              - {name: id, in: path, required: true, schema: {type: string, format: uuid}}
            get:
              responses:
                '200':
                  description: one
                  content:
                    application/json:
                      schema: {$ref: '#/components/schemas/SCHEMA'}
            delete:
              responses:
                '204': {description: gone}
        """.replace("PATH", path).replace("SCHEMA", schema).replace("ITEM", "id");
  }

  private Generation service(String contract, Earlier earlier) throws IOException {
    Files.writeString(folder.resolve("api.yaml"), contract);
    Checked<Generation> made = SpecInput.read(
            "api.yaml", folder, Optional.empty(), InputStream.nullInputStream())
        .input()
        .then(input -> Stacks.named("spring-boot")
            .then(pack -> Generation.of(input, pack, Map.of(), earlier, "test")));
    assertTrue(made.ok(), () -> made.diagnostics().toString());
    return made.value();
  }

  private static Earlier earlier(Generation before, boolean dropping) {
    return new Earlier(before.lock().names(), before.storage().tables(), 2, dropping);
  }

  private static String migration(Generation service, int version) {
    List<String> found = new ArrayList<>();
    for (RelPath path : service.tree().files().keySet()) {
      if (path.name().startsWith("V" + version + "__") && !path.hasPart(".hew")) {
        found.add(service.tree().get(path).orElseThrow().text());
      }
    }
    return String.join("", found);
  }

  /** What a schema of the database holds, a line for each column, constraint and index. */
  private static Set<String> inventory(Statement sql, String schema) throws SQLException {
    Set<String> lines = new TreeSet<>();
    String columns = "select concat_ws(' ', table_name, column_name, data_type, is_nullable,"
        + " column_default, is_identity) from information_schema.columns where table_schema = '";
    String indexes =
        "select replace(indexdef, schemaname || '.', '') from pg_indexes where schemaname = '";
    for (String query : List.of(columns, indexes)) {
      try (ResultSet rows = sql.executeQuery(query + schema + "'")) {
        while (rows.next()) {
          // indexes and sequences keep their first names
          lines.add(rows.getString(1).replaceAll("INDEX \\w+ ON", "INDEX ON"));
        }
      }
    }
    return lines;
  }

  /** What the migrated database has more than a new one, and what it lacks. */
  private record Difference(Set<String> more, Set<String> less, String script) {}

  private Difference migrate(String before, String after, boolean dropping, String... rows)
      throws Exception {
    Generation old = service(before, new Earlier(Map.of(), List.of(), 1, false));
    Generation next = service(after, earlier(old, dropping));
    String script = migration(next, 2);
    try (Connection connection = postgres.getPostgresDatabase().getConnection();
        Statement sql = connection.createStatement()) {
      sql.execute("drop schema if exists migrated cascade; drop schema if exists fresh cascade;"
          + "create schema migrated; create schema fresh; set search_path to migrated");
      sql.execute(migration(old, 1));
      for (String row : rows) {
        sql.execute(row);
      }
      sql.execute(script.isEmpty() ? "select 1" : script);
      Set<String> migrated = inventory(sql, "migrated");
      sql.execute("set search_path to fresh; " + migration(next, 1));
      Set<String> fresh = inventory(sql, "fresh");
      Set<String> more = new TreeSet<>(migrated);
      more.removeAll(fresh);
      Set<String> less = new TreeSet<>(fresh);
      less.removeAll(migrated);
      return new Difference(more, less, script);
    }
  }

  private static String one(String query) throws SQLException {
    try (Connection connection = postgres.getPostgresDatabase().getConnection();
        Statement sql = connection.createStatement()) {
      sql.execute("set search_path to migrated");
      try (ResultSet rows = sql.executeQuery(query)) {
        assertTrue(rows.next(), query);
        return rows.getString(1);
      }
    }
  }

  private static void same(Difference difference) {
    assertEquals(Set.of(), difference.less(), difference.script());
    assertEquals(Set.of(), difference.more(), difference.script());
  }

  @Test
  void noChangeNoMigration() throws Exception {
    String contract = contract("/things", "Thing", "id", ID, "name: {type: string}");
    assertEquals("", migrate(contract, contract, true).script());
  }

  @Test
  void newPropertiesBecomeColumns() throws Exception {
    String before = contract("/things", "Thing", "id", ID, "name: {type: string}");
    String after = contract(
        "/things",
        "Thing",
        "id, size, tags, state, since, place",
        ID,
        "name: {type: string}",
        "note: {type: string}",
        "size: {type: integer}",
        "tags: {type: array, items: {type: string}}",
        "state: {type: string, enum: [new, old]}",
        "since: {type: string, format: date-time, readOnly: true}",
        "place: {type: object, properties: {street: {type: string}}}",
        "weight: {type: number}");
    same(migrate(before, after, false, "insert into things (name) values ('it')"));
    assertEquals(
        "it 0 [\"string\"] new {\"street\": \"string\"}",
        one("select concat_ws(' ', name, size, tags, state, place) from things"));
  }

  @Test
  void columnsWiden() throws Exception {
    String before = contract(
        "/things",
        "Thing",
        "id, small, whole, code, day",
        ID,
        "small: {type: integer, format: int32}",
        "whole: {type: integer}",
        "code: {type: integer}",
        "day: {type: string, format: date}",
        "plain: {type: string}");
    String after = contract(
        "/things",
        "Thing",
        "id, small, whole, code, day",
        ID,
        "small: {type: integer, format: int64}",
        "whole: {type: number}",
        "code: {type: string}",
        "day: {type: string, format: date-time}",
        "plain: {type: object, properties: {text: {type: string}}}");
    same(migrate(
        before,
        after,
        false,
        "insert into things (small, whole, code, day, plain) values (1, 2, 3, '2026-01-02', 'p')"));
    assertEquals(
        "1 2 3 \"p\"", one("select concat_ws(' ', small, whole, code, plain) from things"));
  }

  @Test
  void whatMayBeAbsentMayLaterNotBe() throws Exception {
    String loose =
        contract("/things", "Thing", "id", ID, "name: {type: string}", "n: {type: integer}");
    String strict = contract(
        "/things", "Thing", "id, name, n", ID, "name: {type: string}", "n: {type: integer}");
    same(migrate(loose, strict, false, "insert into things (name) values ('kept'), (null)"));
    assertEquals(
        "string, kept", one("select string_agg(name, ', ' order by name desc) from things"));
    same(migrate(strict, loose, false, "insert into things (name, n) values ('kept', 1)"));
  }

  @Test
  void renamedWhereTheContractSaysSo() throws Exception {
    String before = contract("/things", "Thing", "id", ID, "name: {type: string}");
    String after =
        contract("/things", "Thing", "id", ID, "title: {type: string, x-renamed-from: name}");
    same(migrate(before, after, false, "insert into things (name) values ('it')"));
    assertEquals("it", one("select title from things"));
    String moved = contract("/goods", "Thing", "id", ID, "name: {type: string}");
    same(migrate(before, moved, false, "insert into things (name) values ('it')"));
    assertEquals("it", one("select name from goods"));
    String both = contract("/goods", "Good", "id", ID, "name: {type: string}")
        .replace("    Good:\n", "    Good:\n      x-renamed-from: Thing\n");
    same(migrate(before, both, false, "insert into things (name) values ('it')"));
    assertEquals("it", one("select name from goods"));
  }

  @Test
  void nothingGoesUnlessAllowed() throws Exception {
    String before =
        contract("/things", "Thing", "id, name", ID, "name: {type: string}", "n: {type: integer}");
    String after = contract("/things", "Thing", "id", ID, "n: {type: integer}");
    String row = "insert into things (name) values ('it')";
    Difference kept = migrate(before, after, false, row);
    assertEquals(Set.of(), kept.less());
    assertEquals(Set.of("things name text YES NO"), kept.more());
    assertEquals("it", one("select name from things"));
    same(migrate(before, after, true, row));
  }

  @Test
  void tablesComeAndGo() throws Exception {
    String one = contract("/things", "Thing", "id", ID, "name: {type: string}");
    String two = one.replace("components:", paths("/goods", "Good") + "components:")
        + schema("Good", "id", ID, "name: {type: string}");
    same(migrate(one, two, false, "insert into things (name) values ('it')"));
    same(migrate(two, one, true, "insert into goods (name) values ('it')"));
    Difference kept = migrate(two, one, false, "insert into goods (name) values ('it')");
    assertEquals(Set.of(), kept.less());
    assertFalse(kept.more().isEmpty());
    assertEquals("it", one("select name from goods"));
  }

  @Test
  void whatCannotBeToldIsLeftToTheOwner() throws Exception {
    String before =
        contract("/things", "Thing", "id, at", ID, "at: {type: string, format: date-time}");
    String after = contract("/things", "Thing", "id, at", ID, "at: {type: boolean}");
    Difference left =
        migrate(before, after, false, "insert into things (at) values ('2026-01-02T03:04:05Z')");
    assertEquals(
        "-- `things.at` is boolean now, and was timestamptz: write this step yourself\n",
        left.script());
  }
}
