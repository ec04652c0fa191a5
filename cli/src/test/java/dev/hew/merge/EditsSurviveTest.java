package dev.hew.merge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hew.compiler.JavaOutline;
import dev.hew.tree.Content;
import dev.hew.tree.RelPath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;
import net.jqwik.api.statistics.StatisticsReport;

/**
 * Whatever is done to the files of a generated service, by their owner and by hew at once: each line of the owner's is
 * there afterwards, or the versions stand between marks, or the merge says what it did. The seed is fixed, so that a
 * build comes out as the last one did; what fails is shown with the fewest edits that make it fail.
 */
class EditsSurviveTest {
  private static final Path SERVICE = Path.of("..", "generated-samples", "spring-boot-orders");
  private static final Merger MERGER =
      new Merger(new Labels("yours", "base", "hew"), JavaOutline::of);

  /** What is done to some lines. */
  private enum Kind {
    INSERTED,
    DOUBLED,
    CHANGED,
    INDENTED,
    TURNED_ROUND,
    REMOVED
  }

  /**
   * One edit.
   *
   * @param at the first line, counted anew from the start where the file is shorter
   * @param count of lines at most
   * @param number tells what is inserted from what others insert
   */
  record Edit(Kind kind, int at, int count, int number) {
    void in(List<String> lines, String who) {
      int first = at % lines.size();
      List<String> some = lines.subList(first, Math.min(first + count, lines.size()));
      switch (kind) {
        case INSERTED -> some.add(0, "  // " + who + " " + number);
        case DOUBLED -> some.addAll(List.copyOf(some));
        case CHANGED ->
          some.replaceAll(line -> line.replaceAll("\\b(\\w)(\\w+)\\b", "$1" + who + "$2"));
        case INDENTED -> some.replaceAll(line -> "  " + line);
        case TURNED_ROUND -> Collections.reverse(some);
        default -> some.clear();
      }
      if (lines.isEmpty()) {
        lines.add(who);
      }
    }
  }

  @Provide
  Arbitrary<Path> files() throws IOException {
    return Arbitraries.of(all());
  }

  @Provide
  Arbitrary<List<Edit>> edits() {
    return Combinators.combine(
            Arbitraries.of(Kind.class),
            Arbitraries.integers().between(0, 400),
            Arbitraries.integers().between(1, 5),
            Arbitraries.integers().between(0, 999))
        .as(Edit::new)
        .list()
        .ofMinSize(1)
        .ofMaxSize(4);
  }

  @Property(tries = 300, seed = "2026", edgeCases = EdgeCasesMode.NONE)
  @StatisticsReport(StatisticsReport.StatisticsReportMode.OFF)
  void eachEditedLineIsThereOrShown(
      @ForAll("files") Path file,
      @ForAll("edits") List<Edit> mine,
      @ForAll("edits") List<Edit> hews)
      throws IOException {
    List<String> base = Files.readAllLines(file);
    String ours = edited(base, mine, "mine");
    String theirs = edited(base, hews, "hews");
    Merged merged = MERGER.merge(
        RelPath.of(file.getFileName().toString()),
        Content.of(text(base)),
        Content.of(ours),
        Content.of(theirs));
    boolean clean = merged instanceof Merged.Clean;
    if (merged instanceof Merged.Clean done) {
      if (done.notes().isEmpty()) {
        assertEquals(List.of(), missing(text(base), ours, theirs, done.content().text()));
      }
    } else {
      String shown = ((Merged.Conflicting) merged).content().text();
      assertTrue(shown.contains("<<<<<<< yours\n"));
      assertEquals(List.of(), missing(text(base), ours, theirs, shown));
    }
    Statistics.label("without conflict")
        .collect(clean)
        .coverage(coverage -> coverage.check(true).percentage(share -> share > 33));
  }

  private static String edited(List<String> base, List<Edit> edits, String who) {
    List<String> lines = new ArrayList<>(base);
    edits.forEach(edit -> edit.in(lines, who));
    return text(lines);
  }

  private static List<Path> all() throws IOException {
    try (Stream<Path> all = Files.walk(SERVICE)) {
      return all.filter(p ->
              p.toString().matches(".*(main/java.*\\.java|pom\\.xml|\\.ya?ml|Dockerfile|\\.md)"))
          .filter(p -> !p.toString().matches(".*[/\\\\](\\.hew|api)[/\\\\][^/\\\\]*\\.yaml"))
          .sorted()
          .toList();
    }
  }

  private static String text(List<String> lines) {
    return String.join("\n", lines) + "\n";
  }

  /** Lines that the owner has added, or indented anew, and that are not there as often as they should be. */
  private static List<String> missing(String base, String ours, String theirs, String result) {
    Map<String, Integer> was = counts(base);
    Map<String, Integer> wish = counts(theirs);
    Map<String, Integer> is = counts(result);
    List<String> missing = new ArrayList<>();
    counts(ours).forEach((line, count) -> {
      int before = was.getOrDefault(line, 0);
      int taken = Math.max(0, before - wish.getOrDefault(line, 0));
      if (count > before && is.getOrDefault(line, 0) < count - taken) {
        missing.add(line);
      }
    });
    return missing;
  }

  /** Without blanks, and without the brace that opens or closes with what is inside. */
  private static Map<String, Integer> counts(String text) {
    Map<String, Integer> counts = new HashMap<>();
    text.lines()
        .map(line -> line.replaceAll("\\s|[{}]+\\s*$", ""))
        .filter(line -> !line.isEmpty())
        .forEach(line -> counts.merge(line, 1, Integer::sum));
    return counts;
  }
}
