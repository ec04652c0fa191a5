package dev.hew.flow;

import dev.hew.disk.Transaction;
import dev.hew.report.Diagnostic;

/** What may lie in the way in a service's folder. */
final class Obstacles {
  private Obstacles() {}

  /** A run that only another one that writes may finish. */
  static Diagnostic unfinished() {
    return Diagnostic.error(
            "update-unfinished", "a run of hew was interrupted here; nothing was written")
        .withHint("`hew update` finishes it");
  }

  /** Why nothing could be done to a folder. */
  static Diagnostic of(Transaction.Hindered hindered) {
    return hindered.paths().isEmpty()
        ? Diagnostic.error("update-busy", hindered.getMessage() + "; nothing was written")
            .withHint("wait until it has ended")
        : Diagnostic.error(
                "update-hindered",
                "`" + hindered.paths().get(0) + "` " + hindered.getMessage()
                    + "; nothing was written")
            .withHint("move your edit aside, bring back what was there, and start again");
  }

  /** Why what hew remembers about a folder cannot be used. */
  static Diagnostic of(Transaction.Foreign foreign) {
    return Diagnostic.error("local-foreign", foreign.getMessage() + "; nothing was written")
        .withHint("nothing but hew may write to `.hew/local`; delete it, and look at `git status`");
  }
}
