package dev.hew.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.hew.report.JsonReport;
import dev.hew.report.Source;
import dev.hew.split.cut.Cut;
import dev.hew.split.facts.Use;
import dev.hew.split.graph.Partition;
import dev.hew.yaml.Node;
import dev.hew.yaml.NodeReader;
import dev.hew.yaml.YamlWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Maps of whole code bases. */
class SplitMapTest {
  private static final Path LENDING = Path.of("src", "test", "resources", "docs", "lending");

  private static SplitMap map(Path top) {
    return SplitMap.of(
            top,
            new SplitMap.Options(0, false, Optional.empty(), "test"),
            (what, done, total) -> {})
        .value();
  }

  @Test
  void dataIsAsTheSchemaSays() throws IOException {
    String schema = Files.readString(Path.of("..", "docs", "split-map.schema.json"));
    String json = JsonReport.of(List.of(), SplitMapData.of(map(LENDING)));
    assertEquals(
        List.of(),
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(schema)
            .validate(json, InputFormat.JSON));
  }

  @Test
  void yamlSaysWhatJsonSays() {
    Map<String, Object> data = JsonReport.data(List.of(), SplitMapData.of(map(LENDING)));
    Node yaml = NodeReader.read(new Source("map.yaml", YamlWriter.of(data))).value();
    Node json = NodeReader.read(
            new Source("map.json", JsonReport.of(List.of(), SplitMapData.of(map(LENDING)))))
        .value();
    assertEquals(plain(json), plain(yaml));
  }

  private static Object plain(Node node) {
    if (node instanceof Node.Mapping) {
      Map<String, Object> entries = new LinkedHashMap<>();
      node.entries().forEach(e -> entries.put(e.key(), plain(e.value())));
      return entries;
    }
    return node instanceof Node.Sequence
        ? node.items().stream().map(SplitMapTest::plain).toList()
        : ((Node.Scalar) node).value();
  }

  /** jdeps reads the class files; names in annotations are not in its list. */
  @Test
  void usesAreThoseThatJdepsFinds() {
    StringWriter printed = new StringWriter();
    ToolProvider jdeps = ToolProvider.findFirst("jdeps").orElseThrow();
    jdeps.run(
        new PrintWriter(printed),
        new PrintWriter(printed),
        "-verbose:class",
        "-filter:none",
        "--multi-release",
        "base",
        Path.of("target", "classes").toString());
    Set<String> expected = new TreeSet<>();
    Matcher edge = Pattern.compile("(?m)^\\s+(dev\\.hew\\S+)\\s+-> (dev\\.hew\\S+)")
        .matcher(printed.toString());
    while (edge.find()) {
      add(top(edge.group(1)), top(edge.group(2)), expected);
    }
    Set<String> found = new TreeSet<>();
    for (Use use : map(Path.of("src", "main", "java")).facts().uses()) {
      add(use.from(), use.to(), found);
    }
    Set<String> both = new TreeSet<>(expected);
    both.retainAll(found);
    assertTrue(both.size() > 500, "jdeps prints otherwise");
    assertTrue(
        both.size() >= 0.95 * found.size(), () -> "not in class files: " + less(found, both));
    assertTrue(both.size() >= 0.95 * expected.size(), () -> "not found: " + less(expected, both));
  }

  private static void add(String from, String to, Set<String> edges) {
    if (!from.equals(to)) {
      edges.add(from + " -> " + to);
    }
  }

  private static String top(String name) {
    return name.replaceFirst("\\$.*", "");
  }

  private static Set<String> less(Set<String> all, Set<String> some) {
    Set<String> rest = new TreeSet<>(all);
    rest.removeAll(some);
    return rest;
  }

  @Test
  void transactionWritesThroughMethodsOfItsOwnClass(@TempDir Path folder) throws IOException {
    Files.writeString(folder.resolve("Orders.java"), """
        package shop;
        class Orders {
          private final Keys keys = new Keys();
          private final OrderRows rows = new OrderRows();
          @org.springframework.transaction.annotation.Transactional
          void place() {
            rows.insert();
            this.numbered();
          }
          private void numbered() {
            next();
          }
          void next() {
            keys.advance();
          }
        }
        """);
    Files.writeString(folder.resolve("OrderRows.java"), """
        package shop;
        class OrderRows {
          void insert() {
            jdbc.update("insert into orders (id) values (1)");
          }
        }
        """);
    Files.writeString(folder.resolve("Keys.java"), """
        package shop;
        class Keys {
          void advance() {
            jdbc.update("update counters set next = next + 1");
          }
        }
        """);
    List<String> transactions = map(folder).cost(List.of("Keys")).value().transactions().stream()
        .map(item -> item.from() + ": " + item.what())
        .toList();
    assertEquals(List.of("shop.Orders: place/0 writes counters and orders"), transactions);
  }

  @Test
  void linksInCirclesAndBrokenFilesAreNoHindrance(@TempDir Path folder) throws IOException {
    Path code = Files.createDirectories(folder.resolve("src"));
    Files.createSymbolicLink(code.resolve("again"), folder);
    Files.writeString(code.resolve("Half.java"), "class Half { void m( { \"");
    Files.writeString(code.resolve("Empty.java"), "");
    Files.write(code.resolve("Noise.java"), new byte[] {0, -1, 7, 'c', 'l', 'a', 's', 's'});
    Files.writeString(
        code.resolve("Deep.java"),
        "class Deep { int x = " + "(".repeat(4000) + "1" + ")".repeat(4000) + "; }");
    Files.writeString(code.resolve("broken.xml"), "<mapper><select>");
    SplitMap map = map(folder);
    assertTrue(map.facts().gaps().broken().stream()
        .anyMatch(b -> b.place().path().equals("src/Half.java")));
    assertTrue(map.facts().classes().stream().noneMatch(c -> c.place().path().contains("again")));
  }

  @Test
  void seamsAreRecordedWhateverTheModulesAreCalled(@TempDir Path folder) throws IOException {
    for (String name : List.of("Null", "True", "No")) {
      Files.writeString(
          folder.resolve(name + ".java"), "@Entity class " + name + " { @Id long id; }\n");
      Files.writeString(
          folder.resolve(name + "Controller.java"),
          "@RestController class " + name + "Controller { " + name + " it; }\n");
    }
    SplitMap map = map(folder);
    assertEquals(
        Set.of("no", "null", "true"),
        map.partition().modules().stream().map(Partition.Module::name).collect(Collectors.toSet()));
    assertTrue(SplitGuard.freeze(folder, map).ok());
    SplitMap again = map(folder);
    assertEquals(Set.of("no", "null", "true"), again.constraints().modules().keySet());
  }

  @Test
  void aLinkIsNoConfiguration(@TempDir Path folder) throws IOException {
    Files.writeString(folder.resolve("A.java"), "class A {}\n");
    Files.createSymbolicLink(folder.resolve(SplitConfig.NAME), Path.of("/dev/zero"));
    var refused = SplitMap.of(
        folder, new SplitMap.Options(0, false, null, "test"), (what, done, total) -> {});
    Files.delete(folder.resolve(SplitConfig.NAME));
    assertEquals("split-unreadable", refused.diagnostics().get(0).code());
  }

  @Test
  void thePageShowsNamesThatLookLikeItsPlaces(@TempDir Path folder) throws IOException {
    Path top = Files.createDirectory(folder.resolve("{{script}}{{data}}$1"));
    Files.writeString(top.resolve("A.java"), "class A {}\n");
    Path file = folder.resolve("page.html");
    assertTrue(SplitReport.write(file, top, map(top)).ok());
    String page = Files.readString(file);
    assertTrue(page.contains("<h1>{{script}}{{data}}$1</h1>"), page.substring(0, 1000));
    assertTrue(page.contains("cytoscape"), "the library is missing");
  }

  /** What has no behaviour comes along in an answer; what looks like it and asks somebody does not. */
  @Test
  void accessorsOfPlainDataAreNoRemoteCalls(@TempDir Path folder) throws IOException {
    write(folder, "web/Orders", """
        @RestController class Orders {
          private customer.Customers customers;
          @GetMapping("/orders") String all() {
            customer.View view = customers.find(1);
            view.setName(customers.rater().getRate() + view.getName());
            for (customer.Line line : view.getLines()) line.getText();
            return customer.Address.builder().street("x").build().getStreet() + customers.cached().getText();
          }
        }
        """);
    write(folder, "customer/Customers", """
        @Service class Customers {
          View find(int id) { return new View(); }
          Rater rater() { return null; }
          Cached cached() { return null; }
        }
        """);
    write(folder, "customer/View", """
        class View extends Named implements java.io.Serializable {
          private java.util.List<Line> lines;
          View() {}
          java.util.List<Line> getLines() { return lines; }
        }
        """);
    write(folder, "customer/Named", """
        abstract class Named {
          private String name;
          String getName() { return name; }
          void setName(String name) { this.name = name; }
          @Override public String toString() { return name; }
        }
        """);
    write(folder, "customer/Line", """
        @Data class Line { private String text; String getText() { return text; } }
        """);
    write(folder, "customer/Address", """
        class Address {
          private String street;
          static Builder builder() { return new Builder(); }
          String getStreet() { return street; }
          static class Builder {
            private String street;
            Builder street(String street) { this.street = street; return this; }
            Address build() { return new Address(); }
          }
        }
        """);
    write(folder, "customer/Rater", """
        class Rater { @Autowired private Rates rates; int getRate() { return rates.now(); } }
        """);
    write(folder, "customer/Rates", """
        class Rates { private int rate; int now() { return rate; } }
        """);
    write(folder, "customer/Cached", """
        class Cached { private Rates rates; String getText() { return "" + rates.now(); } }
        """);
    Cut cut = map(folder).cost(List.of("customer.**")).value();
    assertEquals(
        List.of(
            "GET /orders needs Cached.getText, Customers.cached, Customers.find, Customers.rater,"
                + " Rater.getRate"),
        cut.remote().stream().map(Cut.Item::what).toList());
    assertEquals(List.of("customer.Address", "customer.Line", "customer.View"), cut.travelling());
    assertEquals(List.of(), cut.loops());
  }

  private static void write(Path folder, String name, String text) throws IOException {
    Path file = folder.resolve(name + ".java");
    Files.createDirectories(file.getParent());
    Files.writeString(file, "package " + file.getParent().getFileName() + ";\n" + text);
  }
}
