package dev.hew.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.hew.change.Change;
import dev.hew.report.Diagnostic;
import dev.hew.storage.Gone;
import dev.hew.tree.Content;
import dev.hew.tree.FileTree;
import dev.hew.tree.RelPath;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class StaleSqlTest {
  private static final RelPath NOTES = RelPath.of("Notes.java");
  private static final List<Gone> GONE =
      List.of(new Gone("notes", Optional.of("text"), Optional.of("body")));
  private static final String THEN = """
      class Notes {
        List<Note> list() {
          return database.sql(\"""
              select id, text
              from notes
              \""").list();
        }
      }
      """;
  private static final String NOW = THEN.replace("id, text", "id, body");

  @Test
  void afterAConflictOnlyLinesOfSomebodysAreNamedWhereTheyStand() {
    String one = "select count(text) from notes";
    String mine = "  long count() {\n    return database.sql(\"" + one + "\").one();\n  }\n}\n";
    Content ours = Content.of(
        THEN.replace("from notes", "from notes where id > 7").replaceFirst("\\}\n$", mine));
    String marked = ours.text()
        .replace("        select id, text\n        from notes where id > 7\n", """
                    <<<<<<< yours
                    select id, text
                    from notes where id > 7
                    ||||||| hew, last time
                    select id, text
                    from notes
                    =======
                    select id, body
                    from notes
                    >>>>>>> hew, now
            """.replace(
                "        <<", "<<")
            .replace("        ||", "||")
            .replace("        ==", "==")
            .replace("        >>", ">>"));
    Change conflict = new Change.Conflict(
        new Change.File("n", NOTES, Optional.empty(), "both", ""),
        Content.of(marked),
        1,
        new Change.Sides(Optional.of(Content.of(THEN)), ours, Content.of(NOW)));
    assertEquals(
        List.of((int) marked.substring(0, marked.indexOf(one)).lines().count()),
        lines(List.of(conflict), ours, Set.of()));
  }

  @Test
  void aFileThatIsSomebodysIsLookedAtAsItIs() {
    Content hews = Content.of(THEN);
    assertEquals(List.of(), lines(List.of(), hews, Set.of()));
    Content windows = Content.of(THEN.replace("\n", "\r\n"));
    assertEquals(List.of(), lines(List.of(), windows, Set.of()));
    assertEquals(List.of(4), lines(List.of(), hews, Set.of(NOTES)));
  }

  private static List<Integer> lines(List<Change> changes, Content ours, Set<RelPath> owned) {
    FileTree base = FileTree.of(Map.of(NOTES, Content.of(THEN)));
    FileTree wanted = FileTree.of(Map.of(NOTES, Content.of(NOW)));
    return StaleSql.in(
            changes, FileTree.of(Map.of(NOTES, ours)), StaleSql.Hews.of(base, wanted, owned), GONE)
        .stream()
        .map(Diagnostic::position)
        .map(place -> place.orElseThrow().line())
        .toList();
  }
}
