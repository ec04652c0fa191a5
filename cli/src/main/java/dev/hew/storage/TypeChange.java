package dev.hew.storage;

import java.util.Optional;
import java.util.Set;

/** How the values of a column take another type. */
final class TypeChange {
  /** Types that take every value of another as it is. */
  private static final Set<String> WIDER = Set.of(
      "integer bigint",
      "integer numeric",
      "bigint numeric",
      "integer double precision",
      "double precision numeric",
      "date timestamptz",
      "real double precision");

  private TypeChange() {}

  /** The statement; empty where no value of the one type says which of the other is meant. */
  static Optional<String> statement(String table, String name, String from, String to) {
    String type = "alter table " + table + " alter column " + name + " type " + to;
    if (WIDER.contains(from + " " + to)) {
      return Optional.of(type + ";");
    }
    if (to.equals("text") && !from.equals("jsonb") && !from.equals("bytea")) {
      return Optional.of(type + " using " + name + "::text;");
    }
    if (to.equals("jsonb")) {
      return Optional.of(type + " using to_jsonb(" + name + ");");
    }
    if (from.equals("text") && !to.equals("bytea")
        || from.equals("bigint") && to.equals("integer")) {
      return Optional.of("-- fails, and changes nothing, where a value is none of the new type\n"
          + type + " using " + name + "::" + to + ";");
    }
    return Optional.empty();
  }
}
