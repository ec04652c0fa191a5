package dev.hew.storage;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;

/**
 * Works out how the tables of a service become those that it needs now, in PostgreSQL's words. Nothing that holds data
 * goes unless that is allowed: a column that the contract no longer has stays, and may be empty from now on.
 */
public final class MigrationModeler {
  private static final int MOST_NAMED = 2;

  private final boolean dropping;
  private final PastTables past;
  private final List<String> statements = new ArrayList<>();
  private final List<Gone> gone = new ArrayList<>();
  private final List<Open> open = new ArrayList<>();
  private final List<String> created = new ArrayList<>();
  private final List<String> changed = new ArrayList<>();

  private MigrationModeler(boolean dropping, PastTables past) {
    this.dropping = dropping;
    this.past = past;
  }

  /**
   * The migration between two models; empty when the tables stay as they are.
   *
   * @param version its number
   * @param dropping whether columns and tables that the contract no longer has may go, with what is in them
   * @param past what the migrations that are there have left in the database
   */
  public static Optional<Migration> between(
      List<Table> before, List<Table> after, int version, boolean dropping, PastTables past) {
    MigrationModeler modeler = new MigrationModeler(dropping, past);
    modeler.compare(before, after);
    return modeler.statements.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Migration(version, modeler.name(), modeler.statements, modeler.gone, modeler.open));
  }

  private void compare(List<Table> before, List<Table> after) {
    Map<Table, Table> formers = formers(before, after);
    List<Table> left = new ArrayList<>(before);
    left.removeAll(formers.values());
    Collections.reverse(left); // those that refer to others first
    Set<String> fresh = after.stream()
        .filter(table -> !formers.containsKey(table))
        .map(Table::name)
        .collect(Collectors.toSet());
    // what goes makes room for what comes under the same name
    left.stream().filter(table -> dropping && fresh.contains(table.name())).forEach(this::drop);
    for (Table table : after) {
      int count = statements.size();
      Table former = formers.get(table);
      if (former == null) {
        come(table, before);
      } else {
        TableChange change = new TableChange(former, table, dropping, past.table(former.name()));
        statements.addAll(change.statements());
        gone.addAll(change.gone());
        open.addAll(change.open());
        if (statements.size() > count) {
          changed.add(table.name());
        }
      }
    }
    left.stream().filter(table -> !fresh.contains(table.name())).forEach(this::drop);
  }

  /** A table that the contract did not have; an even earlier one may have had it. */
  private void come(Table table, List<Table> before) {
    boolean dropped = dropping && before.stream().anyMatch(b -> b.name().equals(table.name()));
    Optional<PastTable> there = past.table(table.name()).filter(p -> !dropped);
    if (there.isPresent()) {
      Revival revival = new Revival(table, there.get()).table();
      statements.addAll(revival.statements());
      open.addAll(revival.open());
      changed.add(table.name());
    } else {
      create(table);
      created.add(table.name());
    }
  }

  /** Which table is which: by the path, by what the contract says it was called, by the schema of its items. */
  private static Map<Table, Table> formers(List<Table> before, List<Table> after) {
    Map<Table, Table> formers = new LinkedHashMap<>();
    List<Table> left = new ArrayList<>(before);
    List<BiPredicate<Table, Table>> same = List.of(
        (a, b) -> a.path().equals(b.path()),
        (a, b) -> a.formerly().filter(old -> isCalled(b, old)).isPresent(),
        (a, b) -> a.item().pointer().equals(b.item().pointer()));
    for (BiPredicate<Table, Table> rule : same) {
      for (Table table : after) {
        if (!formers.containsKey(table)) {
          left.stream().filter(b -> rule.test(table, b)).findFirst().ifPresent(b -> {
            formers.put(table, b);
            left.remove(b);
          });
        }
      }
    }
    return formers;
  }

  private static boolean isCalled(Table table, String schema) {
    return table.item().pointer().endsWith("/" + schema.replace("~", "~0").replace("/", "~1"));
  }

  private void create(Table table) {
    statements.add("create table " + table.name() + " (\n  "
        + String.join(",\n  ", table.definitions()) + "\n);");
    table
        .indexes()
        .forEach(
            columns -> statements.add("create index on " + table.name() + " (" + columns + ");"));
  }

  private void drop(Table table) {
    String drop = "drop table " + table.name() + ";";
    if (dropping) {
      statements.add(drop);
      gone.add(new Gone(table.name(), Optional.empty(), Optional.empty()));
      changed.add(table.name());
    } else {
      String why = "the contract no longer has what `" + table.name() + "` keeps; it stays";
      statements.add("-- " + why + " until you drop it:\n-- " + drop);
      open.add(Open.of(why));
      changed.add(table.name());
    }
  }

  private String name() {
    List<String> named = changed.isEmpty() ? created : changed;
    String verb = changed.isEmpty() ? "create_" : "change_";
    return verb + (named.size() > MOST_NAMED ? "tables" : String.join("_and_", named));
  }
}
