package dev.hew.split.cut;

import java.util.Comparator;
import java.util.Optional;
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

  /** Between what is called and the interface through which it is. */
  static final String THROUGH = " through ";

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

  /** The interface through which the call goes; empty when it goes through none. */
  public Optional<String> through() {
    int at = what.indexOf(THROUGH);
    return at < 0 ? Optional.empty() : Optional.of(what.substring(at + THROUGH.length()));
  }

  /** The name of the member that is called, read or made; the end of what is reached when there is none. */
  public String word() {
    int at = what.indexOf(THROUGH);
    String plain = at < 0 ? what : what.substring(0, at);
    String end = plain.indexOf(' ') < 0 ? to : plain;
    return end.substring(Math.max(end.lastIndexOf(' '), end.lastIndexOf('.')) + 1);
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
