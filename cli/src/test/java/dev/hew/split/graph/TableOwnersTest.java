package dev.hew.split.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.hew.report.Source;
import dev.hew.split.facts.Facts;
import dev.hew.split.facts.SampleFacts;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Whose table it is. */
class TableOwnersTest {
  @Test
  void nobodyOwnsWhatSeveralReadAndNoneWrites() {
    Facts facts = SampleFacts.of(
        List.of(new Source("schema.sql", """
            create table orders (id int); create table item (id int references orders (id));
            create table rate (id int references orders (id)); create table price (id int);
            """)),
        "public class Order { String a = \"update orders set id = 1\", b = \"select * from rate\";"
            + " }",
        "public class Bill { String a = \"select * from rate\", b = \"select * from rate where id"
            + " = 1\"; String c = \"select * from price\"; }");
    Map<String, String> owners = Map.of("shop.Order", "order", "shop.Bill", "bill");
    assertEquals(
        Map.of("orders", "order", "item", "order", "price", "bill"),
        TableOwners.of(facts, owners, Map.of()));
    assertEquals(
        Map.of("orders", "order", "item", "order", "price", "bill", "rate", "order"),
        TableOwners.of(facts, owners, Map.of("order", List.of("rate"))));
  }

  @Test
  void aTableIsWhereItsEntityIsAndNobodysWhereThatIsNobodys() {
    String reader = "public class Desk { String a = \"select s from Settings s where s.id = 1\","
        + " b = \"delete from Settings s where s.id = 1\"; }";
    Facts facts = SampleFacts.of(
        "@Entity public class Settings { @ElementCollection java.util.List<String> names; }",
        reader);
    assertEquals(Map.of(), TableOwners.of(facts, Map.of("shop.Desk", "desk"), Map.of()));
    assertEquals(
        Map.of("settings", "base", "settings_names", "base"),
        TableOwners.of(facts, Map.of("shop.Desk", "desk", "shop.Settings", "base"), Map.of()));
    assertEquals(
        Map.of("settings", "desk"),
        TableOwners.of(facts, Map.of("shop.Desk", "desk"), Map.of("desk", List.of("settings"))));
  }

  @Test
  void nobodyOwnsATableInWhichIdsAreCounted() {
    Facts facts = SampleFacts.of(
        "@Entity public class Order { @TableGenerator(name = \"o\", table = \"KEYGEN\") int id; }");
    assertEquals(
        Map.of("order", "order"), TableOwners.of(facts, Map.of("shop.Order", "order"), Map.of()));
  }
}
