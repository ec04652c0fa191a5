package dev.hew.report;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Diagnostics for people: place, problem, the line with a caret under what is meant, and a hint.
 *
 * <pre>
 * api/openapi.yaml:14:12: error[schema-unknown-type]: type `decimal` is none that OpenAPI knows
 *    14 |       type: decimal
 *       |             ^^^^^^^
 * hint: use `type: number` with `format: decimal`
 * </pre>
 */
public final class TextReport {
  private static final int GUTTER = 5;

  private TextReport() {}

  /**
   * @param sources the texts that the diagnostics speak of; without its text, a place is shown without the line
   * @return one block for each diagnostic, every line ended by LF; empty when there is none
   */
  public static String of(List<Diagnostic> diagnostics, Collection<Source> sources) {
    Map<String, List<String>> lines = new HashMap<>();
    for (Source source : sources) {
      String text = source.text().startsWith("\uFEFF") ? source.text().substring(1) : source.text();
      lines.put(source.name(), text.lines().toList());
    }
    StringBuilder out = new StringBuilder();
    for (Diagnostic diagnostic : diagnostics) {
      diagnostic.position().ifPresent(p -> out.append(SafeText.of(p.toString())).append(": "));
      out.append(diagnostic.level().word())
          .append('[')
          .append(diagnostic.code())
          .append("]: ");
      out.append(SafeText.of(diagnostic.message())).append('\n');
      diagnostic
          .position()
          .flatMap(p -> line(p, lines))
          .ifPresent(line -> listing(line, diagnostic.position().get(), diagnostic.length(), out));
      diagnostic
          .hint()
          .ifPresent(hint -> out.append("hint: ").append(SafeText.of(hint)).append('\n'));
    }
    return out.toString();
  }

  private static Optional<String> line(Position position, Map<String, List<String>> lines) {
    List<String> text = lines.getOrDefault(position.source(), List.of());
    return position.line() <= text.size()
        ? Optional.of(text.get(position.line() - 1))
        : Optional.empty();
  }

  private static void listing(String line, Position position, int length, StringBuilder out) {
    Listing listing = Listing.of(line, position.column() - 1, length);
    String number = Integer.toString(position.line());
    int gutter = Math.max(GUTTER, number.length());
    out.append(" ".repeat(gutter - number.length()))
        .append(number)
        .append(" | ")
        .append(listing.text())
        .append('\n');
    out.append(" ".repeat(gutter)).append(" | ");
    out.append(" ".repeat(listing.indent()))
        .append("^".repeat(listing.carets()))
        .append('\n');
  }
}
