package dev.hew.command;

import dev.hew.change.Change;
import dev.hew.flow.BrokenUse;
import dev.hew.flow.NewService;
import dev.hew.flow.Status;
import dev.hew.flow.Update;
import dev.hew.flow.UpdatePlan;
import dev.hew.lock.Lock;
import dev.hew.model.Endpoint;
import dev.hew.report.Checked;
import dev.hew.report.Diagnostic;
import dev.hew.report.JsonReport;
import dev.hew.report.SafeText;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;

/** {@code hew status}: how a service stands beside what hew wrote. */
final class StatusCommand extends Shared implements Callable<Integer> {

  private final ServiceArgument service = new ServiceArgument(arguments());

  StatusCommand() {
    super(
        "status",
        "Shows what was edited, deleted, left in conflict or is still a stub.",
        "hew status orders");
  }

  @Override
  public Integer call() {
    Path folder = service.folder(folder());
    try {
      Checked<Status> status = Status.of(new Update.Request(
          folder,
          Optional.empty(),
          folder(),
          Optional.empty(),
          console().in(),
          Optional.empty(),
          Map.of(),
          false,
          false,
          false,
          packs(false),
          Version.text()));
      if (!status.ok()) {
        report(status.diagnostics(), List.of());
        return Exit.SPEC;
      }
      show(status.value());
      return Exit.DONE;
    } catch (IOException e) {
      throw new MachineException("`" + folder + "` cannot be read: " + NewService.reason(e), e);
    }
  }

  private void show(Status status) {
    List<String> behind = behind(status);
    if (json()) {
      console().out().println(JsonReport.of(status.conflicts(), data(status, behind)));
      return;
    }
    say(SafeText.of("written by hew " + status.lock().hew() + " with "
        + OriginReport.pack(status.lock().pack())));
    status.conflicts().forEach(c -> line("conflict", where(c)));
    status.edited().forEach(e -> line("edited", names().of(e.path()) + " (" + whose(e) + ")"));
    status.deleted().forEach(path -> line("deleted", names().of(path) + " (it stays away)"));
    status.stubs().forEach(stub -> line("stub", call(stub)));
    broken(status).forEach(use -> line("broken", use.after().words() + " (" + use.what() + ")"));
    unlooked(status).ifPresent(why -> line("broken", "since an earlier update, it seems: " + why));
    behind.forEach(reason -> line("behind", reason));
    if (behind.isEmpty()) {
      say("nothing to update");
    }
  }

  private List<BrokenUse> broken(Status status) {
    return status.plan().toOptional().map(UpdatePlan::broken).orElse(List.of()).stream()
        .map(names()::of)
        .toList();
  }

  private FileNames names() {
    return service.names(folder());
  }

  private static Optional<String> unlooked(Status status) {
    return status.plan().toOptional().flatMap(plan -> plan.breakage().unknown());
  }

  private void line(String word, String text) {
    say(SafeText.of(word + " ".repeat(10 - word.length()) + text));
  }

  private static String where(Diagnostic conflict) {
    return conflict.position().map(p -> p.source() + ":" + p.line()).orElseThrow();
  }

  private static String whose(Lock.Entry entry) {
    return switch (entry.owner()) {
      case "hew" -> "hew's";
      case "you" -> "yours";
      default -> "shared";
    };
  }

  private static String call(Endpoint endpoint) {
    return endpoint.name() + " at " + endpoint.place();
  }

  /** Why an update has something to do, or cannot begin. */
  private static List<String> behind(Status status) {
    List<String> reasons = new ArrayList<>();
    if (status.unfinished()) {
      reasons.add("a run of hew was interrupted; `hew update` finishes it");
    } else if (status.plan().ok() && !status.plan().value().isUpToDate()) {
      UpdatePlan plan = status.plan().value();
      long files =
          plan.changes().stream().filter(c -> !(c instanceof Change.Keep)).count();
      String touched = "; an update touches " + counted((int) files, "file");
      if (plan.reasons().isEmpty()) {
        reasons.add("what hew writes has changed" + touched);
      }
      plan.reasons().forEach(reason -> reasons.add(reason.words() + touched));
    } else if (!status.plan().ok() && status.conflicts().isEmpty()) {
      status.plan().diagnostics().stream()
          .filter(Diagnostic::isError)
          .forEach(d -> reasons.add("no update: " + d.message()));
    } else if (!status.conflicts().isEmpty()) {
      reasons.add("no update while there are conflicts");
    }
    return reasons;
  }

  private Map<String, Object> data(Status status, List<String> behind) {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("hew", status.lock().hew());
    data.put("pack", status.lock().pack().name());
    data.put("from", OriginReport.from(status.lock().pack()));
    data.put("conflicts", status.conflicts().stream().map(StatusCommand::where).toList());
    data.put(
        "edited",
        status.edited().stream()
            .map(e -> pair("path", names().of(e.path()), "owner", e.owner()))
            .toList());
    data.put("deleted", names().of(status.deleted()));
    data.put(
        "stubs",
        status.stubs().stream()
            .map(s -> pair("name", s.name(), "place", s.place()))
            .toList());
    data.put(
        "broken",
        broken(status).stream().map(use -> UpdateData.broken(use.after())).toList());
    data.put("behind", behind);
    return data;
  }

  /** In this order, always. */
  private static Map<String, Object> pair(String key, String value, String other, String more) {
    Map<String, Object> pair = new LinkedHashMap<>();
    pair.put(key, value);
    pair.put(other, more);
    return pair;
  }
}
