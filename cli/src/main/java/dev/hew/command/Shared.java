package dev.hew.command;

import dev.hew.flow.Packs;
import dev.hew.report.Diagnostic;
import dev.hew.report.GithubReport;
import dev.hew.report.JsonReport;
import dev.hew.report.Source;
import dev.hew.report.TextReport;
import dev.hew.yaml.YamlWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The options that every command takes, and the way every command reports. */
abstract class Shared {
  private static final int MOST_SHOWN = 200;

  @Spec
  private CommandSpec spec;

  @Option(names = "--quiet", description = "print problems only")
  private boolean quiet;

  private Format format = Format.text;

  /** How results are printed. */
  enum Format {
    text,
    json,
    github,
    yaml
  }

  @Option(
      names = "--format",
      paramLabel = "text|json|github",
      description =
          "how to print: for people, as JSON, or as annotations of a GitHub workflow (default: text)",
      defaultValue = "text")
  private void setFormat(Format wanted) {
    if (wanted == Format.yaml && !speaksYaml()) {
      throw new ParameterException(spec.commandLine(), "only `hew split` prints YAML");
    }
    format = wanted;
  }

  /** Whether the command knows {@code --format yaml} too. */
  boolean speaksYaml() {
    return false;
  }

  /** Whether the result is printed as YAML. */
  boolean yaml() {
    return format == Format.yaml;
  }

  private HewCommand hew() {
    return (HewCommand) spec.root().userObject();
  }

  CommandSpec spec() {
    return spec;
  }

  Console console() {
    return hew().console();
  }

  /** The folder that relative paths start from: where hew was started, or what {@code -C} says. */
  Path folder() {
    return hew().folder();
  }

  boolean quiet() {
    return quiet;
  }

  boolean github() {
    return format == Format.github;
  }

  boolean json() {
    return format == Format.json;
  }

  /** Prints a line of the result, unless the user wants problems only or JSON. */
  void say(String line) {
    if (!quiet && !json() && !yaml()) {
      console().out().println(line);
    }
  }

  /**
   * What may be done to get at a pack from elsewhere.
   *
   * @param fetching whether the network may be asked
   */
  Packs.Access packs(boolean fetching) {
    return new Packs.Access(
        folder(),
        CacheFolder.find(),
        fetching,
        new Progress(console().err(), quiet() ? Integer.MAX_VALUE : 0));
  }

  /** The exit code for what a spec, a pack or a lock is to blame for, or else the way to a pack. */
  static int refusal(List<Diagnostic> diagnostics) {
    return Packs.isMachine(diagnostics) ? Exit.MACHINE : Exit.SPEC;
  }

  /** A number with its noun. */
  static String counted(int number, String noun) {
    return counted(number, noun, noun + "s");
  }

  /** A number with its noun. */
  static String counted(int number, String one, String many) {
    return number + " " + (number == 1 ? one : many);
  }

  /** All of a few problems; of thousands, errors before warnings, as many as somebody may want to look through. */
  private static List<Diagnostic> worst(List<Diagnostic> diagnostics) {
    if (diagnostics.size() <= MOST_SHOWN) {
      return diagnostics;
    }
    return Stream.concat(
            diagnostics.stream().filter(Diagnostic::isError),
            diagnostics.stream().filter(d -> !d.isError()))
        .limit(MOST_SHOWN)
        .toList();
  }

  /** Prints problems: as text to the error stream, or as JSON to the output. */
  void report(List<Diagnostic> diagnostics, List<Source> sources) {
    if (json()) {
      console().out().println(JsonReport.of(diagnostics));
    } else if (yaml()) {
      console().out().print(YamlWriter.of(JsonReport.data(diagnostics, Map.of())));
    } else if (format == Format.github) {
      console().out().print(GithubReport.of(diagnostics));
    } else if (!diagnostics.isEmpty()) {
      List<Diagnostic> shown = worst(diagnostics);
      console().err().print(TextReport.of(shown, sources));
      if (shown.size() < diagnostics.size()) {
        console()
            .err()
            .println("and " + counted(diagnostics.size() - shown.size(), "problem")
                + " more; `--format json` prints all");
      }
    }
  }
}
