package dev.hew.split.facts;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * All that is known of a code base.
 *
 * @param classes top-level classes by name, tests included
 * @param uses who uses whom, tests included
 * @param ownCalls which methods of a class call which others of the same class
 * @param dispatches what calls of interfaces and abstract classes are at run time
 * @param tables by name
 * @param builds Maven and Gradle modules: folder to name
 * @param deployables for each build module's folder those that run it, itself among them when it runs by itself; none
 *     of a module of which that is not known
 * @param mentions classes that files other than Java name: wiring, descriptors
 * @param history what changed together
 * @param gaps what could not be read, and how much was left out
 */
public record Facts(
    List<ClassFact> classes,
    List<Use> uses,
    List<Use> ownCalls,
    List<Dispatch> dispatches,
    List<TableFact> tables,
    List<TableFact.ForeignKey> foreignKeys,
    List<Template> templates,
    Map<String, String> builds,
    Map<String, List<String>> deployables,
    List<Mention> mentions,
    List<CoChange> history,
    Gaps gaps) {

  public Facts {
    classes = List.copyOf(classes);
    uses = List.copyOf(uses);
    ownCalls = List.copyOf(ownCalls);
    dispatches = List.copyOf(dispatches);
    tables = List.copyOf(tables);
    foreignKeys = List.copyOf(foreignKeys);
    templates = List.copyOf(templates);
    mentions = List.copyOf(mentions);
    history = List.copyOf(history);
  }

  /** The same with other uses. */
  public Facts with(List<Use> newUses, List<Use> newOwnCalls) {
    return new Facts(
        classes,
        newUses,
        newOwnCalls,
        dispatches,
        tables,
        foreignKeys,
        templates,
        builds,
        deployables,
        mentions,
        history,
        gaps);
  }

  /** The tables in which ids are counted, whatever the case of their names: infrastructure, which is nobody's. */
  public Set<String> idTables() {
    return IdTables.of(tables);
  }

  /** Whether what two build modules hold may run as one. */
  public boolean mayRunTogether(String build, String other) {
    return together(deployables, build, other);
  }

  static boolean together(Map<String, List<String>> deployables, String build, String other) {
    return build.equals(other)
        || !deployables.containsKey(build)
        || !deployables.containsKey(other)
        || deployables.get(build).stream().anyMatch(deployables.get(other)::contains);
  }

  /** For each class that a test class uses, the test classes that do, sorted. */
  public Map<String, Set<String>> testedBy() {
    Set<String> tests =
        classes.stream().filter(ClassFact::test).map(ClassFact::name).collect(Collectors.toSet());
    Map<String, Set<String>> testedBy = new TreeMap<>();
    for (Use use : uses) {
      if (use.kind() != Use.Kind.SIGNATURE
          && tests.contains(use.from())
          && !tests.contains(use.to())) {
        testedBy.computeIfAbsent(use.to(), name -> new TreeSet<>()).add(use.from());
      }
    }
    return testedBy;
  }

  /**
   * A page that the server fills in.
   *
   * @param views the classes that show it
   * @param reads what it reads of entities
   */
  public record Template(String path, List<String> views, List<Reading> reads) {
    public Template {
      views = List.copyOf(views);
      reads = List.copyOf(reads);
    }
  }

  /** A template reads a field of a class. */
  public record Reading(String type, String field, Place place) {}

  /** A file that is no Java names a class, qualified. */
  public record Mention(String name, Place place) {}

  /**
   * What the map does not know.
   *
   * @param broken Java files that break the grammar, with the first place
   * @param encodings files that are not UTF-8 and were read as Latin-1
   * @param refused files and folders that were not read: no permission, or too large
   * @param repeated classes that two files declare; the first counts
   * @param statements statements of mappers in which no table can be seen
   * @param unread what was seen and is not understood, by what would be in the map if it were
   * @param otherLanguages files in other languages of the virtual machine, by ending
   */
  public record Gaps(
      List<Broken> broken,
      List<String> encodings,
      List<String> refused,
      List<Repeated> repeated,
      List<Broken> statements,
      List<Broken> unread,
      Map<String, Integer> otherLanguages) {}

  /** A class that several files declare, where each of them does. */
  public record Repeated(String name, List<Place> places) {}

  /** A place that is not understood. */
  public record Broken(Place place, String message) {}
}
