package dev.hew.command;

import dev.hew.flow.Ownership;
import dev.hew.pack.Layer;
import dev.hew.pack.Provenance;
import dev.hew.report.Checked;
import dev.hew.report.JsonReport;
import dev.hew.report.SafeText;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Prints where a file comes from. */
final class OriginReport {
  private static final Map<String, String> OWNERS = Map.of(
      "hew", "hew: an edit is merged, and reported",
      "both", "both: what you write and what hew writes are merged",
      "you", "you: hew never touches it again");

  private final Shared command;
  private final String file;

  /** @param file what the user calls it */
  OriginReport(Shared command, String file) {
    this.command = command;
    this.file = file;
  }

  /** Prints it, and gives the exit code. */
  int show(Checked<Ownership.Descent> origin) {
    if (!origin.ok()) {
      command.report(origin.diagnostics(), List.of());
      return Exit.of(origin.diagnostics(), Set.of("file-unknown"));
    }
    Ownership.Descent known = origin.value();
    if (command.json()) {
      command.console().out().println(JsonReport.of(origin.diagnostics(), data(known)));
      return Exit.DONE;
    }
    line("file", file + ", " + known.state());
    line("template", template(known));
    line("contract", known.pointer().isEmpty() ? "the whole" : known.pointer());
    line("owner", OWNERS.get(known.owner()) + (known.chosen() ? " (your choice)" : ""));
    if (!known.pack().layers().isEmpty()) {
      line("layer", isMade(known) ? known.layer() : "none: no pack has a part in it");
    }
    line("pack", pack(known.pack()) + ", hew " + known.hew());
    return Exit.DONE;
  }

  private void line(String word, String text) {
    command.say(SafeText.of(word + " ".repeat(10 - word.length()) + text));
  }

  /** What a service was made with, in words. */
  static String pack(Provenance pack) {
    List<String> below = pack.layers().stream().skip(1).map(Layer::name).toList();
    return pack.name()
        + (below.isEmpty() ? "" : " over " + String.join(" over ", below))
        + pack.pin()
            .map(pin -> " from " + pin.text()
                + pin.commit().map(c -> " (commit " + c + ")").orElse(""))
            .orElse("");
  }

  /** Where a pack is from; null for a stack of hew's own. */
  static Map<String, Object> from(Provenance pack) {
    if (pack.pin().isEmpty()) {
      return null;
    }
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("pack", pack.pin().get().text());
    data.put("commit", pack.pin().get().commit().orElse(null));
    return data;
  }

  /** Whether a template made it. */
  private static boolean isMade(Ownership.Descent origin) {
    return !List.of("contract", "cases", "schemas").contains(origin.template());
  }

  private static String template(Ownership.Descent origin) {
    return switch (origin.template()) {
      case "contract" -> "none: it is the contract";
      case "cases", "schemas" -> "none: hew computes it from the contract";
      default -> origin.file().orElse("files/" + origin.template());
    };
  }

  private Map<String, Object> data(Ownership.Descent known) {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("path", file);
    data.put("template", known.template());
    data.put("file", known.file().orElse(null));
    data.put("pointer", known.pointer());
    data.put("owner", known.owner());
    data.put("chosen", known.chosen());
    data.put("layer", isMade(known) ? known.layer() : null);
    data.put("pack", known.pack().name());
    data.put("from", from(known.pack()));
    data.put("hew", known.hew());
    data.put("state", known.state());
    return data;
  }
}
