package dev.hew.split.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.hew.report.Source;
import dev.hew.split.facts.SampleFacts;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What modules are called where no entity says it. */
class NamingTest {
  private static List<String> names(List<Source> others, List<String> java) {
    return Divided.of(SampleFacts.of(others, java.toArray(String[]::new)), 0).modules().stream()
        .map(Partition.Module::name)
        .sorted()
        .toList();
  }

  /** A mapper, what it keeps, and a service and controller of it. */
  private static void row(String name, String table, List<Source> others, List<String> java) {
    java.add("public class " + name + " { Long id; }");
    java.add("public interface " + name + "Mapper { int insert(" + name + " row); }");
    java.add("@Service public class " + name + "Service { " + name
        + "Mapper mapper; public void add(" + name + " row) { mapper.insert(row); } }");
    others.add(new Source(
        name + "Mapper.xml",
        "<mapper namespace=\"shop." + name + "Mapper\"><insert id=\"insert\">insert into " + table
            + " (id) values (1)</insert></mapper>"));
  }

  /** Two documents are mapped, and most tables are not. */
  @Test
  void whereMostTablesAreNoEntitysNamesAreConcepts() {
    List<Source> others = new ArrayList<>();
    List<String> java = new ArrayList<>(
        List.of(
            "@Document public class ReadHistory {}",
            "@Document public class BrandAttention {}",
            "@RestController public class ReadHistoryController { ReadHistory h; @GetMapping(\"/h\") void go() {} }"));
    row("PmsProduct", "pms_product", others, java);
    row("OmsOrder", "oms_order", others, java);
    row("UmsMember", "ums_member", others, java);
    row("OmsCompanyAddress", "oms_company_address", others, java);
    assertEquals(
        List.of("oms-company-address", "oms-order", "pms-product", "read-history", "ums-member"),
        names(others, java));
  }

  @Test
  void aModuleIsNamedAfterWhatItsClassesHaveInCommon() {
    assertEquals(
        List.of("alipay-transfer"),
        names(
            List.of(),
            List.of(
                "@RestController public class AlipayTransferController { AlipayTransferService s;"
                    + " @GetMapping(\"/pay\") void go() { s.go(); } }",
                "public class AlipayTransferService { Config c; void go() { c.go(); } }",
                "public class Config { void go() {} }")));
  }

  @Test
  void elseAfterItsTablesRequestsAndPackages() {
    String service =
        "public class Teller { void go() { jdbc.update(\"insert into TBL_LOAN_ITEM values (1)\");"
            + " jdbc.update(\"insert into TBL_LOAN_PLAN values (1)\"); } }";
    assertEquals(
        List.of("loan"),
        names(
            List.of(),
            List.of(service, "public class Desk { Teller t; void go() { t.go(); t.go(); } }")));
    assertEquals(
        List.of("lending"),
        names(
            List.of(),
            List.of(
                "public class Teller { Object x; void go() { x.toString(); } }",
                "@RestController public class Desk { Teller t; @GetMapping(\"/api/{a}/lending/x\") void go() { t.go(); } }")));
    assertEquals(
        List.of("shop"),
        names(
            List.of(),
            List.of(
                "public class Teller { Object x; void go() { x.toString(); } }",
                "public class Desk { Teller t; void go() { t.go(); } }")));
  }

  /** More classes are about orders and their parts than about fields, though no part has as many. */
  @Test
  void aBroadModuleIsNamedAfterTheFamilyOfMostClasses() {
    List<String> java = new ArrayList<>(List.of("@Entity public class Order { @Id Long id; }"));
    for (String part : List.of("Line", "Note", "Event", "Tax", "Fee", "Gift", "Lot", "Mark")) {
      String name = "Order" + part;
      java.add("@Entity public class " + name + " { @Id Long id; @ManyToOne Order order; }");
      java.add("public class " + name + "Text { " + name + " of; Order order; }");
      java.add("public class " + name + "Sum { " + name + " of; " + name + "Text text; }");
    }
    java.add("@Entity public class Field { @Id Long id; @ManyToOne Order order; }");
    for (String part : List.of("Text", "Sum", "Print", "Parse", "Style")) {
      java.add("public class Field" + part + " { Field of; Order order; }");
    }
    assertEquals(
        List.of("order"),
        Divided.of(SampleFacts.of(java.toArray(String[]::new)), 1).modules().stream()
            .map(Partition.Module::name)
            .toList());
  }

  /** Two of two dozen classes are named after the token. */
  @Test
  void whereHardlyAClassIsNamedAfterAConceptThePackagesName() {
    List<String> java = new ArrayList<>();
    for (int i = 0; i < 24; i++) {
      char here = (char) ('A' + i);
      char next = (char) ('A' + (i + 1) % 24);
      char third = (char) ('A' + (i + 2) % 24);
      java.add("package acme.parking." + (i % 2 == 0 ? "exit" : "gate")
          + ";\nimport acme.parking.exit.*;"
          + " import acme.parking.gate.*;\npublic class " + here + "oo { " + next + "oo a; " + third
          + "oo b; void go() { a.go(); b.go(); } }");
      java.add("package acme.billing;\n"
          + (i == 0
              ? "@Entity public class Invoice { @Id Long id; "
              : "public class Invoice" + here + "uu { ")
          + "Invoice" + (i == 23 ? "" : next + "uu") + " a; void go() { a.go(); } }");
    }
    for (String part : List.of("Print", "Post", "Paid")) {
      java.add(
          "package acme.billing;\npublic class Invoice" + part + " { Invoice a; InvoiceBuu b; }");
    }
    java.add(
        "package acme.parking.gate;\n@Entity public class Token { @Id Long id; acme.parking.exit.Aoo a; Boo b; }");
    java.add(
        "package acme.parking.gate;\npublic class TokenStore { Token t; acme.parking.exit.Aoo a; }");
    assertEquals(
        List.of("invoice", "parking"),
        Divided.of(SampleFacts.of(java.toArray(String[]::new)), 2).modules().stream()
            .map(Partition.Module::name)
            .sorted()
            .toList());
  }

  @Test
  void wordsOfFormAreNoNames() {
    assertEquals("account", Concepts.label("a.DefaultAccount"));
    assertEquals("subscription", Concepts.label("a.SubscriptionBase"));
    assertEquals("list-column", Concepts.label("a.ListColumn"));
    assertEquals("base", Concepts.label("a.Base"));
  }
}
