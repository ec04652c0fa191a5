package dev.hew.flow;

import dev.hew.report.Diagnostic;
import dev.hew.report.Position;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What went wrong, by what a build printed. */
final class BuildLog {
  /** So many errors are told; the rest is in the log. */
  private static final int MOST = 5;

  /** How Maven and javac name a place: {@code A.java:[3,5] what}, {@code A.java:3: error: what}. */
  private static final Pattern PLACE = Pattern.compile(
      "(?:.*/\\.hew/local/scratch/)?(\\S+\\.\\w+):(?:\\[(\\d{1,9}),(\\d{1,9})]|(\\d{1,9}):(?: error:)?) (.+)");

  private static final Pattern ERROR =
      Pattern.compile("\\[ERROR]\\s.*|.*\\berror: .*|.*\\bFAIL(?:ED|URE)\\b.*");
  private static final Pattern NOISE = Pattern.compile(
      "(?:COMPILATION ERROR.*|-> \\[Help.*|Failed to execute goal.*|To see the full.*|Re-run Maven.*|For more information.*"
          + "|After correcting.*|mvn <args>.*|See .*surefire-reports.*|See dump files.*|\\[Help.*|BUILD FAILURE|Failures:|Errors:|There are test failures.*"
          + "|\\[INFO].*|Tests run:.*|)");

  private BuildLog() {}

  /**
   * The first errors in a log, each a problem with its place where it has one; the last line where none looks like an
   * error.
   */
  static List<Diagnostic> errors(List<String> log) {
    Map<String, Diagnostic> found = new LinkedHashMap<>();
    for (int i = 0; i < log.size() && found.size() < MOST; i++) {
      if (ERROR.matcher(log.get(i)).matches()) {
        String text = text(log.get(i));
        if (!NOISE.matcher(text).matches() && !isMore(text)) {
          StringBuilder all = new StringBuilder(text);
          for (int j = i + 1; j < log.size() && isMore(text(log.get(j))); j++) {
            all.append("; ").append(text(log.get(j)).replaceAll(" +", " "));
          }
          found.putIfAbsent(text, problem(all.toString()));
        }
      }
    }
    if (found.isEmpty()) {
      List<String> said = new ArrayList<>(log);
      said.removeIf(String::isBlank);
      return said.isEmpty()
          ? List.of()
          : List.of(problem(said.get(said.size() - 1).strip()));
    }
    return List.copyOf(found.values());
  }

  private static String text(String line) {
    return line.strip().replaceFirst("^\\[ERROR]\\s*", "").strip();
  }

  /** Whether a line goes on with what the one before it said. */
  private static boolean isMore(String text) {
    return text.startsWith("symbol:") || text.startsWith("location:");
  }

  private static Diagnostic problem(String text) {
    Matcher place = PLACE.matcher(text);
    if (!place.matches()) {
      return Diagnostic.error("update-verify-line", "`" + text + "`");
    }
    int line = Integer.parseInt(place.group(2) == null ? place.group(4) : place.group(2));
    int column = place.group(3) == null ? 1 : Integer.parseInt(place.group(3));
    return Diagnostic.error(
        "update-verify-line",
        new Position(place.group(1), Math.max(1, line), Math.max(1, column)),
        "`" + place.group(5) + "`");
  }
}
