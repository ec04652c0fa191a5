package dev.hew.split.facts;

import java.util.List;

/**
 * A call of an interface's method, or of one of an abstract class, is at run time one of these few classes.
 *
 * @param type qualified name of the top-level class that is, or holds, what the call names
 * @param target the method's name
 * @param by the classes that implement it, by name; not data, not tests, never {@code type} itself
 */
public record Dispatch(String type, String target, List<Implementation> by) {
  public Dispatch {
    by = List.copyOf(by);
  }

  /**
   * A class that is meant.
   *
   * @param name qualified, of the top-level class
   * @param place where the method is written that runs; of one that no text writes, where the class is
   */
  public record Implementation(String name, Place place) {}

  /** The name of the interface without its package. */
  public String simpleName() {
    return type.substring(type.lastIndexOf('.') + 1);
  }
}
