package dev.hew.command;

import dev.hew.flow.SplitMap;
import dev.hew.flow.SplitMapData;
import dev.hew.flow.SplitReport;
import dev.hew.report.Checked;
import java.nio.file.Path;
import java.util.List;

/** {@code hew split map}: modules, seams and what each cut would cost. */
final class SplitMapCommand extends SplitFolderCommand {
  private final Argument<Path> report = arguments()
      .option(
          Path.class,
          "--report",
          "FILE",
          "write a page to look at: one HTML file that needs no network");

  private final Argument<Boolean> all =
      arguments().flag("--all", "name everything, not only the first of each kind");

  SplitMapCommand() {
    super(
        "map", "Shows the modules of a code base and what each cut would cost.", "hew split map .");
  }

  @Override
  int run() {
    Checked<SplitMap> map = map();
    if (!map.ok()) {
      return refused(map.diagnostics());
    }
    if (report.value().isPresent()) {
      Checked<Path> written =
          SplitReport.write(folder().resolve(report.required()), top(), map.value());
      if (!written.ok()) {
        return refused(written.diagnostics());
      }
    }
    if (asData()) {
      print(List.of(), SplitMapData.of(map.value()));
    } else {
      SplitText.of(map.value(), all.isSet()).forEach(this::say);
    }
    return Exit.DONE;
  }
}
