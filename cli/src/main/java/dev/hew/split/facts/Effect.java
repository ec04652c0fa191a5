package dev.hew.split.facts;

/**
 * What a method does to the rows of a class, which need not be known where the method is written.
 *
 * @param type the class; {@code null} when it depends on who calls
 * @param variable the type parameter, of the type that declares the method, that stands for the class; empty when none does
 * @param parameter the parameter of the method that is of the class; -1 when none is
 * @param place of the call of the library that does it
 */
record Effect(TypeIndex.Declared type, String variable, int parameter, Doing doing, Place place) {
  static final Effect NONE = new Effect(null, "", -1, Doing.READS, null);

  /** Whether it is told whose rows these are, or who can tell. */
  boolean says() {
    return type != null || !variable.isEmpty() || parameter >= 0;
  }

  /** Whether the class is known. */
  boolean isKnown() {
    return type != null;
  }

  Effect with(Doing newDoing, Place newPlace) {
    return new Effect(type, variable, parameter, newDoing, newPlace);
  }
}
