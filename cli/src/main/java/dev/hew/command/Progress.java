package dev.hew.command;

import java.io.PrintWriter;

/** Says how far a long run is, a line every few seconds; a short one says nothing. */
final class Progress {
  private static final long FIRST = 1_000_000_000L;
  private static final long EACH = 5_000_000_000L;

  private final PrintWriter err;
  private final int all;
  private final String noun;
  private long next = System.nanoTime() + FIRST;
  private int done;

  /**
   * @param noun what is counted, in the plural
   */
  Progress(PrintWriter err, int all, String noun) {
    this.err = err;
    this.all = all;
    this.noun = noun;
  }

  /** One more is done. */
  void step() {
    done++;
    long now = System.nanoTime();
    if (now - next >= 0 && done < all) {
      err.println(done + " of " + all + " " + noun);
      err.flush();
      next = now + EACH;
    }
  }
}
