package dev.hew.survival;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** The table of all tools in {@code docs/benchmarks.md}, of which each benchmark writes its own rows. */
final class ToolTable {
  private static final Path PAGE = Path.of("..", "docs", "benchmarks.md");
  private static final String BEGIN = "<!-- others -->\n";
  private static final String END = "<!-- /others -->";
  private static final String HEAD =
      "| tool | runs | kept, and what is new is there | lost | kept, but what is new is missing | in conflict | files of the old contract left |\n"
          + "|---|---|---|---|---|---|---|\n";

  private ToolTable() {}

  /** Puts rows in the place of those of the same tools, and those of other tools behind the rest. */
  static void write(Iterable<String> rows) throws IOException {
    String page = Files.readString(PAGE);
    int begin = page.indexOf(BEGIN) + BEGIN.length();
    int end = page.indexOf(END);
    assertTrue(begin > BEGIN.length() && end >= begin, PAGE + " has no place");
    Map<String, String> table = new LinkedHashMap<>();
    page.substring(begin, end)
        .lines()
        .filter(line -> line.startsWith("| "))
        .skip(1)
        .forEach(row -> table.put(tool(row), row));
    rows.forEach(row -> table.put(tool(row), row));
    String text = HEAD + String.join("\n", table.values()) + "\n";
    System.out.println(text);
    Files.writeString(PAGE, page.substring(0, begin) + "\n" + text + "\n" + page.substring(end));
  }

  /** The cells of a row that {@link SurvivalBenchmark} has written. */
  static String[] cells(String tool) throws IOException {
    return Files.readAllLines(PAGE).stream()
        .filter(line -> line.startsWith("| " + tool + " |"))
        .findFirst()
        .orElseThrow()
        .split("\\s*\\|\\s*");
  }

  private static String tool(String row) {
    return row.split("\\s*\\|\\s*")[1];
  }
}
