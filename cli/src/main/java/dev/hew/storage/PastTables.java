package dev.hew.storage;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The tables that a service's migrations leave behind, those among them that its contract no longer has. Only plain
 * statements are understood; what others do to the tables is not seen.
 */
public final class PastTables {
  /** Of a service that has no migration yet. */
  public static final PastTables NONE = new PastTables();

  private static final String NAME = "((?:\\w+\\.)?(?:\"[^\"]+\"|\\w+))";
  private static final Pattern CREATE =
      pattern("create table (if not exists )?" + NAME + " ?\\((.*)\\)[^)]*");
  private static final Pattern DROP =
      pattern("drop table (?:if exists )?(.+?)(?: cascade| restrict)?");
  private static final Pattern ALTER =
      pattern("alter table (?:if exists )?(?:only )?" + NAME + " (.*)");
  private static final Pattern RENAMED = pattern("rename to " + NAME);
  private static final Pattern COLUMN_RENAMED =
      pattern("rename (?:column )?" + NAME + " to " + NAME);
  private static final Pattern COLUMN_DROPPED =
      pattern("drop (?:column )?(?:if exists )?" + NAME + "(?: cascade| restrict)?");
  private static final Pattern COLUMN_ADDED =
      pattern("add (?:column )?(?:if not exists )?" + NAME + " (.+)");
  private static final Pattern COLUMN_TYPED =
      pattern("alter (?:column )?" + NAME + " (?:set data )?type (.+?)(?: using .*)?");
  private static final Pattern COLUMN_ALTERED =
      pattern("alter (?:column )?" + NAME + " (set|drop) (not null|default)\\b.*");
  private static final Pattern CONSTRAINT =
      pattern("(?:constraint|primary key|foreign key|unique|check|exclude|like)\\b.*");
  private static final Pattern COLUMN = pattern(NAME + " (.+)");
  private static final Pattern AFTER_TYPE = Pattern.compile(
      " (?:not null|null|default|primary|references|unique|check|generated|collate|constraint)\\b.*",
      Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

  private final Map<String, PastTable> tables = new HashMap<>();

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
    PastTable() {
      this(new LinkedHashSet<>(), new LinkedHashMap<>(), new HashSet<>(), new HashSet<>());
    }

    Optional<String> type(String column) {
      return Optional.ofNullable(columns.get(name(column)));
    }

    /** Whether it was made with this line. */
    boolean hasDefinition(String definition) {
      return definitions.contains(definition(definition));
    }

    /** Whether a column has to be written in each new row. */
    boolean demands(String column) {
      return required.contains(column) && !filled.contains(column);
    }

    private void add(String column, String line) {
      columns.put(column, PastTables.type(line));
      String words = line.toLowerCase(Locale.ROOT);
      if (words.contains(" not null") || words.contains(" primary key")) {
        required.add(column);
      }
      if (words.contains(" default ") || words.contains(" generated ")) {
        filled.add(column);
      }
    }

    /** It is no longer what it was made as. */
    private void change(String column) {
      definitions.removeIf(line -> column(line).filter(column::equals).isPresent());
    }

    private void remove(String column) {
      change(column);
      columns.remove(column);
      required.remove(column);
      filled.remove(column);
    }

    private void rename(String from, String to) {
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

    private void alter(String column, boolean set, boolean isDefault) {
      change(column);
      Set<String> columns = isDefault ? filled : required;
      if (set) {
        columns.add(column);
      } else {
        columns.remove(column);
      }
    }
  }

  private PastTables() {}

  /**
   * @param scripts the migrations, in the order in which they run
   */
  public static PastTables of(List<String> scripts) {
    PastTables past = new PastTables();
    scripts.forEach(script -> SqlText.statements(script).forEach(past::take));
    return past;
  }

  /** A table that is there. */
  Optional<PastTable> table(String table) {
    return Optional.ofNullable(tables.get(name(table)));
  }

  private void take(String statement) {
    Matcher create = CREATE.matcher(statement);
    Matcher drop = DROP.matcher(statement);
    Matcher alter = ALTER.matcher(statement);
    if (create.matches()) {
      PastTable table = new PastTable();
      for (String line : SqlText.parts(create.group(3))) {
        table.definitions.add(definition(line));
        column(line).ifPresent(column -> table.add(column, line));
      }
      if (create.group(1) == null) {
        tables.put(name(create.group(2)), table);
      } else {
        tables.putIfAbsent(name(create.group(2)), table);
      }
    } else if (drop.matches()) {
      SqlText.parts(drop.group(1)).forEach(table -> tables.remove(name(table)));
    } else if (alter.matches()) {
      String table = name(alter.group(1));
      for (String action : SqlText.parts(alter.group(2))) {
        table = altered(table, action);
      }
    }
  }

  /** The table's name afterwards. */
  private String altered(String name, String action) {
    PastTable table = tables.get(name);
    if (table == null) {
      return name;
    }
    Matcher renamed = RENAMED.matcher(action);
    Matcher column = COLUMN_RENAMED.matcher(action);
    Matcher dropped = COLUMN_DROPPED.matcher(action);
    Matcher added = COLUMN_ADDED.matcher(action);
    Matcher typed = COLUMN_TYPED.matcher(action);
    Matcher altered = COLUMN_ALTERED.matcher(action);
    if (renamed.matches()) {
      tables.put(name(renamed.group(1)), tables.remove(name));
      return name(renamed.group(1));
    }
    if (column.matches()) {
      table.rename(name(column.group(1)), name(column.group(2)));
    } else if (dropped.matches()) {
      table.remove(name(dropped.group(1)));
    } else if (added.matches() && !isConstraint(action)) {
      String fresh = name(added.group(1));
      if (!table.columns.containsKey(fresh)) {
        table.add(fresh, added.group(1) + " " + added.group(2));
      }
    } else if (typed.matches()) {
      table.change(name(typed.group(1)));
      table.columns.replace(name(typed.group(1)), typed.group(2).strip().toLowerCase(Locale.ROOT));
    } else if (altered.matches()) {
      table.alter(
          name(altered.group(1)),
          altered.group(2).equalsIgnoreCase("set"),
          altered.group(3).equalsIgnoreCase("default"));
    }
    return name;
  }

  private static boolean isConstraint(String action) {
    return CONSTRAINT.matcher(action.replaceFirst("(?i)^add ", "")).matches();
  }

  /** The name of the column that a line of {@code create table} defines; empty when it says something else. */
  private static Optional<String> column(String line) {
    Matcher column = COLUMN.matcher(line);
    return CONSTRAINT.matcher(line).matches() || !column.matches()
        ? Optional.empty()
        : Optional.of(name(column.group(1)));
  }

  private static String type(String line) {
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
  private static String definition(String line) {
    return String.join(" ", SqlText.statements(line));
  }

  private static String name(String text) {
    String last = text.strip().replaceFirst("^\\w+\\.(?=.)", "");
    return last.startsWith("\"")
        ? last.substring(1, last.length() - 1)
        : last.toLowerCase(Locale.ROOT);
  }

  private static Pattern pattern(String text) {
    return Pattern.compile(text, Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
  }
}
