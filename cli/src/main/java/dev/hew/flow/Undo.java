package dev.hew.flow;

import dev.hew.disk.Transaction;
import dev.hew.report.Checked;
import dev.hew.report.Diagnostic;
import dev.hew.tree.RelPath;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** The last run of hew is taken back. */
public final class Undo {
  private Undo() {}

  /**
   * Brings back what was there before the last run; a second call brings back what that took away.
   *
   * @return the files that were changed, those in {@code .hew} left out
   */
  public static Checked<List<RelPath>> last(Path folder) throws IOException {
    Checked<?> lock = ServiceFolder.lock(folder);
    if (!lock.ok() && !Transaction.isUnfinished(folder)) {
      return Checked.failed(lock.diagnostics());
    }
    try (Transaction transaction = Transaction.begin(folder)) {
      List<Transaction.Step> back = transaction.back();
      if (back.isEmpty()) {
        return Checked.failed(
            Diagnostic.error("undo-nothing", "there is no run of hew to take back")
                .withHint("only the last one is remembered, and only where it ran"));
      }
      transaction.take(back);
      return Checked.of(back.stream()
          .map(Transaction.Step::path)
          .filter(path -> !path.hasPart(".hew"))
          .toList());
    } catch (Transaction.Foreign e) {
      return Checked.failed(Obstacles.of(e));
    } catch (Transaction.Hindered e) {
      return Checked.failed(
          e.paths().isEmpty()
              ? Obstacles.of(e)
              : Diagnostic.error(
                      "undo-edited",
                      "`" + e.paths().get(0) + "` " + e.getMessage() + "; nothing was taken back")
                  .withHint(
                      "move your edit aside and start again; `git checkout` would bring back the file without it"));
    }
  }
}
