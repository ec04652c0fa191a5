package dev.hew.command;

import dev.hew.flow.Generation;
import dev.hew.flow.NewService;
import dev.hew.flow.SpecInput;
import dev.hew.report.Checked;
import dev.hew.report.Diagnostic;
import dev.hew.report.JsonReport;
import dev.hew.report.Source;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** {@code hew new}: a spec becomes a service. */
@Command(
    name = "new",
    description = "Makes a service of a contract.",
    footer = {"", "Example:", "  hew new openapi.yaml orders --set package=com.acme.orders"})
final class NewCommand extends Shared implements Callable<Integer> {

  @Spec
  private CommandSpec command;

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

  @Option(
      names = "--set",
      converter = SettingConverter.class,
      paramLabel = "NAME=VALUE",
      description = "choose an option of the stack; `hew stacks ID` lists them")
  private List<Setting> set = List.of();

  @Option(names = "--minimal", description = "leave out what a service can live without")
  private boolean minimal;

  @Option(names = "--dry-run", description = "list the files and write nothing")
  private boolean dryRun;

  @Option(names = "--no-git", description = "do not make the folder a git repository")
  private boolean noGit;

  @Override
  public Integer call() {
    Map<String, String> chosen = chosen();
    if (minimal) {
      chosen.put("minimal", "true");
    }
    SpecInput.Reading reading = spec.read(folder(), console().in());
    Checked<Generation> made = reading
        .input()
        .then(i -> NewService.plan(i, Optional.ofNullable(stack), chosen, Version.text()));
    if (!made.ok()) {
      report(made.diagnostics(), reading.sources());
      return reading.input().ok() && isUsage(made.diagnostics()) ? Exit.USAGE : Exit.SPEC;
    }
    Generation service = made.value();
    Path target = folder()
        .resolve(directory == null ? Path.of(service.name()) : directory)
        .normalize();
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

  /** What was chosen by {@code --set}, each name once. */
  private Map<String, String> chosen() {
    Map<String, String> chosen = new LinkedHashMap<>();
    for (Setting setting : set) {
      String before = chosen.put(setting.name(), setting.value());
      if (before != null && !before.equals(setting.value())) {
        throw new ParameterException(
            command.commandLine(),
            "--set gives `" + setting.name() + "` twice: `" + before + "` and `" + setting.value()
                + "`");
      }
    }
    return chosen;
  }

  /** A value of {@code --set}. */
  private record Setting(String name, String value) {}

  private static final class SettingConverter implements ITypeConverter<Setting> {
    @Override
    public Setting convert(String text) {
      int equals = text.indexOf('=');
      if (equals <= 0) {
        throw new TypeConversionException("`" + text + "` is not of the form NAME=VALUE");
      }
      return new Setting(text.substring(0, equals), text.substring(equals + 1));
    }
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
    say("created `" + shown + "`: " + counted(service.operations(), "operation") + ", "
        + counted(service.cases().cases().size(), "contract case")
        + (git ? ", committed to git" : noGit ? "" : ", not committed: inside a git repository"));
    say("next: cd " + quoted(shown.toString()) + " && " + service.next());
  }

  /** A path as a shell reads it. */
  private static String quoted(String path) {
    return path.matches("[\\w./@%+,:=-]+") ? path : "'" + path.replace("'", "'\\''") + "'";
  }

  /** Whether all that is wrong was chosen on the command line. */
  private boolean isUsage(List<Diagnostic> diagnostics) {
    Set<String> codes = diagnostics.stream()
        .filter(Diagnostic::isError)
        .map(Diagnostic::code)
        .collect(Collectors.toSet());
    boolean chosen = !set.isEmpty()
        && Set.of("option-unknown", "option-value", "service-name").containsAll(codes);
    return chosen || stack != null && codes.equals(Set.of("stack-unknown"));
  }
}
