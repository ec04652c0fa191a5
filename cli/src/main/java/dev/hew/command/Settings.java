package dev.hew.command;

import dev.hew.report.Diagnostic;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** The options of a stack that are chosen on the command line. */
final class Settings {
  @Spec(Spec.Target.MIXEE)
  private CommandSpec command;

  @Option(
      names = "--set",
      converter = Converter.class,
      paramLabel = "NAME=VALUE",
      description = "choose an option of the stack; `hew stacks ID` lists them")
  private List<Setting> set = List.of();

  /** One of them. */
  private record Setting(String name, String value) {}

  private static final class Converter implements ITypeConverter<Setting> {
    @Override
    public Setting convert(String text) {
      int equals = text.indexOf('=');
      if (equals <= 0) {
        throw new TypeConversionException("`" + text + "` is not of the form NAME=VALUE");
      }
      return new Setting(text.substring(0, equals), text.substring(equals + 1));
    }
  }

  /** What was chosen, each name once. */
  Map<String, String> chosen() {
    Map<String, String> chosen = new LinkedHashMap<>();
    for (Setting setting : set) {
      String before = chosen.put(setting.name(), setting.value());
      if (before != null && !before.equals(setting.value())) {
        throw new ParameterException(
            command.commandLine(),
            "--set gives `" + setting.name() + "` twice: `" + before + "` and `" + setting.value()
                + "`");
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
    return !set.isEmpty()
        && Set.of("option-unknown", "option-value", "service-name").containsAll(codes);
  }
}
