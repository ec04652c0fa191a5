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
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code hew new}: a spec becomes a service. */
@Command(
    name = "new",
    description = "Makes a service of a contract.",
    footer = {"", "Example:", "  hew new openapi.yaml orders --set package=com.acme.orders"})
final class NewCommand extends Shared implements Callable<Integer> {

  @Mixin
  private SpecArgument spec;

  @Parameters(
      index = "1",
      paramLabel = "DIR",
      arity = "0..1",
      description = "the new folder (default: the service's name)")
  private Path directory;

  @Option(
      names = "--stack",
      paramLabel = "ID",
      description = "what to make it with (default: spring-boot)")
  private String stack;

  @Mixin
  private Settings settings;

  @Option(names = "--minimal", description = "leave out what a service can live without")
  private boolean minimal;

  @Option(names = "--dry-run", description = "list the files and write nothing")
  private boolean dryRun;

  @Option(names = "--no-git", description = "do not make the folder a git repository")
  private boolean noGit;

  @Override
  public Integer call() {
    Map<String, String> chosen = settings.chosen();
    if (minimal) {
      chosen.put("minimal", "true");
    }
    SpecInput.Reading reading = spec.read(folder(), console().in());
    Checked<Generation> made = reading
        .input()
        .then(i -> NewService.plan(
            i, Optional.ofNullable(stack), chosen, this::target, packs(true), Version.text()));
    if (!made.ok()) {
      report(made.diagnostics(), reading.sources());
      return reading.input().ok() && isUsage(made.diagnostics())
          ? Exit.USAGE
          : refusal(made.diagnostics());
    }
    Generation service = made.value();
    Path target = target(service.name());
    try {
      List<Diagnostic> obstacles = NewService.obstacles(target);
      if (!obstacles.isEmpty()) {
        report(obstacles, List.of());
        return Exit.MACHINE;
      }
      boolean git = !noGit && !NewService.isInsideRepository(target);
      if (!dryRun) {
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
    return folder().resolve(directory == null ? Path.of(name) : directory).normalize();
  }

  private void tell(
      Generation service,
      Path target,
      boolean git,
      List<Diagnostic> warnings,
      List<Source> sources) {
    List<String> files = service.tree().files().keySet().stream()
        .map(Object::toString)
        .filter(f -> !f.startsWith(".hew/"))
        .toList();
    if (json()) {
      Map<String, Object> result = new LinkedHashMap<>();
      result.put("name", service.name());
      result.put("folder", target.toString());
      result.put("written", !dryRun);
      result.put("operations", service.operations());
      result.put("stubs", service.stubs());
      result.put("cases", service.cases().cases().size());
      result.put("files", files);
      console().out().println(JsonReport.of(warnings, result));
      return;
    }
    report(warnings, sources);
    if (dryRun) {
      files.forEach(this::say);
      say("nothing written: " + counted(files.size(), "file") + ", and `.hew/`, would go to `"
          + target + "`");
      return;
    }
    Path shown = directory == null ? Path.of(service.name()) : directory;
    say("created `" + shown + "`: " + counted(service.operations(), "operation")
        + (service.stubs() == 0 ? "" : ", " + service.stubs() + " of them yours to write") + ", "
        + counted(service.cases().cases().size(), "contract case")
        + (git ? ", committed to git" : noGit ? "" : ", not committed: inside a git repository"));
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
    return settings.areWrong(diagnostics) || stack != null && unknown;
  }
}
