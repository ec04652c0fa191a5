package dev.hew.split.cut;

import dev.hew.split.facts.ClassFact;
import dev.hew.split.facts.Facts;
import dev.hew.split.facts.Place;
import dev.hew.split.facts.TableFact;
import dev.hew.split.facts.Use;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What crosses the seams between recorded modules: references, reads and writes of tables, transactions, foreign keys. */
public final class Seams {
  private final Facts facts;
  private final Map<String, String> modules;
  private final Map<String, String> tables;
  private final Set<String> shared;
  private final Map<String, ClassFact> classes = new HashMap<>();
  private final Map<Tie, Map<String, List<Place>>> found = new TreeMap<>();

  private Seams(
      Facts facts, Map<String, String> modules, Map<String, String> tables, Set<String> shared) {
    this.facts = facts;
    this.modules = modules;
    this.tables = tables;
    this.shared = shared;
    facts.classes().forEach(c -> classes.put(c.name(), c));
  }

  /**
   * Everything that crosses, in the order of ties and methods.
   *
   * @param modules for each class its module; a class without one is of the rest
   * @param tables for each table its module
   * @param shared classes that anybody may use
   */
  public static List<Crossing> of(
      Facts facts, Map<String, String> modules, Map<String, String> tables, Set<String> shared) {
    Seams seams = new Seams(facts, modules, tables, shared);
    seams.references();
    seams.accesses();
    seams.transactions();
    seams.foreignKeys();
    List<Crossing> crossings = new ArrayList<>();
    seams.found.forEach((tie, members) -> members.forEach((member, places) ->
        crossings.add(new Crossing(tie, member, places.stream().sorted().toList()))));
    return crossings;
  }

  private List<Place> places(Tie tie, String member) {
    return found
        .computeIfAbsent(tie, t -> new TreeMap<>())
        .computeIfAbsent(Tie.line(member).replace(' ', '_'), m -> new ArrayList<>(1));
  }

  private static boolean apart(String one, String other) {
    return !(one == null ? "" : one).equals(other == null ? "" : other);
  }

  private void references() {
    for (Use use : facts.uses()) {
      if (use.kind() != Use.Kind.SIGNATURE && crosses(use, use.to())) {
        add(new Tie(use.from(), use.to(), what(use)), use);
      }
    }
    for (Through call : Through.all(facts)) {
      // what crosses to the interface is there already
      if (crosses(call.use(), call.to()) && !crosses(call.use(), call.use().to())) {
        add(new Tie(call.use().from(), call.to(), "call " + call.what()), call.use());
      }
    }
  }

  private boolean crosses(Use use, String to) {
    return !classes.get(use.from()).test()
        && !shared.contains(use.from())
        && !shared.contains(to)
        && apart(modules.get(use.from()), modules.get(to));
  }

  private void add(Tie tie, Use use) {
    List<Place> places = places(tie, use.member());
    use.lines().forEach(line -> places.add(new Place(use.path(), line)));
  }

  private static String what(Use use) {
    String kind = use.kind().name().toLowerCase(Locale.ROOT);
    boolean named = !use.target().isEmpty() && use.kind() != Use.Kind.NEW;
    return named ? kind + " " + use.target() : kind;
  }

  /** A statement counts once in a method, however it is broken into lines; a call of a repository as often as it is there. */
  private void accesses() {
    Map<List<String>, List<Place>> calls = new HashMap<>();
    for (Use use : facts.uses()) {
      if (use.kind() == Use.Kind.CALL && !classes.get(use.to()).keeps().isEmpty()) {
        String called = classes.get(use.to()).simpleName() + "." + use.target();
        List<Place> places = calls.computeIfAbsent(
            List.of(use.from(), use.member(), called), k -> new ArrayList<>(1));
        use.lines().forEach(line -> places.add(new Place(use.path(), line)));
      }
    }
    Set<String> idTables = facts.idTables();
    for (TableFact table : facts.tables()) {
      Set<List<Object>> seen = new HashSet<>();
      for (TableFact.Access access : table.accesses()) {
        ClassFact from = classes.get(access.from());
        boolean counts = from != null
            && !from.test()
            && !access.isMapping()
            && !idTables.contains(table.name())
            && apart(modules.get(access.from()), tables.get(table.name()))
            && !follows(access, tables.get(table.name()))
            && seen.add(List.of(access.from(), access.member(), access.writes(), access.by()));
        if (counts) {
          List<Place> called = calls.get(List.of(access.from(), access.member(), access.by()));
          String verb = access.writes() ? "write" : "query";
          Tie tie = access.isCascade()
              ? Tie.cascade(access.from(), table.name(), access.by())
              : new Tie(
                  access.from(),
                  Tie.table(table.name()),
                  called == null ? verb : verb + " by " + access.by());
          places(tie, access.member()).addAll(called == null ? List.of(access.place()) : called);
        }
      }
    }
  }

  /** Whether a row is written with one of the same module, which is the one that crosses. */
  private boolean follows(TableFact.Access access, String owner) {
    return access.isCascade() && !apart(modules.get(access.entity()), owner);
  }

  /** A transaction that writes tables of several modules reaches each of them. */
  private void transactions() {
    CallWalk walk = new CallWalk(new CallGraph(facts));
    for (ClassFact fact : facts.classes()) {
      for (ClassFact.Transaction transaction : fact.transactions()) {
        if (fact.test() || transaction.readOnly() || transaction.member().equals("*")) {
          continue;
        }
        Set<String> owners = new TreeSet<>();
        walk.written(fact.name(), transaction.member())
            .tables()
            .forEach(table -> owners.add(tables.getOrDefault(table, "")));
        if (owners.size() > 1) {
          owners.forEach(owner -> places(
                  new Tie(
                      fact.name(),
                      owner.isEmpty() ? "no module" : "module " + owner,
                      "transaction over modules"),
                  transaction.member())
              .add(transaction.place()));
        }
      }
    }
  }

  /** A key is one, in however many scripts it stands. */
  private void foreignKeys() {
    Map<String, String> owners = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    owners.putAll(tables);
    Map<String, String> names = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    facts.tables().forEach(table -> names.put(table.name(), table.name()));
    for (TableFact.ForeignKey key : facts.foreignKeys()) {
      if (apart(owners.get(key.table()), owners.get(key.target()))
          && !key.places().isEmpty()) {
        places(Tie.key(key, names), "").add(key.places().get(0));
      }
    }
  }
}
