package dev.hew.split.cut;

import dev.hew.split.facts.ClassFact;
import dev.hew.split.facts.Facts;
import dev.hew.split.facts.TableFact;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What the price of every cut through a code base asks for, found out once. */
public final class PricingBase {
  private static final BitSet NONE = new BitSet();

  final Facts facts;
  final CallGraph calls;
  final Ends ends;
  final List<Request> requests = new ArrayList<>();
  final List<Writing> writings = new ArrayList<>();
  final List<ClassFact.Association> associations;
  final Map<String, ClassFact> classes = new HashMap<>();

  /** For each class the tables that it touches, and for each name that of the table, by their places among the facts. */
  private final Map<String, BitSet> tablesOfClass = new HashMap<>();

  private final Map<String, Integer> tableNumbers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
  private final Map<String, List<String>> mentions = new HashMap<>();

  /** A request and the class that answers it. */
  record Request(String answers, ClassFact.Route route) {}

  /** A transaction that writes more than one table. */
  record Writing(String type, ClassFact.Transaction transaction, Set<String> tables) {}

  /** That of a code base. */
  public PricingBase(Facts facts) {
    this.facts = facts;
    this.calls = new CallGraph(facts);
    this.ends = new Ends(facts.uses());
    this.associations = facts.classes().stream()
        .flatMap(c -> c.entity().stream())
        .flatMap(e -> e.associations().stream())
        .toList();
    CallWalk walk = new CallWalk(calls);
    facts.classes().forEach(fact -> note(fact, walk));
    for (int number = 0; number < facts.tables().size(); number++) {
      TableFact table = facts.tables().get(number);
      tableNumbers.put(table.name(), number);
      for (TableFact.Access access : table.accesses()) {
        tablesOfClass.computeIfAbsent(access.from(), c -> new BitSet()).set(number);
      }
    }
    for (Facts.Mention mention : facts.mentions()) {
      mentions
          .computeIfAbsent(mention.name(), c -> new ArrayList<>())
          .add(mention.place().path());
    }
  }

  /** The tables that some of these classes touch, and these tables, in the order of the facts. */
  List<TableFact> tables(Collection<String> touching, Collection<String> names) {
    BitSet numbers = new BitSet();
    touching.forEach(name -> numbers.or(tablesOfClass.getOrDefault(name, NONE)));
    names.forEach(name -> {
      if (tableNumbers.containsKey(name)) {
        numbers.set(tableNumbers.get(name));
      }
    });
    return numbers.stream().mapToObj(facts.tables()::get).toList();
  }

  /** The paths of the files other than Java that name a class. */
  List<String> mentions(String className) {
    return mentions.getOrDefault(className, List.of());
  }

  private void note(ClassFact fact, CallWalk walk) {
    classes.put(fact.name(), fact);
    for (ClassFact.Route route : fact.routes()) {
      if (!fact.test() && !route.member().isEmpty()) {
        requests.add(new Request(fact.name(), route));
      }
    }
    for (ClassFact.Transaction transaction : fact.transactions()) {
      if (!fact.test() && !transaction.readOnly() && !transaction.member().equals("*")) {
        Set<String> tables = walk.written(fact.name(), transaction.member());
        if (tables.size() > 1) {
          writings.add(new Writing(fact.name(), transaction, tables));
        }
      }
    }
  }
}
