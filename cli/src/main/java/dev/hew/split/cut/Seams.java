package dev.hew.split.cut;

import dev.hew.split.facts.ClassFact;
import dev.hew.split.facts.Facts;
import dev.hew.split.facts.Place;
import dev.hew.split.facts.TableFact;
import dev.hew.split.facts.Use;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What crosses the seams between recorded modules, and whether that is more than was frozen. */
public final class Seams {
  private Seams() {}

  /**
   * What crosses, in one line of words, with its places; the line is what is frozen.
   *
   * @param line without places and numbers of lines, so that it stays the same when code moves
   */
  public record Crossing(String line, List<Place> places) {
    public Crossing {
      places = List.copyOf(places);
    }
  }

  /**
   * Everything that crosses.
   *
   * @param modules for each class its module; a class without one is of the rest
   * @param tables for each table its module
   * @param shared classes that anybody may use
   */
  public static List<Crossing> of(
      Facts facts, Map<String, String> modules, Map<String, String> tables, Set<String> shared) {
    Map<String, ClassFact> classes = new HashMap<>();
    facts.classes().forEach(c -> classes.put(c.name(), c));
    Map<String, TreeSet<Place>> found = new TreeMap<>();
    for (Use use : facts.uses()) {
      boolean counts = use.kind() != Use.Kind.SIGNATURE
          && !classes.get(use.from()).test()
          && !shared.contains(use.from())
          && !shared.contains(use.to());
      if (counts && apart(modules.get(use.from()), modules.get(use.to()))) {
        TreeSet<Place> places = found.computeIfAbsent(
            "reference " + use.from() + " -> " + use.to(), k -> new TreeSet<>());
        use.lines().forEach(line -> places.add(new Place(use.path(), line)));
      }
    }
    for (TableFact table : facts.tables()) {
      for (TableFact.Access access : table.accesses()) {
        ClassFact from = classes.get(access.from());
        boolean counts = from != null && !from.test() && !access.how().equals("mapping");
        if (counts && apart(modules.get(access.from()), tables.get(table.name()))) {
          found
              .computeIfAbsent(
                  (access.writes() ? "write " : "query ") + access.from() + " -> " + table.name(),
                  k -> new TreeSet<>())
              .add(access.place());
        }
      }
    }
    transactions(facts, tables, found);
    List<Crossing> crossings = new ArrayList<>();
    found.forEach((line, places) -> crossings.add(new Crossing(line, List.copyOf(places))));
    return crossings;
  }

  private static boolean apart(String one, String other) {
    return !(one == null ? "" : one).equals(other == null ? "" : other);
  }

  private static void transactions(
      Facts facts, Map<String, String> tables, Map<String, TreeSet<Place>> found) {
    CallWalk walk = new CallWalk(new CallGraph(facts));
    for (ClassFact fact : facts.classes()) {
      for (ClassFact.Transaction transaction : fact.transactions()) {
        if (fact.test() || transaction.member().equals("*")) {
          continue;
        }
        Set<String> owners = new TreeSet<>();
        walk.written(fact.name(), transaction.member())
            .forEach(table -> owners.add(tables.getOrDefault(table, "the rest")));
        if (owners.size() > 1) {
          found
              .computeIfAbsent(
                  "transaction " + fact.name() + "#" + transaction.member() + " over "
                      + String.join(", ", owners),
                  k -> new TreeSet<>())
              .add(transaction.place());
        }
      }
    }
  }

  /**
   * What was frozen and what there is.
   *
   * @param grown crossings that are new, or at more places than were frozen
   * @param gone frozen lines that are no more, or at fewer places
   */
  public record Comparison(List<Crossing> grown, List<String> gone) {}

  /** Holds what crosses against what was frozen: line to number of places. */
  public static Comparison compare(List<Crossing> crossings, Map<String, Integer> frozen) {
    List<Crossing> grown = new ArrayList<>();
    Set<String> gone = new LinkedHashSet<>(frozen.keySet());
    for (Crossing crossing : crossings) {
      int allowed = frozen.getOrDefault(crossing.line(), 0);
      if (crossing.places().size() > allowed) {
        grown.add(crossing);
      }
      if (crossing.places().size() >= allowed) {
        gone.remove(crossing.line());
      }
    }
    return new Comparison(grown, List.copyOf(gone));
  }
}
