package dev.hew.command;

import dev.hew.flow.Placed;
import dev.hew.flow.SplitMap;
import dev.hew.flow.SplitScore;
import dev.hew.report.Checked;
import dev.hew.report.Diagnostic;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** {@code hew split score}: the measures of the literature for hew's partition or anybody's. */
final class SplitScoreCommand extends SplitFolderCommand {
  private final Argument<String> partition = file(
      "--partition", "score this one: class: cluster, cluster: [class], or a map of hew's as JSON");
  private final Argument<String> volumes = file("--volumes", "calls at run time: \"A--B\": 12");
  private final Argument<String> contexts = file("--contexts", "business contexts of classes");
  private final Argument<String> key = file("--key", "a partition to compare with");

  SplitScoreCommand() {
    super(
        "score",
        "Scores a partition by the measures of the literature, and against a key.",
        "hew split score . --key services.yaml");
  }

  private Argument<String> file(String name, String description) {
    return arguments().option(String.class, name, "FILE", description);
  }

  @Override
  int run() {
    Optional<String> partition = this.partition.value();
    var files = new SplitScore.Files(volumes.value(), contexts.value(), key.value());
    Optional<SplitMap> map = Optional.empty();
    if (partition.isEmpty() || files.volumes().isEmpty()) {
      Checked<SplitMap> made = map();
      if (!made.ok()) {
        return refused(made.diagnostics());
      }
      map = made.toOptional();
    }
    Checked<SplitScore.Score> score = partition.isPresent()
        ? SplitScore.of(folder(), partition.get(), files, map)
        : SplitScore.of(folder(), map.orElseThrow(), files);
    return score.ok()
        ? told(score.value(), score.diagnostics())
        : refused(score.diagnostics(), folder());
  }

  private int told(SplitScore.Score score, List<Diagnostic> notes) {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("modules", score.modules());
    if (score.alone() > 0) {
      data.put("alone", score.alone());
    }
    data.put("classes", score.measures().classes());
    data.put("icp", rounded(score.measures().icp()));
    data.put("sm", rounded(score.measures().sm()));
    data.put("ifn", rounded(score.measures().ifn()));
    data.put("ned", rounded(score.measures().ned()));
    data.put("bcp", score.contexts() ? rounded(score.measures().bcp()) : null);
    data.put("mq", rounded(score.measures().mq()));
    score.agreement().ifPresent(agreement -> {
      data.put("compared", agreement.classes());
      data.put("mojofm", rounded(agreement.mojofm()));
      data.put("precision", rounded(agreement.precision()));
      data.put("recall", rounded(agreement.recall()));
      data.put("f1", rounded(agreement.f1()));
      data.put("misplaced", agreement.misplaced());
    });
    if (asData()) {
      print(Placed.of(notes, folder(), folder()).diagnostics(), data);
    } else {
      report(notes, folder());
      data.forEach((name, value) ->
          say(String.format(Locale.ROOT, "%-10s %s", name, value == null ? "-" : value)));
    }
    return Exit.DONE;
  }

  private static String rounded(double number) {
    return String.format(Locale.ROOT, "%.3f", number);
  }
}
