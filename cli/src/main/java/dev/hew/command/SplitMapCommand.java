package dev.hew.command;

import dev.hew.flow.SplitMap;
import dev.hew.flow.SplitMapData;
import dev.hew.flow.SplitReport;
import dev.hew.report.Checked;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code hew split map}: modules, seams and what each cut would cost. */
@Command(
    name = "map",
    description = "Shows the modules of a code base and what each cut would cost.",
    footer = {"", "Example:", "  hew split map ."})
final class SplitMapCommand extends SplitFolderCommand {
  @Option(
      names = "--report",
      paramLabel = "FILE",
      description = "write a page to look at: one HTML file that needs no network")
  private Path report;

  @Override
  int run() {
    var options = SplitMap.Options.of(modules(), history(), cache());
    Checked<SplitMap> map = SplitMap.of(top(), options, progress());
    if (!map.ok()) {
      return refused(map.diagnostics());
    }
    if (report != null) {
      Checked<Path> written = SplitReport.write(folder().resolve(report), top(), map.value());
      if (!written.ok()) {
        return refused(written.diagnostics());
      }
    }
    if (asData()) {
      print(List.of(), SplitMapData.of(map.value()));
    } else {
      SplitText.of(map.value()).forEach(this::say);
    }
    return Exit.DONE;
  }
}
