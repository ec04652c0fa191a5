package dev.hew.split.cut;

import java.util.Comparator;
import java.util.regex.Pattern;

/**
 * One way in which a class reaches across a seam. It says nothing of lines and methods around it, so that it stays the same
 * when code is moved within its class.
 *
 * @param from the qualified name of the class
 * @param to what it reaches: a class's qualified name, {@code table NAME} or {@code module NAME}
 * @param what in words, such as {@code call take}
 */
public record Tie(String from, String to, String what) implements Comparable<Tie> {
  private static final Comparator<Tie> ORDER =
      Comparator.comparing(Tie::from).thenComparing(Tie::to).thenComparing(Tie::what);

  /** Names of tables and modules may hold anything; a line that is frozen holds no breaks. */
  private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Cntrl}]+");

  public Tie {
    from = line(from);
    to = line(to);
    what = line(what);
  }

  /** A text without breaks and blanks at its ends. */
  static String line(String text) {
    return BLANKS.matcher(text.strip()).replaceAll(" ").strip();
  }

  /** The two ends, as they stand in the frozen file. */
  String ends() {
    return from + " -> " + to;
  }

  @Override
  public int compareTo(Tie other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    return ends() + ": " + what;
  }
}
