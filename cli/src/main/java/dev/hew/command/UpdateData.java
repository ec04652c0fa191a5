package dev.hew.command;

import dev.hew.change.Change;
import dev.hew.contract.Difference;
import dev.hew.flow.BrokenUse;
import dev.hew.flow.Preview;
import dev.hew.flow.UpdatePlan;
import dev.hew.merge.Span;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Says to programs what an update does. */
final class UpdateData {
  private final FileNames names;

  /** @param names how the files are called */
  UpdateData(FileNames names) {
    this.names = names;
  }

  /**
   * The result as JSON has it.
   *
   * @param reason why somebody has to look at it, or {@code null}
   */
  Map<String, Object> of(UpdatePlan plan, boolean written, String reason) {
    Map<String, Object> result = new LinkedHashMap<>();
    result.put("name", plan.name());
    result.put("written", written && !plan.steps().isEmpty());
    result.put("reason", reason);
    result.put("because", plan.reasons().stream().map(UpdateData::word).toList());
    plan.preview()
        .ifPresent(preview -> result.put(
            "contract", preview.differences().stream().map(this::difference).toList()));
    result.put("changes", changes(plan));
    result.put(
        "broken",
        plan.broken().stream().map(use -> broken(names.of(use).place(written))).toList());
    result.put("edited", names.of(plan.edited()));
    return result;
  }

  /** What becomes of the files that do not stay as they are. */
  List<Map<String, Object>> changes(UpdatePlan plan) {
    return plan.changes().stream()
        .filter(change -> !(change instanceof Change.Keep))
        .map(change -> {
          Map<String, Object> data = new LinkedHashMap<>();
          data.put("change", UpdateText.kind(change));
          data.put("path", names.of(change.path()));
          data.put("from", change.former().map(names::of).orElse(null));
          data.put("owner", change.owner());
          data.put("reason", change.reason());
          if (plan.preview().isPresent()) {
            data.put("atRisk", change.atRisk().stream().map(UpdateData::span).toList());
          }
          return data;
        })
        .toList();
  }

  static Map<String, Object> broken(BrokenUse.Place place) {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("path", place.source().name());
    data.put("line", place.line());
    return data;
  }

  private static Map<String, Object> span(Span span) {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("first", span.first());
    data.put("last", span.last());
    return data;
  }

  private Map<String, Object> difference(Preview.Touching touching) {
    Difference difference = touching.difference();
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("change", difference.kind().word());
    data.put("subject", difference.subject());
    data.put("name", difference.name());
    data.put("place", difference.place().toString());
    data.put(
        "details", difference.details().stream().map(Difference.Detail::words).toList());
    data.put("files", names.of(touching.files()));
    return data;
  }

  private static String word(UpdatePlan.Reason reason) {
    return reason.name().toLowerCase(Locale.ROOT);
  }
}
