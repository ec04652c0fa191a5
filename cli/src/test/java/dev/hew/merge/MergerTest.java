package dev.hew.merge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hew.compiler.JavaOutline;
import dev.hew.tree.Content;
import dev.hew.tree.RelPath;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the merge of one file makes of changes that meet. */
class MergerTest {
  private static final Merger MERGER =
      new Merger(new Labels("yours", "base", "hew"), JavaOutline::of);

  @Test
  void newMembersAtTheSamePlaceStandSideBySide() {
    assertEquals(
        """
        class A {
          void a() {}

          void hews() {}

          void mine() {}
        }
        """,
        merged(
            "A.java",
            "class A {\n  void a() {}\n}\n",
            "class A {\n  void a() {}\n\n  void mine() {}\n}\n",
            "class A {\n  void a() {}\n\n  void hews() {}\n}\n"));
  }

  @Test
  void memberMovesWithItsOwnersOrder() {
    assertEquals(
        """
        class A {
          void b() {
            two();
          }

          void a() {
            uno();
          }
        }
        """,
        merged(
            "A.java",
            "class A {\n\n  void a() {\n    one();\n  }\n\n  void b() {\n    two();\n  }\n}\n",
            "class A {\n  void b() {\n    two();\n  }\n\n  void a() {\n    one();\n  }\n}\n",
            "class A {\n\n  void a() {\n    uno();\n  }\n\n  void b() {\n    two();\n  }\n}\n"));
  }

  @Test
  void typeThatGetsABodyKeepsItsOwnersMethods() {
    assertEquals(
        """
        record A(
            String text,
            int number) {

          int mine() {
            return 1;
          }
        }
        """,
        merged(
            "A.java",
            "record A(\n    String text) {}\n",
            "record A(\n    String text) {\n\n  int mine() {\n    return 1;\n  }\n}\n",
            "record A(\n    String text,\n    int number) {}\n"));
  }

  @Test
  void importThatHewDropsStaysWhileOurCodeUsesIt() {
    assertEquals(
        """
        package p;

        import a.Other;
        import a.Mine;
        import java.util.List;

        class A {
          Other other;
          List<Mine> mine;
        }
        """,
        merged(
            "A.java",
            "package p;\n\nimport a.Old;\nimport java.util.List;\n\nclass A {\n  List<Old> old;\n}\n",
            "package p;\n\nimport a.Mine;\nimport a.Old;\nimport java.util.List;\n\nclass A {\n  List<Old> old;\n  List<Mine> mine;\n}\n",
            "package p;\n\nimport a.Other;\n\nclass A {\n  Other other;\n}\n"));
  }

  @Test
  void reformattedFileTakesNewMembers() {
    assertEquals(
        """
        class A {
            void a() {
                one();
            }

          void b() {}
        }
        """,
        merged(
            "A.java",
            "class A {\n  void a() {\n    one();\n  }\n}\n",
            "class A {\n    void a() {\n        one();\n    }\n}\n",
            "class A {\n  void a() {\n    one();\n  }\n\n  void b() {}\n}\n"));
  }

  @Test
  void vanishedMemberThatWasEditedIsShown() {
    String text = conflicting(
        "A.java",
        "class A {\n  void a() {\n    one();\n  }\n\n  void b() {}\n}\n",
        "class A {\n  void a() {\n    mine();\n  }\n\n  void b() {}\n}\n",
        "class A {\n  void b() {}\n}\n");
    assertTrue(text.contains("<<<<<<< yours") && text.contains("    mine();"), text);
  }

  @Test
  void keysOfYamlStandSideBySideWithTheirComments() {
    assertEquals(
        """
        server:
          port: 9090 # ours
        # hew's
        api-keys:
          key: a
        # ours too
        logging:
          level: info
        """,
        merged(
            "application.yaml",
            "server:\n  port: 8080\n",
            "server:\n  port: 9090 # ours\n# ours too\nlogging:\n  level: info\n",
            "server:\n  port: 8080\n# hew's\napi-keys:\n  key: a\n"));
  }

  @Test
  void keyThatBothAddIsNotThereTwice() {
    String text = conflicting(
        "application.yaml",
        "a:\n  x: 1\n\n\n\nb:\n  y: 1\n",
        "a:\n  x: 1\n  z: 1\n\n\n\nb:\n  y: 1\n",
        "a:\n  z: 2\n  x: 1\n\n\n\nb:\n  y: 1\n");
    assertTrue(text.contains("  z: 1") && text.contains("  z: 2"), text);
  }

  @Test
  void dependenciesAreToldApartByTheirCoordinates() {
    String head = "<project>\n  <dependencies>\n";
    String foot = "  </dependencies>\n</project>\n";
    assertEquals(
        head + dependency("a", "1") + dependency("hew", "1") + dependency("mine", "1") + foot,
        merged(
            "pom.xml",
            head + dependency("a", "1") + foot,
            head + dependency("a", "1") + dependency("mine", "1") + foot,
            head + dependency("a", "1") + dependency("hew", "1") + foot));
  }

  @Test
  void newerVersionWinsAndIsReported() {
    for (List<String> row : List.of(
        List.of("4.1.9", "4.1.10", "4.1.10"),
        List.of("4.2.0", "4.1.10", "4.2.0"),
        List.of("4.2.0", "4.2.0-RC1", "4.2.0"))) {
      Merged merged = merge(
          "pom.xml",
          dependency("a", "4.1.2"),
          dependency("a", row.get(0)),
          dependency("a", row.get(1)));
      Merged.Clean clean = assertInstanceOf(Merged.Clean.class, merged);
      assertEquals(dependency("a", row.get(2)), clean.content().text());
      assertEquals(1, clean.notes().size());
      assertTrue(clean.notes().get(0).text().contains(row.get(0)), clean.notes()::toString);
    }
  }

  @Test
  void blanksInsideQuotesAreAnEdit() {
    String code = "class A {\n  String f() {\n    return g(%s);\n  }\n}\n";
    Merged merged = MERGER.merge(
        RelPath.of("A.java"),
        Content.of(code.formatted("\"foo bar\"")),
        Content.of(code.formatted("\"foobar\"")),
        Content.of(code.formatted("\"foo bar\", 1")));
    assertInstanceOf(Merged.Conflicting.class, merged);
  }

  @Test
  void blanksInsideTextBlocksAreAnEdit() {
    String code =
        "class A {\n  String f() {\n    return g(\"\"\"\n        %s\n        \"\"\"%s);\n  }\n}\n";
    Merged merged = MERGER.merge(
        RelPath.of("A.java"),
        Content.of(code.formatted("foo bar", "")),
        Content.of(code.formatted("foo  bar", "")),
        Content.of(code.formatted("foo   bar", ", 1")));
    assertInstanceOf(Merged.Conflicting.class, merged);
  }

  @Test
  void wordsThatOnlyBeginAlikeAreNoVersions() {
    Merged merged = MERGER.merge(
        RelPath.of("application.properties"),
        Content.of("imageSize = 100\n"),
        Content.of("imageSize = 50\n"),
        Content.of("imageSize = 200\n"));
    assertInstanceOf(Merged.Conflicting.class, merged);
  }

  @Test
  void otherNumbersAreNoVersions() {
    conflicting(
        "application.yaml",
        "server:\n  port: 8080\n",
        "server:\n  port: 9090\n",
        "server:\n  port: 8081\n");
  }

  @Test
  void textInAnotherEncodingSurvives() {
    byte[] ours = "gr\u00fc\u00df\nb\nc\nd\n".getBytes(StandardCharsets.ISO_8859_1);
    Merged merged = MERGER.merge(
        RelPath.of("a.txt"),
        Content.of("a\nb\nc\nd\n"),
        Content.of(ours),
        Content.of("a\nb\nc\nD\n"));
    assertEquals(
        Content.of("gr\u00fc\u00df\nb\nc\nD\n".getBytes(StandardCharsets.ISO_8859_1)),
        ((Merged.Clean) merged).content());
  }

  private static String dependency(String name, String version) {
    return "    <dependency>\n      <groupId>g</groupId>\n      <artifactId>" + name
        + "</artifactId>\n      <version>" + version + "</version>\n    </dependency>\n";
  }

  private static Merged merge(String path, String base, String ours, String theirs) {
    return MERGER.merge(RelPath.of(path), Content.of(base), Content.of(ours), Content.of(theirs));
  }

  private static String merged(String path, String base, String ours, String theirs) {
    Merged merged = merge(path, base, ours, theirs);
    return assertInstanceOf(Merged.Clean.class, merged, () -> text(merged))
        .content()
        .text();
  }

  private static String conflicting(String path, String base, String ours, String theirs) {
    Merged merged = merge(path, base, ours, theirs);
    return assertInstanceOf(Merged.Conflicting.class, merged, () -> text(merged))
        .content()
        .text();
  }

  private static String text(Merged merged) {
    return merged instanceof Merged.Clean clean
        ? clean.content().text()
        : ((Merged.Conflicting) merged).content().text();
  }
}
