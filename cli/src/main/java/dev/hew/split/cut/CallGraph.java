package dev.hew.split.cut;

import dev.hew.split.facts.Facts;
import dev.hew.split.facts.TableFact;
import dev.hew.split.facts.Use;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which methods call which, by name: enough to suspect what a request or a transaction reaches. */
final class CallGraph {
  /** What more classes implement is dispatched by data, which the source does not tell. */
  private static final int MOST_IMPLEMENTORS = 3;

  private final Map<String, Method> methods = new HashMap<>();
  private final Map<String, List<String>> implementors = new HashMap<>();
  private final Map<String, Integer> numbers = new HashMap<>();
  private final Map<String, List<String>> above = new HashMap<>();
  private final Map<String, String> files = new HashMap<>();

  /** A method touches a table. */
  record Touch(String table, TableFact.Access access) {}

  /** A call, the numbers of the classes at its ends, and the methods that it may run. */
  record Call(Use use, int from, int to, List<Method> runs) {}

  /** All methods of one name in one class, numbered. */
  record Method(int number, List<Call> calls, List<Touch> touches) {
    Method(int number) {
      this(number, new ArrayList<>(0), new ArrayList<>(0));
    }
  }

  CallGraph(Facts facts) {
    facts.classes().forEach(fact -> files.put(fact.name(), fact.place().path()));
    for (Use use : facts.uses()) {
      if (use.kind() == Use.Kind.IMPLEMENTS || use.kind() == Use.Kind.EXTENDS) {
        implementors.computeIfAbsent(use.to(), k -> new ArrayList<>()).add(use.from());
      }
      if (use.kind() == Use.Kind.EXTENDS) {
        above.computeIfAbsent(use.from(), k -> new ArrayList<>(1)).add(use.to());
      }
    }
    facts.uses().forEach(this::follow);
    facts.ownCalls().forEach(this::follow);
    for (TableFact table : facts.tables()) {
      for (TableFact.Access access : table.accesses()) {
        if (!access.member().isEmpty()) {
          method(access.from(), access.member()).touches().add(new Touch(table.name(), access));
        }
      }
    }
    // only now is known which methods do something, and which are to be looked for above
    List.copyOf(methods.values())
        .forEach(method -> method.calls().forEach(call -> call.runs().addAll(runs(call.use()))));
  }

  private void follow(Use use) {
    boolean runs =
        use.kind() == Use.Kind.CALL || use.kind() == Use.Kind.NEW || use.kind() == Use.Kind.SUPER;
    if (runs) {
      method(use.from(), use.member())
          .calls()
          .add(new Call(use, add(use.from()), add(use.to()), new ArrayList<>(1)));
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
    inherited(use.to(), use.target(), runs);
    if (behind.size() <= MOST_IMPLEMENTORS && use.kind() != Use.Kind.SUPER) {
      behind.forEach(implementor -> inherited(implementor, use.target(), runs));
    }
    return runs;
  }

  /**
   * Adds the method of a class, or of the nearest that it extends when its own does nothing, or is none. What a class
   * touches by a method of its base is known by the class; what else that method does, by the base.
   */
  private void inherited(String type, String member, List<Method> runs) {
    Set<String> seen = new HashSet<>();
    List<String> level = List.of(type);
    while (!level.isEmpty()) {
      List<String> next = new ArrayList<>();
      for (String name : level) {
        Method method = methods.get(key(name, member));
        if (method != null && !(method.calls().isEmpty() && method.touches().isEmpty())) {
          runs.add(method);
          if (isWritten(method, name)) {
            return;
          }
        }
        if (seen.add(name)) {
          next.addAll(above.getOrDefault(name, List.of()));
        }
      }
      level = next;
    }
  }

  /** Whether a method stands in the class itself. */
  private boolean isWritten(Method method, String type) {
    String file = files.getOrDefault(type, "");
    return !method.calls().isEmpty()
        || method.touches().stream().anyMatch(t -> t.access().place().path().equals(file));
  }

  /**
   * All methods of this name in a class or the nearest that it extends, whatever their parameters; {@code null} when nothing
   * calls or is called there.
   */
  Method find(String type, String member) {
    Method own = methods.get(key(type, member));
    for (String name : own == null ? above.getOrDefault(type, List.of()) : List.<String>of()) {
      Method inherited = methods.get(key(name, member));
      if (inherited != null) {
        return inherited;
      }
    }
    return own;
  }

  /** How many methods there are; their numbers are below. */
  int size() {
    return methods.size();
  }

  /** How many classes there are; their numbers are below. */
  int classes() {
    return numbers.size();
  }

  /** The number of a class; -1 when it neither calls nor is called. */
  int number(String type) {
    return numbers.getOrDefault(type, -1);
  }
}
