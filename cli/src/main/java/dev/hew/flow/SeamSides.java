package dev.hew.flow;

import dev.hew.split.cut.Crossing;
import dev.hew.split.cut.Frozen;
import dev.hew.split.cut.Tie;
import dev.hew.split.facts.ClassFact;
import dev.hew.split.facts.TableFact;
import dev.hew.split.graph.Constraints;
import dev.hew.split.graph.TableOwners;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What stands on which side of the recorded seams.
 *
 * @param modules for each class its module; a class without one is of the rest
 * @param tables for each table its module; empty for that of the rest
 * @param shared classes that anybody may use
 * @param classes all of them
 */
record SeamSides(
    Map<String, String> modules,
    Map<String, String> tables,
    Set<String> shared,
    Set<String> classes) {

  /**
   * By what is recorded; what is not recorded as it was when the seams were frozen; and what was not there then as it looks
   * now.
   */
  static SeamSides of(SplitMap map, Constraints seams, Optional<Frozen> frozen) {
    Map<String, String> modules = new HashMap<>();
    Map<String, String> owners = new HashMap<>();
    Set<String> shared = new HashSet<>();
    Set<String> set = frozen.map(Frozen::shared).orElse(map.partition().shared().keySet());
    for (ClassFact fact : map.facts().classes()) {
      String name = fact.name();
      Optional<String> module = fact.test() ? Optional.empty() : seams.module(name);
      module.ifPresent(m -> modules.put(name, m));
      owners.put(name, module.orElse(""));
      if (seams.isShared(name) || (module.isEmpty() && set.contains(name))) {
        shared.add(name);
      }
    }
    return new SeamSides(
        modules,
        TableOwners.of(map.facts(), owners, tables(seams, frozen)),
        shared,
        owners.keySet());
  }

  /** For each module the tables that are its own; a table that is recorded is where it is recorded. */
  private static Map<String, List<String>> tables(Constraints seams, Optional<Frozen> frozen) {
    Map<String, List<String>> tables = new HashMap<>();
    Set<String> recorded = recorded(seams);
    seams.tableNames().forEach((module, all) -> tables.put(module, new ArrayList<>(all)));
    frozen.ifPresent(f -> f.tables().forEach((table, module) -> {
      if (!recorded.contains(TableFact.key(table))
          && (module.isEmpty() || seams.modules().containsKey(module))) {
        tables.computeIfAbsent(module, m -> new ArrayList<>()).add(table);
      }
    }));
    return tables;
  }

  /** The tables whose module is recorded, by their keys. */
  private static Set<String> recorded(Constraints seams) {
    return seams.tableNames().values().stream()
        .flatMap(List::stream)
        .map(TableFact::key)
        .collect(Collectors.toSet());
  }

  /** What is to be frozen with what crosses: the sides, as far as it is not recorded which they are. */
  Frozen unsaid(Constraints seams, List<Crossing> crossings) {
    Set<String> recorded = recorded(seams);
    Set<String> anybodys = new TreeSet<>(shared);
    anybodys.removeIf(seams::isShared);
    Map<String, String> owned = new TreeMap<>(tables);
    owned.keySet().removeIf(table -> recorded.contains(TableFact.key(table)));
    return Frozen.of(anybodys, owned, crossings);
  }

  /** The module that is reached; empty when what is reached is of none. */
  String module(Tie tie) {
    Optional<String> table = tie.table();
    if (table.isPresent()) {
      return tables.entrySet().stream()
          .filter(e -> TableFact.key(Tie.line(e.getKey())).equals(TableFact.key(table.get())))
          .map(Map.Entry::getValue)
          .findFirst()
          .orElse("");
    }
    return tie.module().orElseGet(() -> modules.getOrDefault(tie.to(), ""));
  }

  /** Whether this is a class that is in no module. */
  boolean isOfTheRest(String name) {
    return classes.contains(name) && !modules.containsKey(name);
  }
}
