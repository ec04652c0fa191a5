package dev.hew.change;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hew.compiler.JavaOutline;
import dev.hew.lock.Lock;
import dev.hew.merge.Labels;
import dev.hew.merge.Merger;
import dev.hew.tree.Content;
import dev.hew.tree.FileTree;
import dev.hew.tree.RelPath;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The seven changes: what becomes of a file, for each thing that can have happened to it on both sides. */
class ChangesTest {
  /** What a file can hold: {@code other} and {@code clash} are edits, the second of a line that hew changes too. */
  private static final Map<String, String> TEXTS = Map.of(
      "base", "one\ntwo\nthree\nfour\nfive\n",
      "new", "one\ntwo\nthree\nfour\nFIVE\n",
      "other", "ONE\ntwo\nthree\nfour\nfive\n",
      "clash", "one\ntwo\nthree\nfour\nfunf\n");

  private static final String TABLE = """
      base  disk   wanted | hew, both  you
      -     -      -      | -          -
      -     -      base   | Create     Create
      -     -      new    | Create     Create
      -     base   -      | -          -
      -     base   base   | Keep       Keep
      -     base   new    | Conflict   Keep
      -     new    -      | -          -
      -     new    base   | Conflict   Keep
      -     new    new    | Keep       Keep
      -     other  -      | -          -
      -     other  base   | Conflict   Keep
      -     other  new    | Conflict   Keep
      -     clash  -      | -          -
      -     clash  base   | Conflict   Keep
      -     clash  new    | Conflict   Keep
      base  -      -      | Retire     Retire
      base  -      base   | Keep       Keep
      base  -      new    | Keep       Keep
      base  base   -      | Retire     Orphan
      base  base   base   | Keep       Keep
      base  base   new    | Update     Keep
      base  new    -      | Orphan     Orphan
      base  new    base   | Keep       Keep
      base  new    new    | Keep       Keep
      base  other  -      | Orphan     Orphan
      base  other  base   | Keep       Keep
      base  other  new    | Merge      Keep
      base  clash  -      | Orphan     Orphan
      base  clash  base   | Keep       Keep
      base  clash  new    | Conflict   Keep
      """;

  private static final RelPath PATH = RelPath.of("src/Orders.txt");
  private static final RelPath MOVED = RelPath.of("src/Purchases.txt");
  private static final RelPath MINE = RelPath.of("src/Mine.txt");

  private record Row(String base, String disk, String wanted, String merged, String yours) {
    String expected(String owner) {
      return owner.equals("you") ? yours : merged;
    }
  }

  private static List<Row> rows() {
    return TABLE
        .lines()
        .skip(1)
        .map(line -> line.replace("|", "").strip().split("\\s+"))
        .map(c -> new Row(c[0], c[1], c[2], c[3], c[4]))
        .toList();
  }

  @Test
  void tableIsComplete() {
    Set<String> combinations = new LinkedHashSet<>();
    for (String base : List.of("-", "base")) {
      for (String disk : List.of("-", "base", "new", "other", "clash")) {
        for (String wanted : List.of("-", "base", "new")) {
          combinations.add(base + " " + disk + " " + wanted);
        }
      }
    }
    assertEquals(
        List.copyOf(combinations),
        rows().stream().map(r -> r.base + " " + r.disk + " " + r.wanted).toList());
  }

  @TestFactory
  Stream<DynamicTest> eachRow() {
    List<DynamicTest> tests = new ArrayList<>();
    for (Row row : rows()) {
      for (String owner : List.of("hew", "both", "you")) {
        for (boolean crlf : List.of(false, true)) {
          String name = row.base + ", " + row.disk + ", " + row.wanted + ", owner " + owner
              + (crlf ? ", CR LF on the disk" : "");
          tests.add(DynamicTest.dynamicTest(name, () -> check(row, owner, crlf)));
        }
      }
    }
    return tests.stream();
  }

  private static void check(Row row, String owner, boolean crlf) {
    Optional<Content> ours = content(row.disk).map(c -> crlf ? withCrlf(c) : c);
    Changes changes = changes(
        entries(row.wanted, "t#/a", PATH, owner),
        entries(row.base, "t#/a", PATH, owner),
        ours.map(c -> Map.of(PATH, c)).orElse(Map.of()));
    assertEquals(row.expected(owner), word(changes));
    assertEquals(row.expected(owner).equals("Conflict"), changes.conflicts());
    Optional<Content> after = changes.after().get(PATH);
    switch (word(changes)) {
      case "-", "Keep", "Orphan" -> assertEquals(ours, after);
      case "Create" -> assertEquals(content(row.wanted), after);
      case "Update" -> assertEquals(content(row.wanted).map(c -> crlf ? withCrlf(c) : c), after);
      case "Retire" -> assertEquals(Optional.empty(), after);
      case "Merge" ->
        assertEquals(
            "ONE\ntwo\nthree\nfour\nFIVE\n".replace("\n", crlf ? "\r\n" : "\n"),
            after.orElseThrow().text());
      case "Conflict" -> {
        List<String> lines = after.orElseThrow().text().lines().toList();
        assertTrue(lines.contains("<<<<<<< yours"), lines::toString);
        assertTrue(lines.contains(">>>>>>> hew"), lines::toString);
        assertTrue(lines.containsAll(ours.orElseThrow().text().lines().toList()));
        assertTrue(
            lines.containsAll(content(row.wanted).orElseThrow().text().lines().toList()));
      }
      default -> throw new AssertionError(word(changes));
    }
  }

  /** A file whose id stays moves with what its owner wrote in it. */
  @TestFactory
  Stream<DynamicTest> movesWithItsId() {
    Map<String, String> expected = new TreeMap<>(
        Map.of("base", "Update", "new", "Merge", "other", "Merge", "clash", "Conflict"));
    return expected.entrySet().stream()
        .map(e -> DynamicTest.dynamicTest(e.getKey(), () -> {
          Changes changes = changes(
              entries("new", "t#/a", MOVED, "both"),
              entries("base", "t#/a", PATH, "both"),
              Map.of(PATH, content(e.getKey()).orElseThrow()));
          assertEquals(e.getValue(), word(changes));
          assertEquals(Optional.of(PATH), changes.all().get(0).former());
          assertEquals(MOVED, changes.all().get(0).path());
          assertEquals(Set.of(MOVED), changes.after().files().keySet());
        }));
  }

  @Test
  void editedBinaryStaysWhereItIsWhenAnotherFileLiesWhereItIsToGo() {
    Content mine = Content.of(new byte[] {0, 1, 2, 9});
    Content other = Content.of(new byte[] {0, 7, 7});
    Content hews = Content.of(new byte[] {0, 1, 2});
    Changes changes = changes(
        List.of(new Lock.Entry("t#/a", MOVED, "both", hews)),
        List.of(new Lock.Entry("t#/a", PATH, "both", hews)),
        Map.of(PATH, mine, MOVED, other));
    assertEquals("Conflict", word(changes));
    assertEquals(Map.of(PATH, mine, MOVED, other), changes.after().files());
  }

  /** The first file cannot leave, as another one lies where it is to go; so the second cannot take its place. */
  @Test
  void aFileThatCannotLeaveIsNotWrittenOver() {
    Content mine = Content.of(new byte[] {0, 1, 2, 9});
    Content other = Content.of(new byte[] {0, 7, 7});
    Content hews = Content.of(new byte[] {0, 1, 2});
    Content second = Content.of(new byte[] {0, 3});
    Changes changes = changes(
        List.of(
            new Lock.Entry("t#/a", MOVED, "both", hews),
            new Lock.Entry("t#/b", PATH, "both", second)),
        List.of(
            new Lock.Entry("t#/a", PATH, "both", hews),
            new Lock.Entry("t#/b", MINE, "both", second)),
        Map.of(PATH, mine, MOVED, other, MINE, second));
    assertEquals(Map.of(PATH, mine, MOVED, other, MINE, second), changes.after().files());
  }

  @Test
  void editedFileMovesToWhereAnEmptyOneLies() {
    Changes changes = changes(
        entries("base", "t#/a", MOVED, "both"),
        entries("base", "t#/a", PATH, "both"),
        Map.of(PATH, content("other").orElseThrow(), MOVED, Content.of("")));
    assertEquals(Map.of(MOVED, content("other").orElseThrow()), changes.after().files());
  }

  @Test
  void deletedFileStaysDeletedWhenItsPathChanges() {
    Changes changes = changes(
        entries("new", "t#/a", MOVED, "both"), entries("base", "t#/a", PATH, "both"), Map.of());
    assertEquals("Keep", word(changes));
    assertEquals(FileTree.empty(), changes.after());
  }

  @Test
  void fileThatItsOwnerRenamedIsFoundAndStaysWhereItIs() {
    Changes changes = changes(
        entries("new", "t#/a", PATH, "both"),
        entries("base", "t#/a", PATH, "both"),
        Map.of(MINE, content("other").orElseThrow()));
    assertEquals("Merge", word(changes));
    assertEquals(MINE, changes.all().get(0).path());
    assertEquals(
        "ONE\ntwo\nthree\nfour\nFIVE\n", changes.after().get(MINE).orElseThrow().text());
    assertEquals(Set.of(MINE), changes.after().files().keySet());
  }

  @Test
  void anotherTemplateAtTheSamePathIsTheSameFile() {
    Changes changes = changes(
        entries("new", "bean#/a", PATH, "both"),
        entries("base", "record#/a", PATH, "both"),
        Map.of(PATH, content("other").orElseThrow()));
    assertEquals("Merge", word(changes));
  }

  @Test
  void renamedPartOfTheContractKeepsItsEdits() {
    Changes changes = changes(
        entries("new", "t#/purchases", MOVED, "both"),
        entries("base", "t#/orders", PATH, "both"),
        Map.of(PATH, content("other").orElseThrow()));
    assertEquals("Merge", word(changes));
    assertEquals(Set.of(MOVED), changes.after().files().keySet());
  }

  @Test
  void twoFilesChangePlaces() {
    Content one = Content.of("one\n");
    Content two = Content.of("two\n");
    Changes changes = changes(
        List.of(entry("t#/1", MOVED, "both", one), entry("t#/2", PATH, "both", two)),
        List.of(entry("t#/1", PATH, "both", one), entry("t#/2", MOVED, "both", two)),
        Map.of(PATH, one, MOVED, two));
    assertFalse(changes.conflicts());
    assertEquals(FileTree.of(Map.of(PATH, two, MOVED, one)), changes.after());
  }

  @Test
  void fileThatStaysIsNotOverwrittenByOneThatMoves() {
    Content edited = Content.of("mine\n");
    Changes changes = changes(
        List.of(entry("t#/1", MOVED, "both", Content.of("a\n"))),
        List.of(
            entry("t#/1", PATH, "both", Content.of("a\n")),
            entry("u#/2", MOVED, "both", Content.of("b\n"))),
        Map.of(PATH, Content.of("a\n"), MOVED, edited));
    assertTrue(changes.conflicts());
    assertTrue(changes.after().get(MOVED).orElseThrow().text().contains("mine\n"));
  }

  @Test
  void binaryFileWantsADecisionAndStays() {
    Content ours = Content.of(new byte[] {0, 1, 3});
    Changes changes = changes(
        List.of(entry("t#/1", PATH, "both", Content.of(new byte[] {0, 1, 4}))),
        List.of(entry("t#/1", PATH, "both", Content.of(new byte[] {0, 1, 2}))),
        Map.of(PATH, ours));
    assertEquals("Conflict", word(changes));
    assertEquals(Optional.of(ours), changes.after().get(PATH));
  }

  @Test
  void executableBitIsMergedLikeALine() {
    Content base = content("base").orElseThrow();
    Content wanted = content("new").orElseThrow();
    Changes mine = changes(
        List.of(entry("t#/1", PATH, "both", wanted)),
        List.of(entry("t#/1", PATH, "both", base)),
        Map.of(PATH, base.executable(true)));
    assertEquals(Optional.of(wanted.executable(true)), mine.after().get(PATH));
    Changes hews = changes(
        List.of(entry("t#/1", PATH, "both", base.executable(true))),
        List.of(entry("t#/1", PATH, "both", base)),
        Map.of(PATH, content("other").orElseThrow()));
    assertEquals(
        Optional.of(content("other").orElseThrow().executable(true)),
        hews.after().get(PATH));
  }

  @Test
  void whatHewDoesNotKnowIsNotTouched() {
    Content mine = Content.of("mine\n");
    Changes changes = changes(
        entries("new", "t#/a", PATH, "both"),
        entries("base", "t#/a", PATH, "both"),
        Map.of(PATH, content("base").orElseThrow(), MINE, mine));
    assertEquals(Optional.of(mine), changes.after().get(MINE));
    assertEquals(1, changes.all().size());
  }

  private static Changes changes(
      List<Lock.Entry> wanted, List<Lock.Entry> base, Map<RelPath, Content> disk) {
    return Changes.between(
        wanted,
        base,
        FileTree.of(disk),
        new Merger(new Labels("yours", "base", "hew"), JavaOutline::of));
  }

  /** The name of the only change, {@code -} if there is none. */
  private static String word(Changes changes) {
    assertTrue(changes.all().size() < 2, changes.all()::toString);
    return changes.all().isEmpty() ? "-" : changes.all().get(0).getClass().getSimpleName();
  }

  private static List<Lock.Entry> entries(String text, String id, RelPath path, String owner) {
    return content(text).map(c -> List.of(entry(id, path, owner, c))).orElse(List.of());
  }

  private static Lock.Entry entry(String id, RelPath path, String owner, Content content) {
    return new Lock.Entry(id, path, owner, content);
  }

  private static Optional<Content> content(String name) {
    return Optional.ofNullable(TEXTS.get(name)).map(Content::of);
  }

  private static Content withCrlf(Content content) {
    return Content.of(content.text().replace("\n", "\r\n"));
  }
}
