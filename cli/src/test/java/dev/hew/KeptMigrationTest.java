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

  private static String choice(String... branches) {
    StringBuilder all = new StringBuilder();
    for (String branch : branches) {
      all.append(all.isEmpty() ? "" : ", ").append("{type: object, properties: {");
      all.append(branch).append("}}");
    }
    return owner("one: {oneOf: [" + all + "]}");
  }

  private static String state(String values) {
    return "state: {type: string, enum: [" + values + "]}";
  }

  private static String kind(String value) {
    return "kind: {type: string, enum: [" + value + "]}, ";
  }

  @Test
  void theOrderOfChoicesSaysNothing() throws Exception {
    String one = state("a, b");
    String two = state("c") + ", size: {type: integer}";
    assertEquals("", migrated(choice(one, two), choice(two, one)));
    assertEquals(
        "",
        migrated(
            choice(kind("x") + state("a, b"), kind("y") + state("b")),
            choice(kind("y") + state("b"), kind("x") + state("a, b"))));
    // a row that holds `b` is one of the other choice
    assertEquals("", migrated(choice(one, state("b, c")), choice(state("a"), state("b, c"))));
  }

  @Test
  void whatNoChoiceAllowsIsSaidOnce() throws Exception {
    assertEquals(
        "-- 'b' is no longer allowed in things.owner: say what becomes of rows that hold it\n",
        migrated(choice(state("a, b"), state("c")), choice(state("c"), state("a"))));
    // the other choice has `b`, but a row is told to be of this one
    assertEquals(
        "-- 'b' is no longer allowed in things.owner: say what becomes of rows that hold it\n",
        migrated(
            choice(kind("x") + state("a, b"), kind("y") + state("b")),
            choice(kind("y") + state("b"), kind("x") + state("a"))));
    assertEquals(
        "-- 'b' is no longer allowed in things.owner: say what becomes of rows that hold it\n",
        migrated(
            choice(kind("x") + state("a, b"), kind("y") + "n: {type: integer}"),
            choice(kind("y") + "n: {type: integer}", kind("x") + state("a"))));
  }

  @Test
  void whereAnyTextWasAllowedAndNowSomeTheRestIsSaid() throws Exception {
    assertEquals(
        """
        -- only 'a', 'b' are allowed in things.owner now: say what becomes of rows that hold something else
        -- update things set owner = jsonb_set(owner, array['state'], '...')
        --   where owner #>> array['state'] not in ('a', 'b');
        """,
        migrated(owner("state: {type: string}"), owner(state("a, b")), "'{\"state\": \"c\"}'"));
    Difference difference = migrate(
        contract("/things", "Thing", "id", ID, "state: {type: string}"),
        contract("/things", "Thing", "id", ID, state("a")),
        false,
        "insert into things (state) values ('c')");
    same(difference);
    assertEquals("""
        -- only 'a' is allowed in things.state now: say what becomes of rows that hold something else
        -- update things set state = ... where state not in ('a');
        """, difference.script());
    // what is not restricted is not spoken of
    assertEquals("", migrated(owner(state("a, b")), owner("state: {type: string}")));
    assertEquals(
        "",
        migrated(
            owner("state: {anyOf: [{type: string}, {type: string, enum: [a, b]}]}"),
            owner("state: {anyOf: [{type: string, enum: [a]}, {type: string}]}")));
  }
}
