package dev.hew.split.facts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class SqlScriptTest {
  @Test
  void foreignKeysInEveryForm() {
    SqlScript script = SqlScript.read("""
        -- create table comment (id int)
        CREATE TABLE IF NOT EXISTS `shop`.`orders` (
          id INT, customer_id INT REFERENCES customers(id),
          CONSTRAINT fk_a FOREIGN KEY (item_id, kind) REFERENCES items (id, kind) ON DELETE CASCADE,
          FOREIGN KEY (shop) REFERENCES [shops](id)
        );
        ALTER TABLE ONLY orders ADD CONSTRAINT "fk_b" FOREIGN KEY (who) REFERENCES public.people(id);
        """, "s.sql", 1);
    assertEquals(
        List.of("orders"),
        script.definitions().stream().map(SqlScript.Definition::table).toList());
    assertEquals(
        List.of(
            " customer_id customers", "fk_a item_id,kind items", " shop shops", "fk_b who people"),
        script.keys().stream()
            .map(k -> k.name() + " " + String.join(",", k.columns()) + " " + k.target())
            .toList());
    assertEquals(7, script.keys().get(3).place().line());
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
    assertTrue(script.definitions().isEmpty());
  }
}
