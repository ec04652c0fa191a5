package dev.hew.storage;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How what an earlier contract had, and the database has kept, becomes what the contract has again. The rows that are
 * there keep what they hold.
 */
final class Revival {
  private final Table table;
  private final PastTable past;
  private final List<String> statements = new ArrayList<>();
  private final List<Open> open = new ArrayList<>();

  /**
   * @param past the table in the database, under whatever name
   */
  Revival(Table table, PastTable past) {
    this.table = table;
    this.past = past;
  }

  List<String> statements() {
    return statements;
  }

  /** What is left to the table's owner. */
  List<Open> open() {
    return open;
  }

  /** Whether a column that a table is to have is there already. */
  boolean has(Column column) {
    return past.type(column.name()).isPresent();
  }

  /** The whole table. */
  Revival table() {
    Optional<String> other = table.definitions().stream()
        .filter(Revival::isStructure)
        .filter(line -> !past.hasDefinition(line))
        .findFirst();
    if (other.isPresent()) {
      byHand("`" + table.name() + "` is still there from an earlier contract, and its rows are told"
          + " apart in another way");
      return this;
    }
    String why = "`" + table.name() + "` is still there from an earlier contract, with its rows";
    statements.add("-- " + why);
    open.add(Open.of(why + ": look whether they are to come back"));
    for (Column column : table.all()) {
      if (has(column)) {
        if (!past.hasDefinition(column.definition(false, false))) {
          column(column);
        }
      } else {
        TableChange.added(table, column, statements, open);
      }
    }
    for (String column : past.columns().keySet()) {
      boolean wanted = table.definitions().stream().anyMatch(line -> names(line, column));
      if (!wanted && past.demands(column)) {
        alter("alter column " + column + " drop not null");
      }
    }
    return this;
  }

  /** One column, which is there. */
  Revival column(Column column) {
    String name = column.name();
    boolean structure = table.definitions().stream()
        .anyMatch(line -> names(line, name) && isStructure(line) && past.hasDefinition(line));
    if (structure) {
      return this;
    }
    String from = past.type(name).orElseThrow();
    if (column.generated()) {
      byHand("`" + table.name() + "." + name
          + "` is still there from an earlier contract, and is to count by itself");
      return this;
    }
    boolean same = from.equals(column.type());
    Optional<TypeChange> typed =
        same ? Optional.empty() : TypeChange.of(table.name(), from, column, List.of());
    if (!same && typed.isEmpty()) {
      byHand("`" + table.name() + "." + name + "` is still there from an earlier contract as "
          + from + ", and is " + column.type() + " now");
      return this;
    }
    String why = "`" + table.name() + "." + name
        + "` is still there from an earlier contract, with what it held";
    statements.add("-- " + why);
    open.add(Open.of(why + ": look whether that is to come back"));
    if (past.hasDefinition(column.definition(false, false))) {
      return this; // as it was made
    }
    alter("alter column " + name + " drop default");
    typed.ifPresent(change -> {
      statements.add(change.statement());
      change.risk().ifPresent(risk -> open.add(Open.of(table, column, from, risk)));
    });
    column
        .initial()
        .ifPresent(initial -> alter("alter column " + name + " set default " + initial));
    if (column.required()) {
      statements.add("update " + table.name() + " set " + name + " = " + column.filler() + " where "
          + name + " is null;");
      alter("alter column " + name + " set not null");
    } else {
      alter("alter column " + name + " drop not null");
    }
    return this;
  }

  /** Whether a line of {@code create table} says how rows are told apart, or what counts by itself. */
  private static boolean isStructure(String line) {
    String words = SqlPieces.words(line);
    return words.contains("primary key")
        || words.startsWith("foreign key")
        || words.contains(" generated ");
  }

  private static boolean names(String line, String column) {
    return line.replaceFirst("(?s)^--[^\n]*\n\\s*", "").replace("\"", "").startsWith(column + " ");
  }

  private void alter(String change) {
    statements.add("alter table " + table.name() + " " + change + ";");
  }

  private void byHand(String why) {
    statements.add("-- " + why + ": write this step yourself");
    open.add(Open.of(why + ": that step is yours to write"));
  }
}
