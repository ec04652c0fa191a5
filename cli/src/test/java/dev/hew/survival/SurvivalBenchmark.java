package dev.hew.survival;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hew.survival.Account.Fate;
import dev.hew.survival.Survival.Run;
import dev.hew.survival.Survival.Start;
import dev.hew.survival.Survival.Step;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code mvn -Psurvival verify} runs every edit against every change and writes the tables in {@code docs/benchmarks.md}. */
class SurvivalBenchmark {
  private static final Path PAGE = Path.of("..", "docs", "benchmarks.md");
  private static final String BEGIN = "<!-- survival: written by mvn -Psurvival verify -->\n";
  private static final String END = "<!-- /survival -->";

  @TempDir
  Path folder;

  @Test
  void noEditedLineIsLost() throws IOException {
    int seeds = Integer.getInteger("hew.survival.seeds", 1);
    List<Run> runs = new ArrayList<>();
    Path log = Files.createDirectories(Path.of("target", "survival")).resolve("runs.txt");
    Files.deleteIfExists(log);
    Optional<ServiceCompiler> compiler = Optional.of(new ServiceCompiler(folder));
    int number = 0;
    String only = System.getProperty("hew.survival.only", "");
    for (Start start : Survival.starts()) {
      if (!start.name().startsWith(only)) {
        continue;
      }
      for (ContractChange change : ContractChange.all()) {
        for (int seed = 0; seed < seeds; seed++) {
          Optional<Step> step = Survival.step(start, change, seed);
          if (step.isEmpty()) {
            continue;
          }
          for (UserEdit edit : UserEdit.all()) {
            Survival.run(step.get(), edit, number++, compiler).ifPresent(run -> {
              runs.add(run);
              write(log, run);
            });
          }
        }
      }
    }
    String table = SurvivalTable.of(runs);
    Files.writeString(Path.of("target", "survival", "table.md"), table);
    System.out.println(table);
    if (only.isEmpty()) {
      String page = Files.readString(PAGE);
      int begin = page.indexOf(BEGIN) + BEGIN.length();
      assertTrue(
          begin > BEGIN.length() && page.indexOf(END) >= begin, () -> PAGE + " has no place");
      Files.writeString(
          PAGE, page.substring(0, begin) + "\n" + table + "\n" + page.substring(page.indexOf(END)));
    }
    assertEquals(0, runs.stream().filter(r -> r.fate() == Fate.LOST).count(), "lost");
    assertTrue(!only.isEmpty() || runs.size() >= 3000, () -> runs.size() + " runs");
  }

  /** Tells of each run that came to more than a merge, for whoever looks into it. */
  private static void write(Path file, Run run) {
    boolean broken = run.problems().filter(p -> !p.isEmpty()).isPresent();
    if (run.fate().compareTo(Fate.REPLACED) >= 0 || broken) {
      String overlapping = run.account().overlapping() ? " (overlapping)" : "";
      String text = String.join(
          " | ",
          run.fate() + overlapping + (broken ? " BROKEN" : ""),
          run.step().start().name(),
          run.step().change().name(),
          run.edit().name(),
          run.account().losses().toString(),
          run.problems().orElse(List.of()).toString());
      try {
        Files.writeString(
            file,
            text + "\n" + run.conflicts(),
            StandardOpenOption.CREATE,
            StandardOpenOption.APPEND);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
