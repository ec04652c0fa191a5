package dev.hew.pack;

import dev.hew.render.Renderer;
import dev.hew.report.Checked;
import dev.hew.report.Diagnostic;
import dev.hew.report.Nearest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * The value of every option of a pack.
 *
 * @param values by option: {@code String}, {@code Integer}, {@code Boolean} or a list of strings
 * @param chosen the options that are not at their default, with the text that chose them
 */
public record Choices(Map<String, Object> values, Map<String, String> chosen) {

  /** In a list: nothing of all there is. */
  private static final String NONE = "none";

  /**
   * @param chosen by name, as written
   * @param known names that defaults may refer to beside the options before them
   * @param renderer makes a renderer for the names known so far
   */
  public static Checked<Choices> of(
      Pack pack,
      Map<String, String> chosen,
      Map<String, Object> known,
      Function<Map<String, Object>, Renderer> renderer) {
    List<Diagnostic> problems = new ArrayList<>();
    List<String> names =
        pack.options().stream().filter(o -> !o.fixed()).map(Option::name).toList();
    for (String name : chosen.keySet()) {
      if (!names.contains(name)) {
        problems.add(
            Diagnostic.error("option-unknown", "`" + pack.name() + "` has no option `" + name + "`")
                .withHint(Nearest.to(name, names)
                        .map(n -> "did you mean `" + n + "`? ")
                        .orElse("") + "`hew stacks " + pack.reference() + "` lists its options"));
      }
    }
    Map<String, Object> values = new LinkedHashMap<>();
    Map<String, String> differing = new LinkedHashMap<>();
    for (Option option : pack.options()) {
      Map<String, Object> scope = new LinkedHashMap<>(known);
      scope.putAll(values);
      String standard = renderer
          .apply(scope)
          .fill("default of option " + option.name(), option.defaultText(), Map.of());
      String text = option.fixed() ? standard : chosen.getOrDefault(option.name(), standard);
      if (!text.equals(standard)) {
        differing.put(option.name(), text);
      }
      check(option, text, problems);
      values.put(option.name(), typed(option, text));
    }
    return Checked.of(new Choices(values, differing), problems);
  }

  /** Whether an option can be chosen to be so. */
  public static boolean accepts(Option option, String text) {
    List<Diagnostic> problems = new ArrayList<>();
    check(option, text, problems);
    return !option.fixed() && problems.isEmpty();
  }

  private static void check(Option option, String text, List<Diagnostic> problems) {
    List<String> items = option.type().equals("list") ? items(text) : List.of(text);
    boolean wrongType = option.type().equals("integer") && !text.matches("-?\\d{1,9}")
        || option.type().equals("boolean") && !text.equals("true") && !text.equals("false");
    boolean notAllowed = !option.allowed().isEmpty() && !option.allowed().containsAll(items);
    if (!wrongType && !notAllowed && items.contains(NONE) && items.size() > 1) {
      problems.add(Diagnostic.error(
              "option-value",
              "option `" + option.name() + "` cannot be `" + text + "`: `none` stands alone")
          .withHint("leave out `none`, or everything else"));
      return;
    }
    boolean empty = option.type().equals("list") && items.isEmpty();
    boolean noMatch = option.pattern().filter(p -> !text.matches(p)).isPresent();
    if (wrongType || notAllowed || noMatch || empty) {
      Diagnostic problem = Diagnostic.error(
          "option-value", "option `" + option.name() + "` cannot be `" + text + "`");
      List<String> choice =
          option.type().equals("boolean") ? List.of("true", "false") : option.allowed();
      problems.add(
          choice.isEmpty()
              ? problem.withHint(option.help())
              : problem.withHint(Nearest.to(text, choice)
                      .map(n -> "did you mean `" + n + "`? ")
                      .orElse("")
                  + "it is one of "
                  + String.join(", ", choice)));
    }
  }

  private static Object typed(Option option, String text) {
    return switch (option.type()) {
      case "integer" -> text.matches("-?\\d{1,9}") ? Integer.valueOf(text) : 0;
      case "boolean" -> text.equals("true");
      case "list" -> items(text).stream().filter(i -> !i.equals(NONE)).toList();
      default -> text;
    };
  }

  private static List<String> items(String text) {
    return List.of(text.split(",")).stream()
        .map(String::strip)
        .filter(i -> !i.isEmpty())
        .toList();
  }
}
