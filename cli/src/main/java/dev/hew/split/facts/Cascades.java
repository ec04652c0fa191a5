package dev.hew.split.facts;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Finds the tables that are written along with the rows of an entity. */
final class Cascades {
  /** What is carried on by more associations is a guess: the more hands, the likelier that nothing has changed there. */
  private static final int DEEPEST = 5;

  private final Parts parts;
  private final Map<Key, List<Along>> known = new TreeMap<>();

  private record Key(String entity, Doing doing) implements Comparable<Key> {
    @Override
    public int compareTo(Key other) {
      int byName = entity.compareTo(other.entity);
      return byName != 0 ? byName : doing.compareTo(other.doing);
    }
  }

  /**
   * A table that is written too.
   *
   * @param through the association that leads there; empty for tables in which the entity keeps values, parts, and pairs
   *     with others
   */
  record Along(String table, Optional<Through> through) {}

  /**
   * An association.
   *
   * @param entity the qualified name of the one that has it
   * @param name for people, {@code Order.lines}
   */
  record Through(String entity, String name) {}

  Cascades(Parts parts) {
    this.parts = parts;
  }

  /** The tables beside the entity's own, each once, the nearest first. */
  List<Along> of(String entity, Doing doing) {
    return parts.entity(entity) == null || !doing.writes() || doing == Doing.STATES
        ? List.of()
        : known.computeIfAbsent(new Key(entity, doing), key -> find(parts.entity(entity), doing));
  }

  private List<Along> find(Parts.Entity start, Doing doing) {
    Map<String, Along> found = new LinkedHashMap<>();
    Set<String> seen = new HashSet<>(Set.of(start.fact().name()));
    Map<Parts.Entity, Optional<Through>> level = Map.of(start, Optional.empty());
    for (int depth = 0; !level.isEmpty() && depth <= DEEPEST; depth++) {
      Map<Parts.Entity, Optional<Through>> next = new LinkedHashMap<>();
      boolean last = depth == DEEPEST;
      level.forEach((entity, through) -> {
        for (Parts.Entity type : withAbove(entity)) {
          type.tables().forEach(table -> add(table, through, found));
          type.associations().stream()
              .filter(a -> !last && doing.passes(a) && parts.entity(a.to()) != null)
              .filter(a -> seen.add(a.to()))
              .forEach(a -> {
                Parts.Entity to = parts.entity(a.to());
                Optional<Through> by = Optional.of(
                    new Through(type.fact().name(), type.fact().simpleName() + "." + a.field()));
                add(to.fact().entity().orElseThrow().table(), by, found);
                next.put(to, by);
              });
        }
      });
      level = next;
    }
    found.remove(TableFact.key(start.fact().entity().orElseThrow().table()));
    return List.copyOf(found.values());
  }

  private static void add(String table, Optional<Through> through, Map<String, Along> found) {
    found.putIfAbsent(TableFact.key(table), new Along(table, through));
  }

  /** An entity and those that it extends, whose fields it has too. */
  private List<Parts.Entity> withAbove(Parts.Entity entity) {
    List<Parts.Entity> all = new ArrayList<>();
    for (Parts.Entity one = entity;
        one != null && !all.contains(one);
        one = parts.entityAbove(one)) {
      all.add(one);
    }
    return all;
  }
}
