package dev.hew.split.facts;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Gathers tables from mappings, scripts and queries; names are one whatever their case. */
final class Tables {
  /** What is known of one table. */
  private static final class Draft {
    private final String name;
    private final Set<Place> places = new LinkedHashSet<>();
    private final Set<TableFact.Access> accesses = new LinkedHashSet<>();

    Draft(String name) {
      this.name = name;
    }
  }

  private final Map<String, Draft> drafts = new TreeMap<>();
  private final Map<String, TableFact.ForeignKey> keys = new TreeMap<>();

  private Draft draft(String name) {
    String last = name.substring(name.lastIndexOf('.') + 1);
    return drafts.computeIfAbsent(TableFact.key(last), k -> new Draft(last));
  }

  void define(String name, Place place) {
    draft(name).places.add(place);
  }

  void access(String name, TableFact.Access access) {
    draft(name).accesses.add(access);
  }

  /** Whether an access of a table by a text of a method is there already. */
  boolean touches(String table, String from, String member, boolean writes) {
    return draft(known(table).orElse(table)).accesses.stream()
        .anyMatch(a -> a.how().equals("sql")
            && a.from().equals(from)
            && a.member().equals(member)
            && a.writes() == writes);
  }

  /** Whether a script or a mapping defines it, under this very name. */
  boolean defined(String name) {
    Draft draft = drafts.get(TableFact.key(name.substring(name.lastIndexOf('.') + 1)));
    return draft != null && !draft.places.isEmpty();
  }

  /** Whether a script or a mapping defines it, under this name, its plural or its singular. */
  Optional<String> known(String name) {
    for (String candidate : List.of(
        TableFact.key(name), TableFact.key(name) + "s", TableFact.key(name).replaceAll("s$", ""))) {
      Draft draft = drafts.get(candidate);
      if (draft != null && !draft.places.isEmpty()) {
        return Optional.of(draft.name);
      }
    }
    return Optional.empty();
  }

  /** A foreign key; the same one from several scripts is one, under the first name that is given to it. */
  void tie(TableFact.ForeignKey key) {
    String columns = String.join(",", key.columns());
    String id = TableFact.key(key.table()) + "(" + TableFact.key(columns) + ")"
        + TableFact.key(key.target());
    keys.merge(id, key, (before, after) -> {
      Set<Place> places = new LinkedHashSet<>(before.places());
      places.addAll(after.places());
      return new TableFact.ForeignKey(
          isMade(before) ? after.name() : before.name(),
          after.table(),
          after.columns(),
          after.target(),
          sorted(places));
    });
  }

  /** Forgets what these scripts say. */
  void forget(Set<String> paths) {
    drafts
        .values()
        .removeIf(draft -> draft.places.removeIf(place -> paths.contains(place.path()))
            && draft.places.isEmpty()
            && draft.accesses.isEmpty());
    keys.replaceAll((id, key) -> new TableFact.ForeignKey(
        key.name(),
        key.table(),
        key.columns(),
        key.target(),
        key.places().stream().filter(p -> !paths.contains(p.path())).toList()));
    keys.values().removeIf(key -> key.places().isEmpty());
  }

  private static boolean isMade(TableFact.ForeignKey key) {
    return key.name().equals(made(key.table(), key.columns()));
  }

  /** What a foreign key is called that no script names. */
  static String made(String table, List<String> columns) {
    return table + "(" + String.join(", ", columns) + ")";
  }

  List<TableFact> tables() {
    return drafts.values().stream()
        .map(d -> new TableFact(d.name, sorted(d.places), List.copyOf(d.accesses)))
        .toList();
  }

  private static List<Place> sorted(Set<Place> places) {
    return places.stream().sorted().toList();
  }

  List<TableFact.ForeignKey> foreignKeys() {
    return List.copyOf(keys.values());
  }
}
