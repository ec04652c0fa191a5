package dev.hew.storage;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * How the values of a column take another type.
 *
 * @param statement as SQL
 * @param risk what may become of rows that are there, in words; empty where each keeps what it means
 */
record TypeChange(String statement, Optional<String> risk) {
  /** Types that take every value of another as it is. */
  private static final Set<String> WIDER = Set.of(
      "integer bigint",
      "integer numeric",
      "bigint numeric",
      "integer double precision",
      "double precision numeric",
      "date timestamptz",
      "real double precision");

  private static final Pattern WHOLE = Pattern.compile("[+-]?\\d+");
  private static final Pattern NUMBER =
      Pattern.compile("[+-]?(?:\\d+\\.?\\d*|\\.\\d+)(?:[eE][+-]?\\d+)?");
  private static final Pattern DAY = Pattern.compile("\\d{4}-\\d\\d-\\d\\d(?:[T ].*)?");
  private static final Pattern UUID =
      Pattern.compile("[0-9a-fA-F]{8}-(?:[0-9a-fA-F]{4}-){3}[0-9a-fA-F]{12}");
  private static final Set<String> TRUTHS = Set.of("true", "false");
  private static final int DATE = 10;

  /**
   * The change of a column; empty where no value of the one type says which of the other is meant.
   *
   * @param from the type that it has
   * @param column as it is afterwards
   * @param filled what hew itself has written into rows, as SQL
   */
  static Optional<TypeChange> of(String table, String from, Column column, List<String> filled) {
    String name = column.name();
    String to = column.type();
    String type = "alter table " + table + " alter column " + name + " type " + to;
    if (WIDER.contains(from + " " + to)) {
      return safe(type + ";");
    }
    if (to.equals("text") && from.equals("jsonb")) {
      return Optional.of(new TypeChange(
          type + " using " + name + " #>> '{}';",
          Optional.of("objects and lists that rows hold become their JSON as text")));
    }
    if (to.equals("text") && !from.equals("bytea")) {
      return safe(type + " using " + name + "::text;");
    }
    if (to.equals("jsonb")) {
      return safe(type + " using to_jsonb(" + name + ");");
    }
    if (from.equals("text") && !to.equals("bytea")
        || from.equals("bigint") && to.equals("integer")) {
      return Optional.of(cast(type, from, column, filled));
    }
    return Optional.empty();
  }

  private static Optional<TypeChange> safe(String statement) {
    return Optional.of(new TypeChange(statement, Optional.empty()));
  }

  /** Values are read as the new type; what hew has filled in, and is none, becomes what it would fill in now: nothing where a row may have none. */
  private static TypeChange cast(String type, String from, Column column, List<String> filled) {
    String name = column.name();
    String cast = name + "::" + column.type();
    List<String> wrong = filled.stream()
        .filter(sql -> from.equals("text") && isText(sql) && !reads(sql, column.type()))
        .distinct()
        .toList();
    String note = "-- fails, and changes nothing, where a value is none of the new type\n";
    String risk = "the migration fails, and changes nothing, where a row holds no " + column.type();
    if (wrong.isEmpty()) {
      return new TypeChange(note + type + " using " + cast + ";", Optional.of(risk));
    }
    boolean never = column.required() || column.generated();
    String now = never ? column.filler() : column.initial().orElse("null");
    String words = "what hew filled in becomes " + now;
    String test = wrong.size() == 1
        ? name + " = " + wrong.get(0)
        : name + " in (" + String.join(", ", wrong) + ")";
    return new TypeChange(
        note + "-- " + words + "; write what is right\n" + type + " using case when " + test
            + " then " + now + " else " + cast + " end;",
        Optional.of(risk + "; " + words));
  }

  private static boolean isText(String sql) {
    return sql.endsWith("'") && (sql.startsWith("'") || sql.startsWith("U&'"));
  }

  /** Whether a literal's text is a value of a type, as far as can be told without asking the database. */
  private static boolean reads(String sql, String type) {
    String text = sql.substring(1, sql.length() - 1).strip();
    return switch (type) {
      case "integer", "bigint" -> WHOLE.matcher(text).matches();
      case "numeric", "real", "double precision" -> NUMBER.matcher(text).matches();
      case "boolean" -> TRUTHS.contains(text.toLowerCase(Locale.ROOT));
      case "uuid" -> UUID.matcher(text).matches();
      default -> DAY.matcher(text).matches() && isDay(text.substring(0, DATE));
    };
  }

  private static boolean isDay(String text) {
    try {
      LocalDate.parse(text);
      return true;
    } catch (DateTimeException e) {
      return false;
    }
  }
}
