package dev.hew.split.facts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hew.code.Annotation;
import dev.hew.code.SourceFile;
import dev.hew.compiler.JavaParser;
import dev.hew.report.Source;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Files that are made to hurt whoever searches them: as large as hew reads them, and the facts are still found. */
class HostileTextsTest {
  private static final int MOST = 1 << 20;

  private static Facts facts(Source other) {
    return facts("@Entity class Pet { @Id long id; String name; }", other);
  }

  private static Facts facts(String java, Source other) {
    FactsBuilder builder = new FactsBuilder();
    List<SourceFile> parsed =
        JavaParser.parse(List.of(new Source("p/q/Pet.java", "package p.q; " + java)));
    builder.addJava(parsed);
    OtherFiles others = new OtherFiles();
    others.add(other);
    builder.addOthers(OtherFiles.facts(List.of(others)));
    return builder.build();
  }

  private static String full(String part) {
    return part.repeat((MOST - 200) / part.length());
  }

  @Test
  void namesOfThousandsOfSegments() {
    Facts facts = facts(new Source("a.properties", full("a.") + "\nkey=p.q.Pet\n"));
    assertEquals(
        List.of(new Facts.Mention("p.q.Pet", new Place("a.properties", 2))), facts.mentions());
  }

  @Test
  void pagesThatOpenAndNeverClose() {
    for (String part : List.of(
        "${",
        "{{",
        "th:each=\"a ",
        "th:each = \"" + "a".repeat(50),
        "<c:forEach items=\"${a}\" ",
        "<c:forEach var=\"a\" ",
        "<#list a as ",
        "th:object=\"${")) {
      Facts facts = facts(new Source("a.html", "<p>${pet.name}</p>" + full(part)));
      assertEquals(
          List.of(new Facts.Reading("p.q.Pet", "name", new Place("a.html", 1))),
          facts.templates().get(0).reads(),
          part);
    }
  }

  @Test
  void pomsThatOpenAndNeverClose() {
    assertEquals("", facts(new Source("pom.xml", full("<parent>"))).builds().get(""));
    String pom = "<project><parent><artifactId>above</artifactId></parent>"
        + "<artifactId> own </artifactId></project>";
    assertEquals("own", facts(new Source("pom.xml", pom)).builds().get(""));
  }

  /** As long as texts in Java are kept. */
  @Test
  void textsOfOneWordAgainAndAgain() {
    String java = "class Pet { String sql = \"select a from b " + "set ".repeat(1900)
        + "\"; String view() { return \"" + "a/".repeat(3900) + "a\"; } }";
    Facts facts = facts(java, new Source("b.sql", "create table b (a int);"));
    assertTrue(facts.tables().get(0).accesses().stream().anyMatch(a -> a.from().equals("p.q.Pet")));
  }

  @Test
  void xmlNestsTextOnce() {
    String text = "x".repeat(5000);
    String xml = "<a>".repeat(150) + text + "</a>".repeat(150);
    XmlElement root = XmlElement.read("<r>1<b>2</b>3<b/>" + xml + "</r>").orElseThrow();
    assertEquals("1 2 3", root.text().substring(0, 5));
    assertEquals(text, root.text().substring(5).strip());
    assertTrue(root.pieces().stream().allMatch(piece -> piece.length() <= 1));
  }

  /** Each constant is a thousand times the next. */
  @Test
  void constantsOfConstants() {
    StringBuilder java = new StringBuilder("@Path(A0 + \"\") class Pet { ");
    for (int i = 0; i < 12; i++) {
      java.append("static final String A" + i + " = \"\"" + (" + A" + (i + 1)).repeat(1000) + "; ");
    }
    java.append("static final String A12 = \"a\"; @GET void get() {} }");
    Facts facts = facts(java.toString(), new Source("a.sql", ""));
    assertEquals("GET", facts.classes().get(0).routes().get(0).method());
  }

  @Test
  void marksThatOpenAndNeverClose() {
    String java = "@Path(\"" + full(String.valueOf(Annotation.NAME_STARTS))
        + "\") class Pet { @GET void get() {} }";
    Facts facts = facts(java, new Source("a.sql", ""));
    assertEquals("GET", facts.classes().get(0).routes().get(0).method());
  }
}
