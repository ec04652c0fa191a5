package dev.hew.storage;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A table as it was made.
 *
 * @param definitions what stood between the parentheses of {@code create table}, blanks aside, but for columns that
 *     have changed since
 * @param columns the types of all columns that are there, by name
 * @param required the columns that are never null
 * @param filled the columns that need not be written
 */
record PastTable(
    Set<String> definitions,
    Map<String, String> columns,
    Set<String> required,
    Set<String> filled) {
  private static final Pattern CONSTRAINT =
      PastTables.pattern("(?:constraint|primary key|foreign key|unique|check|exclude|like)\\b.*");
  private static final Pattern COLUMN = PastTables.pattern(PastTables.COLUMN_NAME + " (.+)");
  private static final Pattern AFTER_TYPE = Pattern.compile(
      " (?:not null|null|default|primary|references|unique|check|generated|collate|constraint)\\b.*",
      Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

  PastTable() {
    this(new LinkedHashSet<>(), new LinkedHashMap<>(), new HashSet<>(), new HashSet<>());
  }

  Optional<String> type(String column) {
    return Optional.ofNullable(columns.get(PastTables.name(column)));
  }

  /** Whether it was made with this line. */
  boolean hasDefinition(String definition) {
    return definitions.contains(definition(definition));
  }

  /** Whether a column has to be written in each new row. */
  boolean demands(String column) {
    return required.contains(column) && !filled.contains(column);
  }

  void add(String column, String line) {
    columns.put(column, typeOf(line));
    String words = SqlPieces.words(line) + " ";
    if (words.contains(" not null ") || words.contains(" primary key ")) {
      required.add(column);
    }
    if (words.contains(" default ") || words.contains(" generated ")) {
      filled.add(column);
    }
  }

  /** It is no longer what it was made as. */
  void change(String column) {
    definitions.removeIf(line -> column(line).filter(column::equals).isPresent());
  }

  void remove(String column) {
    change(column);
    columns.remove(column);
    required.remove(column);
    filled.remove(column);
  }

  void rename(String from, String to) {
    String type = columns.get(from);
    boolean never = required.contains(from);
    boolean made = filled.contains(from);
    remove(from);
    if (type != null) {
      columns.put(to, type);
    }
    if (never) {
      required.add(to);
    }
    if (made) {
      filled.add(to);
    }
  }

  void alter(String column, boolean set, boolean isDefault) {
    change(column);
    Set<String> columns = isDefault ? filled : required;
    if (set) {
      columns.add(column);
    } else {
      columns.remove(column);
    }
  }

  static boolean isConstraint(String action) {
    return CONSTRAINT.matcher(action.replaceFirst("(?i)^add ", "")).matches();
  }

  /** The name of the column that a line of {@code create table} defines; empty when it says something else. */
  static Optional<String> column(String line) {
    Matcher column = COLUMN.matcher(line);
    return CONSTRAINT.matcher(line).matches() || !column.matches()
        ? Optional.empty()
        : Optional.of(PastTables.name(column.group(1)));
  }

  private static String typeOf(String line) {
    Matcher column = COLUMN.matcher(line);
    return column.matches()
        ? AFTER_TYPE
            .matcher(" " + column.group(2))
            .replaceFirst("")
            .strip()
            .toLowerCase(Locale.ROOT)
        : "";
  }

  /** A line of {@code create table} without what makes no difference. */
  static String definition(String line) {
    return String.join(" ", SqlPieces.statements(line));
  }
}
