package dev.hew.split.facts;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What type a method is called on. */
class ReceiversTest {
  private static final String STORES = "public class Stores { static void save(Object o) {} }";
  private static final String DAO = "public class Dao<T> { void save(T t) {} }";

  /** The types that the calls of {@code save} in {@code Clerk}, and inside it, are of. */
  private static List<String> receivers(String clerk, String... others) {
    String[] all = java.util.Arrays.copyOf(others, others.length + 1);
    all[others.length] = clerk;
    TypeIndex index = SampleFacts.index(all);
    Receivers receivers = new Receivers(index, new Chain(index));
    return index.all().stream()
        .filter(type -> type.owner.equals("shop.Clerk"))
        .flatMap(type -> type.type.handovers().stream()
            .filter(call -> call.call().equals("save"))
            .map(call -> receivers.of(call, type)))
        .map(type -> type.declared() == null ? type.name() + "?" : type.declared().name)
        .toList();
  }

  @Test
  void aVariableHasItsTypeAndAStaticMethodTheOneItIsCalledBy() {
    assertEquals(
        List.of("shop.Dao", "shop.Stores", "shop.Stores"),
        receivers(
            "public class Clerk { Dao<Object> dao; void go(Object s) {"
                + " dao.save(s); Stores.save(s); shop.Stores.save(s); } }",
            STORES,
            DAO));
  }

  @Test
  void withoutAReceiverItIsOwnInheritedOrOfATypeAround() {
    assertEquals(
        List.of("shop.Clerk", "shop.Clerk"),
        receivers(
            "public class Clerk extends Base { void go(Object o) { save(o); }"
                + " class Inner { void go(Object o) { save(o); } } }",
            "public class Base { void save(Object o) {} }"));
    assertEquals(
        List.of("shop.Clerk.Inner"),
        receivers("public class Clerk { void save(Object o) {}"
            + " class Inner { void save(Object o) {} void go(Object o) { save(o); } } }"));
  }

  @Test
  void anImportGivesWhatIsNotInherited() {
    String imports = "import static shop.Stores.save; ";
    assertEquals(
        List.of("shop.Stores"),
        receivers(imports + "public class Clerk { void go(Object o) { save(o); } }", STORES));
    assertEquals(
        List.of("shop.Stores"),
        receivers(
            "import static shop.Stores.*; public class Clerk { void go(Object o) { save(o); } }",
            STORES));
    assertEquals(
        List.of("shop.Clerk"),
        receivers(
            imports
                + "public class Clerk { void save(Object o) {} void go(Object o) { save(o); } }",
            STORES));
  }

  @Test
  void itselfHasItsTypeParametersAsArguments() {
    TypeUse self = Receivers.self(SampleFacts.index(DAO).named("shop.Dao"));
    assertEquals(List.of("T"), self.arguments().stream().map(TypeUse::name).toList());
  }
}
