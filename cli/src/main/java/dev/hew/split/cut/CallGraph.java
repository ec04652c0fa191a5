package dev.hew.split.cut;

import dev.hew.split.facts.Facts;
import dev.hew.split.facts.TableFact;
import dev.hew.split.facts.Use;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/** Which methods call which, by name: enough to suspect what a request or a transaction reaches. */
final class CallGraph {
  /** A longer chain of calls is a guess built on guesses. */
  private static final int DEEPEST = 5;

  /** What reaches more methods goes through a dispatcher, whose every branch it would seem to take. */
  private static final int MOST_METHODS = 300;

  /** What more classes implement is dispatched by data, which the source does not tell. */
  private static final int MOST_IMPLEMENTORS = 3;

  private final Map<String, Method> methods = new HashMap<>();
  private final Map<String, List<String>> implementors = new HashMap<>();
  private final Map<String, Integer> numbers = new HashMap<>();

  /** A method touches a table. */
  record Touch(String table, TableFact.Access access) {}

  /** A call, the numbers of the classes at its ends, and the methods that it may run. */
  record Call(Use use, int from, int to, List<Method> runs) {}

  /** All methods of one name in one class, numbered. */
  static final class Method {
    private final int number;
    private final List<Call> calls = new ArrayList<>(0);
    private final List<Touch> touches = new ArrayList<>(0);

    Method(int number) {
      this.number = number;
    }

    @Override
    public int hashCode() {
      return number;
    }

    @Override
    public boolean equals(Object other) {
      return this == other;
    }
  }

  CallGraph(Facts facts) {
    for (Use use : facts.uses()) {
      if (use.kind() == Use.Kind.IMPLEMENTS || use.kind() == Use.Kind.EXTENDS) {
        implementors.computeIfAbsent(use.to(), k -> new ArrayList<>()).add(use.from());
      }
    }
    facts.uses().forEach(this::follow);
    facts.ownCalls().forEach(this::follow);
    for (TableFact table : facts.tables()) {
      for (TableFact.Access access : table.accesses()) {
        if (!access.member().isEmpty()) {
          method(access.from(), access.member()).touches.add(new Touch(table.name(), access));
        }
      }
    }
  }

  private void follow(Use use) {
    if (use.kind() == Use.Kind.CALL || use.kind() == Use.Kind.NEW) {
      method(use.from(), use.member())
          .calls
          .add(new Call(use, add(use.from()), add(use.to()), runs(use)));
    }
  }

  private int add(String type) {
    Integer known = numbers.get(type);
    if (known == null) {
      known = numbers.size();
      numbers.put(type, known);
    }
    return known;
  }

  /** The numbers of those of these classes that call or are called. */
  BitSet numbers(Collection<String> types) {
    BitSet found = new BitSet(numbers.size());
    for (String type : types) {
      Integer number = numbers.get(type);
      if (number != null) {
        found.set(number);
      }
    }
    return found;
  }

  /** A method, whatever its parameters. */
  private Method method(String type, String member) {
    return methods.computeIfAbsent(key(type, member), k -> new Method(methods.size()));
  }

  private static String key(String type, String member) {
    int slash = member.indexOf('/');
    return type + "#" + (slash < 0 ? member : member.substring(0, slash));
  }

  /** A call on an interface runs what implements it. */
  private List<Method> runs(Use use) {
    List<String> behind = implementors.getOrDefault(use.to(), List.of());
    List<Method> runs = new ArrayList<>(1);
    runs.add(method(use.to(), use.target()));
    if (behind.size() <= MOST_IMPLEMENTORS) {
      behind.forEach(implementor -> runs.add(method(implementor, use.target())));
    }
    return runs;
  }

  /** What a method reaches. */
  record Reached(List<Call> calls, List<Touch> touches) {
    /** The tables that are written on the way. */
    Set<String> written() {
      Set<String> tables = new TreeSet<>();
      touches.stream().filter(t -> t.access().writes()).forEach(t -> tables.add(t.table()));
      return tables;
    }
  }

  /** Calls and tables that a method reaches, wherever they are. */
  Reached reached(String type, String member) {
    return from(type, member, call -> false);
  }

  /** Calls and tables that a method reaches, itself included; nothing is followed out of a call that stops. */
  Reached from(String type, String member, Predicate<Call> stops) {
    Method start = methods.get(key(type, member));
    List<Call> calls = new ArrayList<>();
    List<Touch> touches = new ArrayList<>();
    Set<Method> seen = new HashSet<>(); // few of many
    List<Method> level = start == null ? List.of() : List.of(start);
    int count = see(level, seen, new ArrayList<>());
    for (int depth = 0; !level.isEmpty(); depth++) {
      List<Method> next = new ArrayList<>();
      for (Method method : level) {
        touches.addAll(method.touches);
        for (Call call : method.calls) {
          calls.add(call);
          if (depth < DEEPEST && count < MOST_METHODS && !stops.test(call)) {
            count += see(call.runs, seen, next);
          }
        }
      }
      level = next;
    }
    return new Reached(calls, touches);
  }

  /** Puts the methods that are not seen yet to the others; says how many. */
  private static int see(List<Method> methods, Set<Method> seen, List<Method> others) {
    int before = others.size();
    for (Method method : methods) {
      if (seen.add(method)) {
        others.add(method);
      }
    }
    return others.size() - before;
  }
}
