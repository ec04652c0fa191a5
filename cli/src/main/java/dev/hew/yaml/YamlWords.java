package dev.hew.yaml;

import java.util.Map;
import java.util.Optional;

/** Says in plain words what is wrong with a YAML text. */
final class YamlWords {
  private static final Map<String, String> WORDS = Map.of(
      "mapping values are not allowed here",
          "a `:` here would start a mapping where none can stand",
      "expected <block end>, but found '<block mapping start>'",
          "this line is indented differently from its neighbours",
      "expected <block end>, but found '-'", "a list item cannot stand here",
      "expected ',' or '}', but got <stream end>", "a `{` is never closed",
      "expected ',' or ']', but got <stream end>", "a `[` is never closed",
      "found unexpected end of stream", "a quoted text is never closed",
      "could not find expected ':'", "a key has no `:` after it");

  /** What helps where nothing better is known. */
  static final String GENERAL =
      "the mistake is often a little before this place; a text with special characters needs quotes";

  private YamlWords() {}

  /**
   * @param problem what the library found
   * @param context what it was reading then; may be {@code null}
   */
  static String of(String problem, String context) {
    String words = WORDS.get(problem);
    if (words != null) {
      return words;
    }
    String where = context == null ? "" : " " + context.replace("while ", "while ");
    return "this is not YAML: " + problem.replace('\'', '`') + where;
  }

  static Optional<String> hint(String line, int column) {
    if (line.strip().isEmpty()) {
      return Optional.empty();
    }
    String indent = line.substring(0, line.length() - line.stripLeading().length());
    if (indent.contains("\t")) {
      return Optional.of("indent with spaces, YAML does not allow tabs");
    }
    if (column <= line.length() && line.charAt(column - 1) == ':') {
      return Optional.of("put a text that holds `: ` in quotes");
    }
    if (column <= line.length() && "@`%".indexOf(line.charAt(column - 1)) >= 0) {
      return Optional.of("put a text that starts with `" + line.charAt(column - 1) + "` in quotes");
    }
    return Optional.empty();
  }
}
