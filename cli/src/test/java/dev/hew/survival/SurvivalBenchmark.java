package dev.hew.survival;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hew.survival.Account.Fate;
import dev.hew.survival.Survival.Run;
import dev.hew.survival.Survival.Start;
import dev.hew.survival.Survival.Step;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code mvn -Psurvival verify} runs every edit against every change and writes {@code docs/survival.md}. */
class SurvivalBenchmark {
  private static final Path PAGE = Path.of("..", "docs", "benchmarks.md");
  private static final String MARK = "<!-- figures -->\n";

  @TempDir
  Path folder;

  @Test
  void noEditedLineIsLost() throws IOException {
    int seeds = Integer.getInteger("hew.survival.seeds", 1);
    List<Run> runs = new ArrayList<>();
    StringBuilder log = new StringBuilder();
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
              describe(run, log);
            });
          }
        }
      }
    }
    Files.createDirectories(Path.of("target", "survival"));
    Files.writeString(Path.of("target", "survival", "runs.txt"), log);
    String table = SurvivalTable.of(runs);
    Files.writeString(Path.of("target", "survival", "table.md"), table);
    System.out.println(table);
    if (Files.exists(PAGE)) {
      String page = Files.readString(PAGE);
      Files.writeString(PAGE, page.substring(0, page.indexOf(MARK) + MARK.length()) + "\n" + table);
    }
    assertEquals(0, runs.stream().filter(r -> r.fate() == Fate.LOST).count(), "lost");
    assertTrue(runs.size() >= 3000, () -> runs.size() + " runs");
  }

  private static void describe(Run run, StringBuilder log) {
    boolean broken = run.problems().filter(p -> !p.isEmpty()).isPresent();
    if (run.fate().compareTo(Fate.REPLACED) >= 0 || broken) {
      log.append(run.fate()).append(run.account().overlapping() ? " (overlapping)" : "");
      log.append(broken ? " BROKEN" : "")
          .append(" | ")
          .append(run.step().start().name())
          .append(" | ");
      log.append(run.step().change().name())
          .append(" #")
          .append(run.step().seed())
          .append(" | ");
      log.append(run.edit().name()).append(" | ").append(run.account().losses()).append(" | ");
      log.append(run.problems().orElse(List.of())).append('\n').append(run.conflicts());
    }
  }
}
