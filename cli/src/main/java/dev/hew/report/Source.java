package dev.hew.report;

/**
 * A text together with the name that messages call it by.
 *
 * @param name the path as the user would write it, or {@code -} for standard input
 * @param text the whole text, line ends as they were read
 */
public record Source(String name, String text) {

  /** The text of a line without its line end; empty when there is no such line. {@code number} counts from 1. */
  public String line(int number) {
    return text.lines().skip(number - 1L).findFirst().orElse("");
  }
}
