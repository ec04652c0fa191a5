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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/** {@code hew verify}: whether a running server keeps its contract. */
final class VerifyCommand extends Shared implements Callable<Integer> {
  /** Beyond it, keys that are 32-bit numbers would not be any more. */
  private static final int LARGEST_SEED = 900_000_000;

  private final Argument<String> url = arguments()
      .position(
          String.class,
          "URL",
          "the server, with the base path below which the contract's paths lie");
  private final SpecOption spec = new SpecOption(arguments());
  private final Argument<List<String>> only = arguments()
      .options(
          text -> text,
          "--only",
          "CASE",
          "send only this case or operation, or those of a pattern with *");
  private final Argument<Boolean> safe = arguments()
      .alternative("--safe", "send only GET and HEAD (default for any host but this machine)");
  private final Argument<Boolean> all = arguments()
      .alternative(
          "--all-methods",
          "send every case, also where it changes data (default for this machine)");
  private final Argument<List<String>> headers = arguments()
      .options(text -> text, "--header", "NAME:VALUE", "send this header with every request");
  private final Argument<String> bearer =
      arguments().option(String.class, "--bearer", "VALUE", "the token of a caller");
  private final Argument<String> basic =
      arguments().option(String.class, "--basic", "VALUE", "user:password of a caller");
  private final Argument<List<String>> keys = arguments()
      .options(
          text -> text,
          "--api-key",
          "[SCHEME=]VALUE",
          "an API key of the contract; SCHEME where it has several");
  private final Argument<String> fixtures = arguments()
      .option(
          String.class,
          "--fixtures",
          "FILE",
          "what the contract cannot tell, as in a service's contract/fixtures.yaml");
  private final Argument<Integer> seed = arguments()
      .option(
          int.class,
          "--seed",
          "NUMBER",
          "count the keys of items that are added from this number (default: another in each run)");
  private final Argument<Integer> timeout = arguments()
      .option(int.class, "--timeout", "SECONDS", "how long one request may take (default: 30)");
  private final Argument<Path> report = arguments()
      .option(
          Path.class,
          "--report",
          "FILE",
          "write all findings there too: JUnit's form for .xml, JSON for .json");

  VerifyCommand() {
    super(
        "verify",
        "Sends the contract's cases to a running server and judges its answers.",
        "hew verify http://localhost:8080 --spec openapi.yaml --bearer env:TOKEN");
    arguments().atMostOne(safe, all);
    arguments()
        .unsorted() // picocli sorts by the rules of the default locale
        .withNote(
            "A VALUE is taken as it stands; env:NAME reads it from the environment, file:PATH from a file.");
  }

  @Override
  public Integer call() {
    checkArguments();
    if (report.value().isPresent()) {
      written(Verification::refuseFolder);
    }
    Checked<Address> address = Address.of(url.required());
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
    int keys = seed.value().orElseGet(() -> new SplittableRandom().nextInt(1, LARGEST_SEED));
    Checked<Verification> plan =
        plan(reading.input().value(), address.value(), fixtures.value(), keys);
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
    conclude(verification, findings.value(), warnings, keys);
    return findings.value().stream().anyMatch(Finding::failed) ? Exit.EYE : Exit.DONE;
  }

  private void checkArguments() {
    if (seconds() < 1) {
      throw arguments().misused("`--timeout` takes whole seconds from 1");
    }
    if (seed.value().filter(n -> n < 0 || n > LARGEST_SEED).isPresent()) {
      throw arguments().misused("`--seed` takes a number from 0 to " + LARGEST_SEED);
    }
    if (report.value().isPresent() && !isXml() && !ends(".json")) {
      throw arguments().misused("`--report` takes a file that ends in `.xml` or `.json`");
    }
  }

  private boolean isXml() {
    return ends(".xml");
  }

  private boolean ends(String suffix) {
    return report.required().toString().endsWith(suffix);
  }

  private int seconds() {
    return timeout.or(30);
  }

  private Checked<List<Source>> fixtures() {
    return fixtures
        .value()
        .map(file -> Verification.fixtures(file, folder()).map(List::of))
        .orElse(Checked.of(List.of()));
  }

  private static List<Source> sources(SpecInput.Reading reading, List<Source> fixtures) {
    return Stream.concat(reading.sources().stream(), fixtures.stream()).toList();
  }

  private Checked<Verification> plan(
      SpecInput input, Address address, List<Source> fixtures, int seed) {
    Credentials.Named named = new Credentials.Named(
        headers.or(List.of()), bearer.value(), basic.value(), keys.or(List.of()));
    boolean harmless = safe.isSet() || !all.isSet() && !address.isLoopback();
    return Credentials.of(named, input.contract(), System.getenv(), folder())
        .then(known -> Verification.plan(
            input,
            packs(false),
            address,
            known,
            fixtures.stream().findFirst(),
            seed,
            only.or(List.of()),
            harmless));
  }

  private Checked<List<Finding>> run(Verification verification, List<Source> sources) {
    Progress progress = new Progress(console().err(), 0, console().terminal());
    AtomicInteger done = new AtomicInteger();
    Repetition repetition = new Repetition();
    Checked<List<Finding>> findings = verification.run(Duration.ofSeconds(seconds()), finding -> {
      if (finding.failed() && !json() && (github() || repetition.isWorthTelling(finding))) {
        progress.clear();
        tell(verification, finding, sources);
      }
      if (!quiet()) {
        progress.at("cases", done.incrementAndGet(), verification.size());
      }
    });
    progress.clear();
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
      Verification verification, List<Finding> findings, List<Diagnostic> warnings, int seed) {
    Tally tally = Tally.of(findings);
    Map<String, Object> result = new LinkedHashMap<>();
    result.put("url", verification.account().address().base());
    result.put("contract", tally.byWord());
    boolean failed = findings.stream().anyMatch(Finding::failed);
    result.put("seed", verification.isSeeded() ? seed : null);
    result.put("reason", failed ? "cases-failed" : null);
    result.put("cases", findings.stream().map(verification.account()::data).toList());
    List<Diagnostic> diagnostics = Stream.concat(
            warnings.stream(),
            findings.stream().filter(Finding::failed).map(verification::diagnostic))
        .toList();
    if (report.value().isPresent()) {
      String text =
          isXml() ? verification.junit(findings) : JsonReport.of(diagnostics, result) + "\n";
      written(file -> Verification.write(file, text));
    }
    if (json()) {
      console().out().println(JsonReport.of(diagnostics, result));
    }
    if (failed && verification.isSeeded()) {
      say("the keys of items were counted from " + seed + "; `--seed " + seed
          + "` sends the same again");
    }
    say(tally.toString());
  }

  private interface Writing {
    void to(Path file) throws IOException;
  }

  /** Does something to the report's file; what the system refuses is the machine's. */
  private void written(Writing writing) {
    try {
      writing.to(folder().resolve(report.required()));
    } catch (IOException e) {
      throw new MachineException(
          "`" + report.required() + "` cannot be written: " + e.getMessage(), e);
    }
  }
}
