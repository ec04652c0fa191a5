package dev.hew.command;

import dev.hew.flow.SplitMap;
import dev.hew.flow.SplitMapData;
import dev.hew.report.Checked;
import dev.hew.split.cut.Cut;
import dev.hew.split.cut.Price;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code hew split cost}: what it would cost to take these classes out. */
@Command(
    name = "cost",
    description = "Says what it would cost to take classes, packages or a module out.",
    footer = {"", "Example:", "  hew split cost 'Visit*' --in ."})
final class SplitCostCommand extends SplitShared {
  @Parameters(
      paramLabel = "PATTERN",
      arity = "1..*",
      description =
          "a class, a package or a module; * stands for a part of a name, ** for packages")
  private List<String> patterns;

  @Option(
      names = "--in",
      paramLabel = "DIR",
      description = "the code base (default: the current folder)")
  private Path dir;

  @Override
  int run() {
    var options = SplitMap.Options.of(modules(), history(), cache());
    Checked<Cut> cost = SplitMap.of(top(dir), options, progress()).then(map -> map.cost(patterns));
    if (!cost.ok()) {
      return refused(cost.diagnostics());
    }
    Cut cut = cost.value();
    if (asData()) {
      Map<String, Object> data = new LinkedHashMap<>();
      data.put("classes", cut.classes());
      data.put("tables", cut.tables());
      data.put("cut", SplitMapData.cut(cut));
      print(List.of(), data);
    } else {
      say(cut.name() + ": " + Price.difficulty(cut).word() + ", cost " + Price.of(cut));
      SplitText.of(cut).forEach(this::say);
    }
    return Exit.DONE;
  }
}
