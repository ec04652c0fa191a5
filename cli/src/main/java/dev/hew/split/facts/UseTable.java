package dev.hew.split.facts;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Uses as a few numbers each, which are kept and read sooner than as many records.
 *
 * @param texts each once: names and paths
 * @param numbers for each use: kind and whether it is repeated, and where texts are: from and path when they are others than
 *     before, to, member and target; how many lines, and each as its distance from the one before
 */
public record UseTable(List<String> texts, int[] numbers) {
  /** In the first number of a use: it begins a class. */
  private static final int BEGINS = 1;

  private static final int REPEATED = 2;
  private static final int KIND = 4;

  /** That of these uses. */
  public static UseTable of(List<Use> uses) {
    Writer writer = new Writer();
    uses.forEach(writer::write);
    return new UseTable(List.copyOf(writer.texts), Arrays.copyOf(writer.numbers, writer.size));
  }

  /** The uses again; empty when the numbers are not those of uses. */
  public Optional<List<Use>> uses() {
    try {
      return Optional.of(new Reader().read());
    } catch (IndexOutOfBoundsException | NegativeArraySizeException damaged) {
      return Optional.empty();
    }
  }

  private static final class Writer {
    private final List<String> texts = new ArrayList<>();
    private final Map<String, Integer> known = new HashMap<>();
    private int[] numbers = new int[1024];
    private int size;
    private Use last;

    void write(Use use) {
      boolean begins =
          last == null || !use.from().equals(last.from()) || !use.path().equals(last.path());
      number(use.kind().ordinal() * KIND + (use.repeated() ? REPEATED : 0) + (begins ? BEGINS : 0));
      if (begins) {
        text(use.from());
        text(use.path());
      }
      text(use.to());
      text(use.member());
      text(use.target());
      number(use.lines().size());
      int before = 0;
      for (int line : use.lines()) {
        number(line - before);
        before = line;
      }
      last = use;
    }

    private void text(String text) {
      Integer number = known.get(text);
      if (number == null) {
        number = texts.size();
        known.put(text, number);
        texts.add(text);
      }
      number(number);
    }

    private void number(int number) {
      if (size == numbers.length) {
        numbers = Arrays.copyOf(numbers, 2 * size);
      }
      numbers[size++] = number;
    }
  }

  private final class Reader {
    private static final Use.Kind[] KINDS = Use.Kind.values();

    private int at;

    List<Use> read() {
      List<Use> uses = new ArrayList<>();
      String from = "";
      String path = "";
      while (at < numbers.length) {
        int head = numbers[at++];
        if ((head & BEGINS) != 0) {
          from = text();
          path = text();
        }
        uses.add(new Use(
            from,
            text(),
            KINDS[head / KIND],
            text(),
            text(),
            (head & REPEATED) != 0,
            path,
            lines()));
      }
      return uses;
    }

    private String text() {
      return texts.get(numbers[at++]);
    }

    private List<Integer> lines() {
      int count = numbers[at++];
      if (count == 1) {
        return List.of(numbers[at++]);
      }
      if (count > numbers.length - at) {
        throw new IndexOutOfBoundsException(count);
      }
      Integer[] lines = new Integer[count];
      int before = 0;
      for (int i = 0; i < count; i++) {
        before += numbers[at++];
        lines[i] = before;
      }
      return List.of(lines);
    }
  }
}
