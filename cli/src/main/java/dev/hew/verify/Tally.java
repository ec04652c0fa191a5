package dev.hew.verify;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How many cases ended how.
 *
 * @param operations how many operations the cases are about
 */
public record Tally(int operations, int cases, Map<Outcome, Integer> outcomes) {

  public static Tally of(List<Finding> findings) {
    Map<Outcome, Integer> outcomes = new EnumMap<>(Outcome.class);
    for (Outcome outcome : Outcome.values()) {
      outcomes.put(outcome, 0);
    }
    findings.forEach(finding -> outcomes.merge(finding.outcome(), 1, Integer::sum));
    long operations =
        findings.stream().map(finding -> finding.one().operation()).distinct().count();
    return new Tally((int) operations, findings.size(), outcomes);
  }

  /** By the words of the closing line, in its order. */
  public Map<String, Integer> byWord() {
    Map<String, Integer> counts = new LinkedHashMap<>();
    counts.put("operations", operations);
    counts.put("cases", cases);
    outcomes.forEach((outcome, count) -> counts.put(outcome.word(), count));
    return counts;
  }

  /** The line that the runner of a generated service ends with as well. */
  @Override
  public String toString() {
    StringBuilder line = new StringBuilder("contract:");
    byWord().forEach((word, count) -> line.append(' ').append(word).append('=').append(count));
    return line.toString();
  }
}
