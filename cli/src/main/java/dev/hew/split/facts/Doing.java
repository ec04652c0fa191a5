package dev.hew.split.facts;

import java.util.Locale;
import java.util.Set;

/** What is done to the rows of an entity, and which of its associations carry it on to other rows. */
enum Doing {
  READS(Set.of()),
  PERSISTS(Set.of("PERSIST")),
  MERGES(Set.of("MERGE", "ORPHANS", "DELETE_ORPHAN")),
  /** As new rows or as changed ones. */
  SAVES(Set.of("PERSIST", "MERGE", "SAVE_UPDATE", "ORPHANS", "DELETE_ORPHAN")),
  REMOVES(Set.of("REMOVE", "DELETE", "ORPHANS", "DELETE_ORPHAN")),
  /** By a statement of its own, which goes past associations. */
  STATES(Set.of());

  private static final Set<String> ALL = Set.of("ALL", "ALL_DELETE_ORPHAN");

  private final Set<String> carriers;

  Doing(Set<String> carriers) {
    this.carriers = carriers;
  }

  /** What a method that writes does, by its name. */
  static Doing of(String method) {
    String name = method.toLowerCase(Locale.ROOT);
    if (name.endsWith("inbatch") || name.startsWith("createcriteria")) {
      return STATES;
    }
    if (name.startsWith("remove") || name.startsWith("delete") || name.equals("maketransient")) {
      return REMOVES;
    }
    return name.startsWith("persist") ? PERSISTS : name.startsWith("merge") ? MERGES : SAVES;
  }

  boolean writes() {
    return this != READS;
  }

  /** Whether an association carries it on. */
  boolean passes(ClassFact.Association association) {
    return this != READS
        && this != STATES
        && association.cascade().stream()
            .map(word -> word.toUpperCase(Locale.ROOT).replace('-', '_'))
            .anyMatch(word -> ALL.contains(word) || carriers.contains(word));
  }
}
