package dev.hew.storage;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The tables that a service's migrations leave behind, those among them that its contract no longer has. Only plain
 * statements are understood; what others do to the tables is not seen.
 */
public final class PastTables {
  /** Of a service that has no migration yet. */
  public static final PastTables NONE = new PastTables();

  /** PostgreSQL cuts names at 63 bytes. */
  private static final String PART = "(?:\"(?:[^\"]|\"\"){1,64}\"|[\\p{L}_][\\p{L}\\p{N}_$]*+)";

  private static final String NAME = "((?:" + PART + " ?\\. ?){0,2}" + PART + ")";
  static final String COLUMN_NAME = "(" + PART + ")";
  private static final Pattern PARTS = pattern(PART);
  private static final Pattern CREATE =
      pattern("create (?:unlogged )?table (if not exists )?" + NAME + " ?(\\(.*)");
  private static final Pattern CREATES =
      pattern("create (?:\\w+ )*(?:table|materialized view|view)\\b.*");
  private static final Pattern DROP =
      pattern("drop table (?:if exists )?(.+?)(?: cascade| restrict)?");
  private static final Pattern SCHEMA_DROPPED =
      pattern("drop schema (?:if exists )?(.+?)(?: cascade| restrict)?");
  private static final Pattern ALTER =
      pattern("alter table (?:if exists )?(?:only )?" + NAME + "(?: \\*)? (.*)");
  private static final Pattern SEARCH =
      pattern("set (?:session |local )?search_path ?(?:to|=) ?(.+)");
  private static final Pattern MOVED = pattern("set schema (" + PART + ")");
  private static final Pattern RENAMED = pattern("rename to " + COLUMN_NAME);
  private static final Pattern COLUMN_RENAMED =
      pattern("rename (?:column )?" + COLUMN_NAME + " to " + COLUMN_NAME);
  private static final Pattern COLUMN_DROPPED =
      pattern("drop (?:column )?(?:if exists )?" + COLUMN_NAME + "(?: cascade| restrict)?");
  private static final Pattern COLUMN_ADDED =
      pattern("add (?:column )?(?:if not exists )?" + COLUMN_NAME + " (.+)");
  private static final Pattern COLUMN_TYPED =
      pattern("alter (?:column )?" + COLUMN_NAME + " (?:set data )?type (.+?)(?: using .*)?");
  private static final Pattern COLUMN_ALTERED =
      pattern("alter (?:column )?" + COLUMN_NAME + " (set|drop) (not null|default)\\b.*");
  /** The schema of names that name none, unless a script says otherwise. */
  private static final String USUAL = "public";

  private final Map<Name, PastTable> tables = new HashMap<>();

  /** What a table is told apart by. */
  private record Name(String schema, String table) {
    Name named(String other) {
      return new Name(schema, other);
    }
  }

  private final Set<String> ever = new HashSet<>();
  private boolean doubtful;

  private PastTables() {}

  /**
   * @param scripts the migrations, in the order in which they run
   */
  public static PastTables of(List<String> scripts) {
    PastTables past = new PastTables();
    scripts.forEach(past::run);
    return past;
  }

  /**
   * A table that is there.
   *
   * @param table its name without a schema: in the usual schema, or else in the only one that has it
   */
  Optional<PastTable> table(String table) {
    String name = name(table);
    List<Name> same =
        tables.keySet().stream().filter(known -> known.table.equals(name)).toList();
    return table(USUAL, table)
        .or(() -> same.size() == 1 ? Optional.of(tables.get(same.get(0))) : Optional.empty());
  }

  /** Whether no migration has ever made a table of that name; false where some cannot be read. */
  public boolean lacks(String table) {
    return !doubtful && !ever.contains(name(table));
  }

  Optional<PastTable> table(String schema, String table) {
    return Optional.ofNullable(tables.get(new Name(schema, name(table))));
  }

  /** Each script begins with the usual schema again. */
  private void run(String script) {
    List<String> path = List.of(USUAL);
    for (String statement : SqlPieces.statements(script)) {
      Matcher search = SEARCH.matcher(statement);
      if (search.matches()) {
        path = searched(search.group(1));
      } else {
        take(statement, path);
      }
    }
  }

  /** The schemas that are looked into, one after the other; the first is that of new tables. */
  private static List<String> searched(String text) {
    List<String> path = SqlPieces.parts(text).stream()
        .map(name -> name(name.replace('\'', '"')))
        .filter(name -> !name.equals("$user") && !name.equals("default"))
        .toList();
    return path.isEmpty() ? List.of(USUAL) : path;
  }

  private void take(String statement, List<String> path) {
    Matcher create = CREATE.matcher(statement);
    Matcher drop = DROP.matcher(statement);
    Matcher schemas = SCHEMA_DROPPED.matcher(statement);
    Matcher alter = ALTER.matcher(statement);
    Optional<String> lines =
        create.matches() ? SqlPieces.inside(create.group(3)) : Optional.empty();
    doubtful |= lines.isEmpty() && CREATES.matcher(statement).matches();
    if (lines.isPresent()) {
      ever.add(name(create.group(2), path.get(0)).table);
      PastTable table = new PastTable();
      for (String line : SqlPieces.parts(lines.get())) {
        table.definitions().add(PastTable.definition(line));
        PastTable.column(line).ifPresent(column -> table.add(column, line));
      }
      Name name = name(create.group(2), path.get(0));
      if (create.group(1) == null) {
        tables.put(name, table);
      } else {
        tables.putIfAbsent(name, table);
      }
    } else if (drop.matches()) {
      SqlPieces.parts(drop.group(1)).forEach(table -> tables.remove(known(table, path)));
    } else if (schemas.matches()) {
      SqlPieces.parts(schemas.group(1))
          .forEach(gone -> tables.keySet().removeIf(name -> name.schema.equals(name(gone))));
    } else if (alter.matches()) {
      Name table = known(alter.group(1), path);
      for (String action : SqlPieces.parts(alter.group(2))) {
        table = altered(table, action);
      }
    }
  }

  /** The table's name afterwards. */
  private Name altered(Name name, String action) {
    PastTable table = tables.get(name);
    if (table == null) {
      return name;
    }
    Matcher moved = MOVED.matcher(action);
    Matcher renamed = RENAMED.matcher(action);
    Matcher column = COLUMN_RENAMED.matcher(action);
    Matcher dropped = COLUMN_DROPPED.matcher(action);
    Matcher added = COLUMN_ADDED.matcher(action);
    Matcher typed = COLUMN_TYPED.matcher(action);
    Matcher altered = COLUMN_ALTERED.matcher(action);
    if (renamed.matches() || moved.matches()) {
      Name other = renamed.matches()
          ? name.named(name(renamed.group(1)))
          : new Name(name(moved.group(1)), name.table);
      tables.put(other, tables.remove(name));
      ever.add(other.table);
      return other;
    }
    if (column.matches()) {
      table.rename(name(column.group(1)), name(column.group(2)));
    } else if (dropped.matches()) {
      table.remove(name(dropped.group(1)));
    } else if (added.matches() && !PastTable.isConstraint(action)) {
      String fresh = name(added.group(1));
      if (!table.columns().containsKey(fresh)) {
        table.add(fresh, added.group(1) + " " + added.group(2));
      }
    } else if (typed.matches()) {
      table.change(name(typed.group(1)));
      table
          .columns()
          .replace(name(typed.group(1)), typed.group(2).strip().toLowerCase(Locale.ROOT));
    } else if (altered.matches()) {
      table.alter(
          name(altered.group(1)),
          altered.group(2).equalsIgnoreCase("set"),
          altered.group(3).equalsIgnoreCase("default"));
    }
    return name;
  }

  /** The table that is meant; where no schema has it, the first. */
  private Name known(String text, List<String> path) {
    return path.stream()
        .map(schema -> name(text, schema))
        .filter(tables::containsKey)
        .findFirst()
        .orElseGet(() -> name(text, path.get(0)));
  }

  /**
   * @param schema that of a name that names none
   */
  private static Name name(String text, String schema) {
    List<String> parts = PARTS
        .matcher(text)
        .results()
        .map(MatchResult::group)
        .map(PastTables::name)
        .toList();
    return new Name(
        parts.size() > 1 ? parts.get(parts.size() - 2) : schema,
        parts.isEmpty() ? name(text) : parts.get(parts.size() - 1));
  }

  /** A name without its quotes, or in small letters. */
  static String name(String text) {
    String part = text.strip();
    return part.length() > 1 && part.startsWith("\"")
        ? part.substring(1, part.length() - 1).replace("\"\"", "\"")
        : part.toLowerCase(Locale.ROOT);
  }

  static Pattern pattern(String text) {
    return Pattern.compile(text, Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
  }
}
