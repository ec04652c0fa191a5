package dev.hew.command;

import dev.hew.flow.Placed;
import dev.hew.flow.SplitGuard;
import dev.hew.flow.SplitMap;
import dev.hew.report.Checked;
import dev.hew.report.Diagnostic;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** {@code hew split guard}: nothing new crosses the seams. */
final class SplitGuardCommand extends SplitFolderCommand {
  private final Argument<Boolean> freeze = arguments()
      .flag(
          "--freeze", "record what crosses now; the modules of the map too when none are recorded");

  SplitGuardCommand() {
    super(
        "guard",
        "Fails when something new crosses the seams of hew-split.yaml.",
        "hew split guard .");
  }

  @Override
  int run() {
    Path top = top();
    Checked<SplitMap> map = map();
    if (!map.ok()) {
      return refused(map.diagnostics());
    }
    if (freeze.isSet()) {
      Checked<SplitGuard.Recorded> recorded = SplitGuard.freeze(top, map.value());
      return recorded.ok() ? told(recorded.value()) : refused(recorded.diagnostics());
    }
    Checked<SplitGuard.Verdict> verdict = SplitGuard.check(top, map.value());
    return verdict.ok() ? told(verdict.value()) : refused(verdict.diagnostics());
  }

  private int told(SplitGuard.Recorded recorded) {
    int grown = recorded.grown().size();
    if (asData()) {
      Map<String, Object> data = new LinkedHashMap<>();
      data.put("crossings", recorded.crossings());
      data.put("grown", recorded.grown());
      data.put("compared", recorded.compared());
      data.put("written", recorded.written());
      print(List.of(), data);
      return Exit.DONE;
    }
    say("wrote " + String.join(", ", recorded.written()) + ": "
        + counted(recorded.crossings(), "crossing"));
    recorded.grown().forEach(this::say);
    if (grown > 0) {
      say("these were not frozen before and are now");
    }
    if (!recorded.compared()) {
      say("what was frozen before could not be read: what is new is not named");
    }
    return Exit.DONE;
  }

  private int told(SplitGuard.Verdict verdict) {
    List<Diagnostic> all = new ArrayList<>(verdict.violations());
    all.addAll(verdict.notes());
    if (asData()) {
      Map<String, Object> data = new LinkedHashMap<>();
      data.put("crossings", verdict.crossings());
      data.put("new", verdict.fresh());
      data.put("gone", verdict.gone());
      data.put("reason", verdict.violations().isEmpty() ? null : "seam-crossed");
      print(Placed.of(all, top(), folder()).diagnostics(), data);
    } else {
      report(all, top());
      say(counted(verdict.crossings(), "crossing") + ", " + verdict.fresh() + " new");
      if (!verdict.gone().isEmpty()) {
        say(counted(verdict.gone().size(), "frozen line")
            + " can go: `hew split guard --freeze` keeps them from coming back");
      }
    }
    return verdict.violations().isEmpty() ? Exit.DONE : Exit.EYE;
  }
}
