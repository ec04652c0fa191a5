package dev.hew.split.facts;

/** A line of a file, the path from the top of the code base. */
public record Place(String path, int line) implements Comparable<Place> {
  @Override
  public int compareTo(Place other) {
    int byPath = path.compareTo(other.path);
    return byPath != 0 ? byPath : Integer.compare(line, other.line);
  }

  @Override
  public String toString() {
    return path + ":" + line;
  }
}
