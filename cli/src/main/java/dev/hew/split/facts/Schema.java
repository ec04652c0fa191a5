package dev.hew.split.facts;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The tables and foreign keys that are left when the steps of a sequence of scripts were taken one after the other; names
 * are one whatever their case.
 */
final class Schema {
  private record Table(String name, Set<Place> places) {}

  private final Map<String, Table> tables = new LinkedHashMap<>();
  private final List<SchemaChange> keys = new ArrayList<>();

  /**
   * What all scripts come to. Migrations and changelogs are sequences; any other script stands for itself, and before
   * them: what they take away, and do not bring again, is gone there too.
   */
  static Tables of(List<SchemaFile> files) {
    SchemaOrder order = new SchemaOrder(files);
    List<Schema> sequences = new ArrayList<>();
    List<SchemaChange> later = new ArrayList<>();
    Set<String> there = new HashSet<>();
    for (List<SchemaChange> sequence : order.sequences()) {
      Schema schema = new Schema();
      sequence.forEach(schema::apply);
      sequence.stream().filter(SchemaChange::takes).forEach(later::add);
      there.addAll(schema.tables.keySet());
      sequences.add(schema);
    }
    later.removeIf(change -> change.movesTable() && there.contains(TableFact.key(change.table())));
    List<Schema> all = new ArrayList<>();
    for (SchemaFile script : order.scripts()) {
      Schema schema = new Schema();
      script.changes().forEach(schema::apply);
      later.forEach(schema::apply);
      all.add(schema);
    }
    all.addAll(sequences);
    Tables result = new Tables();
    all.forEach(schema -> schema.into(result));
    return result;
  }

  private void into(Tables result) {
    tables
        .values()
        .forEach(table -> table.places().forEach(place -> result.define(table.name(), place)));
    for (SchemaChange key : keys) {
      result.tie(new TableFact.ForeignKey(
          key.name().isEmpty() ? Tables.made(key.table(), key.columns()) : key.name(),
          key.table(),
          key.columns(),
          key.to(),
          List.of(key.place())));
    }
  }

  private void apply(SchemaChange change) {
    String table = TableFact.key(change.table());
    switch (change.kind()) {
      case DEFINE ->
        tables
            .computeIfAbsent(table, t -> new Table(change.table(), new LinkedHashSet<>()))
            .places()
            .add(change.place());
      case DROP -> {
        tables.remove(table);
        keys.removeIf(key -> is(key.table(), table) || is(key.to(), table));
      }
      case RENAME -> rename(table, change.to());
      case KEY -> keys.add(change);
      case DROP_KEY -> keys.removeIf(key -> is(key.table(), table) && isCalled(key, change.name()));
      case DROP_KEYS -> keys.removeIf(key -> is(key.table(), table));
      case DROP_COLUMN -> keys.removeIf(key -> is(key.table(), table) && has(key, change.name()));
      case RENAME_COLUMN -> renameColumn(table, change);
      case INCLUDE -> {}
    }
  }

  private static boolean is(String name, String key) {
    return TableFact.key(name).equals(key);
  }

  /** By its own name, or by the one that PostgreSQL gives to a key without one. */
  private static boolean isCalled(SchemaChange key, String name) {
    String given = key.name().isEmpty()
        ? key.table() + "_" + String.join("_", key.columns()) + "_fkey"
        : key.name();
    return given.equalsIgnoreCase(name);
  }

  private static boolean has(SchemaChange key, String column) {
    return key.columns().stream().anyMatch(column::equalsIgnoreCase);
  }

  private void rename(String from, String to) {
    Table before = tables.remove(from);
    if (before != null) {
      tables.put(TableFact.key(to), new Table(to, before.places()));
    }
    keys.replaceAll(key -> SchemaChange.key(
        key.name(),
        is(key.table(), from) ? to : key.table(),
        key.columns(),
        is(key.to(), from) ? to : key.to(),
        key.place()));
  }

  private void renameColumn(String table, SchemaChange change) {
    keys.replaceAll(key -> !is(key.table(), table)
        ? key
        : SchemaChange.key(
            key.name(),
            key.table(),
            key.columns().stream()
                .map(column -> column.equalsIgnoreCase(change.name()) ? change.to() : column)
                .toList(),
            key.to(),
            key.place()));
  }
}
