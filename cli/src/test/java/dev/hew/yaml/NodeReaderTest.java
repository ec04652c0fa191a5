package dev.hew.yaml;

import static java.time.Duration.ofSeconds;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hew.report.Checked;
import dev.hew.report.Diagnostic;
import dev.hew.report.Source;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NodeReaderTest {

  @Test
  void unquotedScalarsHaveTheTypeOfTheCoreSchema() {
    assertEquals("yes", scalar("yes"));
    assertEquals("off", scalar("off"));
    assertEquals("2024-01-01", scalar("2024-01-01"));
    assertEquals("1_000", scalar("1_000"));
    assertEquals("12:30:45", scalar("12:30:45"));
    assertEquals("0b11", scalar("0b11"));
    assertEquals(new BigInteger("12"), scalar("012"));
    assertEquals(new BigInteger("12"), scalar("0o14"));
    assertEquals(new BigInteger("31"), scalar("0x1F"));
    assertEquals(new BigInteger("-7"), scalar("-7"));
    assertEquals(new BigInteger("7"), scalar("+7"));
    assertEquals(new BigDecimal("1.50"), scalar("1.50"));
    assertEquals(new BigDecimal("0.5"), scalar(".5"));
    assertEquals(new BigDecimal("1E+3"), scalar("1e3"));
    assertEquals(new BigDecimal("1"), scalar("1."));
    assertEquals(true, scalar("True"));
    assertEquals(false, scalar("FALSE"));
    assertEquals("tRUE", scalar("tRUE"));
    assertEquals(null, scalar("~"));
    assertEquals(null, scalar("Null"));
    assertEquals(null, scalar(""));
    assertEquals(".nan", scalar(".nan"));
    assertEquals("-.inf", scalar("-.inf"));
  }

  /** YAML 1.2 has tabs in front of a comment, which the library refuses. */
  @Test
  void tabsInFrontOfCommentsAreNoMistake() {
    String tabbed = "a:\n\t\t# said\n  - x # y\n\t\n  - |\n    b\tc\n\t# more\nd: 1\n";
    assertEquals(List.of(), problems(tabbed));
    Node node = read(tabbed);
    assertEquals("b\tc\n", node.get("a").orElseThrow().items().get(1).string().orElseThrow());
    assertEquals(8, node.get("d").orElseThrow().position().line());
    assertEquals(List.of("yaml-syntax@3:1"), problems("a:\n\t# said\n\tb: 1\n"));
  }

  @Test
  void textsOfKeysAreReadNoFurtherThanNeeded() {
    String head = "a:\n  title: of a\nb: [title, x]\n? [k]\n: title\ntitle: 'it''s'\nc: &c d\n";
    assertEquals(
        Map.of("title", "it's"),
        NodeReader.texts(new Source("x", head + "e: [f\n"), Set.of("title")));
    assertEquals(
        Map.of("title", "it's", "c", "d"),
        NodeReader.texts(
            new Source("x", head + "e: *c\ng: {}\n"), Set.of("title", "c", "e", "g", "h")));
  }

  @Test
  void quotesAndTagsDecideAboutTheType() {
    assertEquals("12", scalar("'12'"));
    assertEquals("true", scalar("\"true\""));
    assertEquals("", scalar("''"));
    assertEquals("12", scalar("!!str 12"));
    assertEquals("12", scalar("! 12"));
    assertEquals(new BigInteger("12"), scalar("!!int '12'"));
    assertEquals(List.of("yaml-tag@1:4"), problems("a: !!int twelve\n"));
    assertEquals(List.of("yaml-unknown-tag@1:4"), problems("a: !price 12\n"));
    assertEquals("12", scalar("|-\n  12"));
  }

  @Test
  void numbersTooLargeToComputeWithStayText() {
    assertEquals("1e999999999", scalar("1e999999999"));
    assertEquals("12e45678901", scalar("12e45678901"));
    assertEquals(List.of("yaml-huge-number@1:4"), problems("a: -1E-99999\n"));
    assertEquals(List.of("yaml-huge-number@1:7"), problems("{\"a\": 1e999999999}"));
    assertEquals(new BigDecimal("1E+9999"), scalar("1e9999"));
    assertEquals(
        "9".repeat(500_000),
        assertTimeoutPreemptively(ofSeconds(20), () -> scalar("9".repeat(500_000))));
  }

  @Test
  void positionsCountFromOneInUtf16Units() {
    Node root = read("a: 1\nlist:\n  - \"😀\": x\n    b: [1, '😀', z]\n");
    assertEquals("t.yaml:1:4", root.get("a").orElseThrow().position().toString());
    Node item = root.get("list").orElseThrow().items().get(0);
    assertEquals("t.yaml:3:11", item.get("😀").orElseThrow().position().toString());
    assertEquals(
        "t.yaml:4:18", item.get("b").orElseThrow().items().get(2).position().toString());
    assertEquals("t.yaml:4:5", item.entries().get(1).keyPosition().toString());
  }

  @Test
  void lineEndsAndByteOrderMarkChangeNothing() {
    String text = "a:\n  b: 1\n  c: |\n    x\n    y\n";
    Node unix = read(text);
    assertEquals(unix, read(text.replace("\n", "\r\n")));
    assertEquals(unix, read(text.replace("\n", "\r")));
    assertEquals(unix, read("\uFEFF" + text));
    assertEquals("t.yaml:1:1", read("\uFEFFa: 1").entries().get(0).keyPosition().toString());
  }

  @Test
  void anAliasIsTheAnchorsNode() {
    Node root = read("a: &x {b: 1}\nc: *x\nd: &k key\n*k : 2\n");
    assertSame(root.get("a").orElseThrow(), root.get("c").orElseThrow());
    assertTrue(root.get("key").isPresent());
    assertEquals(List.of("yaml-unknown-alias@1:4"), problems("a: *x\n"));
    assertEquals(List.of("yaml-alias-circle@1:11"), problems("a: &x [1, *x]\n"));
  }

  @Test
  void mergeKeysFillInWhatIsNotThere() {
    Node root =
        read("a: &a {x: 1, y: 1}\nb: &b {y: 2, z: 2}\nc:\n  <<: [*a, *b]\n  x: 3\nd:\n  '<<': 1\n");
    Node c = root.get("c").orElseThrow();
    assertEquals(
        List.of("x", "y", "z"), c.entries().stream().map(Node.Entry::key).toList());
    assertEquals(
        "[3, 1, 2]",
        c.entries().stream().map(e -> ((Node.Scalar) e.value()).raw()).toList().toString());
    assertTrue(root.get("d").orElseThrow().get("<<").isPresent());
    assertEquals(List.of("yaml-merge@1:9"), problems("a: {<<: 1}\n"));
  }

  @Test
  void everyRepeatedKeyIsAnErrorAtItsPlace() {
    assertEquals(
        List.of("yaml-duplicate-key@2:1", "yaml-duplicate-key@4:3"),
        problems("a: 1\na: 2\nb: {c: 1,\n  \"c\": 2}\n"));
    assertEquals(List.of("yaml-duplicate-key@2:2"), problems("{\"a\": 1,\n \"a\": 2}"));
    assertTrue(NodeReader.attempt(new Source("t", "a: 1\na: 2\n")).node().isPresent());
  }

  @Test
  void brokenSyntaxIsOneErrorWithItsPlace() {
    assertEquals(List.of("yaml-syntax@2:5"), problems("a: 1\nb: c: d\n"));
    assertEquals(List.of("yaml-syntax@2:1"), problems("a:\n\tb: 1\n"));
    assertEquals(List.of("yaml-many-documents@2:1"), problems("a: 1\n---\nb: 1\n"));
    assertEquals(List.of("yaml-character@2:4"), problems("a: 1\nb: \u0001\n"));
    assertEquals(List.of("yaml-key@1:3"), problems("? [a]\n: 2\n"));
    assertEquals(List.of("json-syntax@2:7"), jsonProblems("{\"a\": 1,\n \"b\": }"));
    assertEquals(List.of("json-syntax@1:8"), jsonProblems("{\"a\": 1"));
    assertEquals(List.of("json-syntax@1:4"), jsonProblems("{} {}"));
  }

  @Test
  void whatStartsWithABraceMayBeYaml() {
    assertEquals("1", ((Node.Scalar) read("{a: 1}").get("a").orElseThrow()).raw());
    assertEquals(List.of("json-syntax@1:2"), jsonProblems("{a: 1}"));
    assertEquals(2, read("  [1, 'x',]").items().size());
  }

  @Test
  void jsonHasPositionsToo() {
    Node root = read("{\n  \"a\": {\"b\": [true, null, \"x\\u0041\", 1.5]}\n}");
    List<Node> items = root.get("a").orElseThrow().get("b").orElseThrow().items();
    assertEquals("t.yaml:2:21", items.get(1).position().toString());
    assertEquals("xA", items.get(2).string().orElseThrow());
    assertEquals(new BigDecimal("1.5"), ((Node.Scalar) items.get(3)).value());
    assertEquals("t.yaml:2:3", root.entries().get(0).keyPosition().toString());
  }

  @ParameterizedTest
  @ValueSource(strings = {"[", "{\"a\":", "- ", "{a: "})
  void deepNestingIsRefusedWithoutAStackOverflow(String level) {
    String text = level.repeat(100_000);
    List<String> found = assertTimeoutPreemptively(ofSeconds(20), () -> problems(text));
    assertEquals(1, found.size());
    assertTrue(
        found.get(0).startsWith("yaml-too-deep@1:") || found.get(0).startsWith("yaml-syntax"),
        found.toString());
  }

  @Test
  void aVeryLongLineIsOnlyForJson() {
    String list = "[" + "1,".repeat(1_500_000) + "1";
    assertEquals(List.of("yaml-long-line@1:1"), problems("a: " + list + "]"));
    assertEquals(1_500_001, read(list + "]").items().size());
  }

  @Test
  void fiveHundredLevelsAreRead() {
    assertTrue(
        NodeReader.read(new Source("t", "[".repeat(500) + "]".repeat(500))).ok());
    assertFalse(
        NodeReader.read(new Source("t", "[".repeat(501) + "]".repeat(501))).ok());
  }

  @Test
  void anAliasBombIsRefusedQuickly() {
    StringBuilder bomb = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
    for (int i = 1; i < 30; i++) {
      bomb.append("a")
          .append(i)
          .append(": &a")
          .append(i)
          .append(" [")
          .append(("*a" + (i - 1) + ", ").repeat(10));
      bomb.append("]\n");
    }
    List<String> found = assertTimeoutPreemptively(ofSeconds(10), () -> problems(bomb.toString()));
    assertEquals(1, found.size());
    assertTrue(found.get(0).startsWith("yaml-aliases@"), found.toString());
  }

  @Test
  void anchorsCannotHideDepth() {
    String text = "a: &a " + "[".repeat(300) + "1" + "]".repeat(300) + "\nb: " + "[".repeat(300)
        + "*a" + "]".repeat(300) + "\n";
    assertTrue(problems(text).get(0).startsWith("yaml-too-deep@"));
  }

  private static Object scalar(String text) {
    return ((Node.Scalar) read("a: " + text + "\n").get("a").orElseThrow()).value();
  }

  private static Node read(String text) {
    Checked<Node> node = NodeReader.read(new Source("t.yaml", text));
    assertTrue(node.ok(), () -> node.diagnostics().toString());
    return node.value();
  }

  private static List<String> problems(String text) {
    return places(new Source("t.yaml", text));
  }

  private static List<String> jsonProblems(String text) {
    return places(new Source("t.json", text));
  }

  private static List<String> places(Source source) {
    return NodeReader.read(source).diagnostics().stream()
        .map(NodeReaderTest::place)
        .collect(Collectors.toList());
  }

  private static String place(Diagnostic d) {
    return d.code() + "@" + d.position().map(p -> p.line() + ":" + p.column()).orElse("");
  }
}
