package dev.hew.command;

import dev.hew.flow.NewService;
import dev.hew.flow.Stages;
import dev.hew.flow.Undo;
import dev.hew.report.Checked;
import dev.hew.report.Diagnostic;
import dev.hew.report.JsonReport;
import dev.hew.tree.RelPath;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

/** {@code hew undo}: the last run of hew is taken back. */
final class UndoCommand extends Shared implements Callable<Integer> {

  private final ServiceArgument service = new ServiceArgument(arguments());

  UndoCommand() {
    super("undo", "Takes the last run of hew in a service back.", "hew undo orders");
  }

  @Override
  public Integer call() {
    Path folder = service.folder(folder());
    try {
      Checked<List<RelPath>> undone = Undo.last(folder);
      if (!undone.ok()) {
        return refused(undone);
      }
      List<Diagnostic> problems = new ArrayList<>(undone.diagnostics());
      if (console().terminal()) {
        problems.addAll(Stages.settle(folder));
      }
      List<String> paths = service.names(folder()).of(undone.value());
      if (json()) {
        console().out().println(JsonReport.of(problems, Map.<String, Object>of("files", paths)));
      } else {
        report(problems, List.of());
        paths.forEach(path -> say("back      " + path));
        String what = paths.isEmpty() ? "what hew remembers" : counted(paths.size(), "file");
        say("taken back: " + what + "; `hew undo` again takes that back");
      }
      return Exit.DONE;
    } catch (IOException e) {
      throw new MachineException(
          "`" + folder + "` cannot be brought back: " + NewService.reason(e), e);
    }
  }

  private int refused(Checked<List<RelPath>> undone) {
    int code = Exit.of(undone.diagnostics());
    if (json() && code == Exit.EYE) {
      Map<String, Object> result = new LinkedHashMap<>();
      result.put("reason", undone.diagnostics().get(0).message());
      console().out().println(JsonReport.of(undone.diagnostics(), result));
    } else {
      report(undone.diagnostics(), List.of());
    }
    return code;
  }
}
