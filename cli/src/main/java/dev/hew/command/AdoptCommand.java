package dev.hew.command;

import dev.hew.flow.Adoption;
import dev.hew.flow.NewService;
import dev.hew.flow.SpecInput;
import dev.hew.report.Checked;
import dev.hew.report.Diagnostic;
import dev.hew.report.JsonReport;
import dev.hew.tree.RelPath;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;

/** {@code hew adopt}: a service that hew did not make comes under its care. */
final class AdoptCommand extends Shared implements Callable<Integer> {
  /** What is wrong with the command line. */
  private static final Set<String> WRONG =
      Set.of("adopt-again", "adopt-manifest", "adopt-nothing", "adopt-spec");

  private final Argument<Path> directory =
      arguments().position(Path.class, "DIR", "the service's folder");
  private final Argument<String> spec = arguments()
      .position(
          String.class,
          "SPEC",
          "its OpenAPI document or a hew.yaml: a file, best one in the folder");
  private final SpecRoot root = new SpecRoot(arguments());
  private final Argument<String> stack =
      arguments().option(String.class, "--stack", "ID", "what hew would make it with");
  private final Settings settings = new Settings(arguments());
  private final Argument<Boolean> dryRun =
      arguments().flag("--dry-run", "show what would be found, and write nothing");

  AdoptCommand() {
    super(
        "adopt",
        "Takes a service that hew did not make into its care, and changes nothing in it.",
        "hew adopt orders orders/openapi.yaml --set package=com.acme.orders");
  }

  @Override
  public Integer call() {
    Path folder = folder().resolve(directory.required()).toAbsolutePath().normalize();
    SpecInput.Reading reading = root.read(spec.required(), folder(), console().in());
    try {
      Checked<Adoption> adopted = Adoption.of(
          folder,
          spec.required(),
          folder(),
          reading.input(),
          stack.value(),
          settings.chosen(),
          packs(true),
          Version.text(),
          !dryRun.isSet());
      if (!adopted.ok()) {
        report(adopted.diagnostics(), reading.sources());
        return code(adopted.diagnostics());
      }
      tell(adopted, reading);
      return Exit.DONE;
    } catch (IOException e) {
      throw new MachineException("`" + folder + "` cannot be adopted: " + NewService.reason(e), e);
    }
  }

  private int code(List<Diagnostic> diagnostics) {
    return settings.areWrong(diagnostics) ? Exit.USAGE : Exit.of(diagnostics, WRONG);
  }

  private void tell(Checked<Adoption> adopted, SpecInput.Reading reading) {
    Adoption adoption = adopted.value();
    if (json()) {
      Map<String, Object> result = new LinkedHashMap<>();
      result.put("name", adoption.name());
      result.put("written", !dryRun.isSet());
      result.put("alike", texts(adoption.alike()));
      result.put("edited", texts(adoption.edited()));
      result.put("yours", texts(adoption.yours()));
      result.put("away", texts(adoption.away()));
      console().out().println(JsonReport.of(adopted.diagnostics(), result));
      return;
    }
    report(adopted.diagnostics(), reading.sources());
    texts(adoption.alike()).forEach(path -> say("alike     " + path));
    texts(adoption.edited()).forEach(path -> say("edited    " + path));
    texts(adoption.yours()).forEach(path -> say("yours     " + path));
    say((dryRun.isSet() ? "nothing written; would adopt `" : "adopted `") + adoption.name() + "`: "
        + adoption.alike().size() + " as hew writes them, " + adoption.edited().size() + " edited, "
        + (adoption.yours().isEmpty() ? "" : adoption.yours().size() + " yours alone, ")
        + adoption.away().size() + " not there, which stay away");
  }

  private List<String> texts(List<RelPath> paths) {
    Path folder = folder().resolve(directory.required()).normalize();
    return new FileNames(folder, folder()).of(paths);
  }
}
