package dev.hew.command;

import dev.hew.change.Change;
import dev.hew.flow.BrokenUse;
import dev.hew.flow.NewService;
import dev.hew.flow.Rehearsal;
import dev.hew.flow.Stages;
import dev.hew.flow.Update;
import dev.hew.flow.UpdatePlan;
import dev.hew.report.Diagnostic;
import dev.hew.report.JsonReport;
import dev.hew.report.SafeText;
import dev.hew.report.Source;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;

/** {@code hew update}: the spec changes, and nothing that its owner wrote is lost. */
final class UpdateCommand extends Shared implements Callable<Integer> {

  /** How long building and testing may take; a first run may have to fetch all that the build needs. */
  private static final Duration LONGEST = Duration.ofMinutes(30);

  /** What a person has to look at before anything is done, where the message does not say it. */
  private static final Map<String, String> REASONS = Map.of(
      "conflict-left", "conflicts wait to be settled",
      "contract-conflict", "conflicts wait to be settled",
      "pack-changed", "the stack has changed");

  private final ServiceArgument service = new ServiceArgument(arguments());

  private final Argument<String> contract =
      arguments().option(String.class, "--spec", "SPEC", "a new contract: " + SpecRoot.SPEC);
  private final SpecRoot root = new SpecRoot(arguments());
  private final Argument<String> pack = arguments()
      .option(
          String.class,
          "--pack",
          "PACK",
          "another pack, or what a branch has become: a folder, or URL@REVISION[:FOLDER] of a git repository");
  private final Settings settings = new Settings(arguments());
  private final Argument<Boolean> dropping = arguments()
      .flag(
          "--allow-drop",
          "let a migration drop columns and tables that the contract no longer has");
  private final Argument<Boolean> markdown =
      arguments().flag("--markdown", "print a Markdown text, as for the body of a pull request");
  private final Argument<Boolean> check = arguments()
      .alternative("--check", "write nothing; exit 1 with the reason when something is to be done");
  private final Argument<Boolean> dryRun =
      arguments().alternative("--dry-run", "show what would be done, and write nothing");
  private final Argument<Boolean> verify = arguments()
      .alternative(
          "--verify",
          "build and test the updated service in a copy first; write nothing if that fails");
  private final Argument<Boolean> goOn =
      arguments().alternative("--continue", "conflicts are settled: go on");

  UpdateCommand() {
    super(
        "update",
        "Brings a service up to its contract, options and stack, and keeps what you wrote.",
        "hew update orders --spec openapi.yaml");
    arguments().atMostOne(check, dryRun, verify, goOn);
  }

  @Override
  public Integer call() {
    if (markdown.isSet() && (json() || github() || check.isSet())) {
      throw arguments().misused("--markdown goes neither with --check nor with --format");
    }
    Path folder = service.folder(folder());
    Update.Request request = new Update.Request(
        folder,
        contract.value(),
        folder(),
        root.folder(folder()),
        console().in(),
        pack.value(),
        settings.chosen(),
        dropping.isSet(),
        dryRun.isSet() || markdown.isSet(),
        !check.isSet(),
        packs(!check.isSet()),
        Version.text());
    try {
      Optional<String> settled =
          check.isSet() && !json() ? Update.settled(request) : Optional.empty();
      if (settled.isPresent()) {
        return upToDate(settled.get());
      }
      Update.Outcome outcome = verify.isSet()
          ? Update.verified(request, rehearsal())
          : writes() ? Update.done(request) : Update.planned(request);
      if (!outcome.plan().ok()) {
        return refused(outcome);
      }
      return check.isSet() ? check(outcome) : tell(outcome, writes(), stages(folder, outcome));
    } catch (IOException e) {
      throw new MachineException("`" + folder + "` cannot be updated: " + NewService.reason(e), e);
    }
  }

  private boolean writes() {
    return !check.isSet() && !dryRun.isSet();
  }

  /** Before a person conflicts stand in git's index too, for merge tools, until they are settled. */
  private List<Diagnostic> stages(Path folder, Update.Outcome outcome) {
    if (!console().terminal() || !writes()) {
      return List.of();
    }
    return goOn.isSet()
        ? Stages.settle(folder)
        : Stages.mark(folder, outcome.plan().value());
  }

  private Rehearsal rehearsal() {
    return new Rehearsal(System.getenv("PATH"), LONGEST, command -> {
      console().err().println("`" + command + "` runs in a copy of the updated service");
      console().err().flush();
    });
  }

  private int refused(Update.Outcome outcome) {
    List<Diagnostic> diagnostics = outcome.plan().diagnostics();
    int code = settings.areWrong(diagnostics) ? Exit.USAGE : Exit.of(diagnostics);
    if (json() && code == Exit.EYE) {
      Diagnostic first =
          diagnostics.stream().filter(Diagnostic::isError).findFirst().orElseThrow();
      Map<String, Object> result =
          Map.of("reason", REASONS.getOrDefault(first.code(), first.message()));
      console().out().println(JsonReport.of(diagnostics, result));
    } else {
      report(diagnostics, outcome.sources());
    }
    return code;
  }

  /** Only whether there is something to do, and why. */
  private int check(Update.Outcome outcome) {
    UpdatePlan plan = outcome.plan().value();
    List<String> reasons = new ArrayList<>();
    if (!plan.isUpToDate()) {
      plan.reasons().forEach(reason -> reasons.add(reason.words()));
      plan.changes().stream()
          .filter(c -> c instanceof Change.Retire || c instanceof Change.Orphan)
          .forEach(c -> reasons.add("`" + names().of(c.path()) + "` is no longer wanted"));
      if (reasons.isEmpty()) {
        reasons.add("what hew writes has changed");
      }
    }
    plan.edited()
        .forEach(path -> reasons.add("`" + names().of(path) + "` is hew's, and was edited"));
    plan.broken()
        .forEach(use -> reasons.add("`" + names().of(use).after().words()
            + "` does not compile since an earlier update: " + use.what()));
    List<Diagnostic> diagnostics = new ArrayList<>(outcome.plan().diagnostics());
    plan.breakage().unlooked().ifPresent(diagnostics::add);
    if (json()) {
      Map<String, Object> result = new LinkedHashMap<>();
      result.put("name", plan.name());
      result.put("upToDate", reasons.isEmpty());
      result.put("reason", reasons.isEmpty() ? null : String.join("; ", reasons));
      result.put("changes", new UpdateData(names()).changes(plan));
      console().out().println(JsonReport.of(diagnostics, result));
    } else {
      report(diagnostics, outcome.sources());
      reasons.forEach(reason -> console().out().println(SafeText.of(reason)));
      if (reasons.isEmpty()) {
        return upToDate(plan.name());
      }
    }
    return reasons.isEmpty() ? Exit.DONE : Exit.EYE;
  }

  private int upToDate(String name) {
    say("`" + SafeText.of(name) + "` is up to date");
    return Exit.DONE;
  }

  private FileNames names() {
    return service.names(folder());
  }

  private static String reason(UpdatePlan plan) {
    return plan.conflicts().isEmpty()
        ? "lines of yours no longer compile"
        : "conflicts wait to be settled";
  }

  private int tell(Update.Outcome outcome, boolean written, List<Diagnostic> more) {
    UpdatePlan plan = outcome.plan().value();
    List<Diagnostic> diagnostics = new ArrayList<>(outcome.plan().diagnostics());
    List<Source> sources = new ArrayList<>(outcome.sources());
    for (BrokenUse use : plan.broken().stream().map(names()::of).toList()) {
      diagnostics.add(use.diagnostic(written));
      sources.add(use.place(written).source());
    }
    if (!verify.isSet()) { // a build has told
      plan.breakage().unlooked().ifPresent(diagnostics::add);
    }
    diagnostics.addAll(more);
    int code = plan.wantsEye() ? Exit.EYE : Exit.DONE;
    if (json()) {
      Map<String, Object> result =
          new UpdateData(names()).of(plan, written, code == Exit.DONE ? null : reason(plan));
      console().out().println(JsonReport.of(diagnostics, result));
      return code;
    }
    report(diagnostics, sources);
    if (markdown.isSet()) {
      console().out().print(UpdateMarkdown.of(plan, diagnostics, names(), written));
    } else {
      UpdateText.lines(plan, names(), written).forEach(this::say);
    }
    return code;
  }
}
