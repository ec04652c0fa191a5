package dev.hew.survival;

import dev.hew.survival.Account.Fate;
import dev.hew.survival.Survival.Run;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The benchmark's figures as Markdown. */
final class SurvivalTable {
  private SurvivalTable() {}

  static String of(Collection<Run> runs) {
    StringBuilder out = new StringBuilder();
    out.append(
        "| edit | runs | kept | merged | replaced | left | conflicted | lost | both in one file, without conflict | not overlapping, without conflict | clean merges compile |\n");
    out.append("|---|---|---|---|---|---|---|---|---|---|---|\n");
    by(runs, r -> r.edit().name()).forEach((edit, some) -> row(out, edit, some));
    row(out, "**all**", List.copyOf(runs));
    out.append(
        "\n| change of the contract | runs | kept | merged | replaced | left | conflicted | lost | both in one file, without conflict | not overlapping, without conflict | clean merges compile |\n");
    out.append("|---|---|---|---|---|---|---|---|---|---|---|\n");
    by(runs, r -> r.step().change().name()).forEach((change, some) -> row(out, change, some));
    return out.toString();
  }

  private static Map<String, List<Run>> by(Collection<Run> runs, Function<Run, String> key) {
    return runs.stream()
        .collect(Collectors.groupingBy(key, LinkedHashMap::new, Collectors.toList()));
  }

  private static void row(StringBuilder out, String name, List<Run> runs) {
    out.append("| ").append(name).append(" | ").append(runs.size());
    for (Fate fate : Fate.values()) {
      out.append(" | ").append(runs.stream().filter(r -> r.fate() == fate).count());
    }
    List<Run> apart = runs.stream().filter(r -> !r.account().overlapping()).toList();
    List<Run> tried = runs.stream().filter(r -> r.problems().isPresent()).toList();
    List<Run> both = runs.stream().filter(r -> r.account().touched()).toList();
    out.append(" | ").append(share(both, r -> r.fate() != Fate.CONFLICTED));
    out.append(" | ").append(share(apart, r -> r.fate() != Fate.CONFLICTED));
    out.append(" | ").append(share(tried, r -> r.problems().get().isEmpty())).append(" |\n");
  }

  static String share(List<Run> runs, Function<Run, Boolean> good) {
    return runs.isEmpty() ? "" : String.format(Locale.ROOT, "%.1f %%", percent(runs, good));
  }

  static double percent(List<Run> runs, Function<Run, Boolean> good) {
    return 100.0 * runs.stream().filter(good::apply).count() / runs.size();
  }
}
