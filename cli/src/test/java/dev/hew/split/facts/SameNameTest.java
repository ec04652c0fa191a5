package dev.hew.split.facts;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Tables of one name that entities of different applications map. */
class SameNameTest {
  private static final Place PLACE = new Place("shop/Order.java", 1);

  /** Classes are called as their folder is, and then themselves; nothing runs together. */
  private static SameName apart(Map<String, String> names) {
    return new SameName(
        type -> type.substring(0, type.lastIndexOf('.')).replace('.', '/'),
        file -> file.substring(0, file.lastIndexOf('/')),
        names,
        String::equals);
  }

  private static TableFact table(String name, String... entities) {
    return new TableFact(
        name,
        List.of(),
        Stream.of(entities)
            .map(entity -> new TableFact.Access(entity, "", false, "mapping", PLACE))
            .toList());
  }

  private static Map<String, String> named(SameName same, TableFact table) {
    return same.tables(List.of(table)).stream()
        .collect(java.util.stream.Collectors.toMap(
            TableFact::name,
            t -> String.join(
                " ", t.accesses().stream().map(TableFact.Access::from).toList())));
  }

  @Test
  void areCalledAsTheModulesAre() {
    assertEquals(
        Map.of("orders@store", "shop.Order", "orders@desk", "desk.Order"),
        named(apart(Map.of("shop", "store")), table("orders", "shop.Order", "desk.Order")));
    assertEquals(
        Map.of("orders", "shop.Order shop.Bill"),
        named(apart(Map.of()), table("orders", "shop.Order", "shop.Bill")));
  }

  @Test
  void areCalledAsTheFoldersWhereModulesAreCalledTheSame() {
    Map<String, String> names = Map.of("eu/app", "app", "us/app", "app", "desk", "eu/app");
    SameName same = apart(names);
    assertEquals(
        Map.of(
            "orders@eu/app", "eu.app.Order",
            "orders@us/app", "us.app.Order",
            "orders@desk", "desk.Order"),
        named(same, table("orders", "eu.app.Order", "us.app.Order", "desk.Order")));
    TableFact.ForeignKey key = new TableFact.ForeignKey(
        "k", "lines", List.of("order_id"), "Orders", List.of(new Place("us/app/schema.sql", 1)));
    assertEquals(
        List.of("orders@us/app"),
        same.keys(List.of(key)).stream().map(TableFact.ForeignKey::target).toList());
  }
}
