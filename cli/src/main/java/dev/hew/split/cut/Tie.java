package dev.hew.split.cut;

import dev.hew.split.facts.TableFact;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * One way in which a class reaches across a seam. It says nothing of lines and methods around it, so that it stays the same
 * when code is moved within its class.
 *
 * @param from the qualified name of the class; of a foreign key {@code table NAME}
 * @param to what it reaches: a class's qualified name, {@code table NAME} or {@code module NAME}
 * @param what in words, such as {@code call take}
 */
public record Tie(String from, String to, String what) implements Comparable<Tie> {
  private static final Comparator<Tie> ORDER =
      Comparator.comparing(Tie::from).thenComparing(Tie::to).thenComparing(Tie::what);

  /** Between what is called and the interface through which it is. */
  static final String THROUGH = " through ";

  private static final String TABLE = "table ";
  private static final String MODULE = "module ";
  private static final String KEY = "foreign key ";
  private static final String CASCADE = "write by cascade of ";

  /** Names of tables and modules may hold anything; a line that is frozen holds no breaks. */
  private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Cntrl}]+");

  public Tie {
    from = line(from);
    to = line(to);
    what = line(what);
  }

  /** A text without breaks and blanks at its ends. */
  public static String line(String text) {
    return BLANKS.matcher(text.strip()).replaceAll(" ").strip();
  }

  /**
   * A table refers to another.
   *
   * @param names how tables are spelled, whatever the case in which they are asked for
   */
  static Tie key(TableFact.ForeignKey key, Map<String, String> names) {
    String table = names.getOrDefault(key.table(), key.table());
    String target = names.getOrDefault(key.target(), key.target());
    String what = key.columns().isEmpty() ? key.name() : String.join(", ", key.columns());
    // an arrow in the name of a table would be taken for the one between the ends
    return new Tie(table(table.replace(" -> ", "->")), table(target), KEY + what);
  }

  /** A class writes rows of a table since it writes others. */
  static Tie cascade(String from, String table, String association) {
    return new Tie(from, table(table), CASCADE + association);
  }

  /** How a table is named at an end. */
  static String table(String name) {
    return TABLE + name;
  }

  /** Whether it is a foreign key. */
  public boolean isKey() {
    return from.startsWith(TABLE);
  }

  /** Whether rows are written since others are. */
  boolean isCascade() {
    return what.startsWith(CASCADE);
  }

  /** The table that is reached; empty when none is. */
  public Optional<String> table() {
    return to.startsWith(TABLE) ? Optional.of(to.substring(TABLE.length())) : Optional.empty();
  }

  /** The module whose tables a transaction writes; empty when it is of none, or this is no transaction. */
  public Optional<String> module() {
    return to.startsWith(MODULE) ? Optional.of(to.substring(MODULE.length())) : Optional.empty();
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
