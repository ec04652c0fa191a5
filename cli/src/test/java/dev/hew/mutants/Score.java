package dev.hew.mutants;

import dev.hew.mutants.Mutant.Kind;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** How many mutants were made of each kind, and which of them lived. */
final class Score {
  private final Map<Kind, Integer> made = new EnumMap<>(Kind.class);
  private final Map<Kind, Integer> killed = new EnumMap<>(Kind.class);
  private final List<Mutant> survivors = new ArrayList<>();

  /** The constraints that others imply, so that a server without them is right all the same. */
  final List<String> redundant = new ArrayList<>();

  void add(Mutant mutant, boolean dead) {
    made.merge(mutant.kind(), 1, Integer::sum);
    if (dead) {
      killed.merge(mutant.kind(), 1, Integer::sum);
    } else {
      survivors.add(mutant);
    }
  }

  int made() {
    return made.values().stream().mapToInt(Integer::intValue).sum();
  }

  int killed() {
    return killed.values().stream().mapToInt(Integer::intValue).sum();
  }

  /** A Markdown table by kind, then the survivors, a line each. */
  String table(String title) {
    StringBuilder table = new StringBuilder("\n" + title + "\n\n| mutants | made | killed | |\n");
    table.append("| --- | ---: | ---: | ---: |\n");
    made.forEach((kind, all) -> row(table, kind.words, killed.getOrDefault(kind, 0), all));
    row(table, "all", killed(), made());
    redundant.forEach(
        constraint -> table.append("\nno mutant, since implied: ").append(constraint));
    survivors.forEach(mutant -> table.append("\nlives: ").append(mutant));
    return table.append('\n').toString();
  }

  private static void row(StringBuilder table, String name, int dead, int all) {
    double rate = all == 0 ? 0 : 100.0 * dead / all;
    table.append(String.format(Locale.ROOT, "| %s | %d | %d | %.1f %% |%n", name, all, dead, rate));
  }
}
