package dev.hew.split.facts;

import java.util.List;

/**
 * One class of the code base needs another. Nested types count for the top-level type around them.
 *
 * @param from qualified name of the class that needs
 * @param to qualified name of the class that is needed
 * @param member the method of {@code from}, with its number of parameters; empty outside of one
 * @param target the method or field of {@code to}; empty when the class itself is meant
 * @param repeated whether it happens in a loop
 * @param lines one for each time that it is mentioned, ascending: a line that mentions it twice is there twice
 */
public record Use(
    String from,
    String to,
    Kind kind,
    String member,
    String target,
    boolean repeated,
    String path,
    List<Integer> lines) {

  /** How a class needs another. */
  public enum Kind {
    EXTENDS,
    IMPLEMENTS,
    FIELD,
    PARAMETER,
    RETURN,
    THROWS,
    LOCAL,
    NEW,
    CALL,
    ACCESS,
    CAST,
    LITERAL,
    BOUND,
    ANNOTATION,
    /** Code of a superclass is run: {@code super.save()}, {@code super(name)}. It goes where the class goes. */
    SUPER,
    /** A constant's value, which the compiler copies: the source needs the class, the class file does not. */
    CONSTANT,
    /** A parameter or result of something called, which the class file names and the source does not. */
    SIGNATURE;

    /** Whether something happens at run time: a call, an access, an object made, code of a superclass run. */
    public boolean acts() {
      return this == CALL || this == ACCESS || this == NEW || this == SUPER;
    }
  }

  /** On how many lines it stands. */
  public int places() {
    int places = 0;
    for (int i = 0; i < lines.size(); i++) {
      places += i == 0 || !lines.get(i).equals(lines.get(i - 1)) ? 1 : 0;
    }
    return places;
  }

  /** Where it stands first. */
  public Place place() {
    return new Place(path, lines.get(0));
  }
}
