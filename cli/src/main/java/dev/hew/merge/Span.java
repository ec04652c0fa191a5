package dev.hew.merge;

/**
 * Lines of a file, counted from 1.
 *
 * @param last at least {@code first}
 */
public record Span(int first, int last) {
  /** As it follows a path: {@code 3} or {@code 3-5}. */
  public String words() {
    return first == last ? String.valueOf(first) : first + "-" + last;
  }
}
