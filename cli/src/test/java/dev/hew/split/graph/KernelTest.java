package dev.hew.split.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.hew.split.facts.SampleFacts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Which classes belong to nobody. */
class KernelTest {
  private static final List<String> CONCEPTS =
      List.of("Order", "Customer", "Invoice", "Parcel", "Product");

  /** Five entities with six classes each that extend a base, in a code base of many more classes. */
  private static Map<String, String> shared(String base, String heir, int heirs) {
    List<String> java = new ArrayList<>(List.of(base));
    for (String concept : CONCEPTS) {
      java.add("@Entity public class " + concept + " {}");
      java.add("@RestController public class " + concept
          + "Controller { @GetMapping(\"/\") void get() {} }");
      for (int i = 0; i < heirs; i++) {
        java.add("public class " + concept + "Part" + i + " " + heir + " { " + concept + " it; }");
      }
    }
    for (int i = 0; i < 500; i++) {
      java.add("public class Filler" + i + " { void go(Filler" + (i + 1) % 500
          + " f) { f.go(null); } }");
    }
    return Divided.of(SampleFacts.of(java.toArray(String[]::new)), 0).shared();
  }

  @Test
  void aBaseOfManyConceptsIsShared() {
    Map<String, String> why = Map.of("shop.Base", "base of 30 classes of 5 concepts");
    assertEquals(why, shared("public abstract class Base { void run() {} }", "extends Base", 6));
    assertEquals(why, shared("public interface Base { void run(); }", "implements Base", 6));
    assertEquals(
        Map.of("shop.BaseDao", "base of 30 classes of 5 concepts"),
        shared("public class BaseDao<E> { EntityManager em; }", "extends BaseDao<String>", 6));
  }

  @Test
  void aBaseOfFewOrWithRowsOrRequestsOfItsOwnIsNot() {
    assertEquals(Map.of(), shared("public abstract class Base {}", "extends Base", 2));
    assertEquals(Map.of(), shared("@Entity public class Base {}", "extends Base", 6));
    assertEquals(
        Map.of(),
        shared(
            "@RestController public class Base { @GetMapping(\"/\") void get() {} }",
            "extends Base",
            6));
  }

  @Test
  void whatIsThrownAndEmbeddedEverywhereIsShared() {
    assertEquals(
        Map.of("shop.Lost", "used by 30 classes of 5 concepts"),
        shared("@Embeddable public class Lost {}", "{ Lost lost; } class Other", 6));
  }

  /** A copy of a locator has other services, and needs them all. */
  @Test
  void whatKeepsStateForAllOrLeadsEverywhereIsNoPlainCopy() {
    String user = "{ void go() { Locator.get(); } }";
    assertEquals(
        Map.of(
            "shop.Locator",
            "used by 50 classes of 5 concepts; keeps static state (`context` and 1 more), of which a copy has its own"
                + "; needs classes of 3 concepts itself"),
        shared(
            "public class Locator { private static Object context;"
                + " static final java.util.Map<String, Object> KNOWN = new java.util.HashMap<>();"
                + " static final java.util.Map<String, Object> NAMES = java.util.Map.of();"
                + " static final Object LOCK = new Object();"
                + " OrderController a; InvoiceController b; ParcelController c; Customer d;"
                + " static Object get() { return context; } }",
            user,
            10));
  }
}
