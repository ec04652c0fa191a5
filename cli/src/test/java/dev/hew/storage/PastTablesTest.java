package dev.hew.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PastTablesTest {
  private static Optional<Map<String, String>> columns(String table, String... scripts) {
    return PastTables.of(List.of(scripts)).table(table).map(PastTables.PastTable::columns);
  }

  @Test
  void columnsHaveTheirLastType() {
    assertEquals(
        Optional.of(Map.of("id", "uuid", "size", "bigint", "title", "text", "n", "numeric(10, 2)")),
        columns(
            "things",
            """
            create table things (
              id uuid primary key default gen_random_uuid(),
              -- the contract's example until you compute it
              size integer not null,
              name text default 'a, b); drop table things; --',
              unique (name)
            );""",
            "alter table things alter column size type bigint, rename column name to title;",
            "alter table things add column if not exists size text;"
                + " ALTER TABLE things ADD n numeric(10, 2);"));
  }

  @Test
  void whatIsDroppedIsGone() {
    String make = "create table \"order\" (id uuid, a text, b text);";
    assertEquals(
        Optional.of(Map.of("id", "uuid", "b", "text")),
        columns("\"order\"", make, "alter table \"order\" drop column if exists a;"));
    assertEquals(
        Optional.empty(), columns("\"order\"", make, "drop table if exists \"order\" cascade;"));
    Optional<Map<String, String>> whole =
        Optional.of(Map.of("id", "uuid", "a", "text", "b", "text"));
    assertEquals(
        whole, columns("\"order\"", make, "-- drop table \"order\";\n/* drop table \"order\"; */"));
    assertEquals(
        whole,
        columns(
            "sales",
            make,
            "do $$ begin drop table \"order\"; end $$; alter table \"order\" rename to sales;"));
  }

  @Test
  void whatANewRowHasToHold() {
    PastTables.PastTable table = PastTables.of(List.of(
            "create table t (a text not null, b text not null default 'x', c text, d text not null);",
            "alter table t alter column d drop not null;"))
        .table("t")
        .orElseThrow();
    assertTrue(table.demands("a"));
    assertFalse(table.demands("b") || table.demands("c") || table.demands("d"));
    assertTrue(table.hasDefinition("a  text\n not null"));
    assertFalse(table.hasDefinition("d text not null"));
  }

  @Test
  void textThatIsNoSqlIsNothing() {
    assertEquals(Optional.empty(), columns("t", "create table t (", "'", "((((", "$a$ drop", ""));
  }
}
