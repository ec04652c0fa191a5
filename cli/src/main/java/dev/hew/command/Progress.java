package dev.hew.command;

import java.io.PrintWriter;

/** Says how far a long run is, a line every few seconds; a short one says nothing. */
final class Progress implements dev.hew.flow.Progress {
  private static final long FIRST = 1_000_000_000L;
  private static final long EACH = 5_000_000_000L;

  private final PrintWriter err;
  private final int worth;
  private long next = System.nanoTime() + FIRST;
  private boolean large;

  /**
   * @param worth how many things have to be there for the question to arise how far it is
   */
  Progress(PrintWriter err, int worth) {
    this.err = err;
    this.worth = worth;
  }

  @Override
  public void at(String what, int done, int total) {
    large |= total >= worth;
    long now = System.nanoTime();
    if (large && now - next >= 0 && done < total) {
      err.println(done + " of " + total + " " + what);
      err.flush();
      next = now + EACH;
    }
  }
}
