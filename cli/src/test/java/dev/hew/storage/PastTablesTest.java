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
    return PastTables.of(List.of(scripts)).table(table).map(PastTable::columns);
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
    PastTable table = PastTables.of(List.of(
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
  void schemasTellTablesApart() {
    PastTables past = PastTables.of(List.of(
        "create table \"app\".\"order\" (a text); create table audit.\"order\" (b text);"
            + "create table only_here . thing (c text); create table public.plain (d text);",
        "set search_path to app, public; create table other (e text);"
            + "alter table \"order\" add f text;",
        "create table later (g text); alter table audit.\"order\" rename to past;"
            + "alter table audit.past set schema public;"));
    assertEquals(
        Optional.of(Map.of("a", "text", "f", "text")),
        past.table("app", "order").map(PastTable::columns));
    assertEquals(Optional.of(Map.of("b", "text")), past.table("past").map(PastTable::columns));
    assertEquals(Optional.empty(), past.table("audit", "order"));
    assertTrue(past.table("thing").isPresent() && past.table("plain").isPresent());
    assertTrue(
        past.table("app", "other").isPresent() && past.table("public", "later").isPresent());
  }

  @Test
  void aNameInTwoSchemasIsNeither() {
    String two = "create table a.t (x text); create table b.t (y text);";
    assertEquals(Optional.empty(), columns("t", two));
    assertEquals(Optional.of(Map.of("y", "text")), columns("t", two, "drop schema a cascade;"));
    assertEquals(Optional.of(Map.of("z", "text")), columns("t", two, "create table t (z text)"));
  }

  @Test
  void whatPostgresWritesIsUnderstood() {
    String end = "create table t (x text not null)";
    Optional<Map<String, String>> there = Optional.of(Map.of("x", "text"));
    assertEquals(
        there, columns("t", end + " with (fillfactor = 70, autovacuum_enabled) tablespace a"));
    assertEquals(there, columns("t", "select E'it\\'s; -- no comment'; " + end));
    assertEquals(there, columns("t", "select 'a\\'; " + end));
    assertEquals(there, columns("t", "/* a /* b */ ' c */ " + end));
    assertEquals(there, columns("t", "do $a$ begin $$ ' $$ end $a$; " + end));
    assertEquals(there, columns("t", "select cafe$1, e$x$y from z; " + end));
    assertEquals(there, columns("t", "copy u (v) from stdin;\nit's; (\n\\.\n" + end));
    assertEquals(
        Optional.of(Map.of("a \"b\" not null", "text")),
        columns("t", "create table t (\"a \"\"b\"\" not null\" text default ')' check (true))"));
    PastTable table = PastTables.of(List.of(
            "create table t (a text default 'is not null', b text check (b <> ' default '))"))
        .table("t")
        .orElseThrow();
    assertEquals(Map.of("a", "text", "b", "text"), table.columns());
    assertEquals(java.util.Set.of(), table.required());
    assertEquals(java.util.Set.of("a"), table.filled());
  }

  @Test
  void textThatIsNoSqlIsNothing() {
    assertEquals(Optional.empty(), columns("t", "create table t (", "'", "((((", "$a$ drop", ""));
  }
}
