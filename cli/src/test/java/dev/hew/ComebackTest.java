package dev.hew;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What a contract lost and the database kept comes back, on a real PostgreSQL. */
class ComebackTest extends Migrations {
  private static final String BARE = contract("/things", "Thing", "id", ID, "n: {type: integer}");

  private static String with(String required, String property) {
    return contract("/things", "Thing", "id" + required, ID, "n: {type: integer}", property);
  }

  private static final String ONE = BARE;

  private static String two(String required, String... properties) {
    return ONE.replace("components:", paths("/goods", "Good") + "components:")
        + schema("Good", "id" + required, properties);
  }

  @Test
  void aColumnComesBackAsItWas() throws Exception {
    String full = with(", size", "size: {type: integer}");
    same(migrate(List.of(full, BARE, full), false, "insert into things (size) values (7)"));
    assertEquals("7", one("select size from things"));
  }

  @Test
  void aColumnComesBackWithAnotherType() throws Exception {
    Difference difference = migrate(
        List.of(
            with(", size", "size: {type: integer}"), BARE, with(", size", "size: {type: string}")),
        false,
        "insert into things (size) values (7)");
    same(difference);
    assertEquals("7", one("select size from things"));
    assertTrue(
        difference.script().contains("-- `things.size` is still there from an earlier contract"));
  }

  @Test
  void aColumnThatMayNotBeNullComesBackToRowsWithoutIt() throws Exception {
    String full = with(", size", "size: {type: integer}");
    String loose = with("", "size: {type: integer}");
    same(migrate(List.of(loose, BARE, full), false, "insert into things (n) values (1)"));
    assertEquals("0", one("select size from things"));
    same(migrate(
        List.of(
            with(", size", "size: {type: integer, default: 3}"),
            BARE,
            with("", "size: {type: integer, format: int64}")),
        false,
        "insert into things (size) values (3)"));
    assertEquals("3", one("select size from things"));
  }

  @Test
  void whatCannotBecomeAnotherTypeIsSaid() throws Exception {
    Difference difference = migrate(
        List.of(
            with(", at", "at: {type: string, format: date-time}"),
            BARE,
            with("", "at: {type: boolean}")),
        false);
    assertEquals(
        "-- `things.at` is still there from an earlier contract as timestamptz, and is boolean now:"
            + " write this step yourself\n",
        difference.script());
  }

  @Test
  void whatWasDroppedIsNewAgain() throws Exception {
    String full = with(", size", "size: {type: integer}");
    same(migrate(List.of(full, BARE, full), true, "insert into things (size) values (7)"));
    assertEquals("0", one("select size from things"));
    String goods = two("", ID, "name: {type: string}");
    same(migrate(List.of(goods, ONE, goods), true, "insert into goods (name) values ('it')"));
    assertEquals("0", one("select count(*) from goods"));
  }

  @Test
  void aTableComesBack() throws Exception {
    String goods = two("", ID, "name: {type: string}");
    same(migrate(List.of(goods, ONE, goods), false, "insert into goods (name) values ('it')"));
    assertEquals("it", one("select name from goods"));
  }

  @Test
  void aTableComesBackWithOtherColumns() throws Exception {
    Difference difference = migrate(
        List.of(
            two(", name, size", ID, "name: {type: string}", "size: {type: integer}"),
            ONE,
            two(", size, note", ID, "note: {type: string}", "size: {type: string}")),
        false,
        "insert into goods (name, size) values ('it', 7)");
    assertEquals(Set.of(), difference.less());
    assertEquals(
        Set.of("goods name text YES"),
        difference.more().stream()
            .map(line -> line.replace(" NO", ""))
            .collect(java.util.stream.Collectors.toSet()));
    assertEquals("it 7 string", one("select concat_ws(' ', name, size, note) from goods"));
  }

  @Test
  void aTableWhoseRowsAreToldApartInAnotherWayIsLeftToItsOwner() throws Exception {
    Difference difference = migrate(
        List.of(
            two("", ID, "name: {type: string}"),
            ONE,
            two("", "id: {type: integer, readOnly: true}", "name: {type: string}")
                .replace(
                    "{name: id, in: path, required: true, schema: {type: string, format: uuid}}",
                    "{name: id, in: path, required: true, schema: {type: integer}}")),
        false);
    assertTrue(
        difference
            .script()
            .contains("-- `goods` is still there from an earlier contract, and its rows are told"
                + " apart in another way: write this step yourself\n"),
        difference.script());
  }

  @Test
  void anotherColumnIsNotGivenANameThatIsTaken() throws Exception {
    Difference difference = migrate(
        List.of(
            with("", "size: {type: integer}"),
            BARE,
            BARE.replace("n: {type: integer}", "size: {type: integer, x-renamed-from: n}")),
        false);
    assertTrue(
        difference.script().contains("`n` cannot be called so: write this step yourself"),
        difference.script());
  }
}
