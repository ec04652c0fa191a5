package dev.hew.split.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.hew.compiler.JavaParser;
import dev.hew.report.Source;
import dev.hew.split.facts.FactsBuilder;
import dev.hew.split.facts.OtherFiles;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What never runs together is no module by its names alone. */
class ApartTest {
  private static Set<Set<String>> modules(boolean builds) {
    List<Source> java = new ArrayList<>();
    OtherFiles others = new OtherFiles();
    for (String module : List.of("desk", "shop")) {
      for (String concept : List.of("Order", "Customer")) {
        String folder = module + "/src/main/java/" + module + "/" + concept;
        java.add(new Source(
            folder + ".java",
            "package " + module + ";\n@Entity @Table(name = \"" + module + concept
                + "\") public class " + concept + " { int n; int get() { return n; } }"));
        java.add(new Source(
            folder + "Controller.java",
            "package " + module + ";\n@RestController public class " + concept
                + "Controller { @GetMapping int go(" + concept + " o) { return o.get(); } }"));
      }
      if (builds) {
        others.add(new Source(
            module + "/pom.xml", "<project><artifactId>" + module + "</artifactId></project>"));
      }
    }
    FactsBuilder builder = new FactsBuilder();
    builder.addJava(JavaParser.parse(java));
    builder.addOthers(OtherFiles.facts(List.of(others)));
    Set<Set<String>> found = new HashSet<>();
    Divided.of(builder.build(), 0).modules().forEach(m -> found.add(new TreeSet<>(m.classes())));
    return found;
  }

  @Test
  void aNameMeansAnotherThingInAnotherApplication() {
    assertEquals(
        Set.of(
            Set.of("desk.Order", "desk.OrderController", "shop.Order", "shop.OrderController"),
            Set.of(
                "desk.Customer",
                "desk.CustomerController",
                "shop.Customer",
                "shop.CustomerController")),
        modules(false));
    assertEquals(
        Set.of(
            Set.of("desk.Order", "desk.OrderController"),
            Set.of("shop.Order", "shop.OrderController"),
            Set.of("desk.Customer", "desk.CustomerController"),
            Set.of("shop.Customer", "shop.CustomerController")),
        modules(true));
  }
}
