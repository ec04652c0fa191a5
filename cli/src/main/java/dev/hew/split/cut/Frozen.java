package dev.hew.split.cut;

import dev.hew.report.Checked;
import dev.hew.report.Diagnostic;
import dev.hew.report.Position;
import dev.hew.report.Source;
import dev.hew.yaml.JsonWriter;
import dev.hew.yaml.Node;
import dev.hew.yaml.NodeReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What crossed the seams when they were drawn, and what these were drawn by as far as it is not written in {@code
 * hew-split.yaml}: found anew, it might change with code that has nothing to do with a seam.
 *
 * @param shared classes that anybody may use
 * @param tables for each table its module; empty for that of none
 * @param ties for each tie and method how often
 * @param partial whether an earlier hew froze it, which knew no foreign keys and no writes by cascade: of these nobody can
 *     tell what was there
 */
public record Frozen(
    Set<String> shared,
    Map<String, String> tables,
    Map<Tie, Map<String, Integer>> ties,
    boolean partial) {
  /** Nothing is frozen. */
  public static final Frozen NOTHING = new Frozen(Set.of(), Map.of(), Map.of(), false);

  private static final String FORMAT = "hewFrozen 3";
  private static final String BEFORE = "hewFrozen 2";
  private static final String SHARED = "shared by all:";
  private static final String TABLES = "tables and their modules:";
  /** A table, in quotes or not, and its module. */
  private static final Pattern OWNED =
      Pattern.compile("(?:(\"(?:[^\"\\\\]|\\\\.)*\")|(.*?)):(?: (.*))?");

  private static final Pattern ENDS = Pattern.compile("(\\S+|table \\S.*?) -> (\\S.*)");
  private static final Pattern ITEM =
      Pattern.compile("(\\S(?:.*?\\S)??)(?: in (\\S+))?(?: \\((\\d{1,9}) times\\))?");
  private static final Pattern CONFLICT = Pattern.compile("(?:<{7}|={7}|>{7}|\\|{7})(?: .*)?");
  private static final Pattern FIRST_FORMAT =
      Pattern.compile("\\d{1,9} (?:reference|query|write|transaction) .*");

  /** What crosses now is frozen. */
  public static Frozen of(
      Set<String> shared, Map<String, String> tables, List<Crossing> crossings) {
    Map<Tie, Map<String, Integer>> ties = new TreeMap<>();
    crossings.forEach(c -> ties.computeIfAbsent(c.tie(), t -> new TreeMap<>())
        .put(c.member(), c.places().size()));
    Map<String, String> owners = new TreeMap<>();
    tables.forEach((table, module) -> owners.put(Tie.line(table), Tie.line(module)));
    return new Frozen(new TreeSet<>(shared), owners, ties, false);
  }

  /** The same as if it said everything: what it does not say was not there. */
  public Frozen whole() {
    return new Frozen(shared, tables, ties, false);
  }

  /** Whether it says of a tie how often it may be there. */
  boolean holds(Tie tie) {
    return !partial || !(tie.isKey() || tie.isCascade());
  }

  /** How often a tie is frozen in all of its class. */
  int times(Tie tie) {
    return ties.getOrDefault(tie, Map.of()).values().stream().mapToInt(i -> i).sum();
  }

  /** As it is kept: a line for each tie and method below its ends, all in order, so that versions merge line by line. */
  public String text() {
    StringBuilder text = new StringBuilder(FORMAT)
        .append("\n# What crosses the seams of hew-split.yaml. `hew split guard` fails on more,")
        .append(" `hew split guard --freeze` writes this anew.\n");
    if (!shared.isEmpty()) {
      text.append(SHARED).append('\n');
      shared.forEach(name -> text.append("  ").append(name).append('\n'));
    }
    if (!tables.isEmpty()) {
      text.append(TABLES).append('\n');
      tables.forEach((table, module) -> text.append("  ")
          .append(written(table))
          .append(':')
          .append(prefixed(module))
          .append('\n'));
    }
    String ends = "";
    for (Map.Entry<Tie, Map<String, Integer>> tie : ties.entrySet()) {
      if (!ends.equals(tie.getKey().ends())) {
        ends = tie.getKey().ends();
        text.append(ends).append('\n');
      }
      tie.getValue()
          .forEach((member, times) -> text.append("  ")
              .append(tie.getKey().what())
              .append(member.isEmpty() ? "" : " in " + member)
              .append(times > 1 ? " (" + times + " times)" : "")
              .append('\n'));
    }
    return text.toString();
  }

  /** In quotes where it holds what stands between a table and its module. */
  private static String written(String table) {
    return table.startsWith("\"") || (table + " ").contains(": ")
        ? JsonWriter.quoted(table)
        : table;
  }

  private static String prefixed(String module) {
    return module.isEmpty() ? "" : " " + module;
  }

  /** Reads what {@link #text} wrote; every line that it did not write is an error. */
  public static Checked<Frozen> read(Source source) {
    List<String> lines = source.text().lines().toList();
    String first = lines.isEmpty() ? FORMAT : lines.get(0).strip();
    boolean partial = first.equals(BEFORE);
    if (!first.equals(FORMAT) && !partial) {
      boolean older = FIRST_FORMAT.matcher(first).matches();
      return Checked.failed(Diagnostic.error(
              "split-frozen",
              new Position(source.name(), 1, 1),
              older
                  ? "an older hew wrote this, which froze pairs of classes and not what is used"
                  : "the first line has to be `" + FORMAT + "`")
          .withLength(first.length())
          .withHint(
              "`hew split guard --freeze` writes the file anew, best on the commit that it was"
                  + " frozen on: it lets in all that crosses there"));
    }
    Reader reader = new Reader(source.name(), partial);
    for (int i = 1; i < lines.size(); i++) {
      reader.line(lines.get(i), i + 1);
    }
    return Checked.of(reader.frozen, reader.problems);
  }

  private static final class Reader {
    private final String name;
    private final Frozen frozen;
    private final List<Diagnostic> problems = new ArrayList<>();
    private String under = "";

    Reader(String name, boolean partial) {
      this.name = name;
      this.frozen = new Frozen(new TreeSet<>(), new TreeMap<>(), new TreeMap<>(), partial);
    }

    void line(String line, int number) {
      if (line.isBlank() || line.startsWith("#")) {
        return;
      }
      String text = line.strip();
      boolean conflict = CONFLICT.matcher(line).matches();
      boolean read;
      if (conflict) {
        read = false;
      } else if (!line.startsWith(" ")) {
        under = text;
        read = text.equals(SHARED) || text.equals(TABLES) || ENDS.matcher(text).matches();
      } else if (under.equals(SHARED)) {
        read = frozen.shared.add(text);
      } else if (under.equals(TABLES)) {
        read = table(text);
      } else {
        read = item(text);
      }
      if (!read) {
        problems.add(Diagnostic.error(
                "split-frozen",
                new Position(name, number, line.indexOf(text) + 1),
                conflict
                    ? "a merge left its conflict here"
                    : "this line is there twice, or none that hew writes")
            .withLength(text.length())
            .withHint(
                "take either side of the merge, and `hew split guard` names what is not frozen;"
                    + " or `hew split guard --freeze` writes the file anew"));
      }
    }

    private boolean table(String text) {
      Matcher owned = OWNED.matcher(text);
      if (!owned.matches()) {
        return false;
      }
      String quoted = owned.group(1);
      Optional<String> table = quoted == null
          ? Optional.of(owned.group(2))
          : NodeReader.read(new Source(name, quoted)).toOptional().flatMap(Node::string);
      String module = owned.group(3) == null ? "" : owned.group(3);
      return table.filter(t -> frozen.tables.put(t, module) == null).isPresent();
    }

    private boolean item(String text) {
      Matcher ends = ENDS.matcher(under);
      Matcher item = ITEM.matcher(text);
      if (!ends.matches() || !item.matches()) {
        return false;
      }
      String member = item.group(2) == null ? "" : item.group(2);
      int times = item.group(3) == null ? 1 : Integer.parseInt(item.group(3));
      return frozen
              .ties
              .computeIfAbsent(
                  new Tie(ends.group(1), ends.group(2), item.group(1)), t -> new TreeMap<>())
              .put(member, times)
          == null;
    }
  }
}
