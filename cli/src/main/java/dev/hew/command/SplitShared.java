package dev.hew.command;

import dev.hew.flow.Placed;
import dev.hew.flow.SplitMap;
import dev.hew.report.Checked;
import dev.hew.report.Diagnostic;
import dev.hew.report.JsonReport;
import dev.hew.yaml.YamlWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;

/** What the commands of {@code hew split} have in common. Names no class of the split, so that others start fast. */
abstract class SplitShared extends Shared implements Callable<Integer> {
  private static final int LARGE = 500;

  private final Argument<Integer> modules = arguments()
      .option(
          int.class,
          "--modules",
          "N",
          "how many modules are wanted (default: as many as there seem to be)");
  private final Argument<Boolean> noHistory =
      arguments().flag("--no-history", "do not look into the git history");
  private final Argument<Boolean> noCache = arguments()
      .flag(
          "--no-cache", "find out everything again, even what has not changed since the last run");

  SplitShared(String name, String description, String example) {
    super(
        name,
        description,
        example,
        List.of(Format.text, Format.json, Format.yaml, Format.github),
        "for people, as JSON or YAML, or as annotations of a GitHub workflow");
  }

  /** The folder in which is kept between runs what need not be found out again; empty for none. */
  private Optional<Path> cache() {
    if (noCache.isSet()) {
      return Optional.empty();
    }
    return CacheFolder.find();
  }

  @Override
  public final Integer call() {
    if (ModuleLayer.boot().findModule("jdk.compiler").isEmpty()) {
      report(
          List.of(Diagnostic.error(
                  "split-needs-jdk",
                  "this Java is a runtime without a compiler, and hew reads sources with the compiler")
              .withHint("point JAVA_HOME to a JDK 17 or newer")),
          List.of());
      return Exit.MACHINE;
    }
    return run();
  }

  /** The command itself, on a Java that has a compiler. */
  abstract int run();

  /** The code base's folder. */
  Path top(Argument<Path> given) {
    return given.value().map(folder()::resolve).orElse(folder());
  }

  /** Whether the result is printed as data, by {@link #print}. */
  boolean asData() {
    return json() || yaml();
  }

  /** Prints the result as JSON or YAML. */
  void print(List<Diagnostic> diagnostics, Map<String, Object> data) {
    if (yaml()) {
      console().out().print(YamlWriter.of(JsonReport.data(diagnostics, data)));
    } else {
      JsonReport.write(diagnostics, data, console().out());
      console().out().println();
    }
  }

  /** The map of the code base; says how far it is where the code base is large enough for that to be a question. */
  Checked<SplitMap> map() {
    Progress progress = new Progress(
        console().err(), quiet() ? Integer.MAX_VALUE : LARGE, console().terminal());
    try {
      return SplitMap.of(
          top(), SplitMap.Options.of(modules.or(0), !noHistory.isSet(), cache()), progress);
    } finally {
      progress.clear();
    }
  }

  /** The code base's folder. */
  abstract Path top();

  /**
   * Prints problems in files, as these are called from where hew was started.
   *
   * @param base the folder that their places count from
   */
  void report(List<Diagnostic> diagnostics, Path base) {
    Placed placed = Placed.of(diagnostics, base, folder());
    report(placed.diagnostics(), placed.sources());
  }

  /** Reports why there is no result: what a file of the code base says is wrong, or the machine is in the way. */
  int refused(List<Diagnostic> diagnostics) {
    return refused(diagnostics, top());
  }

  /**
   * Reports why there is no result.
   *
   * @param base the folder that places count from
   */
  int refused(List<Diagnostic> diagnostics, Path base) {
    report(diagnostics, base);
    boolean written = diagnostics.stream()
        .anyMatch(
            d -> d.isError() && (d.position().isPresent() || d.code().equals("split-no-seams")));
    boolean asked = diagnostics.stream().anyMatch(d -> d.code().equals("split-no-class"));
    return asked ? Exit.USAGE : written ? Exit.SPEC : Exit.MACHINE;
  }
}
