package dev.hew.split.facts;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.hew.report.Source;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which requests classes answer, and which pages they show. */
class DoorsOfClassesTest {
  private static List<String> routes(String... java) {
    return SampleFacts.of(java).classes().stream()
        .flatMap(c -> c.routes().stream())
        .map(r -> r.method() + " " + r.path())
        .toList();
  }

  @Test
  void aRouteMayBeASumOfConstants() {
    assertEquals(
        List.of("GET /api/offers", "POST /api/offers/item/{id}", "DELETE /api/x/ ? "),
        routes(
            "public interface Api { String ROOT = \"/api\"; }",
            "public class Paths implements Api { static final String OFFERS = ROOT + \"/offers\";"
                + " static final String LOOP = Paths.LOOP + \"a\"; }",
            """
            @RestController @RequestMapping(Paths.OFFERS)
            public class Offers {
              protected static final String KEY = "item";
              @GetMapping public String all() { return ""; }
              @PostMapping("/" + Offers.KEY + "/{id}") public void add() {}
            }""",
            """
            @RestController @RequestMapping("/api/" + "x")
            public class Other { @DeleteMapping("/" + unknown()) public void all() {} }"""));
  }

  /** {@code "ORDERS"} is a text, and no name of a constant, of itself least of all. */
  @Test
  void aConstantMayBeWhatItIsCalled() {
    assertEquals(List.of("GET /ORDERS", "GET /ROOT"), routes("""
            @RestController
            public class Orders {
              static final String ORDERS = "ORDERS";
              static final String ROOT = "api";
              static final String OTHER = "ROOT";
              @GetMapping(ORDERS) public void all() {}
              @GetMapping(Orders.OTHER) public void others() {}
            }"""));
  }

  @Test
  void whatAValueReturnsNamesNoPage() {
    Facts facts = SampleFacts.of(
        List.of(
            new Source("templates/description.html", "<p>${order.name}</p>"),
            new Source("templates/list.html", "<p>${order.name}</p>")),
        "@Entity public class Order { String name; String description;"
            + " String getDescription() { return description; } String kind() { return \"list\"; } }",
        """
        public class OrderController {
          private static final String LIST = "list";
          private String description;
          @GetMapping("/a") String all() { return LIST; }
          String getDescription() { return description; }
        }""");
    assertEquals(
        List.of("templates/description.html []", "templates/list.html [shop.OrderController]"),
        facts.templates().stream().map(t -> t.path() + " " + t.views()).toList());
  }
}
