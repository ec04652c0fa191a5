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
  private static final String ALL = "`--format json` prints all\n";

  private TextReport() {}

  /**
   * All of them.
   *
   * @param sources the texts that the diagnostics speak of; without its text, a place is shown without the line
   * @return one block for each diagnostic, every line ended by LF; empty when there is none
   */
  public static String of(List<Diagnostic> diagnostics, Collection<Source> sources) {
    return of(
        new Summary(diagnostics.stream().map(d -> new Summary.Entry(d, 0)).toList(), 0), sources);
  }

  /**
   * As many as a summary shows, with the numbers of those that it leaves out.
   *
   * @param sources the texts that the diagnostics speak of
   */
  public static String of(Summary summary, Collection<Source> sources) {
    Map<String, Lines> lines = new HashMap<>();
    sources.forEach(source -> lines.put(source.name(), Lines.of(source)));
    StringBuilder out = new StringBuilder();
    for (Summary.Entry entry : summary.entries()) {
      Diagnostic diagnostic = entry.diagnostic();
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
      if (entry.more() > 0) {
        out.append("and ")
            .append(entry.more())
            .append(" more that say the same; ")
            .append(ALL);
      }
    }
    if (summary.left() > 0) {
      String problems = summary.left() == 1 ? " problem" : " problems";
      out.append("and ")
          .append(summary.left())
          .append(problems)
          .append(" more; ")
          .append(ALL);
    }
    return out.toString();
  }

  private static Optional<String> line(Position position, Map<String, Lines> lines) {
    return Optional.ofNullable(lines.get(position.source()))
        .flatMap(text -> text.line(position.line()));
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
