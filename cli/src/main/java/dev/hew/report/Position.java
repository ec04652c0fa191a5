package dev.hew.report;

/**
 * A place in a source.
 *
 * @param source the name of the {@link Source}
 * @param line counts from 1
 * @param column counts from 1, in UTF-16 code units
 */
public record Position(String source, int line, int column) implements Comparable<Position> {

  @Override
  public int compareTo(Position other) {
    int bySource = source.compareTo(other.source);
    if (bySource != 0) {
      return bySource;
    }
    return line != other.line
        ? Integer.compare(line, other.line)
        : Integer.compare(column, other.column);
  }

  @Override
  public String toString() {
    return source + ":" + line + ":" + column;
  }
}
