package dev.hew.command;

import dev.hew.change.Change;
import dev.hew.contract.Difference;
import dev.hew.flow.Preview;
import dev.hew.flow.UpdatePlan;
import dev.hew.merge.Span;
import dev.hew.report.Diagnostic;
import dev.hew.report.SafeText;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Says in Markdown what an update does, for the body of a pull request. */
final class UpdateMarkdown {
  private final StringBuilder out = new StringBuilder();
  private final FileNames names;

  private UpdateMarkdown(FileNames names) {
    this.names = names;
  }

  static String of(
      UpdatePlan plan, List<Diagnostic> diagnostics, FileNames names, boolean written) {
    UpdateMarkdown text = new UpdateMarkdown(names);
    if (plan.isUpToDate()) {
      return text.line(code(plan.name()) + " is up to date.").out.toString();
    }
    text.line((written ? "`hew update` of " : "`hew update` would change ") + code(plan.name())
        + ": " + UpdateText.sum(plan) + ".");
    plan.reasons().forEach(reason -> text.line("- " + plain(reason.words())));
    text.attention(plan, diagnostics);
    plan.preview().ifPresent(preview -> text.contract(preview, plan));
    text.files(plan);
    return text.out.toString();
  }

  private UpdateMarkdown line(String text) {
    out.append(text).append('\n');
    return this;
  }

  private void heading(String text) {
    line("").line("### " + text).line("");
  }

  /** What somebody has to look at. */
  private void attention(UpdatePlan plan, List<Diagnostic> diagnostics) {
    Predicate<Change> seen = change -> change instanceof Change.Conflict
        || change instanceof Change.Orphan
        || !change.atRisk().isEmpty();
    if (diagnostics.isEmpty() && plan.changes().stream().noneMatch(seen)) {
      return;
    }
    heading("To look at");
    diagnostics.forEach(d -> line("- "
        + d.position().map(p -> code(p.source() + ":" + p.line()) + ": ").orElse("")
        + plain(d.message())));
    for (Change change : plan.changes()) {
      String path = code(names.of(UpdateText.place(change)));
      if (change instanceof Change.Conflict) {
        line("- **conflict** in " + path
            + (change.atRisk().isEmpty() ? "" : ", at " + yours(change)));
      } else if (change instanceof Change.Orphan) {
        line("- " + path + " is no longer wanted and stays, as it was edited");
      } else if (!change.atRisk().isEmpty()) {
        line("- merged without a conflict in " + path + ", where hew changes something beside "
            + yours(change));
      }
    }
  }

  /** In the file as it was before the update. */
  private static String yours(Change change) {
    String spans = change.atRisk().stream().map(Span::words).collect(Collectors.joining(", "));
    return (spans.matches("\\d+") ? "your line " : "your lines ") + spans;
  }

  private void contract(Preview preview, UpdatePlan plan) {
    if (preview.differences().isEmpty() && !plan.reasons().contains(UpdatePlan.Reason.CONTRACT)) {
      return;
    }
    heading("The contract");
    if (preview.differences().isEmpty()) {
      line("- " + UpdateText.unnamed(preview));
    }
    for (Preview.Touching touching : preview.differences()) {
      Difference difference = touching.difference();
      String name = difference.subject().equals("contract") ? "" : " " + code(difference.name());
      String details = difference.details().stream()
          .map(d ->
              (d.part().isEmpty() ? "" : d.part() + " ") + code(d.name()) + " " + plain(d.what()))
          .collect(Collectors.joining("; "));
      line("- **" + difference.kind().word() + "** " + difference.subject() + name
          + (details.isEmpty() ? "" : ": " + details));
      touching.files().forEach(path -> line("  - " + code(names.of(path))));
    }
  }

  private void files(UpdatePlan plan) {
    if (plan.changes().stream().allMatch(Change.Keep.class::isInstance)) {
      return;
    }
    heading("Files");
    for (Change change : plan.changes()) {
      if (!(change instanceof Change.Keep)) {
        String from = change.former().map(path -> code(names.of(path)) + " to ").orElse("");
        line("- " + UpdateText.kind(change) + " " + from + code(names.of(change.path())) + ": "
            + plain(change.reason()));
        if (change instanceof Change.Merge merge) {
          merge.notes().forEach(note -> line("  - " + plain(note.text())));
        }
      }
    }
  }

  /** A strange text as code, in which nothing is markup, mention or link. */
  private static String code(String text) {
    String safe = SafeText.of(text);
    if (!safe.contains("`")) {
      return "`" + safe + "`";
    }
    String fence = "`";
    while (safe.contains(fence)) {
      fence += "`";
    }
    return fence + " " + safe + " " + fence;
  }

  /** A sentence of hew's with strange words between backticks. */
  private static String plain(String text) {
    String[] parts = SafeText.of(text).split("`", -1);
    StringBuilder plain = new StringBuilder();
    for (int i = 0; i < parts.length; i++) {
      boolean code = i % 2 == 1 && i < parts.length - 1;
      plain.append(code ? code(parts[i]) : parts[i].replaceAll("[\\\\*_\\[\\]<>#@|~]", "\\\\$0"));
    }
    return plain.toString();
  }
}
