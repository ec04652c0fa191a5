package dev.hew.split.facts;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import java.util.function.Function;

/**
 * Tells tables of the same name apart that entities of different applications map: each has its rows elsewhere. Of what
 * touches such a table its own build module says which one it is.
 */
final class SameName {
  private final Function<String, String> buildOfClass;
  private final Function<String, String> buildOfFile;
  private final Map<String, String> names;
  private final BiPredicate<String, String> together;

  /** For each name, as it is compared, the modules of each of its tables, by the table's own name. */
  private final Map<String, Map<String, Set<String>>> apart = new TreeMap<>();

  /**
   * @param names of build modules by folder
   * @param together whether what two build modules hold may run as one
   */
  SameName(
      Function<String, String> buildOfClass,
      Function<String, String> buildOfFile,
      Map<String, String> names,
      BiPredicate<String, String> together) {
    this.buildOfClass = buildOfClass;
    this.buildOfFile = buildOfFile;
    this.names = names;
    this.together = together;
  }

  /**
   * All tables, those told apart called {@code orders@shop}, where {@code shop} is the build module that maps it, or its
   * folder where several are called so.
   */
  List<TableFact> tables(List<TableFact> tables) {
    List<TableFact> all = new ArrayList<>();
    for (TableFact table : tables) {
      List<Set<String>> groups = groups(table);
      if (groups.size() < 2) {
        all.add(table);
        continue;
      }
      Map<String, Set<String>> own = new LinkedHashMap<>();
      boolean alike = groups.stream().map(this::label).distinct().count() < groups.size();
      groups.forEach(
          group -> own.put(table.name() + "@" + (alike ? folder(group) : label(group)), group));
      apart.put(TableFact.key(table.name()), own);
      own.keySet()
          .forEach(name -> all.add(new TableFact(
              name,
              table.places().stream()
                  .filter(place -> are(own, buildOfFile.apply(place.path())).contains(name))
                  .toList(),
              table.accesses().stream()
                  .filter(access -> are(own, buildOfClass.apply(access.from())).contains(name))
                  .toList())));
    }
    return all;
  }

  private String label(Set<String> group) {
    String folder = group.iterator().next();
    String name = names.getOrDefault(folder, folder);
    return name.isEmpty() ? "top" : name;
  }

  /** What tells modules apart that are called the same. */
  private static String folder(Set<String> group) {
    String folder = group.iterator().next();
    return folder.isEmpty() ? "." : folder;
  }

  /** The modules that map a table, those together that may run together. */
  private List<Set<String>> groups(TableFact table) {
    List<Set<String>> groups = new ArrayList<>();
    Set<String> mapping = new TreeSet<>();
    table.accesses().stream()
        .filter(access -> access.how().equals("mapping"))
        .forEach(access -> mapping.add(buildOfClass.apply(access.from())));
    for (String build : mapping) {
      Set<String> joined = new TreeSet<>(Set.of(build));
      groups.removeIf(group ->
          group.stream().anyMatch(one -> together.test(one, build)) && joined.addAll(group));
      groups.add(joined);
    }
    return groups;
  }

  /** Which of these tables it may be for a module; all of them when it runs with none. */
  private Set<String> are(Map<String, Set<String>> tables, String build) {
    Set<String> found = new TreeSet<>();
    tables.forEach((name, group) -> {
      if (group.stream().anyMatch(one -> together.test(one, build))) {
        found.add(name);
      }
    });
    return found.isEmpty() ? tables.keySet() : found;
  }

  /** Foreign keys between them. */
  List<TableFact.ForeignKey> keys(List<TableFact.ForeignKey> keys) {
    return keys.stream().flatMap(key -> keys(key).stream()).toList();
  }

  private List<TableFact.ForeignKey> keys(TableFact.ForeignKey key) {
    Optional<Map<String, Set<String>>> from = apartOf(key.table());
    Optional<Map<String, Set<String>>> to = apartOf(key.target());
    if (from.isEmpty() && to.isEmpty()) {
      return List.of(key);
    }
    String build = buildOfFile.apply(key.places().get(0).path());
    List<TableFact.ForeignKey> all = new ArrayList<>();
    for (String table : from.map(own -> are(own, build)).orElse(Set.of(key.table()))) {
      Set<String> beside = from.map(own -> own.get(table)).orElse(Set.of(build));
      for (String target :
          to.map(own -> are(own, beside.iterator().next())).orElse(Set.of(key.target()))) {
        all.add(new TableFact.ForeignKey(key.name(), table, key.columns(), target, key.places()));
      }
    }
    return all;
  }

  private Optional<Map<String, Set<String>>> apartOf(String table) {
    return Optional.ofNullable(apart.get(TableFact.key(table)));
  }

  /** The class with its table's own name. */
  ClassFact named(ClassFact fact) {
    return fact.entity()
        .flatMap(entity -> apartOf(entity.table())
            .flatMap(own -> are(own, fact.build()).stream().findFirst())
            .map(entity::in))
        .map(fact::with)
        .orElse(fact);
  }
}
