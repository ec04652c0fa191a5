package dev.hew.split.facts;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Tables in which ids are counted: no data of anybody, each service gets its own. */
final class IdTables {
  /** What libraries call theirs when nobody gives them a name. */
  private static final Set<String> HABITS = Set.of(
      "hibernate_sequence",
      "hibernate_sequences",
      "hibernate_unique_key",
      "openjpa_sequence_table",
      "openjpa_sequences_table");

  /** What Hibernate appends to the name of an entity's table. */
  private static final String TAIL = "_seq";

  private IdTables() {}

  /** The names of those that no class maps: a generator says that it counts there, or a library's habit does. */
  static Set<String> of(List<TableFact> tables) {
    Set<String> mapped = tables.stream()
        .filter(TableFact::isMapped)
        .map(table -> TableFact.key(table.name()))
        .collect(Collectors.toSet());
    Set<String> found = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    for (TableFact table : tables) {
      String key = TableFact.key(table.name());
      boolean counts = table.accesses().stream().anyMatch(a -> a.how().equals("generator"));
      boolean habit = HABITS.contains(key)
          || (key.endsWith(TAIL)
              && mapped.contains(key.substring(0, key.length() - TAIL.length())));
      if (!mapped.contains(key) && (counts || habit)) {
        found.add(table.name());
      }
    }
    return found;
  }
}
