package dev.hew.command;

import java.io.PrintWriter;
import java.util.HashSet;
import java.util.Set;
import java.util.function.LongSupplier;

/**
 * Says how far a long run is; a short one says nothing. Before a person that is a bar on a line of its own, which goes when
 * it has done its work; in a log it is one line for each kind of thing.
 */
final class Progress implements dev.hew.flow.Progress {
  /** In nanoseconds. */
  private static final long FIRST = 1_000_000_000L;

  private static final long EACH = 100_000_000L;
  private static final int BAR = 20;

  private final PrintWriter err;
  private final int worth;
  private final boolean terminal;
  private final LongSupplier clock;
  private final Set<String> told = new HashSet<>();
  private long next;
  private boolean large;
  private int shown;

  /**
   * @param worth how many things have to be there for the question to arise how far it is
   * @param terminal whether a person watches
   */
  Progress(PrintWriter err, int worth, boolean terminal) {
    this(err, worth, terminal, System::nanoTime);
  }

  /**
   * @param clock the time in nanoseconds
   */
  Progress(PrintWriter err, int worth, boolean terminal, LongSupplier clock) {
    this.err = err;
    this.worth = worth;
    this.terminal = terminal;
    this.clock = clock;
    this.next = clock.getAsLong() + FIRST;
  }

  @Override
  public synchronized void at(String what, int done, int total) {
    large |= total >= worth;
    long now = clock.getAsLong();
    if (!large || now - next < 0 || done >= total) {
      return;
    }
    String text = done + " of " + total + " " + what;
    if (terminal) {
      int full = (int) ((long) BAR * done / total);
      bar("[" + "=".repeat(full) + " ".repeat(BAR - full) + "] " + text);
      next = now + EACH;
    } else if (told.add(what)) {
      err.println(text);
      err.flush();
    }
  }

  private void bar(String line) {
    err.print("\r" + line + " ".repeat(Math.max(0, shown - line.length())));
    err.flush();
    shown = line.length();
  }

  /** Takes the bar away, before something else is printed. */
  synchronized void clear() {
    if (shown > 0) {
      bar("");
      err.print("\r");
      err.flush();
    }
  }
}
