package dev.hew.command;

import dev.hew.flow.Packs;
import dev.hew.report.Diagnostic;
import dev.hew.report.GithubReport;
import dev.hew.report.JsonReport;
import dev.hew.report.Source;
import dev.hew.report.Summary;
import dev.hew.report.TextReport;
import dev.hew.yaml.YamlWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.TypeConversionException;

/** The options that every command takes, and the way every command reports. */
abstract class Shared {
  private final Arguments arguments;
  private final Argument<Boolean> quiet;
  private final Argument<Format> format;

  /** How results are printed. */
  enum Format {
    text,
    json,
    yaml,
    github
  }

  /**
   * @param example a command line
   */
  Shared(String name, String description, String example) {
    this(
        name,
        description,
        example,
        List.of(Format.text, Format.json, Format.github),
        "for people, as JSON, or as annotations of a GitHub workflow");
  }

  /**
   * @param example a command line
   * @param formats in which it prints
   * @param meaning what they are for
   */
  Shared(String name, String description, String example, List<Format> formats, String meaning) {
    arguments = new Arguments(this, name, description, example);
    quiet = arguments.flag("--quiet", "print problems only");
    format = arguments.option(
        word -> format(word, formats),
        "--format",
        String.join("|", formats.stream().map(Format::name).toList()),
        "how to print: " + meaning + " (default: text)");
  }

  private static Format format(String word, List<Format> formats) {
    return formats.stream()
        .filter(format -> format.name().equalsIgnoreCase(word))
        .findFirst()
        .orElseThrow(() -> new TypeConversionException(
            "expected one of " + formats + " (case-insensitive) but was '" + word + "'"));
  }

  private HewCommand hew() {
    return (HewCommand) arguments.spec().root().userObject();
  }

  /** What the command takes. */
  Arguments arguments() {
    return arguments;
  }

  Console console() {
    return hew().console();
  }

  /** The folder that relative paths start from: where hew was started, or what {@code -C} says. */
  Path folder() {
    return hew().folder();
  }

  boolean quiet() {
    return quiet.isSet();
  }

  boolean github() {
    return format.or(Format.text) == Format.github;
  }

  boolean yaml() {
    return format.or(Format.text) == Format.yaml;
  }

  boolean json() {
    return format.or(Format.text) == Format.json;
  }

  /** Prints a line of the result, unless the user wants problems only or JSON. */
  void say(String line) {
    if (!quiet() && !json() && !yaml()) {
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
        new Progress(console().err(), quiet() ? Integer.MAX_VALUE : 0, false));
  }

  /** A number with its noun. */
  static String counted(int number, String noun) {
    return counted(number, noun, noun + "s");
  }

  /** A number with its noun. */
  static String counted(int number, String one, String many) {
    return number + " " + (number == 1 ? one : many);
  }

  /** Prints problems: as text to the error stream, or as JSON to the output. */
  void report(List<Diagnostic> diagnostics, List<Source> sources) {
    if (json()) {
      console().out().println(JsonReport.of(diagnostics));
    } else if (yaml()) {
      console().out().print(YamlWriter.of(JsonReport.data(diagnostics, Map.of())));
    } else if (github()) {
      console().out().print(GithubReport.of(diagnostics));
    } else if (!diagnostics.isEmpty()) {
      console().err().print(TextReport.of(Summary.of(diagnostics), sources));
    }
  }
}
