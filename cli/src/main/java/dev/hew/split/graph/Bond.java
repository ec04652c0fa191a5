package dev.hew.split.graph;

import dev.hew.split.facts.Use;

/**
 * Why two classes belong together, and what each reason weighs. The one table of weights; {@code docs/split.md} prints
 * it.
 */
public enum Bond {
  /** Calls, accesses and objects made: each place. */
  CALL(1.0),
  /** Types of fields, parameters, results and variables, casts and the like: each place. */
  TYPE(0.5),
  /** A superclass or an interface of the code base. */
  INHERITANCE(2.0),
  /** A component holds another in a field. */
  INJECTION(1.0),
  /** An entity refers to another; half as much again when it cascades. */
  ASSOCIATION(2.0),
  /** A repository and the entity whose rows it keeps. */
  KEEPING(3.0),
  /** Two classes touch the same table, at least one of them writing. */
  TABLE(1.0),
  /** Two classes are named after the same concept. */
  NAME(3.0),
  /** A page reads a class's fields and is shown by another. */
  TEMPLATE(0.5),
  /** Two classes changed in the same commits, for each tenth of all that either changed in. */
  HISTORY(0.1);

  private final double weight;

  Bond(double weight) {
    this.weight = weight;
  }

  public double weight() {
    return weight;
  }

  /** What a use counts as; {@code null} when it says nothing about belonging together. */
  static Bond of(Use.Kind kind) {
    return switch (kind) {
      case CALL, ACCESS, NEW, SUPER -> CALL;
      case EXTENDS, IMPLEMENTS -> INHERITANCE;
      case SIGNATURE, ANNOTATION -> null;
      default -> TYPE;
    };
  }
}
