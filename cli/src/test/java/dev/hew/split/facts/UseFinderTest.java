package dev.hew.split.facts;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Where calls stand, how often, and whether they are in a loop. */
class UseFinderTest {
  private static final String ORDERS =
      "public class Orders { java.util.List<Order> all() { return null; }"
          + " java.util.Optional<Order> findById(int id) { return null; }"
          + " Orders self() { return this; } void save(Order o) {} }";
  private static final String ORDER =
      "public class Order { int weight() { return 1; } Order after() { return null; } }";

  /** The calls of a body of a method that begins on line 3. */
  private static List<String> calls(String body) {
    Facts facts = SampleFacts.of(
        ORDERS,
        ORDER,
        "public class Clerk { Orders orders; void go() {\n" + body + "\n} void take(Order o) {} }");
    return facts.uses().stream()
        .filter(use -> use.from().equals("shop.Clerk") && use.kind() == Use.Kind.CALL)
        .map(use -> use.to().replace("shop.", "") + "." + use.target() + " " + use.lines()
            + (use.repeated() ? " repeated" : ""))
        .sorted()
        .toList();
  }

  @Test
  void whatALoopGoesOverIsAskedOnce() {
    for (String loop : List.of(
        "orders.all().forEach(o -> o.weight());",
        "orders.all().stream().map(o -> o.weight());",
        "for (var o : orders.all()) { o.weight(); }",
        "for (Order o : orders.all()) { o.weight(); }",
        "for (var i = orders.all().iterator(); i.hasNext();) { Order o = i.next(); o.weight(); }",
        "orders.all().forEach(Order::weight);",
        "var all = orders.all(); for (Order o : all) { o.weight(); }")) {
      assertEquals(List.of("Order.weight [3] repeated", "Orders.all [3]"), calls(loop), loop);
    }
  }

  @Test
  void whatIsCalledForEachItemIsRepeated() {
    assertEquals(
        List.of("Orders.all [3]", "Orders.save [3] repeated", "Orders.self [3]"),
        calls("orders.all().forEach(orders.self()::save);"));
    assertEquals(
        List.of("Order.weight [4]", "Orders.all [3]", "Orders.findById [3]", "Orders.save [3]"),
        calls("orders.all(); orders.findById(1).map(o -> { orders.save(o); return o;\n})"
            + ".map(Order::weight);"));
  }

  @Test
  void aValueIsGotOnceHoweverOftenItIsNamed() {
    assertEquals(
        List.of("Order.weight [4, 5]", "Orders.all [3]"),
        calls("var all = orders.all();\n all.get(0).weight();\n all.get(1).weight();"));
    assertEquals(
        List.of("Order.weight [3]", "Orders.all [3]", "Orders.self [3]"),
        calls("((orders.self()).all()).get(0).weight();"));
  }

  @Test
  void aCallStandsWhereItsNameDoes() {
    assertEquals(
        List.of("Order.after [6]", "Order.weight [7]", "Orders.all [4]", "Orders.self [4]"),
        calls("orders\n  .self().all()\n  .get(0)\n  .after()\n  .weight();"));
    assertEquals(
        List.of("Order.weight [5] repeated", "Orders.all [4]"),
        calls("orders\n  .all()\n  .forEach(o -> o.weight());"));
  }
}
