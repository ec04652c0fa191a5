package dev.hew.split.graph;

import dev.hew.split.facts.ClassFact;
import dev.hew.split.facts.Facts;
import dev.hew.split.facts.TableFact;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Whose table it is: the one's who maps it, else who writes it most, else who reads it alone, else, of a table that no
 * class touches, where its keys lead. One that several read and none writes is nobody's, and so is one that only classes
 * of nobody map, and one in which ids are counted.
 */
public final class TableOwners {
  private static final double MAPS = 100;
  private static final double WRITES = 3;
  private static final double READS = 1;

  private TableOwners() {}

  /**
   * @param owners for each class its owner
   * @param given for some owners the tables that are theirs, whatever else speaks for another
   * @return for each table its owner, as far as it has one
   */
  public static Map<String, String> of(
      Facts facts, Map<String, String> owners, Map<String, List<String>> given) {
    Map<String, String> owned = new TreeMap<>();
    Set<String> idTables = facts.idTables();
    Set<String> tests = facts.classes().stream()
        .filter(ClassFact::test)
        .map(ClassFact::name)
        .collect(Collectors.toSet());
    for (TableFact table : facts.tables()) {
      if (idTables.contains(table.name())) {
        continue;
      }
      List<TableFact.Access> mappings = table.accesses().stream()
          .filter(a -> a.isMapping() && !tests.contains(a.from()))
          .toList();
      Set<String> mapping = mappings.stream()
          .flatMap(a -> Stream.ofNullable(owners.get(a.from())))
          .collect(Collectors.toSet());
      Map<String, Double> claims = new TreeMap<>();
      boolean written = false;
      for (TableFact.Access access : table.accesses()) {
        String owner = owners.get(access.from());
        if (owner != null
            && !access.isCascade()
            && (mappings.isEmpty() || mapping.contains(owner))) {
          claims.merge(owner, claim(access), Double::sum);
          written |= access.writes();
        }
      }
      if (!written && claims.size() > 1) {
        continue;
      }
      claims.entrySet().stream()
          .max(Map.Entry.<String, Double>comparingByValue()
              .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
          .ifPresent(best -> owned.put(table.name(), best.getKey()));
    }
    given.forEach((owner, tables) -> facts.tables().stream()
        .map(TableFact::name)
        .filter(table -> tables.stream().anyMatch(table::equalsIgnoreCase))
        .forEach(table -> owned.put(table, owner)));
    throughKeys(facts, idTables, owned);
    return owned;
  }

  private static double claim(TableFact.Access access) {
    return access.isMapping() ? MAPS : access.writes() ? WRITES : READS;
  }

  /** A table that no class touches goes where its foreign keys lead, when they lead to one owner only. */
  private static void throughKeys(Facts facts, Set<String> idTables, Map<String, String> owned) {
    Map<String, String> byKey = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    byKey.putAll(owned);
    for (TableFact table : facts.tables()) {
      if (!byKey.containsKey(table.name())
          && table.accesses().isEmpty()
          && !idTables.contains(table.name())) {
        List<String> targets = facts.foreignKeys().stream()
            .filter(k -> k.table().equalsIgnoreCase(table.name()))
            .map(k -> byKey.getOrDefault(k.target(), ""))
            .distinct()
            .toList();
        if (targets.size() == 1 && !targets.get(0).isEmpty()) {
          owned.put(table.name(), targets.get(0));
        }
      }
    }
  }
}
