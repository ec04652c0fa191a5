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
  void anInterfaceIsNotWhatInheritsItsMethodsFromOneThatWritesThem() {
    assertEquals(
        List.of("Based", "HasId"),
        data(
            "public interface HasId { int getId(); }",
            "public abstract class Based implements HasId { int id; public int getId() { return id; } }",
            "@Service public class Clerk extends Based { void go() {} }"));
  }

  @Test
  void anAbstractMethodIsWhatWritesIt() {
    String open =
        "public abstract class Prices { int n; abstract int getPrice(); int getN() { return n; } }";
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
  void aMethodThatIsNamedAgainWithoutABodyIsWrittenByNobody() {
    assertEquals(
        List.of("Prices"),
        data(
            "public abstract class Prices { int n; abstract int getPrice(); }",
            "@Service public abstract class Asked extends Prices { abstract int getPrice(); }"));
  }

  @Test
  void whatExtendsARowIsOneToWhoAsksAnInterface() {
    String[] java = {
      "public interface Shown { String getText(); }",
      "@Entity public class Item implements Shown { public String getText() { return null; } }",
      "@Entity public class Other implements Shown { public String getText() { return null; } }",
      "public class ItemInfo extends Item { Clerk clerk; public String getText() { return clerk.go(); } }",
      "@Service public class Clerk { String go() { return null; } }"
    };
    assertEquals(List.of("Shown"), data(java));
    java[3] = java[3].replace("extends Item", "implements Shown");
    assertEquals(List.of(), data(java));
  }

  @Test
  void whatAServiceOnlyInheritsIsStillData() {
    assertEquals(
        List.of("Named"),
        data(
            "public abstract class Named { String name; public String getName() { return name; } }",
            "@Service public class Clerk extends Named { public String getName() { return null; } }"));
  }

  @Test
  void dataIsMadeOfDataOnly() {
    String row = "public class Row { Part part; String getName() { return null; } }";
    String action = "@Service public class Clerk {}";
    assertEquals(List.of("Part", "Row"), data(row, "public class Part { Row row; }"));
    assertEquals(List.of(), data(row, "public class Part { Clerk clerk; }", action));
    assertEquals(List.of("Row"), data(row, "@Entity public class Part { Clerk clerk; }", action));
    assertEquals(List.of("Part", "Row"), data(row, "public enum Part { A; void save() {} }"));
  }

  @Test
  void anInterfaceThatNobodyImplementsIsDataWhenALibraryWritesItsGetters() {
    String getters = "int getA(); int getB(); }";
    assertEquals(List.of("View"), data("public interface View { " + getters));
    assertEquals(List.of(), data("@FeignClient public interface View { " + getters));
    assertEquals(List.of(), data("public interface View { int getA(); }"));
    assertEquals(
        List.of(),
        data(
            "public interface View { " + getters,
            "@Service public class Clerk { View view = new View() {"
                + " public int getA() { return 1; } public int getB() { return 1; } }; }"));
  }

  @Test
  void aHelperCallsHelpersAndDataOnly() {
    String texts =
        "public class Texts { static String cut(Row row) { return Marks.of(row.getName()); } }";
    String row = "public class Row { String name; String getName() { return name; } }";
    assertEquals(
        List.of("Marks", "Texts"),
        helpers(texts, row, "public class Marks { static String of(String s) { return s; } }"));
    assertEquals(
        List.of(),
        helpers(
            texts,
            row,
            "public class Marks { static int n; static String of(String s) { return s; } }"));
    assertEquals(
        List.of(),
        helpers(
            "import java.sql.Connection; " + texts,
            row,
            "public class Marks { static String of(String s) { return Texts.cut(null); } }"));
  }
}
