package dev.hew.command;

import dev.hew.flow.Generation;
import dev.hew.flow.NewService;
import dev.hew.flow.SpecInput;
import dev.hew.report.Checked;
import dev.hew.report.Diagnostic;
import dev.hew.report.JsonReport;
import dev.hew.report.SafeText;
import dev.hew.report.Source;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

/** {@code hew new}: a spec becomes a service. */
final class NewCommand extends Shared implements Callable<Integer> {
  private final SpecArgument spec = new SpecArgument(arguments());
  private final Argument<Path> directory = arguments()
      .optionalPosition(Path.class, "DIR", "the new folder (default: the service's name)");
  private final Argument<String> stack = arguments()
      .option(String.class, "--stack", "ID", "what to make it with (default: spring-boot)");
  private final Settings settings = new Settings(arguments());
  private final Argument<Boolean> minimal =
      arguments().flag("--minimal", "leave out what a service can live without");
  private final Argument<Boolean> dryRun =
      arguments().flag("--dry-run", "list the files and write nothing");
  private final Argument<Boolean> noGit =
      arguments().flag("--no-git", "do not make the folder a git repository");

  NewCommand() {
    super(
        "new",
        "Makes a service of a contract.",
        "hew new openapi.yaml orders --set package=com.acme.orders");
  }

  @Override
  public Integer call() {
    Map<String, String> chosen = settings.chosen();
    if (minimal.isSet()) {
      chosen.put("minimal", "true");
    }
    if (!dryRun.isSet() && !noGit.isSet()) {
      NewService.prepareRepository();
    }
    SpecInput.Reading reading = spec.read(folder(), console().in());
    Checked<Generation> made = reading
        .input()
        .then(i ->
            NewService.plan(i, stack.value(), chosen, this::target, packs(true), Version.text()));
    if (!made.ok()) {
      report(made.diagnostics(), reading.sources());
      return reading.input().ok() && isUsage(made.diagnostics())
          ? Exit.USAGE
          : Exit.of(made.diagnostics());
    }
    Generation service = made.value();
    Path target = target(service.name());
    try {
      List<Diagnostic> obstacles = NewService.obstacles(target);
      if (!obstacles.isEmpty()) {
        report(obstacles, List.of());
        return Exit.MACHINE;
      }
      boolean git = !noGit.isSet() && !NewService.isInsideRepository(target);
      if (!dryRun.isSet()) {
        NewService.write(service, target, git);
      }
      tell(service, target, git, made.diagnostics(), reading.sources());
      return Exit.DONE;
    } catch (IOException e) {
      throw new MachineException("`" + target + "` cannot be written: " + NewService.reason(e), e);
    }
  }

  /** Where a service of a name goes. */
  private Path target(String name) {
    return folder().resolve(directory.or(Path.of(name))).normalize();
  }

  private void tell(
      Generation service,
      Path target,
      boolean git,
      List<Diagnostic> warnings,
      List<Source> sources) {
    List<String> files =
        new FileNames(target, folder()).of(service.lock().written().files().keySet());
    if (json()) {
      Map<String, Object> result = new LinkedHashMap<>();
      result.put("name", service.name());
      result.put("folder", target.toString());
      result.put("written", !dryRun.isSet());
      result.put("operations", service.operations());
      result.put("stubs", service.stubs());
      result.put("cases", service.cases().cases().size());
      result.put("files", files);
      console().out().println(JsonReport.of(warnings, result));
      return;
    }
    report(warnings, sources);
    if (dryRun.isSet()) {
      files.forEach(this::say);
      say("nothing written: " + counted(files.size(), "file") + ", and `.hew/`, would go to `"
          + target + "`");
      return;
    }
    Path shown = directory.or(Path.of(service.name()));
    say("created `" + shown + "`: " + counted(service.operations(), "operation")
        + (service.stubs() == 0 ? "" : ", " + service.stubs() + " of them yours to write") + ", "
        + counted(service.cases().cases().size(), "contract case")
        + (git
            ? ", committed to git"
            : noGit.isSet() ? "" : ", not committed: inside a git repository"));
    say("next: cd " + quoted(shown.toString()) + " && " + SafeText.of(service.next()));
  }

  /** A path as a shell reads it. */
  private static String quoted(String path) {
    return path.matches("[\\w./@%+,:=-]+") ? path : "'" + path.replace("'", "'\\''") + "'";
  }

  /** Whether all that is wrong was chosen on the command line. */
  private boolean isUsage(List<Diagnostic> diagnostics) {
    boolean unknown = diagnostics.stream()
        .filter(Diagnostic::isError)
        .allMatch(d -> d.code().equals("stack-unknown"));
    return settings.areWrong(diagnostics) || stack.value().isPresent() && unknown;
  }
}
