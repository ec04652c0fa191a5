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

/** What a compiler says only because it lacks the libraries breaks nothing, whatever else changes on the line. */
class LibraryErrorsTest {
  private static final RelPath NOTE = RelPath.of("src/main/java/a/api/Note.java");
  private static final RelPath MINE = RelPath.of("src/main/java/a/web/Mine.java");
  private static final String RECORD = "package a.api;\n\npublic record Note(String text) {}\n";

  private static List<String> broken(String note, String was, String is, Set<String> known)
      throws IOException {
    FileTree base = FileTree.of(Map.of(NOTE, Content.of(RECORD)));
    FileTree wanted = FileTree.of(Map.of(NOTE, Content.of(note)));
    Change.File hews = new Change.File("note", NOTE, Optional.empty(), "hew", "not edited");
    Change.File mine = new Change.File("mine", MINE, Optional.empty(), "both", "edited");
    List<Change> changes =
        List.of(new Change.Update(hews, Content.of(note)), new Change.Update(mine, Content.of(is)));
    return Breakage.between(changes, base.with(MINE, Content.of(was)), base, wanted, known)
        .uses()
        .stream()
        .map(BrokenUse::what)
        .toList();
  }

  private static String mine(String imports, String body) {
    return "package a.web;\n\nimport a.api.*;\n" + imports + "\nclass Mine {\n" + body + "\n}\n";
  }

  @Test
  void aLineThatHewRenamesAMethodOnLacksWhatItLacked() throws IOException {
    String body = "  Answer<Note> get(Note note) { return Answer.ok(note); }";
    String renamed = body.replace("get", "list");
    for (String imports : List.of("import org.lib.Answer;\n", "import org.lib.*;\n")) {
      assertEquals(
          List.of(), broken(RECORD, mine(imports, body), mine(imports, renamed), Set.of()));
    }
    String imports = "import org.lib.Answer;\n";
    assertEquals(
        List.of(),
        broken(RECORD, mine(imports, body), mine(imports, renamed), Set.of(MINE + " Answer")));
  }

  @Test
  void aMethodOfALibraryIsMissingWhateverItIsGiven() throws IOException {
    String text = mine(
        "import static org.lib.Assertions.*;\n", "  void t(Note note) { check(note.text()); }");
    assertEquals(List.of(), broken(RECORD.replace("String", "Long"), text, text, Set.of()));
  }

  @Test
  void whatTheServiceHadIsMissing() throws IOException {
    String text = mine("import org.lib.Answer;\n", "  Answer<Note> get() { return null; }");
    assertEquals(
        List.of("cannot find class Note in class Mine"),
        broken(RECORD.replace("Note", "Paper"), text, text, Set.of()));
    String imported = text.replace("a.api.*", "a.api.Note");
    assertEquals(
        List.of("cannot find class Note in package a.api", "cannot find class Note in class Mine"),
        broken(RECORD.replace("Note", "Paper"), imported, imported, Set.of()));
  }
}
