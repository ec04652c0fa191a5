package dev.hew.survival;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hew.survival.UserEdit.Layout;
import dev.hew.tree.Content;
import dev.hew.tree.FileTree;
import dev.hew.tree.RelPath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Year;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code cli/src/bench/survival.sh} does to a service of JHipster's what {@link SurvivalBenchmark} does to hew's, as far
 * as its entities can say it. In the first row the changed entities are imported over the edited service ({@code
 * import-jdl --force}); that this comes to the same as laying JHipster's files over the service is tried for each kind
 * of edit. In the second they are imported over the service as it was made, on a branch that git then merges, as {@code
 * jhipster upgrade} does.
 */
class JHipsterBenchmark {
  private static final Path JDL = Path.of("src", "bench", "jhipster", "shop.jdl");

  @TempDir
  Path top;

  private final ToolSum forced = new ToolSum();
  private final ToolSum merged = new ToolSum();

  @Test
  void editsAreCounted() throws IOException {
    String jdl = Files.readString(JDL);
    FileTree base = imported(FileTree.empty(), jdl);
    Set<String> tried = new TreeSet<>();
    int number = 0;
    for (JdlChange change : JdlChange.all()) {
      String changed = change.applied(jdl);
      FileTree again = imported(base, changed);
      // an entity that is gone stays among those that JHipster remembers, and is made again
      FileTree clean = imported(FileTree.empty(), changed);
      FileTree wanted =
          without(again, path -> base.get(path).isPresent() && clean.get(path).isEmpty());
      for (UserEdit edit : UserEdit.all(Layout.JHIPSTER)) {
        Optional<FileTree> made = OthersBenchmark.edited(edit, base, again, number++);
        if (made.isEmpty()) {
          continue;
        }
        FileTree edited = made.get();
        FileTree over = edited.plus(again);
        if (tried.add(edit.name())) {
          same(over, imported(edited, changed), edit.name());
        }
        forced.count(base, edited, wanted, over, Set.of());
        branch(base, edited, again, wanted);
      }
    }
    assertTrue(forced.runs() >= 100 && tried.size() > 10, () -> tried.toString());
    ToolTable.write(List.of(
        forced.row("JHipster 9.4.0, `import-jdl --force`"),
        merged.row("JHipster 9.4.0, on a branch that git merges")));
  }

  /** What JHipster leaves in a folder that holds these files. */
  private FileTree imported(FileTree there, String jdl) throws IOException {
    ToolFolder folder = new ToolFolder(top.resolve("jhipster"))
        .holding(there.with(RelPath.of("shop.jdl"), Content.of(jdl)));
    folder.run(
        List.of(0),
        Map.of(),
        System.getProperty("hew.jhipster"),
        "import-jdl",
        "shop.jdl",
        "--skip-install",
        "--skip-git",
        "--force",
        "--defaults");
    TreeMap<RelPath, Content> files = new TreeMap<>();
    folder.files().files().forEach((path, content) -> {
      if (!path.value().equals("shop.jdl")) {
        boolean text = path.value().endsWith(".xml") || path.value().startsWith(".jhipster/");
        files.put(
            RelPath.of(timeless(path.value())),
            text ? Content.of(timeless(content.text())) : content);
      }
    });
    return new FileTree(files);
  }

  /** Changes of the database are called after the second in which they were made. */
  private static String timeless(String text) {
    return text.replaceAll("\\b" + Year.now().getValue() + "\\d{10}(?=[_-]|\\b)", "20300101000000");
  }

  private static FileTree without(FileTree tree, Predicate<RelPath> which) {
    TreeMap<RelPath, Content> files = new TreeMap<>(tree.files());
    files.keySet().removeIf(which);
    return new FileTree(files);
  }

  /** What it remembers of its own aside. */
  private static void same(FileTree expected, FileTree actual, String what) {
    FileTree one = without(expected, path -> path.value().equals(".yo-rc.json"));
    FileTree other = without(actual, path -> path.value().equals(".yo-rc.json"));
    assertEquals(one.files().keySet(), other.files().keySet(), what);
    one.files()
        .forEach((path, content) ->
            assertEquals(content.text(), other.get(path).orElseThrow().text(), what + ": " + path));
  }

  /** The edited service, into which a branch is merged that holds what JHipster makes. */
  private void branch(FileTree base, FileTree edited, FileTree again, FileTree wanted)
      throws IOException {
    ToolFolder folder = new ToolFolder(top.resolve("merged")).holding(base);
    folder.git(List.of(0), "init", "--quiet", "--initial-branch=main");
    folder.commit("base");
    folder.git(List.of(0), "checkout", "--quiet", "-b", "jhipster_upgrade");
    folder.replaced(again).commit("again");
    folder.git(List.of(0), "checkout", "--quiet", "main");
    folder.replaced(edited).commit("edited");
    folder.git(List.of(0, 1), "merge", "--quiet", "--no-edit", "jhipster_upgrade");
    Set<RelPath> conflicts = folder
        .git(List.of(0), "diff", "--name-only", "--diff-filter=U", "-z")
        .transform(list -> List.of(list.split("\0")))
        .stream()
        .filter(name -> !name.isEmpty())
        .map(RelPath::of)
        .collect(Collectors.toCollection(TreeSet::new));
    merged.count(base, edited, wanted, folder.files(), conflicts);
  }
}
