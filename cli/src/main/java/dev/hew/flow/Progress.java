package dev.hew.flow;

/** Told how far a flow is. */
@FunctionalInterface
public interface Progress {
  /**
   * @param what in a few words, such as {@code Java files}
   * @param total 0 when it is not known
   */
  void at(String what, int done, int total);
}
