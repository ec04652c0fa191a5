package dev.hew;

import dev.hew.CorpusRun.Kind;
import dev.hew.CorpusRun.Outcome;
import dev.hew.model.Text;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Writes {@code docs/corpus.md}: what became of every document of the corpus. */
final class CorpusReport {
  private static final int SHOWN = 200;

  private CorpusReport() {}

  static String text(List<CorpusList> list, List<Outcome> outcomes) {
    Map<String, CorpusList> verdicts =
        list.stream().collect(Collectors.toMap(CorpusList::file, v -> v));
    List<Outcome> valid =
        outcomes.stream().filter(o -> verdicts.get(o.file()).valid()).toList();
    List<Outcome> invalid =
        outcomes.stream().filter(o -> !verdicts.get(o.file()).valid()).toList();
    StringBuilder out = new StringBuilder();
    out.append("""
        # Corpus

        `mvn -Pcorpus verify` makes a service of every document that OpenAPI Generator 7.25.0 is tested with, compiles it with all
        of javac's warnings on, and sends the contract's own examples through the generated types: JSON is read and written again,
        and what the contract declares has to come back, numbers by value and times by instant. The run writes this page, and fails
        when hew breaks down on a document or works on it for more than 20 seconds, when less than 99 % of the valid ones become
        services that compile without a warning, or when an example loses something.

        Valid is a document that the official JSON Schema of its OpenAPI version allows, its schemas included, and in which every
        `$ref` to a place in the same document leads somewhere. The verdicts, with a reason each, are in
        [`verdicts.tsv`](../cli/src/test/resources/corpus/verdicts.tsv).

        | | valid | not valid |
        | --- | --- | --- |
        """);
    row(out, "documents", valid, invalid, o -> true);
    row(out, "become a service that compiles", valid, invalid, o -> o.kind() == Kind.COMPILED);
    row(out, "of these, without operations of their own", valid, invalid, Outcome::completed);
    row(out, "are refused", valid, invalid, o -> o.kind() == Kind.REFUSED);
    row(out, "do not compile", valid, invalid, o -> o.kind() == Kind.BROKEN);
    row(out, "break hew", valid, invalid, o -> o.kind() == Kind.CRASHED);
    out.append("| examples read and written | ").append(trips(valid)).append(" | ");
    out.append(trips(invalid)).append(" |\n| examples that lost something | ");
    out.append(losses(valid)).append(" | ").append(losses(invalid)).append(" |\n");
    out.append("""

        A document without operations is refused by `hew new`, since there is nothing to serve. Here each is given one operation for
        each of its schemas, so that their types are made and compiled as well.
        """);
    section(out, "Valid, but no service", valid, o -> o.kind() != Kind.COMPILED);
    section(out, "Not valid, and no service", invalid, o -> o.kind() != Kind.COMPILED);
    section(
        out, "Examples that lost something", outcomes, o -> !o.trips().losses().isEmpty());
    out.append("\n## Without operations\n\n");
    outcomes.stream()
        .filter(Outcome::completed)
        .forEach(o -> out.append("- ").append(Text.of(o.file()).code()).append('\n'));
    return out.toString();
  }

  private static void row(
      StringBuilder out,
      String what,
      List<Outcome> valid,
      List<Outcome> invalid,
      Predicate<Outcome> which) {
    out.append("| ").append(what).append(" | ");
    out.append(valid.stream().filter(which).count()).append(" | ");
    out.append(invalid.stream().filter(which).count()).append(" |\n");
  }

  private static int trips(List<Outcome> outcomes) {
    return outcomes.stream().mapToInt(o -> o.trips().done()).sum();
  }

  private static int losses(List<Outcome> outcomes) {
    return outcomes.stream().mapToInt(o -> o.trips().losses().size()).sum();
  }

  private static void section(
      StringBuilder out, String title, List<Outcome> outcomes, Predicate<Outcome> which) {
    List<Outcome> listed = outcomes.stream().filter(which).toList();
    if (listed.isEmpty()) {
      return;
    }
    out.append("\n## ").append(title).append("\n\n");
    for (Outcome outcome : listed) {
      String reason = outcome.reasons().isEmpty()
          ? outcome.trips().losses().get(0)
          : outcome.reasons().get(0);
      String shown = reason.length() > SHOWN ? reason.substring(0, SHOWN) : reason;
      out.append("- ").append(Text.of(outcome.file()).code()).append(": ");
      out.append(Text.of(shown).markdown()).append('\n');
    }
  }
}
