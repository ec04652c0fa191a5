package dev.hew.command;

import dev.hew.change.Change;
import dev.hew.contract.Difference;
import dev.hew.flow.Preview;
import dev.hew.flow.UpdatePlan;
import dev.hew.merge.Span;
import dev.hew.report.SafeText;
import dev.hew.tree.RelPath;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Says to people what an update does. */
final class UpdateText {
  private static final String INDENT = " ".repeat(10);
  private static final Map<String, String> PAST = Map.of(
      "create", "created",
      "update", "updated",
      "merge", "merged",
      "conflict", "in conflict",
      "retire", "deleted",
      "orphan", "left to you");

  private final List<String> lines = new ArrayList<>();
  private final FileNames names;

  private UpdateText(FileNames names) {
    this.names = names;
  }

  /** Line by line; what is to be explained only where the plan explains it. */
  static List<String> lines(UpdatePlan plan, FileNames names, boolean written) {
    UpdateText text = new UpdateText(names);
    if (plan.isUpToDate()) {
      return List.of("`" + plan.name() + "` is up to date");
    }
    plan.preview().filter(p -> !written).ifPresent(p -> text.contract(p, plan));
    for (Change change : plan.changes()) {
      if (!(change instanceof Change.Keep)) {
        text.change(change, plan.preview().isPresent() && !written);
      }
    }
    text.lines.add((written ? "updated `" : "nothing written; would update `") + plan.name() + "`: "
        + sum(plan));
    if (written && !plan.conflicts().isEmpty()) {
      text.lines.add("next: settle the conflicts, then hew update --continue");
    }
    return text.lines;
  }

  private void contract(Preview preview, UpdatePlan plan) {
    for (Preview.Touching touching : preview.differences()) {
      lines.add(SafeText.of("contract  " + words(touching.difference())));
      touching.files().forEach(path -> lines.add(INDENT + names.of(path)));
    }
    if (preview.differences().isEmpty() && plan.reasons().contains(UpdatePlan.Reason.CONTRACT)) {
      lines.add("contract  " + unnamed(preview));
    }
  }

  /** What is said of a contract whose text has changed and nothing that hew compares. */
  static String unnamed(Preview preview) {
    return preview.known()
        ? "only examples, comments, extensions or the order of things have changed"
        : "it has changed; what it was can no longer be read";
  }

  /** A difference in one line. */
  static String words(Difference difference) {
    String name = difference.subject().equals("contract") ? "" : " `" + difference.name() + "`";
    String details = difference.details().stream()
        .map(Difference.Detail::words)
        .collect(Collectors.joining("; "));
    return difference.kind().word() + " " + difference.subject() + name
        + (details.isEmpty() ? "" : ": " + details);
  }

  private void change(Change change, boolean explained) {
    lines.add(line(change));
    if (change instanceof Change.Merge merge) {
      merge.notes().forEach(note -> lines.add(INDENT + note.text()));
    }
    if (change instanceof Change.Create create && create.owner().equals("you")) {
      create.written().text().lines().forEach(text -> lines.add((INDENT + text).stripTrailing()));
    }
    if (explained) {
      for (Span span : change.atRisk()) {
        lines.add(INDENT + "at risk: " + names.of(place(change)) + ":" + span.words());
      }
    }
  }

  /** Where the file is before the update. */
  static RelPath place(Change change) {
    return change.former().orElse(change.path());
  }

  /** What becomes of how many files. */
  static String sum(UpdatePlan plan) {
    Map<String, Integer> counts = new LinkedHashMap<>();
    plan.changes().stream()
        .filter(change -> !(change instanceof Change.Keep))
        .forEach(change -> counts.merge(kind(change), 1, Integer::sum));
    List<String> parts = new ArrayList<>();
    counts.forEach((kind, count) -> parts.add(count + " " + PAST.get(kind)));
    if (!plan.broken().isEmpty()) {
      long lines =
          plan.broken().stream().map(use -> use.after().words()).distinct().count();
      parts.add(Shared.counted((int) lines, "line") + " of yours broken");
    }
    return parts.isEmpty() ? "what hew remembers" : String.join(", ", parts);
  }

  private String line(Change change) {
    String kind = kind(change);
    return kind
        + " ".repeat(10 - kind.length())
        + change.former().map(from -> names.of(from) + " -> ").orElse("")
        + names.of(change.path())
        + (change.reason().isEmpty() ? "" : " (" + change.reason() + ")");
  }

  static String kind(Change change) {
    return change.getClass().getSimpleName().toLowerCase(Locale.ROOT);
  }
}
