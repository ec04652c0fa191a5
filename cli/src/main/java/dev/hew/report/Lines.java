package dev.hew.report;

import java.util.Arrays;
import java.util.Optional;

/** The lines of a text, which are looked for when the first of them is asked for; ends are those of {@link String#lines()}. */
public final class Lines {
  private final String text;
  private int[] starts;

  private Lines(String text) {
    this.text = text;
  }

  /** The lines of a source as positions count them: a byte order mark is no part of the first. */
  public static Lines of(Source source) {
    return new Lines(
        source.text().startsWith("\uFEFF") ? source.text().substring(1) : source.text());
  }

  /** The offset at which each line of a text starts. */
  public static int[] starts(String text) {
    int[] starts = new int[64];
    int lines = 1;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\n' || (c == '\r' && (i + 1 == text.length() || text.charAt(i + 1) != '\n'))) {
        if (lines == starts.length) {
          starts = Arrays.copyOf(starts, 2 * lines);
        }
        starts[lines++] = i + 1;
      }
    }
    return Arrays.copyOf(starts, lines);
  }

  /** A line without its end; empty when there is no such line. {@code number} counts from 1. */
  public Optional<String> line(int number) {
    if (starts == null) {
      starts = starts(text);
    }
    if (number < 1 || number > starts.length || starts[number - 1] == text.length()) {
      return Optional.empty();
    }
    int start = starts[number - 1];
    int end = number < starts.length ? starts[number] : text.length();
    while (end > start && (text.charAt(end - 1) == '\n' || text.charAt(end - 1) == '\r')) {
      end--;
    }
    return Optional.of(text.substring(start, end));
  }
}
