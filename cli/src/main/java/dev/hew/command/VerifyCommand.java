package dev.hew.command;

import dev.hew.flow.Credentials;
import dev.hew.flow.SpecInput;
import dev.hew.flow.Verification;
import dev.hew.report.Checked;
import dev.hew.report.Diagnostic;
import dev.hew.report.JsonReport;
import dev.hew.report.SafeText;
import dev.hew.report.Source;
import dev.hew.report.TextReport;
import dev.hew.verify.Address;
import dev.hew.verify.Finding;
import dev.hew.verify.Repetition;
import dev.hew.verify.Tally;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code hew verify}: whether a running server keeps its contract. */
@Command(
    name = "verify",
    description = "Sends the contract's cases to a running server and judges its answers.",
    // picocli sorts by the rules of the default locale
    sortOptions = false,
    sortSynopsis = false,
    footer = {
      "",
      "A VALUE is taken as it stands; env:NAME reads it from the environment, file:PATH from a file.",
      "",
      "Example:",
      "  hew verify http://localhost:8080 --spec openapi.yaml --bearer env:TOKEN"
    })
final class VerifyCommand extends Shared implements Callable<Integer> {
  @Spec
  private CommandSpec command;

  @Parameters(
      index = "0",
      paramLabel = "URL",
      description = "the server, with the base path below which the contract's paths lie")
  private String url;

  @Mixin
  private SpecOption spec;

  @Option(
      names = "--only",
      paramLabel = "CASE",
      description = "send only this case or operation, or those of a pattern with *")
  private List<String> only = new ArrayList<>();

  @ArgGroup
  private Reach reach = new Reach();

  /** Which requests may be sent. */
  static final class Reach {
    @Option(
        names = "--safe",
        description = "send only GET and HEAD (default for any host but this machine)")
    private boolean safe;

    @Option(
        names = "--all-methods",
        description = "send every case, also where it changes data (default for this machine)")
    private boolean all;
  }

  @Option(
      names = "--header",
      paramLabel = "NAME:VALUE",
      description = "send this header with every request")
  private List<String> headers = new ArrayList<>();

  @Option(names = "--bearer", paramLabel = "VALUE", description = "the token of a caller")
  private String bearer;

  @Option(names = "--basic", paramLabel = "VALUE", description = "user:password of a caller")
  private String basic;

  @Option(
      names = "--api-key",
      paramLabel = "[SCHEME=]VALUE",
      description = "an API key of the contract; SCHEME where it has several")
  private List<String> keys = new ArrayList<>();

  @Option(
      names = "--fixtures",
      paramLabel = "FILE",
      description = "what the contract cannot tell, as in a service's contract/fixtures.yaml")
  private String fixtures;

  @Option(
      names = "--timeout",
      paramLabel = "SECONDS",
      description = "how long one request may take (default: 30)",
      defaultValue = "30")
  private int timeout;

  @Option(
      names = "--report",
      paramLabel = "FILE",
      description = "write all findings there too: JUnit's form for .xml, JSON for .json")
  private Path report;

  @Override
  public Integer call() {
    checkArguments();
    Checked<Address> address = Address.of(url);
    if (!address.ok()) {
      report(address.diagnostics(), List.of());
      return Exit.USAGE;
    }
    SpecInput.Reading reading = spec.read(folder(), console().in());
    if (!reading.input().ok()) {
      report(reading.input().diagnostics(), reading.sources());
      return Exit.SPEC;
    }
    Checked<List<Source>> fixtures = fixtures();
    if (!fixtures.ok()) {
      report(fixtures.diagnostics(), List.of());
      return Exit.SPEC;
    }
    Checked<Verification> plan = plan(reading.input().value(), address.value(), fixtures.value());
    if (!plan.ok()) {
      report(plan.diagnostics(), sources(reading, fixtures.value()));
      return plan.diagnostics().stream().anyMatch(d -> d.position().isPresent())
          ? Exit.SPEC
          : Exit.USAGE;
    }
    List<Diagnostic> warnings = Stream.concat(
            reading.input().diagnostics().stream(), plan.diagnostics().stream())
        .toList();
    if (!json()) {
      report(warnings, reading.sources());
    }
    Verification verification = plan.value();
    Checked<List<Finding>> findings = run(verification, reading.sources());
    if (!findings.ok()) {
      report(findings.diagnostics(), List.of());
      return Exit.MACHINE;
    }
    conclude(verification, findings.value(), warnings);
    return findings.value().stream().anyMatch(Finding::failed) ? Exit.EYE : Exit.DONE;
  }

  private void checkArguments() {
    if (timeout < 1) {
      throw new ParameterException(command.commandLine(), "`--timeout` takes whole seconds from 1");
    }
    if (report != null && !isXml() && !report.toString().endsWith(".json")) {
      throw new ParameterException(
          command.commandLine(), "`--report` takes a file that ends in `.xml` or `.json`");
    }
  }

  private boolean isXml() {
    return report.toString().endsWith(".xml");
  }

  private Checked<List<Source>> fixtures() {
    return fixtures == null
        ? Checked.of(List.of())
        : Verification.fixtures(fixtures, folder()).map(List::of);
  }

  private static List<Source> sources(SpecInput.Reading reading, List<Source> fixtures) {
    return Stream.concat(reading.sources().stream(), fixtures.stream()).toList();
  }

  private Checked<Verification> plan(SpecInput input, Address address, List<Source> fixtures) {
    Credentials.Named named = new Credentials.Named(
        headers, Optional.ofNullable(bearer), Optional.ofNullable(basic), keys);
    boolean harmless = reach.safe || !reach.all && !address.isLoopback();
    return Credentials.of(named, input.contract(), System.getenv(), folder())
        .then(known -> Verification.plan(
            input, packs(false), address, known, fixtures.stream().findFirst(), only, harmless));
  }

  private Checked<List<Finding>> run(Verification verification, List<Source> sources) {
    Progress progress = new Progress(console().err(), 0);
    AtomicInteger done = new AtomicInteger();
    Repetition repetition = new Repetition();
    Checked<List<Finding>> findings = verification.run(Duration.ofSeconds(timeout), finding -> {
      if (finding.failed() && !json() && (github() || repetition.isWorthTelling(finding))) {
        tell(verification, finding, sources);
      }
      if (!quiet()) {
        progress.at("cases", done.incrementAndGet(), verification.size());
      }
    });
    repetition.untold().forEach(console().out()::println);
    return findings;
  }

  private void tell(Verification verification, Finding finding, List<Source> sources) {
    Diagnostic diagnostic = verification.diagnostic(finding);
    if (github()) {
      report(List.of(diagnostic), sources);
      return;
    }
    console().out().print(TextReport.of(List.of(diagnostic), sources));
    verification
        .account()
        .exchange(finding)
        .forEach(line -> console().out().println("  " + SafeText.of(line)));
    console().out().println();
  }

  private void conclude(
      Verification verification, List<Finding> findings, List<Diagnostic> warnings) {
    Tally tally = Tally.of(findings);
    Map<String, Object> result = new LinkedHashMap<>();
    result.put("url", verification.account().address().base());
    result.put("contract", tally.byWord());
    boolean failed = findings.stream().anyMatch(Finding::failed);
    result.put("reason", failed ? "cases-failed" : null);
    result.put("cases", findings.stream().map(verification.account()::data).toList());
    List<Diagnostic> diagnostics = Stream.concat(
            warnings.stream(),
            findings.stream().filter(Finding::failed).map(verification::diagnostic))
        .toList();
    if (report != null) {
      Path file = folder().resolve(report);
      try {
        Verification.write(
            file,
            isXml() ? verification.junit(findings) : JsonReport.of(diagnostics, result) + "\n");
      } catch (IOException e) {
        throw new MachineException("`" + report + "` cannot be written: " + e.getMessage(), e);
      }
    }
    if (json()) {
      console().out().println(JsonReport.of(diagnostics, result));
    }
    say(tally.toString());
  }
}
