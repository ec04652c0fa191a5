package dev.hew.survival;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hew.survival.Survival.Start;
import dev.hew.survival.UserEdit.Layout;
import dev.hew.tree.Content;
import dev.hew.tree.FileTree;
import dev.hew.tree.RelPath;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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
  static final Path JAR = Path.of("target", "survival", "openapi-generator-cli-7.25.0.jar");

  @TempDir
  Path folder;

  private final ToolSum plain = new ToolSum();
  private final ToolSum ignoring = new ToolSum();
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
    assertTrue(plain.runs() > 0 && tried.size() > 10);
    List<String> rows = List.of(
        hews(),
        plain.row("OpenAPI Generator 7.25.0"),
        ignoring.row("OpenAPI Generator 7.25.0, edited files in its ignore file"));
    System.out.println(String.join("\n", rows));
    System.out.println("Of these contracts OpenAPI Generator makes no service: " + refused);
    if (only.isEmpty()) {
      ToolTable.write(rows);
    }
  }

  /** hew's own figures, from the table that {@link SurvivalBenchmark} wrote. */
  private static String hews() throws IOException {
    String[] all = ToolTable.cells("**all**");
    int kept = 0;
    for (int column : List.of(3, 4, 5, 6)) {
      kept += Integer.parseInt(all[column]);
    }
    return "| hew | " + all[2] + " | " + kept + " | " + all[8] + " | 0 | " + all[7] + " | 0 |";
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
          Set<RelPath> touched = ToolSum.touched(base, edited.get());
          FileTree over = laidOver(edited.get(), wanted, Set.of());
          FileTree beside = laidOver(edited.get(), wanted, touched);
          plain.count(base, edited.get(), wanted, over, Set.of());
          ignoring.count(base, edited.get(), wanted, beside, Set.of());
          if (tried.add(edit.name())) {
            same(over, generator.regenerated(contract.get(), edited.get()));
            same(beside, generator.regenerated(contract.get(), ignoring(edited.get(), touched)));
          }
        }
      }
    }
  }

  static Optional<String> changed(Start start, ContractChange change) {
    for (int attempt = 0; attempt < 10; attempt++) {
      try {
        return Optional.of(change.applied(start.contract(), new Random(attempt)));
      } catch (ContractText.NotHere e) {
        // another seed may find a place
      }
    }
    return Optional.empty();
  }

  static Optional<FileTree> edited(UserEdit edit, FileTree base, FileTree wanted, int seed) {
    try {
      return Optional.of(edit.applied(
              base, Survival.difference(base, wanted).files().keySet(), new Random(seed * 7919L)))
          .filter(tree -> !tree.equals(base));
    } catch (ContractText.NotHere e) {
      return Optional.empty();
    }
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
}
