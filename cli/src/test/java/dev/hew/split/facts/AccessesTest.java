package dev.hew.split.facts;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AccessesTest {
  private static final Place PLACE = new Place("A.java", 3);

  /** What a text does to tables that a script defines. */
  private static List<String> touched(String text) {
    Tables tables = new Tables();
    List.of("product", "task", "orders")
        .forEach(name -> tables.define(name, new Place("schema.sql", 1)));
    TypeIndex index = new TypeIndex(List.of());
    Persistence annotations = new Persistence(index, new Constants(index));
    new Accesses(index, tables, List.of(), new Mappings(index, annotations, List.of()))
        .query(text, "shop.A", "run/0", PLACE, "sql");
    return tables.tables().stream()
        .flatMap(t -> t.accesses().stream().map(a -> t.name() + (a.writes() ? " w" : " r")))
        .toList();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Delete product group by group code",
        "Delete task",
        "Delete product type",
        "Delete task: are you sure?",
        "delete product",
        "Delete product from group",
        "Update product",
        "Update task status",
        "Insert product",
        "Insert task before another",
        "Select product",
        "Select product and task",
        "Truncate product",
        "Merge product",
      })
  void proseIsNoStatement(String text) {
    assertEquals(List.of(), touched(text));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "DELETE FROM product | product w",
        "delete from product p where p.id = 1 | product w",
        "delete Product p where p.id = 1 | product w",
        "delete Product as p where p.id = :id | product w",
        "delete task where id = ? | task w",
        "delete shop.task where id = ? | task w",
        "update product set name = ? | product w",
        "update Product p set p.name = ?1 | product w",
        "insert into task (id) values (?) | task w",
        "select id from task | task r",
        "from Product p where p.id = 1 | product r",
      })
  void statementIsOne(String text, String expected) {
    assertEquals(List.of(expected), touched(text));
  }

  @ParameterizedTest
  @ValueSource(strings = {"delete o from orders o join task t on t.id = o.task where t.done"})
  void deletesThroughAJoin(String text) {
    assertEquals(List.of("orders r", "task r"), touched(text));
  }
}
