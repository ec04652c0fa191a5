package dev.hew.verify;

import java.util.Locale;

/** How a case can end; of a case with several steps the last of these in the order here counts. */
public enum Outcome {
  /** The server's own code gave the documented answer. */
  PASSED,
  /** A stub gave the documented answer: nothing is proven about the server. */
  STUBBED,
  /** Another documented answer came, as it depends on the server's data. */
  FIXTURE,
  /** Nothing was sent. */
  EXEMPT,
  FAILED;

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
