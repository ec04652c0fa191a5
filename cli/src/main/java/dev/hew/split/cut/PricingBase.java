package dev.hew.split.cut;

import dev.hew.split.facts.ClassFact;
import dev.hew.split.facts.CoChange;
import dev.hew.split.facts.Facts;
import dev.hew.split.facts.Parts;
import dev.hew.split.facts.TableFact;
import dev.hew.split.facts.Use;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the price of every cut through a code base asks for, found out once. */
public final class PricingBase {
  private static final BitSet NONE = new BitSet();

  final CallGraph calls;

  /** Which methods run in loops of their classes. */
  final OwnLoops loops;

  final Ends<Use> ends;

  /** Calls that are at run time calls of a class behind an interface, by that class. */
  final Ends<Through> through;

  final List<Request> requests = new ArrayList<>();
  final Map<String, ClassFact> classes = new HashMap<>();

  /** Associations and what changed together by the classes at both ends. */
  final Lookup<ClassFact.Association> associations;

  final AssociationPairs sides;

  final Lookup<CoChange> history;

  /** Pages by the classes that show them and those that they read. */
  final Lookup<Facts.Template> templates;

  /** By tables: transactions that write several, foreign keys. */
  final Lookup<Writing> writings;

  final Lookup<TableFact.ForeignKey> foreignKeys;

  /** The tables that are nobody's because ids are counted there. */
  final Set<String> idTables;

  private final Lookup<TableFact> tablesByClass;
  private final Lookup<TableFact> tablesByName;
  private final Lookup<Facts.Mention> mentions;

  /** A request and the class that answers it. */
  record Request(String answers, ClassFact.Route route) {}

  /**
   * A transaction that writes more than one table.
   *
   * @param cascaded those of them that it writes only since the rows of others are
   */
  record Writing(
      String type, ClassFact.Transaction transaction, Set<String> tables, Set<String> cascaded) {}

  /** That of a code base. */
  public PricingBase(Facts facts, Parts parts) {
    this.calls = new CallGraph(facts);
    this.idTables = facts.idTables();
    this.loops = new OwnLoops(facts.ownCalls());
    this.ends = new Ends<>(facts.uses(), Use::from, Use::to);
    this.through = new Ends<>(Through.all(facts), t -> t.use().from(), Through::to);
    List<Writing> writing = new ArrayList<>();
    CallWalk walk = new CallWalk(calls);
    for (ClassFact fact : facts.classes()) {
      classes.put(fact.name(), fact);
      if (!fact.test()) {
        note(fact);
        note(fact, walk, writing);
      }
    }
    List<ClassFact.Association> between = between(parts);
    this.associations = byClass(between, a -> List.of(a.from(), a.to()));
    this.sides = new AssociationPairs(facts, between);
    this.history = byClass(facts.history(), pair -> List.of(pair.from(), pair.to()));
    this.templates = byClass(
        facts.templates(),
        page -> Stream.concat(page.views().stream(), page.reads().stream().map(Facts.Reading::type))
            .collect(Collectors.toSet()));
    this.writings = byTable(writing, Writing::tables);
    this.foreignKeys = byTable(facts.foreignKeys(), key -> List.of(key.table(), key.target()));
    this.tablesByClass = byClass(
        facts.tables(),
        table -> table.accesses().stream().map(TableFact.Access::from).collect(Collectors.toSet()));
    this.tablesByName = byTable(facts.tables(), table -> List.of(table.name()));
    this.mentions = byClass(facts.mentions(), mention -> List.of(mention.name()));
  }

  /** What refers to what, and which entity alone holds which part, which no cut is to go through. */
  private static List<ClassFact.Association> between(Parts parts) {
    return Stream.concat(parts.associations().stream(), parts.embedded().stream())
        .toList();
  }

  private static <T> Lookup<T> byClass(List<T> things, Function<T, Collection<String>> names) {
    return new Lookup<>(things, new HashMap<>(), names);
  }

  /** Databases tell no case apart in names. */
  private static <T> Lookup<T> byTable(List<T> things, Function<T, Collection<String>> names) {
    return new Lookup<>(things, new TreeMap<>(String.CASE_INSENSITIVE_ORDER), names);
  }

  /** The tables that some of these classes touch, and these tables, in the order of the facts. */
  List<TableFact> tables(Collection<String> touching, Collection<String> names) {
    BitSet found = tablesByClass.places(touching);
    found.or(tablesByName.places(names));
    return tablesByName.at(found);
  }

  /** The paths of the files other than Java that name one of these classes. */
  Set<String> mentions(Collection<String> names) {
    return mentions.of(names).stream().map(m -> m.place().path()).collect(Collectors.toSet());
  }

  private void note(ClassFact fact) {
    for (ClassFact.Route route : fact.routes()) {
      if (!route.member().isEmpty()) {
        requests.add(new Request(fact.name(), route));
      }
    }
  }

  private static void note(ClassFact fact, CallWalk walk, List<Writing> writings) {
    for (ClassFact.Transaction transaction : fact.transactions()) {
      if (!transaction.readOnly() && !transaction.member().equals("*")) {
        CallWalk.Written written = walk.written(fact.name(), transaction.member());
        if (written.tables().size() > 1) {
          writings.add(new Writing(fact.name(), transaction, written.tables(), written.cascaded()));
        }
      }
    }
  }
}
