package dev.hew.survival;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hew.change.Changes;
import dev.hew.survival.Account.Fate;
import dev.hew.survival.Survival.Start;
import dev.hew.survival.UserEdit.Layout;
import dev.hew.tree.Content;
import dev.hew.tree.FileTree;
import dev.hew.tree.RelPath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code mvn -Psurvival verify} does to services of OpenAPI Generator what {@link SurvivalBenchmark} does to hew's, and
 * writes what becomes of the edits beside hew's figures in {@code docs/benchmarks.md}. For each change of a contract the
 * generator runs once; that running it into an edited service comes to the same as laying its files over that service is
 * tried for each kind of edit, with and without an ignore file.
 */
class OthersBenchmark {
  private static final Path PAGE = Path.of("..", "docs", "benchmarks.md");
  static final Path JAR = Path.of("target", "survival", "openapi-generator-cli-7.25.0.jar");
  private static final String BEGIN = "<!-- others: written by mvn -Psurvival verify -->\n";
  private static final String END = "<!-- /others -->";

  @TempDir
  Path folder;

  /** What a tool does with edits, summed up. */
  private static final class Sum {
    private int runs;
    private int kept;
    private int lost;
    private int without;
    private int stale;

    String row(String tool) {
      return String.format(
          Locale.ROOT,
          "| %s | %d | %d | %d | %d | 0 | %d |%n",
          tool,
          runs,
          kept,
          lost,
          without,
          stale);
    }
  }

  private final Sum plain = new Sum();
  private final Sum ignoring = new Sum();
  private final Set<String> tried = new TreeSet<>();
  private final List<String> refused = new ArrayList<>();

  @Test
  void editsAreCounted() throws Exception {
    System.setProperty("org.slf4j.simpleLogger.defaultLogLevel", "off");
    String only = System.getProperty("hew.survival.only", "");
    try (OtherGenerator generator = new OtherGenerator(JAR, folder)) {
      for (Start start : Survival.starts()) {
        if (start.name().startsWith(only) && start.options().get("store") == null) {
          all(start, generator);
        }
      }
    }
    assertTrue(plain.runs > 0 && tried.size() > 10);
    assertEquals(plain.runs, plain.kept + plain.lost + plain.without);
    String table =
        "| tool | runs | kept, and what is new is there | lost | kept, but what is new is missing | in conflict | files of the old contract left |\n"
            + "|---|---|---|---|---|---|---|\n" + hews()
            + plain.row("OpenAPI Generator 7.25.0")
            + ignoring.row("OpenAPI Generator 7.25.0, edited files in its ignore file")
            + (refused.isEmpty()
                ? ""
                : "\nOf these contracts OpenAPI Generator makes no service: "
                    + String.join(", ", refused) + ".\n");
    System.out.println(table);
    if (only.isEmpty()) {
      String page = Files.readString(PAGE);
      int begin = page.indexOf(BEGIN) + BEGIN.length();
      assertTrue(begin > BEGIN.length() && page.indexOf(END) >= begin, PAGE + " has no place");
      Files.writeString(
          PAGE, page.substring(0, begin) + "\n" + table + "\n" + page.substring(page.indexOf(END)));
    }
  }

  /** hew's own figures, from the table that {@link SurvivalBenchmark} wrote. */
  private static String hews() throws IOException {
    String[] all = Files.readAllLines(PAGE).stream()
        .filter(line -> line.startsWith("| **all** |"))
        .findFirst()
        .orElseThrow()
        .split("\\s*\\|\\s*");
    int kept = 0;
    for (int column : List.of(3, 4, 5, 6)) {
      kept += Integer.parseInt(all[column]);
    }
    return "| hew | " + all[2] + " | " + kept + " | " + all[8] + " | 0 | " + all[7] + " | 0 |\n";
  }

  private void all(Start start, OtherGenerator generator) {
    Optional<FileTree> made = generator.made(start.contract());
    if (made.isEmpty()) {
      refused.add(start.name());
      return;
    }
    FileTree base = made.get();
    int number = 0;
    for (ContractChange change : ContractChange.all()) {
      Optional<String> contract = changed(start, change);
      Optional<FileTree> next = contract.flatMap(generator::made);
      if (next.isEmpty()) {
        continue;
      }
      FileTree wanted = next.get();
      for (UserEdit edit : UserEdit.all(Layout.OPENAPI_GENERATOR)) {
        Optional<FileTree> edited = edited(edit, base, wanted, number++);
        if (edited.isPresent()) {
          Set<RelPath> touched = touched(base, edited.get());
          FileTree over = laidOver(edited.get(), wanted, Set.of());
          FileTree beside = laidOver(edited.get(), wanted, touched);
          count(plain, base, edited.get(), wanted, over);
          count(ignoring, base, edited.get(), wanted, beside);
          if (tried.add(edit.name())) {
            same(over, generator.regenerated(contract.get(), edited.get()));
            same(beside, generator.regenerated(contract.get(), ignoring(edited.get(), touched)));
          }
        }
      }
    }
  }

  private static Optional<String> changed(Start start, ContractChange change) {
    for (int attempt = 0; attempt < 10; attempt++) {
      try {
        return Optional.of(change.applied(start.contract(), new Random(attempt)));
      } catch (ContractText.NotHere e) {
        // another seed may find a place
      }
    }
    return Optional.empty();
  }

  private static Optional<FileTree> edited(
      UserEdit edit, FileTree base, FileTree wanted, int seed) {
    try {
      return Optional.of(edit.applied(
              base, Survival.difference(base, wanted).files().keySet(), new Random(seed * 7919L)))
          .filter(tree -> !tree.equals(base));
    } catch (ContractText.NotHere e) {
      return Optional.empty();
    }
  }

  /** The files of the generator's that somebody edited, deleted or renamed. */
  private static Set<RelPath> touched(FileTree base, FileTree edited) {
    Set<RelPath> touched = new TreeSet<>(base.files().keySet());
    touched.removeIf(path -> base.get(path).equals(edited.get(path)));
    return touched;
  }

  /** What the generator leaves in the folder: it never writes over its ignore file and over controllers. */
  private static FileTree laidOver(FileTree edited, FileTree wanted, Set<RelPath> ignored) {
    TreeMap<RelPath, Content> files = new TreeMap<>(edited.files());
    wanted.files().forEach((path, content) -> {
      boolean own = files.containsKey(path)
          && (path.equals(OtherGenerator.IGNORE) || path.name().endsWith("Controller.java"));
      if (!ignored.contains(path) && !own) {
        files.put(path, content);
      }
    });
    return new FileTree(files);
  }

  private static FileTree ignoring(FileTree edited, Set<RelPath> touched) {
    StringBuilder text =
        new StringBuilder(edited.get(OtherGenerator.IGNORE).orElseThrow().text());
    touched.forEach(path -> text.append(path).append('\n'));
    return edited.with(OtherGenerator.IGNORE, Content.of(text.toString()));
  }

  /** What it says about itself aside. */
  private static void same(FileTree expected, FileTree actual) {
    assertEquals(own(expected).keySet(), own(actual).keySet());
    own(expected)
        .forEach((path, content) ->
            assertEquals(content.text(), own(actual).get(path).text(), path.value()));
  }

  private static TreeMap<RelPath, Content> own(FileTree tree) {
    TreeMap<RelPath, Content> files = new TreeMap<>(tree.files());
    files.keySet().removeIf(path -> path.value().startsWith(".openapi-generator"));
    return files;
  }

  private static void count(
      Sum sum, FileTree base, FileTree edited, FileTree wanted, FileTree after) {
    Account account = Account.of(base, edited, wanted, new Changes(List.of(), after));
    boolean asEdited =
        touched(base, edited).stream().allMatch(path -> after.get(path).equals(edited.get(path)));
    boolean lost = !asEdited && account.lines().containsKey(Fate.LOST);
    boolean missing = touched(base, edited).stream()
        .anyMatch(path ->
            !base.get(path).equals(wanted.get(path)) && after.get(path).equals(edited.get(path)));
    List<RelPath> left = new ArrayList<>(base.files().keySet());
    left.removeIf(path -> wanted.get(path).isPresent() || after.get(path).isEmpty());
    sum.runs++;
    sum.lost += lost ? 1 : 0;
    sum.without += !lost && missing ? 1 : 0;
    sum.kept += !lost && !missing ? 1 : 0;
    sum.stale += left.isEmpty() ? 0 : 1;
  }
}
