package dev.hew.split.facts;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.hew.report.Source;
import java.util.List;
import org.junit.jupiter.api.Test;

/** SQL that a method puts together. */
class BuiltSqlTest {
  private static List<String> touching(String body) {
    Facts facts = SampleFacts.of(
        List.of(
            new Source("schema.sql", "create table cargo (id int); create table leg (id int);")),
        "public class Dao { static final String T = \"cargo\"; String title; " + body + " }",
        "public interface Names { String LEGS = \"leg\"; }");
    return facts.tables().stream()
        .flatMap(t -> SampleFacts.touching(facts, t.name()).stream().map(a -> t.name() + " " + a))
        .toList();
  }

  @Test
  void stringBuildersInStepsAndInChains() {
    assertEquals(
        List.of("cargo Dao.run/1 w"),
        touching("void run(boolean all) { StringBuilder sb = new StringBuilder(\"update cargo \");"
            + " sb.append(\"set a = \").append(1); if (!all) sb.append(\" where id = 2\");"
            + " go(sb.toString()); }"));
    assertEquals(
        List.of("cargo Dao.run/0 r", "leg Dao.other/0 w"),
        touching(
            "void run() { go(new StringBuilder().append(\"select a from \").append(T)"
                + ".append(\" where id = ?\").toString()); }"
                + " void other() { StringBuffer sb; sb = new StringBuffer(64);"
                + " sb.append(\"delete from \"); sb.append(Names.LEGS); sb.append(\" where id = ?\"); }"));
  }

  @Test
  void textsThatGrow() {
    assertEquals(
        List.of("cargo Dao.run/1 w", "leg Dao.run/1 r"),
        touching("void run(int i) { String sql = \"update cargo \"; sql += \"set a = 1\";"
            + " sql = sql + \" where id = \" + i; go(sql);"
            + " sql = \"select a from \"; sql += Names.LEGS + \" where id = 1\"; }"));
  }

  @Test
  void constantsInSumsAndFormats() {
    assertEquals(
        List.of("cargo Dao.format/1 r", "cargo Dao.sum/0 w", "leg Dao.format/1 r"),
        touching("void sum() { go(\"delete from \" + T + \" where id = ?\"); }"
            + " void format(int id) { go(String.format(\"select a from %s where id = %d\", T, id));"
            + " go(\"select a from %s where id = ?\".formatted(Names.LEGS)); }"));
  }

  @Test
  void oneStatementIsOneAccessAndProseIsNone() {
    Facts facts = SampleFacts.of(
        List.of(new Source("schema.sql", "create table cargo (id int);")),
        "public class Dao { void run(boolean b) { String sql = \"select * from cargo\";"
            + " if (b) sql += \" where id = 1\"; go(sql); }"
            + " void tell(String who) { String title = \"Update cargo \"; title += \"set of \" + who; } }");
    assertEquals(
        List.of("run/1"),
        facts.tables().get(0).accesses().stream().map(TableFact.Access::member).toList());
  }
}
