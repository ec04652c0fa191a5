package dev.hew.split.facts;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.hew.code.SourceFile;
import dev.hew.compiler.JavaParser;
import dev.hew.report.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Which build modules run together, and which tables of one name are two. */
class DeployablesTest {
  private static final Source DESK_ENTITY = entity("desk");
  private static final Source SHOP_ENTITY = entity("shop");

  private static Source entity(String module) {
    return new Source(
        module + "/src/main/java/" + module + "/Order.java",
        "package " + module + ";\n@Entity public class Order { String n; }");
  }

  private static Source application(String module) {
    return new Source(
        module + "/src/main/java/" + module + "/Start.java",
        "package " + module + ";\n@SpringBootApplication public class Start {}");
  }

  private static Source pom(String module, String... needs) {
    StringBuilder text = new StringBuilder("<project><artifactId>" + module + "</artifactId>\n<dependencies>");
    for (String one : needs) {
      text.append("<dependency><artifactId>").append(one).append("</artifactId></dependency>\n");
    }
    return new Source(module + "/pom.xml", text + "</dependencies></project>");
  }

  private static Facts of(Source... files) {
    FactsBuilder builder = new FactsBuilder();
    List<Source> java = new ArrayList<>();
    OtherFiles others = new OtherFiles();
    for (Source file : files) {
      if (file.name().endsWith(".java")) {
        java.add(file);
      } else {
        others.add(file);
      }
    }
    List<SourceFile> parsed = JavaParser.parse(java);
    builder.addJava(parsed);
    builder.addOthers(OtherFiles.facts(List.of(others)));
    return builder.build();
  }

  private static List<String> tables(Source... files) {
    return of(files).tables().stream()
        .map(t -> t.name() + t.accesses().stream().map(TableFact.Access::from).toList())
        .toList();
  }

  private static final List<String> ONE = List.of("order[desk.Order, shop.Order]");
  private static final List<String> TWO =
      List.of("order@desk[desk.Order]", "order@shop[shop.Order]");

  @Test
  void whatNothingPutsTogetherHasTablesOfItsOwn() {
    assertEquals(TWO, tables(DESK_ENTITY, SHOP_ENTITY, pom("desk"), pom("shop")));
    assertEquals(ONE, tables(DESK_ENTITY, SHOP_ENTITY, pom("desk"), pom("shop", "desk")));
    assertEquals(
        ONE,
        tables(DESK_ENTITY, SHOP_ENTITY, pom("desk"), pom("shop"), pom("all", "desk", "shop")));
    assertEquals(ONE, tables(DESK_ENTITY, SHOP_ENTITY));
  }

  @Test
  void aLauncherOfApplicationsIsNoApplicationOfBoth() {
    Source[] both = {
      DESK_ENTITY,
      SHOP_ENTITY,
      application("all"),
      application("desk"),
      pom("desk"),
      pom("shop"),
      pom("all", "desk", "shop")
    };
    assertEquals(ONE, tables(both));
    List<Source> launched = new ArrayList<>(List.of(both));
    launched.add(application("shop"));
    assertEquals(TWO, tables(launched.toArray(Source[]::new)));
  }

  @Test
  void gradleNamesProjects() {
    Source desk = new Source("desk/build.gradle", "dependencies {}");
    for (String line : List.of(
        "implementation project(':desk')",
        "implementation(project(\":desk\"))",
        "api project(path: ':desk', configuration: 'x')",
        "implementation(projects.desk)",
        "implementation project(':elsewhere')")) {
      assertEquals(
          ONE,
          tables(DESK_ENTITY, SHOP_ENTITY, desk, new Source("shop/build.gradle.kts", line)),
          line);
    }
    for (String line : List.of("testImplementation project(':desk')", "implementation 'a:desk:1'")) {
      assertEquals(
          TWO, tables(DESK_ENTITY, SHOP_ENTITY, desk, new Source("shop/build.gradle", line)), line);
    }
  }

  @Test
  void whatIsMentionedIsNeeded() {
    Source user = new Source(
        "shop/src/main/java/shop/User.java",
        "package shop;\npublic class User { desk.Order other; }");
    assertEquals(ONE, tables(DESK_ENTITY, SHOP_ENTITY, user, pom("desk"), pom("shop")));
  }

  @Test
  void keysAndQueriesGoWhereTheirModuleIs() {
    Facts facts = of(
        DESK_ENTITY,
        SHOP_ENTITY,
        pom("desk"),
        pom("shop"),
        new Source(
            "shop/src/main/java/shop/Teller.java",
            "package shop;\npublic class Teller { void go() { jdbc.update(\"update order set n = 1 where n = 2\"); } }"),
        new Source(
            "shop/src/main/resources/schema.sql",
            "create table line (id int, o int, constraint fk_o foreign key (o) references order (id));"));
    Map<String, List<String>> found = facts.tables().stream()
        .collect(Collectors.toMap(
            TableFact::name,
            t -> t.accesses().stream().map(TableFact.Access::from).toList()));
    assertEquals(List.of("shop.Order", "shop.Teller"), found.get("order@shop"));
    assertEquals(List.of("desk.Order"), found.get("order@desk"));
    assertEquals(
        List.of("line order@shop"),
        facts.foreignKeys().stream().map(k -> k.table() + " " + k.target()).toList());
    assertEquals(
        List.of("order@desk", "order@shop"),
        facts.classes().stream()
            .flatMap(c -> c.entity().stream())
            .map(ClassFact.Entity::table)
            .toList());
  }

  @Test
  void aMainOfAToolStartsNoApplication() {
    String main = "public static void main(String[] args) {} }";
    assertEquals(
        List.of("shop.Tool"),
        starting(SampleFacts.of("public class Tool { " + main, "public class Other {}")));
    assertEquals(
        List.of("shop.App"),
        starting(SampleFacts.of(
            "public class Tool { " + main,
            "import org.springframework.boot.builder.SpringApplicationBuilder;\npublic class App { "
                + main)));
  }

  private static List<String> starting(Facts facts) {
    return facts.classes().stream()
        .filter(c -> c.roles().contains(ClassFact.Role.APPLICATION))
        .map(ClassFact::name)
        .toList();
  }
}
