package dev.hew.split.facts;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Which methods run in a transaction. */
class TransactionsTest {
  private static final String JTA = "import jakarta.transaction.*;\n";
  private static final String SPRING = "import org.springframework.stereotype.Service;\n";

  /** Those of the class {@code Clerk}. */
  private static List<String> of(String... java) {
    return SampleFacts.of(java).classes().stream()
        .filter(c -> c.name().equals("shop.Clerk"))
        .flatMap(c -> c.transactions().stream())
        .map(t -> t.member() + (t.readOnly() ? " read" : "") + " " + t.place().path() + ":"
            + t.place().line())
        .toList();
  }

  @Test
  void whatAnInterfaceSaysHoldsForWhatImplementsIt() {
    assertEquals(
        List.of("take/0 shop/Clerk.java:2", "look/0 read shop/Clerk.java:4"),
        of(
            "public interface Desk extends Till { @Transactional void take(); void own(); }",
            "public interface Till { @Transactional(readOnly = true) void look(); }",
            """
            public class Clerk implements Desk { public void take() {}
              public void own() {}
              public void look() {} }"""));
  }

  @Test
  void anInterfacesWordForAllIsForWhatItDeclares() {
    assertEquals(
        List.of("take/0 shop/Clerk.java:3"),
        of("@Transactional public interface Desk { void take(); }", """
            public class Clerk implements Desk {
              public void take() {}
              public void own() {}
              private void take(int n) {} }"""));
  }

  @Test
  void aMethodMayBeInheritedForAnInterface() {
    assertEquals(
        List.of("take/0 shop/Base.java:3"),
        of(
            "public interface Desk { @Transactional void take(); void other(); }",
            "public abstract class Base {\npublic void take() {} public void other() {} }",
            "public class Clerk extends Base implements Desk {}"));
  }

  @Test
  void ownWordsComeFirst() {
    assertEquals(
        List.of("* shop/Clerk.java:2", "take/0 read shop/Clerk.java:4", "look/0 shop/Clerk.java:6"),
        of(
            "public interface Desk { @Transactional void take(); @Transactional(readOnly = true) void other(); }",
            """
            @Transactional
            public class Clerk implements Desk {
              @Transactional(readOnly = true)
              public void take() {}
              public void look() {}
              @Transactional(propagation = Propagation.NOT_SUPPORTED) public void other() {}
            }"""));
  }

  @Test
  void whatASuperclassSaysOfItselfHoldsBelow() {
    assertEquals(
        List.of("go/0 shop/Clerk.java:2"),
        of(
            "@Transactional public class Base {}",
            "public class Clerk extends Base { public void go() {} }"));
    assertEquals(
        List.of(),
        of(
            "@TransactionAttribute(TransactionAttributeType.REQUIRED) public class Base {}",
            "public class Clerk extends Base { public void go() {} }"));
  }

  /** CDI asks no interface, Spring does. */
  @Test
  void whatTakesOverJakartasWordDependsOnWhoAsks() {
    String desk = JTA + "public interface Desk { @Transactional void take(); }";
    assertEquals(
        List.of(), of(desk, "public class Clerk implements Desk { public void take() {} }"));
    assertEquals(
        List.of("take/0 shop/Clerk.java:3"),
        of(desk, SPRING + "@Service public class Clerk implements Desk { public void take() {} }"));
  }

  @Test
  void enterpriseBeansNeedNoWord() {
    for (String bean : List.of("Stateless", "Stateful", "MessageDriven", "Singleton")) {
      assertEquals(
          List.of("* shop/Clerk.java:3", "go/0 shop/Clerk.java:3"),
          of("import jakarta.ejb.*;\n@" + bean + " public class Clerk { public void go() {} }"),
          bean);
    }
    assertEquals(
        List.of("* shop/Clerk.java:2", "go/0 shop/Clerk.java:2"),
        of("@javax.ejb.Singleton public class Clerk { public void go() {} }"));
    assertEquals(
        List.of(),
        of(
            "import jakarta.inject.Singleton;\n@Singleton public class Clerk { public void go() {} }"));
    assertEquals(
        List.of(),
        of(
            "import jakarta.ejb.*;\n@Stateless @TransactionManagement(TransactionManagementType.BEAN)"
                + " public class Clerk { public void go() {} }"));
    assertEquals(
        List.of("* shop/Clerk.java:2", "go/0 shop/Clerk.java:2"),
        of("@Stateless public class Clerk { public void go() {}"
            + " @TransactionAttribute(TransactionAttributeType.NEVER) public void no() {} }"));
  }
}
