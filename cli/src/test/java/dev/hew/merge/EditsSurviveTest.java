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
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Whatever is done to the files of a generated service, by their owner and by hew at once: each line of the owner's is
 * there afterwards, or the versions stand between marks, or the merge says what it did.
 */
class EditsSurviveTest {
  private static final Path SERVICE = Path.of("..", "generated-samples", "spring-boot-orders");
  private static final int ROUNDS = 300;
  private static final Merger MERGER =
      new Merger(new Labels("yours", "base", "hew"), JavaOutline::of);

  @Test
  void eachEditedLineIsThereOrShown() throws IOException {
    List<Path> files = files();
    int clean = 0;
    for (int round = 0; round < ROUNDS; round++) {
      Random random = new Random(round);
      Path file = files.get(random.nextInt(files.size()));
      List<String> base = Files.readAllLines(file);
      String ours = edited(base, random, "mine");
      String theirs = edited(base, random, "hews");
      Merged merged = MERGER.merge(
          RelPath.of(file.getFileName().toString()),
          Content.of(text(base)),
          Content.of(ours),
          Content.of(theirs));
      String where = file + ", round " + round;
      if (merged instanceof Merged.Clean done) {
        clean++;
        if (done.notes().isEmpty()) {
          assertEquals(
              List.of(), missing(text(base), ours, theirs, done.content().text()), where);
        }
      } else {
        String shown = ((Merged.Conflicting) merged).content().text();
        assertTrue(shown.contains("<<<<<<< yours\n"), where);
        assertEquals(List.of(), missing(text(base), ours, theirs, shown), where);
      }
    }
    int smooth = clean;
    assertTrue(smooth > ROUNDS / 3, () -> "only " + smooth + " without conflict");
  }

  private static List<Path> files() throws IOException {
    try (Stream<Path> all = Files.walk(SERVICE)) {
      return all.filter(p ->
              p.toString().matches(".*(main/java.*\\.java|pom\\.xml|\\.ya?ml|Dockerfile|\\.md)"))
          .filter(p -> !p.toString().matches(".*[/\\\\](\\.hew|api)[/\\\\][^/\\\\]*\\.yaml"))
          .sorted()
          .toList();
    }
  }

  /** One to four edits: lines inserted, doubled, changed, indented anew, moved or removed. */
  private static String edited(List<String> base, Random random, String who) {
    List<String> lines = new ArrayList<>(base);
    for (int edit = random.nextInt(4); edit >= 0; edit--) {
      int at = random.nextInt(lines.size());
      int count = Math.min(1 + random.nextInt(5), lines.size() - at);
      List<String> some = lines.subList(at, at + count);
      switch (random.nextInt(6)) {
        case 0 -> some.add(0, "  // " + who + " " + random.nextInt(1000));
        case 1 -> some.addAll(List.copyOf(some));
        case 2 -> some.replaceAll(line -> line.replaceAll("\\b(\\w)(\\w+)\\b", "$1" + who + "$2"));
        case 3 -> some.replaceAll(line -> "  " + line);
        case 4 -> Collections.reverse(some);
        default -> some.clear();
      }
      if (lines.isEmpty()) {
        lines.add(who);
      }
    }
    return text(lines);
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
