package dev.hew.command;

import dev.hew.change.Change;
import dev.hew.flow.NewService;
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
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

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
  private String spec;

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
        description = "build and test the updated service in a copy first; write nothing if that fails")
    private boolean verify;

    @Option(names = "--continue", description = "conflicts are settled: go on")
    private boolean goOn;
  }

  @Override
  public Integer call() {
    Path folder = service.folder(folder());
    Update.Request request = new Update.Request(
        folder,
        Optional.ofNullable(spec),
        folder(),
        root.folder(folder()),
        console().in(),
        Optional.ofNullable(pack),
        settings.chosen(),
        dropping,
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
      return mode.check ? check(outcome) : tell(outcome, writes);
    } catch (IOException e) {
      throw new MachineException("`" + folder + "` cannot be updated: " + NewService.reason(e), e);
    }
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
      result.put("changes", changes(plan));
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

  private int tell(Update.Outcome outcome, boolean written) {
    UpdatePlan plan = outcome.plan().value();
    int code = plan.conflicts().isEmpty() ? Exit.DONE : Exit.EYE;
    if (json()) {
      Map<String, Object> result = new LinkedHashMap<>();
      result.put("name", plan.name());
      result.put("written", written && !plan.steps().isEmpty());
      result.put("reason", code == Exit.DONE ? null : "conflicts wait to be settled");
      result.put("because", plan.reasons().stream().map(r -> word(r)).toList());
      result.put("changes", changes(plan));
      result.put("edited", plan.edited().stream().map(Object::toString).toList());
      console().out().println(JsonReport.of(outcome.plan().diagnostics(), result));
      return code;
    }
    report(outcome.plan().diagnostics(), outcome.sources());
    if (plan.isUpToDate()) {
      say("`" + plan.name() + "` is up to date");
      return code;
    }
    Map<String, Integer> counts = new LinkedHashMap<>();
    for (Change change : plan.changes()) {
      if (!(change instanceof Change.Keep)) {
        say(line(change));
        if (change instanceof Change.Merge merge) {
          merge.notes().forEach(note -> say("          " + note.text()));
        }
        if (change instanceof Change.Create create && create.owner().equals("you")) {
          create
              .written()
              .text()
              .lines()
              .forEach(text -> say(("          " + text).stripTrailing()));
        }
        counts.merge(kind(change), 1, Integer::sum);
      }
    }
    List<String> parts = new ArrayList<>();
    counts.forEach((kind, count) -> parts.add(count + " " + PAST.get(kind)));
    String sum = parts.isEmpty() ? "what hew remembers" : String.join(", ", parts);
    say((written ? "updated `" : "nothing written; would update `") + plan.name() + "`: " + sum);
    if (written && code == Exit.EYE) {
      say("next: settle the conflicts, then hew update --continue");
    }
    return code;
  }

  private static final Map<String, String> PAST = Map.of(
      "create", "created",
      "update", "updated",
      "merge", "merged",
      "conflict", "in conflict",
      "retire", "deleted",
      "orphan", "left to you");

  private static String line(Change change) {
    String kind = kind(change);
    return kind
        + " ".repeat(10 - kind.length())
        + change.former().map(from -> from + " -> ").orElse("")
        + change.path()
        + (change.reason().isEmpty() ? "" : " (" + change.reason() + ")");
  }

  private static String kind(Change change) {
    return change.getClass().getSimpleName().toLowerCase(Locale.ROOT);
  }

  private static String word(UpdatePlan.Reason reason) {
    return reason.name().toLowerCase(Locale.ROOT);
  }

  private static List<Map<String, Object>> changes(UpdatePlan plan) {
    return plan.changes().stream()
        .filter(change -> !(change instanceof Change.Keep))
        .map(change -> {
          Map<String, Object> data = new LinkedHashMap<>();
          data.put("change", kind(change));
          data.put("path", change.path().value());
          data.put("from", change.former().map(Object::toString).orElse(null));
          data.put("owner", change.owner());
          data.put("reason", change.reason());
          return data;
        })
        .toList();
  }
}
