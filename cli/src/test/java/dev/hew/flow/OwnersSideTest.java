package dev.hew.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.hew.change.Change;
import dev.hew.tree.Content;
import dev.hew.tree.FileTree;
import dev.hew.tree.RelPath;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A line that an update breaks is named where its owner finds it: in the file with the marks of conflicts. */
class OwnersSideTest {
  private static final String MARKED = """
      a
      <<<<<<< yours
      use();
      b
      ||||||| hew, last time
      use();
      =======
      use();
      use();
      >>>>>>> hew, now
      new
      use();
      c
      """;

  @Test
  void linesAreCountedWithTheMarks() {
    OwnersSide side = OwnersSide.of(MARKED);
    assertEquals("a\nuse();\nb\nnew\nuse();\nc\n", side.text());
    assertEquals(List.of(1, 3, 4, 11, 12, 13), side.numbers());
  }

  @Test
  void aBrokenLineBehindAConflictIsNamedWhereItStands() throws IOException {
    RelPath note = RelPath.of("Note.java");
    RelPath mine = RelPath.of("Mine.java");
    Content record = Content.of("record Note(String text) {}\n");
    Content other = Content.of("record Note(String body) {}\n");
    Content ours = Content.of(
        "class Mine {\n  int a = 1;\n  String b(Note n) {\n    return n.text();\n  }\n}\n");
    Content marked = Content.of(
        ours.text()
            .replace(
                "  int a = 1;\n",
                "<<<<<<< yours\n  int a = 1;\n||||||| hew, last time\n  int a;\n=======\n>>>>>>> hew, now\n"));
    FileTree base = FileTree.of(Map.of(note, record, mine, Content.of("class Mine {}\n")));
    FileTree wanted = FileTree.of(Map.of(note, other, mine, Content.of("class Mine {}\n")));
    List<Change> changes = List.of(
        new Change.Update(new Change.File("n", note, Optional.empty(), "hew", ""), other),
        new Change.Conflict(
            new Change.File("m", mine, Optional.empty(), "both", ""),
            marked,
            1,
            new Change.Sides(Optional.empty(), ours, Content.of("class Mine {}\n"))));
    BrokenUse use = Breakage.between(changes, base.with(mine, ours), base, wanted, Set.of())
        .uses()
        .get(0);
    assertEquals("Mine.java:9", use.place(true).words());
    assertEquals("Mine.java:4", use.place(false).words());
    assertEquals("    return n.text();", use.after().source().line(9));
  }

  @Test
  void ofEqualLinesTheOneThatIsBrokenIsNamed() throws IOException {
    RelPath note = RelPath.of("Note.java");
    RelPath mine = RelPath.of("Mine.java");
    Content record = Content.of("record Note(String text) {}\n");
    Content other = Content.of("record Note(String body) {}\n");
    String hews = "class Mine {\n  int a;\n  String hews(Note n) {\n    return n.text();\n  }\n";
    Content then = Content.of(hews + "}\n");
    Content now = Content.of("class Mine {\n  long a;\n}\n");
    String added = "  String mine(Note n) {\n    return n.text();\n  }\n}\n";
    Content ours = Content.of(hews.replace("int a;", "int a = 1;") + added);
    Content marked =
        Content.of("class Mine {\n<<<<<<< yours\n  int a = 1;\n||||||| hew, last time\n  int a;\n"
            + "=======\n  long a;\n>>>>>>> hew, now\n" + added);
    FileTree base = FileTree.of(Map.of(note, record, mine, then));
    List<Change> changes = List.of(
        new Change.Update(new Change.File("n", note, Optional.empty(), "hew", ""), other),
        new Change.Conflict(
            new Change.File("m", mine, Optional.empty(), "both", ""),
            marked,
            1,
            new Change.Sides(Optional.of(then), ours, now)));
    List<BrokenUse> uses = Breakage.between(
            changes,
            base.with(mine, ours),
            base,
            FileTree.of(Map.of(note, other, mine, now)),
            Set.of())
        .uses();
    assertEquals(
        List.of("Mine.java:10"),
        uses.stream().map(use -> use.place(true).words()).toList());
    assertEquals(
        List.of("Mine.java:7"),
        uses.stream().map(use -> use.place(false).words()).toList());
  }
}
