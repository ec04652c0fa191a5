package dev.hew.split.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hew.report.Source;
import dev.hew.yaml.NodeReader;
import java.util.ArrayList;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConstraintsTest {
  private static Constraints read(String text) {
    return Constraints.read(
        NodeReader.read(new Source("hew-split.yaml", "hewSplit: 1\n" + text)).value(),
        new ArrayList<>());
  }

  /** A class's own name counts before a pattern or a package, in whichever module it stands. */
  @Test
  void ownNameCountsFirst() {
    Constraints constraints = read("""
        modules:
          order: [shop.order, '*Archive']
          billing: [shop.order.Invoice, Payment]
        shared: [shop.order.util, shop.order.Payment]
        """);
    assertEquals(Optional.of("billing"), constraints.module("shop.order.Invoice"));
    assertEquals(Optional.of("order"), constraints.module("shop.order.Order"));
    assertEquals(Optional.empty(), constraints.module("shop.order.util.Money"));
    assertTrue(constraints.isShared("shop.order.util.Money"));
    assertEquals(2, constraints.claims("shop.order.Payment").size());
    assertFalse(constraints.isShared("shop.order.Order"));
    assertEquals(Optional.of("order"), constraints.module("other.OrderArchive"));
  }

  @ParameterizedTest
  @CsvSource({
    "Order, shop.Order, true",
    "Order, Order, true",
    "Order, shop.MyOrder, false",
    "Order, shop.Order.Line, false",
    "shop.order, shop.order.Order, true",
    "shop.order, shop.order.line.Line, true",
    "shop.order, shop.orders.Order, false",
    "shop.order, shop.order, true",
    "shop.Order, shop.Order.Line, false",
    "shop, shop.Order, false",
    "Order*, shop.OrderLine, true",
    "shop.*.Order, shop.a.Order, true",
    "shop.*.Order, shop.a.b.Order, false",
    "shop.**, shop.a.b.Order, true",
    "**.Order, shop.a.Order, true",
    "**.Order, Order, true",
  })
  void patternsNameClasses(String pattern, String name, boolean matches) {
    assertEquals(matches, ClassPattern.of(pattern).matches(name));
  }
}
