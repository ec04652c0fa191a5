package dev.hew;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hew.flow.SplitMap;
import dev.hew.flow.SplitReport;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page of a split's map in a real browser. */
@Tag("full")
class SplitPageTest {
  private static final Path LENDING = Path.of("src", "test", "resources", "docs", "lending");

  /** A place in a source file, as evidence names it. */
  private static final String PLACE = "src/main/java/[\\w/]+\\.java:\\d+(, \\d+)*( …)?";

  @TempDir
  static Path folder;

  private static SplitMap map;
  private static Path page;
  private static Browser browser;

  @BeforeAll
  static void openPage() throws Exception {
    map = SplitMap.of(
            LENDING,
            new SplitMap.Options(0, false, Optional.empty(), "test"),
            (what, done, total) -> {})
        .value();
    page = SplitReport.write(folder.resolve("map.html"), LENDING, map).value();
    browser = Browser.open(page.toUri().toString(), Files.createDirectory(folder.resolve("own")));
    browser.await("document.querySelector('#detail h2') !== null");
  }

  @AfterAll
  static void close() throws Exception {
    if (browser != null) {
      browser.close();
    }
  }

  private static List<String> texts(String expression) throws Exception {
    List<String> texts = new java.util.ArrayList<>();
    browser.value(expression).forEach(text -> texts.add(text.textValue()));
    return texts;
  }

  private static String text(String selector) throws Exception {
    return browser
        .value("document.querySelector(" + "'" + selector + "').innerText")
        .textValue();
  }

  @Test
  void drawsEveryModule() throws Exception {
    browser.value("document.getElementById('back').click();"
        + " cy.one('render', () => { window.painted = true; }) && 0");
    assertEquals(
        Stream.concat(map.cuts().stream(), map.inner().stream())
            .map(cut -> cut.name() + " (" + cut.classes().size() + ")")
            .sorted()
            .toList(),
        texts("cy.nodes().map(n => n.data('label')).sort()"));
    browser.await("window.painted");
    assertTrue(
        browser
            .value("[...document.querySelectorAll('#graph canvas')].some(c => c.getContext('2d')"
                + ".getImageData(0, 0, c.width, c.height).data.some(v => v > 0))")
            .booleanValue(),
        "nothing is painted");
  }

  @Test
  void aClickOnATieShowsItsPlaces() throws Exception {
    browser.value("document.getElementById('back').click()");
    browser.value("cy.edges()[0].emit('tap') && 0");
    assertTrue(text("#detail h2").contains(" → "));
    assertTrue(text("#detail .at").matches(PLACE), text("#detail .at"));
  }

  @Test
  void searchFindsAClassAndShowsWhatTiesIt() throws Exception {
    browser.value("document.getElementById('search').value = 'loancontroller'");
    browser.value("document.getElementById('search').dispatchEvent(new Event('input'))");
    assertEquals(
        "LoanController  org.lending.loan.LoanController",
        texts("[...document.querySelectorAll('#results button')].map(b => b.textContent)")
            .get(0));
    browser.value("document.querySelector('#results button').click()");
    assertEquals("org.lending.loan.LoanController", text("#detail h2"));
    List<String> places =
        texts("[...document.querySelectorAll('#detail .at')].map(e => e.innerText)");
    assertTrue(places.size() > 1);
    places.forEach(place -> assertTrue(place.matches(PLACE), place));
  }

  @Test
  void everyViewHasSomethingToShowInLightAndDark() throws Exception {
    for (String view : List.of("matrix", "tables", "seams")) {
      browser.value("document.getElementById('tab-" + view + "').click()");
      assertEquals(
          "true",
          browser
              .value("String(!document.getElementById('view-" + view + "').hidden)")
              .textValue());
      assertTrue(text("#view-" + view + " tbody").contains(map.cuts().get(0).name()), view);
    }
    String back = "getComputedStyle(document.body).backgroundColor";
    String before = browser.value(back).textValue();
    browser.value("document.getElementById('theme').click()");
    assertTrue(!before.equals(browser.value(back).textValue()));
  }

  @Test
  void asksForNothingAndComplainsOfNothing() {
    assertEquals(List.of(page.toUri().toString()), browser.requests());
    assertEquals(List.of(), browser.complaints());
  }

  /** Modules of one class more each, of long names: some are tied to many others, the last ones to none. */
  private static Path manyModules(Path code, int tied, int alone) throws Exception {
    StringBuilder modules = new StringBuilder("hewSplit: 1\nmodules:\n");
    for (int i = 0; i < tied + alone; i++) {
      String module = "customer-relationship-" + i;
      modules.append("  ").append(module).append(": [many.m").append(i).append("]\n");
      StringBuilder text = new StringBuilder("package many.m" + i + ";\nclass A" + i + " {}\n");
      for (int other = 0; other < (i % 6 == 0 ? tied : 1); other++) {
        int used = i < tied ? other : i;
        text.append("class B" + i + "_" + other + " { A" + i + " a; many.m" + used + ".A" + used
            + " b; }\n");
      }
      Files.writeString(code.resolve("M" + i + ".java"), text);
    }
    Files.writeString(code.resolve("hew-split.yaml"), modules);
    SplitMap many = SplitMap.of(
            code,
            new SplitMap.Options(0, false, Optional.empty(), "test"),
            (what, done, total) -> {})
        .value();
    return SplitReport.write(code.resolve("map.html"), code, many).value();
  }

  /** The names that are seen and stand on another, on a dot, or over the edge. */
  private static final String CROWDED = "(() => {"
      // Cytoscape makes the box of a name some pixels larger than what is painted.
      + " const names = cy.nodes().filter(n => !n.hasClass('quiet')).map(n => { const b = n.renderedBoundingBox({"
      + "includeNodes: false, includeEdges: false, includeOverlays: false, includeLabels: true});"
      + " return [n, { x1: b.x1 + 4, x2: b.x2 - 4, y1: b.y1 + 4, y2: b.y2 - 4 }]; });"
      + " const dot = n => { const { x, y } = n.renderedPosition(), r = n.renderedOuterWidth() / 2;"
      + " return { x1: x - r, x2: x + r, y1: y - r, y2: y + r }; };"
      + " const clash = (a, b) => a.x1 < b.x2 && b.x1 < a.x2 && a.y1 < b.y2 && b.y1 < a.y2;"
      + " return [...names.flatMap(([a, p], i) => names.slice(i + 1).filter(([, q]) => clash(p, q))"
      + ".map(([b]) => a.data('label') + ' on ' + b.data('label'))),"
      + " ...names.flatMap(([a, p]) => cy.nodes().filter(n => n !== a && clash(p, dot(n)))"
      + ".map(n => a.data('label') + ' over the dot of ' + n.data('label'))),"
      + " ...names.filter(([, p]) => p.x1 < 0 || p.y1 < 0 || p.x2 > cy.width() || p.y2 > cy.height())"
      + ".map(([a]) => a.data('label') + ' over the edge')]; })()";

  private static List<String> crowded(Browser browser) throws Exception {
    List<String> texts = new java.util.ArrayList<>();
    browser.value(CROWDED).forEach(text -> texts.add(text.textValue()));
    return texts;
  }

  /** Small modules of long names, all tied to one: each has a name that stands on no other. */
  @Test
  void namesStandBesideEachOther() throws Exception {
    Path file = manyModules(Files.createDirectory(folder.resolve("names")), 20, 0);
    try (Browser other =
        Browser.open(file.toUri().toString(), Files.createDirectory(folder.resolve("third")))) {
      other.await("document.querySelector('#detail h2') !== null");
      assertEquals(20, other.value("cy.nodes().length").intValue());
      assertEquals(0, other.value("cy.nodes('.quiet').length").intValue());
      assertEquals(List.of(), crowded(other));
      assertEquals(List.of(), other.complaints());
    }
  }

  /** More names than there is room for: the larger modules have theirs, the others when one looks closer. */
  @Test
  void noNameCoversADotAndTheLargerModulesHaveTheirs() throws Exception {
    Path file = manyModules(Files.createDirectory(folder.resolve("crowd")), 60, 24);
    try (Browser other =
        Browser.open(file.toUri().toString(), Files.createDirectory(folder.resolve("fourth")))) {
      other.await("document.querySelector('#detail h2') !== null");
      assertEquals(84, other.value("cy.nodes().length").intValue());
      assertEquals(List.of(), crowded(other));
      assertEquals(
          0,
          other
              .value("cy.nodes('.quiet').filter(n => modules.get(n.id()).size > 2).length")
              .intValue());
      int shown = other.value("cy.nodes().not('.quiet').length").intValue();
      assertTrue(shown >= 42, "names: " + shown);
      other.value("(() => { const n = cy.nodes('.quiet')[0]; window.chosen = n;"
          + " cy.zoom({ level: cy.zoom() * 6, position: n.position() }); })()");
      other.await("!window.chosen.hasClass('quiet')");
      assertEquals(List.of(), other.complaints());
    }
  }

  /** So many that not all evidence stands in the page: it says how much there is. */
  @Test
  void veryManyClassesAreFoundAndWhatIsLeftOutIsCounted() throws Exception {
    Path code = Files.createDirectory(folder.resolve("many"));
    for (int file = 0; file < 102; file++) {
      StringBuilder text = new StringBuilder("package many.p" + file % 2 + ";\n");
      text.append("import many.p").append(1 - file % 2).append(".*;\n");
      for (int i = 0; i < 100; i++) {
        int other = (file * 100 + i + 100) % 10_200;
        text.append("class C").append(file * 100 + i).append(" { C").append(other);
        text.append(" next; void go() {\nnext.go();\nnext.go();\nnext.go(); } }\n");
      }
      Files.writeString(code.resolve("F" + file + ".java"), text);
    }
    Files.writeString(
        code.resolve("hew-split.yaml"),
        "hewSplit: 1\nmodules:\n  even: {classes: ['many.p0.**']}\n  odd: {classes: ['many.p1.**']}\n");
    SplitMap many = SplitMap.of(
            code,
            new SplitMap.Options(0, false, Optional.empty(), "test"),
            (what, done, total) -> {})
        .value();
    Path file = SplitReport.write(folder.resolve("many.html"), code, many).value();
    assertTrue(Files.size(file) < 1_500_000, "bytes: " + Files.size(file));
    try (Browser other =
        Browser.open(file.toUri().toString(), Files.createDirectory(folder.resolve("other")))) {
      other.await("document.querySelector('#detail h2') !== null");
      assertEquals(
          "10200 classes and 0 test classes, 2 modules, 0 tables, 0 foreign keys, 0 routes",
          other.value("document.getElementById('summary').innerText").textValue());
      String detail = "document.getElementById('detail').innerText";
      assertTrue(
          other
              .value(detail)
              .textValue()
              .matches("(?s).*Calls in \\(5100\\).*The first 50 of 5100;.*"),
          other.value(detail).textValue());
      other.value("document.getElementById('search').value = 'c777'");
      other.value("document.getElementById('search').dispatchEvent(new Event('input'))");
      other.value("document.querySelector('#results button').click()");
      assertTrue(other.value(detail).textValue().startsWith("many.p1.C777"));
      assertTrue(
          other
              .value(detail)
              .textValue()
              .matches("(?s).*call field, 4\\s.*F7\\.java:\\d+, \\d+ ….*"),
          other.value(detail).textValue());
      assertEquals(List.of(), other.complaints());
    }
  }
}
