package dev.hew.split.page;

/**
 * How much of the evidence stands in a page. More is counted there, and told by the other formats.
 *
 * @param things of one kind that cross one cut
 * @param placesOfThing of each of them
 * @param placesOfTie of two classes that one uses the other
 */
record Limits(int things, int placesOfThing, int placesOfTie) {
  /** With more classes nobody looks at all of them, and a page of all would be too large to be opened. */
  private static final int MANY_CLASSES = 10_000;

  private static final Limits WHOLE = new Limits(Integer.MAX_VALUE, 6, 8);
  private static final Limits SHORT = new Limits(50, 2, 2);

  static Limits of(int classes) {
    return classes > MANY_CLASSES ? SHORT : WHOLE;
  }
}
