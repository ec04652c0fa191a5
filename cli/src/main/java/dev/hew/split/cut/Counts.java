package dev.hew.split.cut;

import dev.hew.split.facts.ClassFact;
import dev.hew.split.facts.Facts;
import dev.hew.split.facts.TableFact;
import dev.hew.split.graph.Partition;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How much there is, wherever it is told.
 *
 * @param classes without tests
 * @param tests test classes
 * @param modules all of them
 * @param proposals modules that something from outside reaches or that own a table; all when there is none of these
 * @param untouched tables that nothing read here touches
 * @param untested classes that no test names
 */
public record Counts(
    int classes,
    int tests,
    int modules,
    int proposals,
    int tables,
    int untouched,
    int foreignKeys,
    int routes,
    int untested) {

  /** What there is in a map with so many proposals. */
  public static Counts of(Facts facts, Partition partition, int proposals) {
    int tests = (int) facts.classes().stream().filter(ClassFact::test).count();
    int classes = facts.classes().size() - tests;
    return new Counts(
        classes,
        tests,
        partition.modules().size(),
        proposals,
        facts.tables().size(),
        untouched(facts).size(),
        facts.foreignKeys().size(),
        facts.classes().stream().mapToInt(c -> c.routes().size()).sum(),
        classes - facts.testedBy().size());
  }

  /** The names of the tables that nothing read here touches. */
  public static List<String> untouched(Facts facts) {
    Set<String> idTables = facts.idTables();
    return facts.tables().stream()
        .filter(table -> table.accesses().isEmpty() && !idTables.contains(table.name()))
        .map(TableFact::name)
        .toList();
  }

  /** The names of the tables that are touched, and that no module owns. */
  public static List<String> unowned(Facts facts, Partition partition) {
    Set<String> owned = partition.modules().stream()
        .flatMap(module -> module.tables().stream())
        .collect(Collectors.toSet());
    Set<String> idTables = facts.idTables();
    return facts.tables().stream()
        .filter(table -> !table.accesses().isEmpty()
            && !owned.contains(table.name())
            && !idTables.contains(table.name()))
        .map(TableFact::name)
        .toList();
  }

  /** In a line. */
  public String words() {
    String doors =
        proposals < modules ? " (" + proposals + " with a door or a table of their own)" : "";
    return counted(classes, "class", "classes") + " and "
        + counted(tests, "test class", "test classes") + ", "
        + counted(modules, "module", "modules") + doors + ", "
        + counted(tables, "table", "tables") + ", "
        + counted(foreignKeys, "foreign key", "foreign keys") + ", "
        + counted(routes, "route", "routes");
  }

  private static String counted(int number, String one, String many) {
    return number + " " + (number == 1 ? one : many);
  }
}
