package dev.hew;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hew.flow.Earlier;
import dev.hew.flow.Generation;
import dev.hew.flow.SpecInput;
import dev.hew.flow.Stacks;
import dev.hew.report.Checked;
import dev.hew.storage.PastTables;
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
import org.junit.jupiter.api.io.TempDir;

/** A real PostgreSQL, and services whose migrations run in it. */
abstract class Migrations {
  static final String ID = "id: {type: string, format: uuid, readOnly: true}";
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
  static String contract(String path, String schema, String required, String... properties) {
    return "openapi: 3.0.3\ninfo: {title: Store, version: '1'}\npaths:\n" + paths(path, schema)
        + "components:\n  schemas:\n" + schema(schema, required, properties);
  }

  static String schema(String name, String required, String... properties) {
    return "    " + name + ":\n      type: object\n      required: [" + required
        + "]\n      properties:\n        " + String.join("\n        ", properties) + "\n";
  }

  static String paths(String path, String schema) {
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
  record Difference(Set<String> more, Set<String> less, String script) {}

  Difference migrate(String before, String after, boolean dropping, String... rows)
      throws Exception {
    return migrate(List.of(before, after), dropping, rows);
  }

  /**
   * Has a database follow contracts, one after the other.
   *
   * @param rows statements that run after the first migration
   */
  Difference migrate(List<String> contracts, boolean dropping, String... rows) throws Exception {
    try (Connection connection = postgres.getPostgresDatabase().getConnection();
        Statement sql = connection.createStatement()) {
      sql.execute("drop schema if exists migrated cascade; drop schema if exists fresh cascade;"
          + "create schema migrated; create schema fresh; set search_path to migrated");
      List<String> scripts = new ArrayList<>();
      Generation last = null;
      for (String contract : contracts) {
        int version = scripts.size() + 1;
        Earlier earlier = last == null
            ? new Earlier(Map.of(), List.of(), false, PastTables.NONE, 1, false)
            : new Earlier(
                last.lock().names(),
                last.storage().tables(),
                false,
                PastTables.of(scripts),
                version,
                dropping);
        last = service(contract, earlier);
        scripts.add(migration(last, version));
        sql.execute(scripts.get(version - 1).isEmpty() ? "select 1" : scripts.get(version - 1));
        for (String row : version == 1 ? rows : new String[0]) {
          sql.execute(row);
        }
      }
      Set<String> migrated = inventory(sql, "migrated");
      sql.execute("set search_path to fresh; " + migration(last, 1));
      Set<String> fresh = inventory(sql, "fresh");
      Set<String> more = new TreeSet<>(migrated);
      more.removeAll(fresh);
      Set<String> less = new TreeSet<>(fresh);
      less.removeAll(migrated);
      return new Difference(more, less, scripts.get(scripts.size() - 1));
    }
  }

  static String one(String query) throws SQLException {
    try (Connection connection = postgres.getPostgresDatabase().getConnection();
        Statement sql = connection.createStatement()) {
      sql.execute("set search_path to migrated");
      try (ResultSet rows = sql.executeQuery(query)) {
        assertTrue(rows.next(), query);
        return rows.getString(1);
      }
    }
  }

  static void same(Difference difference) {
    assertEquals(Set.of(), difference.less(), difference.script());
    assertEquals(Set.of(), difference.more(), difference.script());
  }
}
