package dev.hew.split.facts;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** Which entity an interface stands for. */
class RepresentedTest {
  /** The entity that {@code Thing} stands for; those whose names begin with {@code Row} have rows. */
  private static String thing(String... java) {
    TypeIndex index = SampleFacts.index(java);
    return new Represented(index, type -> type.type.simpleName().startsWith("Row"))
        .by(index.named("shop.Thing"))
        .map(type -> type.type.simpleName())
        .orElse("none");
  }

  private static final String THING = "public interface Thing {}";

  @Test
  void oneThatImplementsIt() {
    assertEquals("Row", thing(THING, "public class Row implements Thing {}"));
    assertEquals(
        "Row",
        thing(
            THING, "public class Row implements Thing {}", "public class Dto implements Thing {}"));
    assertEquals("none", thing(THING, "public class Dto implements Thing {}"));
  }

  @Test
  void throughInterfacesAndBasesWithoutRows() {
    assertEquals(
        "Row",
        thing(
            THING,
            "public interface More extends Thing {}",
            "public abstract class Base implements More {}",
            "public class Row extends Base {}"));
  }

  @Test
  void ofSeveralTheOneThatAllOthersExtend() {
    String base = "public class RowBase implements Thing {}";
    String[] heirs = {
      "public class RowA extends RowBase implements Thing {}", "public class RowB extends RowA {}"
    };
    assertEquals("RowBase", thing(THING, heirs[0], heirs[1], base));
    assertEquals("RowBase", thing(THING, base, heirs[1], heirs[0]));
    assertEquals("none", thing(THING, base, "public class RowC implements Thing {}"));
  }
}
