package dev.hew.command;

import dev.hew.report.Diagnostic;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import picocli.CommandLine.TypeConversionException;

/** The options of a stack that are chosen on the command line. */
final class Settings {
  private final Arguments arguments;
  private final Argument<List<Setting>> set;

  /** One of them. */
  private record Setting(String name, String value) {}

  Settings(Arguments arguments) {
    this.arguments = arguments;
    set = arguments.options(
        Settings::setting,
        "--set",
        "NAME=VALUE",
        "choose an option of the stack; `hew stacks ID` lists them");
  }

  private static Setting setting(String text) {
    int equals = text.indexOf('=');
    if (equals <= 0) {
      throw new TypeConversionException("`" + text + "` is not of the form NAME=VALUE");
    }
    return new Setting(text.substring(0, equals), text.substring(equals + 1));
  }

  /** What was chosen, each name once. */
  Map<String, String> chosen() {
    Map<String, String> chosen = new LinkedHashMap<>();
    for (Setting setting : set.or(List.of())) {
      String before = chosen.put(setting.name(), setting.value());
      if (before != null && !before.equals(setting.value())) {
        throw arguments.misused("--set gives `" + setting.name() + "` twice: `" + before + "` and `"
            + setting.value() + "`");
      }
    }
    return chosen;
  }

  /** Whether all that is wrong was chosen here. */
  boolean areWrong(List<Diagnostic> diagnostics) {
    Set<String> codes = diagnostics.stream()
        .filter(Diagnostic::isError)
        .map(Diagnostic::code)
        .collect(Collectors.toSet());
    return set.value().isPresent()
        && Set.of("option-unknown", "option-value", "service-name").containsAll(codes);
  }
}
