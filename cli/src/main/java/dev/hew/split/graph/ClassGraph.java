package dev.hew.split.graph;

import dev.hew.split.facts.ClassFact;
import dev.hew.split.facts.Facts;
import dev.hew.split.facts.Parts;
import dev.hew.split.facts.TableFact;
import dev.hew.split.facts.Use;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Classes as nodes, and between two of them what binds them, kind by kind. */
public final class ClassGraph {
  /** A table that more classes touch says nothing about which of them belong together. */
  private static final int MOST_SHARERS = 12;

  /** What more classes implement is a callback, not a service. */
  private static final int FEW_IMPLEMENTORS = 3;

  private final List<String> names;
  private final Map<String, Integer> numbers = new HashMap<>();

  /** For each pair of classes, the lower number in front, how much there is of each bond. */
  private final Map<Long, double[]> bonds = new HashMap<>();

  private ClassGraph(Collection<String> classes) {
    this.names = classes.stream().sorted().toList();
    for (String name : names) {
      numbers.put(name, numbers.size());
    }
  }

  /** The graph of some classes of a code base. */
  static ClassGraph of(Facts facts, Collection<ClassFact> classes, Concepts concepts, Parts parts) {
    ClassGraph graph = new ClassGraph(classes.stream().map(ClassFact::name).toList());
    Map<String, ClassFact> byName = new HashMap<>();
    classes.forEach(c -> byName.put(c.name(), c));
    Map<String, List<String>> implementors = implementors(facts);
    for (Use use : facts.uses()) {
      graph.use(use, byName);
      List<String> behind = implementors.getOrDefault(use.to(), List.of());
      if (use.kind() == Use.Kind.CALL && behind.size() <= FEW_IMPLEMENTORS) {
        behind.forEach(
            one -> graph.bind(use.from(), one, Bond.CALL, (double) use.places() / behind.size()));
      }
    }
    for (ClassFact fact : classes) {
      if (!fact.keeps().isEmpty()) {
        graph.bind(fact.name(), fact.keeps(), Bond.KEEPING, 1);
      }
      fact.entity().stream()
          .flatMap(entity -> entity.associations().stream())
          .filter(ClassFact.Association::isPart)
          .forEach(graph::associate);
      concepts.of(fact.name()).ifPresent(c -> graph.bind(fact.name(), c, Bond.NAME, 1));
    }
    parts.associations().forEach(graph::associate);
    Set<String> idTables = facts.idTables();
    facts.tables().stream().filter(table -> !idTables.contains(table.name())).forEach(graph::share);
    facts.history().forEach(h -> graph.bind(h.from(), h.to(), Bond.HISTORY, h.strength()));
    return graph;
  }

  private void associate(ClassFact.Association association) {
    bind(
        association.from(),
        association.to(),
        Bond.ASSOCIATION,
        association.cascade().isEmpty() ? 1 : 1.5);
  }

  /** Who implements an interface: a call of it is a call of them. */
  private static Map<String, List<String>> implementors(Facts facts) {
    Map<String, List<String>> implementors = new HashMap<>();
    for (Use use : facts.uses()) {
      if (use.kind() == Use.Kind.IMPLEMENTS) {
        List<String> known = implementors.computeIfAbsent(use.to(), t -> new ArrayList<>());
        if (!known.contains(use.from())) {
          known.add(use.from());
        }
      }
    }
    return implementors;
  }

  private void use(Use use, Map<String, ClassFact> byName) {
    Bond bond = Bond.of(use.kind());
    if (bond == null || !numbers.containsKey(use.from()) || !numbers.containsKey(use.to())) {
      return;
    }
    bind(use.from(), use.to(), bond, bond == Bond.INHERITANCE ? 1 : use.places());
    ClassFact target = byName.get(use.to());
    boolean component = target.roles().contains(ClassFact.Role.SERVICE)
        || target.roles().contains(ClassFact.Role.REPOSITORY);
    if (use.kind() == Use.Kind.FIELD && component) {
      bind(use.from(), use.to(), Bond.INJECTION, 1);
    }
  }

  private void share(TableFact table) {
    Set<String> all = new LinkedHashSet<>();
    Set<String> writers = new LinkedHashSet<>();
    for (TableFact.Access access : table.accesses()) {
      if (numbers.containsKey(access.from()) && !access.isCascade()) {
        all.add(access.from());
        if (access.writes()) {
          writers.add(access.from());
        }
      }
    }
    if (all.size() > MOST_SHARERS) {
      return;
    }
    for (String writer : writers) {
      for (String other : all) {
        if (!writers.contains(other) || writer.compareTo(other) < 0) {
          bind(writer, other, Bond.TABLE, 1);
        }
      }
    }
  }

  private void bind(String from, String to, Bond bond, double amount) {
    Integer a = numbers.get(from);
    Integer b = numbers.get(to);
    if (a == null || b == null || a.equals(b)) {
      return;
    }
    long pair = (long) Math.min(a, b) << 32 | Math.max(a, b);
    bonds.computeIfAbsent(pair, p -> new double[Bond.values().length])[bond.ordinal()] += amount;
  }

  /** The classes, sorted. */
  public List<String> names() {
    return names;
  }

  int number(String name) {
    return numbers.getOrDefault(name, -1);
  }

  /** How strongly two classes belong together. */
  private static double weight(double[] amounts) {
    double sum = 0;
    for (Bond bond : Bond.values()) {
      double amount = amounts[bond.ordinal()];
      if (amount > 0) {
        sum += bond.weight() * damped(bond, amount);
      }
    }
    return sum;
  }

  /** Places count less the more there are. */
  private static double damped(Bond bond, double amount) {
    return bond == Bond.CALL || bond == Bond.TYPE ? Math.pow(amount, DAMPING) : amount;
  }

  private static final double DAMPING = 0.75;

  Network network() {
    List<Map<Integer, Double>> links = new ArrayList<>();
    names.forEach(name -> links.add(new TreeMap<>()));
    bonds.forEach((pair, amounts) -> {
      int first = (int) (pair >> 32);
      int second = pair.intValue();
      double weight = weight(amounts);
      links.get(first).put(second, weight);
      links.get(second).put(first, weight);
    });
    return new Network(links, new double[names.size()]);
  }
}
