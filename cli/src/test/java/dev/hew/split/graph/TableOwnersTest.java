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
        "public class Order { String a = \"update orders set id = 1\", b = \"select * from rate\"; }",
        "public class Bill { String a = \"select * from rate\", b = \"select * from rate where id = 1\";"
            + " String c = \"select * from price\"; }");
    Map<String, String> owners = Map.of("shop.Order", "order", "shop.Bill", "bill");
    assertEquals(
        Map.of("orders", "order", "item", "order", "price", "bill"),
        TableOwners.of(facts, owners, Map.of()));
    assertEquals(
        Map.of("orders", "order", "item", "order", "price", "bill", "rate", "order"),
        TableOwners.of(facts, owners, Map.of("order", List.of("rate"))));
  }
}
