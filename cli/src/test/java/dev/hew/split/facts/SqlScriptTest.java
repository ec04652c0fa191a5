package dev.hew.split.facts;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class SqlScriptTest {
  @Test
  void foreignKeysInEveryForm() {
    List<SchemaChange> changes = SchemaScript.read("""
        -- create table comment (id int)
        CREATE TABLE IF NOT EXISTS `shop`.`orders` (
          id INT, customer_id INT REFERENCES customers(id),
          CONSTRAINT fk_a FOREIGN KEY (item_id, kind) REFERENCES items (id, kind) ON DELETE CASCADE,
          FOREIGN KEY (shop) REFERENCES [shops](id)
        );
        ALTER TABLE ONLY orders ADD CONSTRAINT "fk_b" FOREIGN KEY (who) REFERENCES public.people(id);
        """, "s.sql", 1);
    assertEquals(
        List.of(
            "DEFINE orders  [] ",
            "KEY orders  [customer_id] customers",
            "KEY orders fk_a [item_id, kind] items",
            "KEY orders  [shop] shops",
            "KEY orders fk_b [who] people"),
        changes.stream()
            .map(
                c -> c.kind() + " " + c.table() + " " + c.name() + " " + c.columns() + " " + c.to())
            .toList());
    assertEquals(7, changes.get(4).place().line());
  }

  @Test
  void readsAndWrites() {
    SqlScript script = SqlScript.read(
        "insert into aa select * from b, c d left join e on 1=1; update f set x='from g'; delete from h",
        "s.sql",
        1);
    assertEquals(
        List.of("aa w", "b", "c", "e", "f w", "h w"),
        script.touches().stream().map(t -> t.table() + (t.writes() ? " w" : "")).toList());
  }

  private static List<String> touched(String sql) {
    return SqlScript.read(sql, "s.sql", 1).touches().stream()
        .map(t -> t.table() + (t.writes() ? " w" : ""))
        .toList();
  }

  @Test
  void functionsNamedLikeStatementsTouchNothing() {
    assertEquals(
        List.of("model"),
        touched("select replace(model.configuration ->> 'x', 'a', 'b'), insert(m.a, 1, 2, 'b'),"
            + " truncate(m.price, 2), left(m.name, 3) from model m"));
    assertEquals(
        List.of("t"),
        touched(
            "select extract(year from created), substring(trim(both from name) from 2) from t"));
    assertEquals(List.of("t", "u"), touched("select extract(day from (select x from t)) from u"));
    assertEquals(List.of("t"), touched("select * from t where x is not distinct from y"));
  }

  @Test
  void whatASelectInsideReadsHidesNothingBesideIt() {
    assertEquals(
        List.of("k", "l", "m"), touched("select * from (select x, y from k) t, l as u, m"));
    assertEquals(
        List.of("k", "l", "m"),
        touched("select * from k, lateral (select max(x) from l where y in (1, 2)), m"));
    assertEquals(
        List.of("k w", "l", "m"),
        touched("update k set x = (select y from (select * from l), m where m.z = k.z), w = 1"));
    assertEquals(
        List.of("k", "l"), touched("select * from k where x in (select y from l), m; select 1"));
    assertEquals(List.of("k w", "l"), touched("insert into k (x, y) (select x, y from l)"));
  }

  @Test
  void actionsAndLocksAreNoWrites() {
    assertEquals(
        List.of("t w"), touched("insert into t (n) values (1) on duplicate key update hits = 1"));
    assertEquals(
        List.of("t w", "u"),
        touched("insert into t (n) select n from u on conflict (n) do update set n = 1"));
    assertEquals(List.of("t"), touched("select * from t for update nowait"));
    assertEquals(List.of("t"), touched("select * from t for no key update skip locked"));
  }

  @Test
  void namesOfCommonTableExpressionsAreNoTables() {
    assertEquals(
        List.of("t", "u", "late"),
        touched("with recursive early (n) as (select n from t union all select n from early),"
            + " mid as materialized (select * from u join early on 1=1)"
            + " select * from mid, early; select * from late"));
    assertEquals(
        List.of("t", "early"),
        touched("with early as (select 1 from t) select 1; select * from early"));
  }

  @Test
  void aNameOfACommonTableExpressionIsATableInItsOwnBody() {
    assertEquals(
        List.of("orders", "summary w"),
        touched("with orders as (select * from orders where (a = (1))) update summary"
            + " set n = (select count(*) from orders)"));
    assertEquals(
        List.of("orders", "lines"),
        touched("with orders as (select * from orders), lines (n) as (select n from lines, orders)"
            + " select * from lines join orders on 1=1"));
    assertEquals(
        List.of("t"),
        touched("with recursive a as (select x with time zone from t with (nolock)),"
            + " b as (select * from b join a on 1=1) select * from b"));
    assertEquals(
        List.of("staff"),
        touched("with tree (id) as (select id from staff where boss is null"
            + " union all select s.id from tree s) select * from tree"));
  }

  @Test
  void onlyAnAliasStandsBeforeTheNextSource() {
    assertEquals(
        List.of("t", "u", "v", "w"), touched("select 1 from t x, u as y, v, w where a = 1, b = 2"));
    assertEquals(
        List.of("t"), touched("select a, title from t group by a, title having count(title) > 1"));
  }
}
