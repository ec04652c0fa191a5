package dev.hew.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Diagnostics as many as somebody may want to look through: of warnings that say the same the first few, with a number
 * for the rest, and of thousands of problems the first hundreds, errors before warnings.
 *
 * @param entries what is shown, in its order
 * @param left how many problems are not, beside those that are counted with an entry
 */
public record Summary(List<Entry> entries, int left) {
  /** Of more warnings that say the same, so many are shown; an error has to be mended at each of its places. */
  static final int MOST_ALIKE = 3;

  static final int MOST = 200;

  /**
   * A problem that is shown.
   *
   * @param more how many that say the same are not shown, counted with the last one that is
   */
  public record Entry(Diagnostic diagnostic, int more) {
    private boolean isError() {
      return diagnostic.isError();
    }
  }

  private record Words(String code, String message) {
    static Words of(Diagnostic diagnostic) {
      return new Words(diagnostic.code(), diagnostic.message());
    }
  }

  public Summary {
    entries = List.copyOf(entries);
  }

  /** What is shown of these. */
  public static Summary of(List<Diagnostic> diagnostics) {
    Map<Words, Integer> alike = new HashMap<>();
    diagnostics.stream()
        .filter(d -> !d.isError())
        .forEach(d -> alike.merge(Words.of(d), 1, Integer::sum));
    Map<Words, Integer> seen = new HashMap<>();
    List<Entry> entries = new ArrayList<>();
    for (Diagnostic diagnostic : diagnostics) {
      int all = diagnostic.isError() ? 1 : alike.get(Words.of(diagnostic));
      int number = diagnostic.isError() ? 1 : seen.merge(Words.of(diagnostic), 1, Integer::sum);
      if (all <= MOST_ALIKE + 1 || number < MOST_ALIKE) {
        entries.add(new Entry(
            diagnostic, 0)); // one line more says nothing shorter than the one that is left
      } else if (number == MOST_ALIKE) {
        entries.add(new Entry(diagnostic, all - number));
      }
    }
    if (entries.size() <= MOST) {
      return new Summary(entries, 0);
    }
    List<Entry> shown = Stream.concat(
            entries.stream().filter(Entry::isError), entries.stream().filter(e -> !e.isError()))
        .limit(MOST)
        .toList();
    int counted = shown.stream().mapToInt(entry -> 1 + entry.more()).sum();
    return new Summary(shown, diagnostics.size() - counted);
  }
}
