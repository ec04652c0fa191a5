package dev.hew.command;

import dev.hew.change.Change;
import dev.hew.flow.NewService;
import dev.hew.flow.Stages;
import dev.hew.flow.Trial;
import dev.hew.flow.Update;
import dev.hew.flow.UpdatePlan;
import dev.hew.report.Diagnostic;
import dev.hew.report.JsonReport;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** {@code hew update}: the spec changes, and nothing that its owner wrote is lost. */
@Command(
    name = "update",
    description =
        "Brings a service up to its contract, options and stack, and keeps what you wrote.",
    footer = {"", "Example:", "  hew update orders --spec openapi.yaml"})
final class UpdateCommand extends Shared implements Callable<Integer> {

  /** How long building and testing may take; a first run may have to fetch all that the build needs. */
  private static final Duration LONGEST = Duration.ofMinutes(30);

  /** What a person has to look at before anything is done, and nothing else; empty where the message says it. */
  private static final Map<String, String> REASONS = Map.of(
      "conflict-left", "conflicts wait to be settled",
      "contract-conflict", "conflicts wait to be settled",
      "pack-changed", "the stack has changed",
      "update-verify-conflict", "",
      "update-verify-failed", "",
      "update-verify-slow", "");

  @Mixin
  private ServiceArgument service;

  @Option(names = "--spec", paramLabel = "SPEC", description = "a new contract: " + SpecRoot.SPEC)
  private String contract;

  @Mixin
  private SpecRoot root;

  @Option(
      names = "--pack",
      paramLabel = "PACK",
      description =
          "another pack, or what a branch has become: a folder, or URL@REVISION[:FOLDER] of a git repository")
  private String pack;

  @Mixin
  private Settings settings;

  @Option(
      names = "--allow-drop",
      description = "let a migration drop columns and tables that the contract no longer has")
  private boolean dropping;

  @Option(
      names = "--markdown",
      description = "print a Markdown text, as for the body of a pull request")
  private boolean markdown;

  @ArgGroup
  private Mode mode = new Mode();

  /** What is done besides, or instead. */
  static final class Mode {
    @Option(
        names = "--check",
        description = "write nothing; exit 1 with the reason when something is to be done")
    private boolean check;

    @Option(names = "--dry-run", description = "show what would be done, and write nothing")
    private boolean dryRun;

    @Option(
        names = "--verify",
        description =
            "build and test the updated service in a copy first; write nothing if that fails")
    private boolean verify;

    @Option(names = "--continue", description = "conflicts are settled: go on")
    private boolean goOn;
  }

  @Override
  public Integer call() {
    if (markdown && (json() || github() || mode.check)) {
      throw new ParameterException(
          spec().commandLine(), "--markdown goes neither with --check nor with --format");
    }
    Path folder = service.folder(folder());
    Update.Request request = new Update.Request(
        folder,
        Optional.ofNullable(contract),
        folder(),
        root.folder(folder()),
        console().in(),
        Optional.ofNullable(pack),
        settings.chosen(),
        dropping,
        mode.dryRun || markdown,
        packs(!mode.check),
        Version.text());
    boolean writes = !mode.check && !mode.dryRun;
    try {
      Update.Outcome outcome = mode.verify
          ? Update.verified(request, trial())
          : writes ? Update.done(request) : Update.planned(request);
      if (!outcome.plan().ok()) {
        return refused(outcome);
      }
      return mode.check ? check(outcome) : tell(outcome, writes, stages(folder, outcome));
    } catch (IOException e) {
      throw new MachineException("`" + folder + "` cannot be updated: " + NewService.reason(e), e);
    }
  }

  /** Before a person conflicts stand in git's index too, for merge tools, until they are settled. */
  private List<Diagnostic> stages(Path folder, Update.Outcome outcome) {
    boolean writes = !mode.check && !mode.dryRun;
    if (!console().terminal() || !writes) {
      return List.of();
    }
    return mode.goOn
        ? Stages.settle(folder)
        : Stages.mark(folder, outcome.plan().value());
  }

  private Trial trial() {
    return new Trial(System.getenv("PATH"), LONGEST, command -> {
      console().err().println("`" + command + "` runs in a copy of the updated service");
      console().err().flush();
    });
  }

  private int refused(Update.Outcome outcome) {
    List<Diagnostic> errors =
        outcome.plan().diagnostics().stream().filter(Diagnostic::isError).toList();
    boolean eye = errors.stream().allMatch(d -> REASONS.containsKey(d.code()));
    if (json() && eye) {
      String reason = REASONS.get(errors.get(0).code());
      Map<String, Object> result =
          Map.of("reason", reason.isEmpty() ? errors.get(0).message() : reason);
      console().out().println(JsonReport.of(outcome.plan().diagnostics(), result));
    } else {
      report(outcome.plan().diagnostics(), outcome.sources());
    }
    return eye
        ? Exit.EYE
        : outcome.hindered()
            ? Exit.MACHINE
            : settings.areWrong(outcome.plan().diagnostics())
                ? Exit.USAGE
                : refusal(outcome.plan().diagnostics());
  }

  /** Only whether there is something to do, and why. */
  private int check(Update.Outcome outcome) {
    UpdatePlan plan = outcome.plan().value();
    List<String> reasons = new ArrayList<>();
    if (!plan.isUpToDate()) {
      plan.reasons().forEach(reason -> reasons.add(reason.words()));
      plan.changes().stream()
          .filter(c -> c instanceof Change.Retire || c instanceof Change.Orphan)
          .forEach(c -> reasons.add("`" + c.path() + "` is no longer wanted"));
      if (reasons.isEmpty()) {
        reasons.add("what hew writes has changed");
      }
    }
    plan.edited().forEach(path -> reasons.add("`" + path + "` is hew's, and was edited"));
    if (json()) {
      Map<String, Object> result = new LinkedHashMap<>();
      result.put("name", plan.name());
      result.put("upToDate", reasons.isEmpty());
      result.put("reason", reasons.isEmpty() ? null : String.join("; ", reasons));
      result.put("changes", UpdateData.changes(plan));
      console().out().println(JsonReport.of(outcome.plan().diagnostics(), result));
    } else {
      report(outcome.plan().diagnostics(), outcome.sources());
      reasons.forEach(reason -> console().out().println(reason));
      if (reasons.isEmpty()) {
        say("`" + plan.name() + "` is up to date");
      }
    }
    return reasons.isEmpty() ? Exit.DONE : Exit.EYE;
  }

  private int tell(Update.Outcome outcome, boolean written, List<Diagnostic> more) {
    UpdatePlan plan = outcome.plan().value();
    List<Diagnostic> diagnostics = new ArrayList<>(outcome.plan().diagnostics());
    diagnostics.addAll(more);
    int code = plan.conflicts().isEmpty() ? Exit.DONE : Exit.EYE;
    if (json()) {
      Map<String, Object> result =
          UpdateData.of(plan, written, code == Exit.DONE ? null : "conflicts wait to be settled");
      console().out().println(JsonReport.of(diagnostics, result));
      return code;
    }
    report(diagnostics, outcome.sources());
    if (markdown) {
      console().out().print(UpdateMarkdown.of(plan, diagnostics, written));
    } else {
      UpdateText.lines(plan, written).forEach(this::say);
    }
    return code;
  }
}
