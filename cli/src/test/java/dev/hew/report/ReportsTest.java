package dev.hew.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReportsTest {
  private static final Position PLACE = new Position("api/openapi.yaml", 2, 13);
  private static final Diagnostic ERROR = Diagnostic.error(
          "schema-unknown-type", PLACE, "type `decimal` is none that OpenAPI knows")
      .withLength(7)
      .withHint("use `type: number` with `format: decimal`");
  private static final Source SOURCE =
      new Source("api/openapi.yaml", "a: 1\n      type: decimal\n");

  @Test
  void textShowsTheLineWithACaret() {
    assertEquals("""
        api/openapi.yaml:2:13: error[schema-unknown-type]: type `decimal` is none that OpenAPI knows
            2 |       type: decimal
              |             ^^^^^^^
        hint: use `type: number` with `format: decimal`
        """, TextReport.of(List.of(ERROR), List.of(SOURCE)));
  }

  @Test
  void textWithoutAPlaceIsOneLine() {
    assertEquals(
        "warning[x]: y\n", TextReport.of(List.of(Diagnostic.warning("x", "y")), List.of()));
    assertEquals("", TextReport.of(List.of(), List.of(SOURCE)));
  }

  @Test
  void ofWarningsThatSayTheSameAFewAreShown() {
    List<Diagnostic> all = new ArrayList<>();
    for (int line = 1; line <= 198; line++) {
      all.add(Diagnostic.warning("a", new Position("t", line, 1), "same").withHint("do"));
      if (line % 50 == 0) {
        all.add(Diagnostic.warning("a", new Position("t", line, 9), "other " + line % 100));
        all.add(Diagnostic.error("a", new Position("t", line, 9), "same"));
      }
    }
    assertEquals("""
        t:1:1: warning[a]: same
        hint: do
        t:2:1: warning[a]: same
        hint: do
        t:3:1: warning[a]: same
        hint: do
        and 195 more that say the same; `--format json` prints all
        t:50:9: warning[a]: other 50
        t:50:9: error[a]: same
        t:100:9: warning[a]: other 0
        t:100:9: error[a]: same
        t:150:9: warning[a]: other 50
        t:150:9: error[a]: same
        """, TextReport.of(Summary.of(all), List.of()));
    assertEquals(new Summary(List.of(), 0), Summary.of(List.of()));
    assertEquals(4, Summary.of(all.subList(0, 4)).entries().size());
  }

  @Test
  void ofHundredsTheErrorsComeFirst() {
    List<Diagnostic> all = new ArrayList<>();
    for (int number = 1; number <= 300; number++) {
      all.add(Diagnostic.warning("a", number <= 50 ? "same" : "other " + number));
    }
    all.add(Diagnostic.error("b", "wrong"));
    Summary summary = Summary.of(all);
    assertEquals(200, summary.entries().size());
    assertEquals("wrong", summary.entries().get(0).diagnostic().message());
    assertEquals(301 - 200 - 47, summary.left());
    String text = TextReport.of(summary, List.of());
    assertTrue(text.endsWith("\nand 54 problems more; `--format json` prints all\n"), text);
  }

  @Test
  void theCaretStandsUnderTabsAndWideCharacters() {
    assertEquals("    1 |     日本 x\n      |          ^\n", listing("\t日本 x", 5, 1));
    assertEquals("    1 | e\u0301 x\n      |   ^\n", listing("e\u0301 x", 4, 1));
  }

  @Test
  void aLongLineIsCutAroundTheCaret() {
    String shown = listing("a".repeat(1000) + "BAD" + "c".repeat(1000), 1001, 3);
    String[] lines = shown.split("\n");
    assertTrue(lines[0].length() < 130, lines[0]);
    assertEquals("BAD", lines[0].substring(lines[1].indexOf('^'), lines[1].lastIndexOf('^') + 1));
    assertTrue(lines[0].contains("| ...a") && lines[0].endsWith("c..."), lines[0]);
  }

  @Test
  void theCaretMayStandBehindTheLine() {
    assertEquals("    1 | abc\n      |    ^\n", listing("abc", 4, 9));
    assertEquals("    1 | \n      | ^\n", listing("\n", 1, 1));
  }

  @Test
  void aTextCannotSteerTheTerminal() {
    Diagnostic sly = Diagnostic.error("x", new Position("t", 1, 1), "a\u001b[31mb\nc");
    String shown = TextReport.of(List.of(sly), List.of(new Source("t", "k: \u001b[2J\u202e")));
    assertTrue(shown.chars().noneMatch(c -> c == 0x1b || c == 0x202e), shown);
    assertEquals(3, shown.lines().count());
  }

  @Test
  void jsonHasEveryKey() {
    assertEquals("""
        {
          "format": 1,
          "diagnostics": [
            {
              "level": "error",
              "code": "schema-unknown-type",
              "message": "type `decimal` is none that OpenAPI knows",
              "source": "api/openapi.yaml",
              "line": 2,
              "column": 13,
              "hint": "use `type: number` with `format: decimal`"
            },
            {
              "level": "warning",
              "code": "x",
              "message": "y",
              "source": null,
              "line": null,
              "column": null,
              "hint": null
            }
          ]
        }""", JsonReport.of(List.of(ERROR, Diagnostic.warning("x", "y"))));
  }

  @Test
  void jsonCarriesACommandsResult() {
    Map<String, Object> result = new LinkedHashMap<>();
    result.put("name", "a\"b");
    result.put("files", List.of(1, Map.of("ok", true)));
    result.put("none", null);
    assertEquals("""
        {
          "format": 1,
          "name": "a\\"b",
          "files": [
            1,
            {
              "ok": true
            }
          ],
          "none": null,
          "diagnostics": []
        }""", JsonReport.of(List.of(), result));
  }

  @Test
  void githubCommandsAreEscaped() {
    assertEquals(
        "::error file=api/openapi.yaml,line=2,col=13,endColumn=20,title=schema-unknown-type::"
            + "type `decimal` is none that OpenAPI knows%0Ahint: use `type: number` with `format: decimal`\n",
        GithubReport.of(List.of(ERROR)));
    assertEquals(
        "::warning file=a%3A%2C%25,line=1,col=1,endColumn=2,title=x::50%25%0A::error::\n",
        GithubReport.of(
            List.of(Diagnostic.warning("x", new Position("a:,%", 1, 1), "50%\n::error::"))));
  }

  @Test
  void theNearestWordIsALikelySlip() {
    assertEquals(
        "description",
        Nearest.to("descripton", List.of("summary", "description")).orElseThrow());
    assertEquals("string", Nearest.to("String", List.of("string")).orElseThrow());
    assertTrue(Nearest.to("foo", List.of("barbaz", "quux")).isEmpty());
  }

  private static String listing(String line, int column, int length) {
    Diagnostic at = Diagnostic.error("x", new Position("t", 1, column), "y").withLength(length);
    String text = TextReport.of(List.of(at), List.of(new Source("t", line)));
    return text.substring(text.indexOf('\n') + 1);
  }
}
