package dev.hew;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What rows hold inside of a column follows the contract, on a real PostgreSQL. */
class KeptMigrationTest extends Migrations {
  private static String owner(String properties) {
    return contract(
        "/things", "Thing", "id", ID, "owner: {type: object, properties: {" + properties + "}}");
  }

  private static String address(String property) {
    return owner("address: {type: object, properties: {" + property + "}}");
  }

  private String migrated(String before, String after, String... values) throws Exception {
    String[] rows = new String[values.length];
    for (int i = 0; i < values.length; i++) {
      rows[i] = "insert into things (owner) values (" + values[i] + ")";
    }
    Difference difference = migrate(before, after, false, rows);
    same(difference);
    return difference.script();
  }

  private static String owners() throws Exception {
    return one(
        "select string_agg(coalesce(owner::text, '-'), ' ' order by owner::text collate \"C\") from things");
  }

  @Test
  void aPropertyInsideOfAnObjectIsRenamed() throws Exception {
    migrated(
        address("\"it's \\\\ {0}\": {type: string}"),
        address("road: {type: string, x-renamed-from: \"it's \\\\ {0}\"}"),
        "'{\"address\": {\"it''s \\\\ {0}\": \"a\", \"z\": 1}}'",
        "'{\"address\": {\"it''s \\\\ {0}\": null}}'",
        "'{\"address\": {\"it''s \\\\ {0}\": \"b\", \"road\": \"c\"}}'",
        "'{\"address\": [1]}'",
        "'{}'",
        "null");
    assertEquals(
        "{\"address\": [1]} {\"address\": {\"road\": \"c\", \"it's \\\\ {0}\": \"b\"}}"
            + " {\"address\": {\"road\": null}} {\"address\": {\"z\": 1, \"road\": \"a\"}} {} -",
        owners());
  }

  @Test
  void aNameAndTheNamesInsideFollowTogether() throws Exception {
    migrated(
        address("street: {type: string}"),
        owner("home: {type: object, x-renamed-from: address,"
            + " properties: {road: {type: string, x-renamed-from: street}}}"),
        "'{\"address\": {\"street\": \"a\"}}'");
    assertEquals("{\"home\": {\"road\": \"a\"}}", owners());
  }

  @Test
  void insideOfAListItIsSaid() throws Exception {
    String script = migrated(
        owner("homes: {type: array, items: {type: object, properties: {street: {type: string}}}}"),
        owner("homes: {type: array, items: {type: object,"
            + " properties: {road: {type: string, x-renamed-from: street}}}}"),
        "'{\"homes\": [{\"street\": \"a\"}]}'");
    assertEquals(
        "-- 'street' is called 'road' now inside of things.owner: rename it in the rows that are there\n",
        script);
    assertEquals("{\"homes\": [{\"street\": \"a\"}]}", owners());
  }

  @Test
  void valuesThatAreGoneAreNamed() throws Exception {
    String script = migrated(
        owner("state: {type: string, enum: [a, \"b'\", c]}"),
        owner("state: {type: string, enum: [a]}"),
        "'{\"state\": \"c\"}'");
    assertEquals("""
        -- 'b''', 'c' are no longer allowed in things.owner: say what becomes of rows that hold it
        -- update things set owner = jsonb_set(owner, array['state'], '...')
        --   where owner #>> array['state'] in ('b''', 'c');
        """, script);
    String plain = "id";
    Difference difference = migrate(
        contract("/things", "Thing", plain, ID, "state: {type: string, enum: [a, \"b\\n\"]}"),
        contract("/things", "Thing", plain, ID, "state: {type: string, enum: [a]}"),
        false);
    same(difference);
    assertTrue(
        difference.script().endsWith("set state = ... where state in (U&'b\\+00000a');\n"),
        difference.script());
  }

  @Test
  void whatStandsInItselfIsRenamedWhereItBegins() throws Exception {
    String node =
        schema("Node", "name", "name: {type: string}", "next: {$ref: '#/components/schemas/Node'}");
    String one =
        contract("/things", "Thing", "id", ID, "node: {$ref: '#/components/schemas/Node'}") + node;
    Difference difference = migrate(
        List.of(
            one,
            one.replace("name: {type: string}", "called: {type: string, x-renamed-from: name}")
                .replace("[name]", "[called]")),
        false,
        "insert into things (node) values ('{\"name\": \"a\", \"next\": {\"name\": \"b\"}}')");
    assertEquals(
        "{\"next\": {\"name\": \"b\"}, \"called\": \"a\"}", one("select node from things"));
    assertTrue(
        difference
            .script()
            .endsWith("-- 'name' is called 'called' now inside of things.node:"
                + " rename it in the rows that are there\n"),
        difference.script());
  }
}
