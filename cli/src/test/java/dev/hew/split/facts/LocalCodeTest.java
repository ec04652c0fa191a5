package dev.hew.split.facts;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Which classes run where they are used: what they are made of, and what stands behind a call of them. */
class LocalCodeTest {
  private static List<String> data(String... java) {
    return SampleFacts.of(java).classes().stream()
        .filter(ClassFact::data)
        .map(ClassFact::simpleName)
        .toList();
  }

  private static List<String> helpers(String... java) {
    return SampleFacts.of(java).classes().stream()
        .filter(ClassFact::helper)
        .map(ClassFact::simpleName)
        .toList();
  }

  private static final String SERVICE = "@Service public class SvcImpl extends AbstractSvc {"
      + " JdbcTemplate jdbc; public int getSum() { return jdbc.update(\"x\"); } }";

  @Test
  void anInterfaceIsWhatImplementsItHoweverFarBelow() {
    String[] distant = {
      "public interface Svc { int getSum(); }",
      "public interface More extends Svc {}",
      "public abstract class AbstractSvc implements More { int n; }",
      SERVICE
    };
    assertEquals(List.of(), data(distant));
    distant[3] = "public class SvcImpl extends AbstractSvc { public int getSum() { return n; } }";
    assertEquals(List.of("AbstractSvc", "More", "Svc", "SvcImpl"), data(distant));
  }

  @Test
  void anAbstractMethodIsWhatWritesIt() {
    String open = "public abstract class Prices { int n; abstract int getPrice(); int getN() { return n; } }";
    String between = "public abstract class MorePrices extends Prices {}";
    assertEquals(
        List.of(),
        data(
            open,
            between,
            "@Service public class DbPrices extends MorePrices { int getPrice() { return 1; } }"));
    assertEquals(
        List.of("FixedPrices", "MorePrices", "Prices"),
        data(
            open,
            between,
            "public class FixedPrices extends MorePrices { int getPrice() { return n; } }"));
  }

  @Test
  void whatAServiceOnlyInheritsIsStillData() {
    assertEquals(
        List.of("Named"),
        data(
            "public abstract class Named { String name; public String getName() { return name; } }",
            "@Service public class Clerk extends Named { public String getName() { return null; } }"));
  }
}
