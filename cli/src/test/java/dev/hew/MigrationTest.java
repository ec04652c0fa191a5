package dev.hew;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * Migrations on a real PostgreSQL: a database that followed a contract is like one that was made for it, and has kept
 * its rows.
 */
class MigrationTest extends Migrations {
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
        "it 0 [] new {\"street\": \"string\"}",
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

  @Test
  void whatHewFilledInTakesANewTypeToo() throws Exception {
    String before = contract(
        "/things",
        "Thing",
        "id, at, code",
        ID,
        "name: {type: string}",
        "at: {type: string, readOnly: true}",
        "code: {type: string, readOnly: true, example: '7'}");
    String after = contract(
        "/things",
        "Thing",
        "id, at, code",
        ID,
        "name: {type: string}",
        "at: {type: string, format: date-time, readOnly: true}",
        "code: {type: integer, readOnly: true}");
    Difference moved = migrate(
        before,
        after,
        false,
        "insert into things default values",
        "insert into things (at) values ('2026-01-02T03:04:05Z')");
    same(moved);
    assertTrue(
        moved
            .script()
            .contains(" using case when at = 'string' then now() else at::timestamptz end;"),
        moved.script());
    assertEquals(
        "2 1 14",
        one("select concat_ws(' ', count(*), count(*) filter (where at < '2026-01-03'), sum(code))"
            + " from things"));
  }

  /** Rows get a value that nobody gave only where they must have one; where they never had to, none is hew's. */
  @Test
  void whatMayBeAbsentIsFilledInByNobody() throws Exception {
    String text = "code: {type: string}";
    String number = "code: {type: integer}";
    String name = "name: {type: string}";
    Difference moved = migrate(
        contract("/things", "Thing", "id, code", ID, name, text),
        contract("/things", "Thing", "id", ID, name, number),
        false,
        "insert into things (code) values ('string'), ('7')");
    same(moved);
    assertTrue(
        moved.script().contains(" using case when code = 'string' then null else "),
        moved.script());
    assertEquals("2 7", one("select concat_ws(' ', count(*), sum(code)) from things"));
    Difference never = migrate(
        contract("/things", "Thing", "id", ID, name, text),
        contract("/things", "Thing", "id", ID, name, number),
        false,
        "insert into things (code) values (null), ('7')");
    same(never);
    assertTrue(never.script().contains(" using code::bigint;"), never.script());
  }

  @Test
  void nestedValuesThatAreTextNowKeepTheirText() throws Exception {
    String before = contract("/things", "Thing", "id", ID, "plain: {type: object}");
    String after = contract("/things", "Thing", "id", ID, "plain: {type: string}");
    same(migrate(
        before,
        after,
        false,
        "insert into things (plain) values ('\"text\"'), ('{\"a\": 1}'), (null)"));
    assertEquals(
        Set.of("text", "{\"a\": 1}"),
        Set.of(one("select string_agg(plain, '|') from things").split("\\|")));
  }
}
