package dev.hew.command;

import dev.hew.flow.SplitMapData;
import dev.hew.report.Checked;
import dev.hew.split.cut.Cut;
import dev.hew.split.cut.Price;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** {@code hew split cost}: what it would cost to take these classes out. */
final class SplitCostCommand extends SplitShared {
  private final Argument<List<String>> patterns = arguments()
      .positions(
          "PATTERN",
          "a class, a package or a module; * stands for a part of a name, ** for packages");
  private final Argument<Path> dir =
      arguments().option(Path.class, "--in", "DIR", "the code base (default: the current folder)");

  SplitCostCommand() {
    super(
        "cost",
        "Says what it would cost to take classes, packages or a module out.",
        "hew split cost 'Visit*' --in .");
  }

  private final Argument<Boolean> all =
      arguments().flag("--all", "name everything, not only the first of each kind");

  @Override
  Path top() {
    return top(dir);
  }

  @Override
  int run() {
    Checked<Cut> cost = map().then(map -> map.cost(patterns.required()));
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
      SplitText.of(cut, all.isSet()).forEach(this::say);
    }
    return Exit.DONE;
  }
}
