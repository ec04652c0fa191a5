package dev.hew.split.cut;

import dev.hew.split.facts.ClassFact;
import dev.hew.split.facts.Dispatch;
import dev.hew.split.facts.Facts;
import dev.hew.split.facts.Hierarchy;
import dev.hew.split.facts.TableFact;
import dev.hew.split.facts.Use;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which methods call which, by name: enough to suspect what a request or a transaction reaches. */
final class CallGraph {
  private final Map<String, Method> methods = new HashMap<>();

  /** The names that any of them has. */
  private final Set<String> names = new HashSet<>();

  private final Hierarchy<String> hierarchy = new Hierarchy<>();
  private final Map<String, List<Method>> dispatched = new HashMap<>();
  private final Map<String, Integer> numbers = new HashMap<>();
  private final Map<String, List<String>> above = new HashMap<>();
  private final Map<String, String> files = new HashMap<>();
  private final Map<String, Map<String, Dispatch>> behind;

  /** A method touches a table. */
  record Touch(String table, TableFact.Access access) {}

  /**
   * A call, the numbers of the classes at its ends, and the methods that it may run.
   *
   * @param behind the classes that it calls when {@code to} is an interface or an abstract class, as far as they are known
   */
  record Call(Use use, int from, int to, List<Behind> behind, List<Method> runs) {}

  /** A class behind an interface. */
  record Behind(int number, String name) {}

  /** All methods of one name in one class, numbered. */
  record Method(int number, List<Call> calls, List<Touch> touches) {
    Method(int number) {
      this(number, new ArrayList<>(0), new ArrayList<>(0));
    }
  }

  CallGraph(Facts facts) {
    this.behind = Through.behind(facts);
    Set<String> tests = new HashSet<>();
    for (ClassFact fact : facts.classes()) {
      files.put(fact.name(), fact.place().path());
      if (fact.test()) {
        tests.add(fact.name());
      }
    }
    for (Use use : facts.uses()) {
      boolean isHeir = use.kind() == Use.Kind.IMPLEMENTS || use.kind() == Use.Kind.EXTENDS;
      if (isHeir && !tests.contains(use.from())) {
        hierarchy.add(use.from(), use.to());
      }
      if (use.kind() == Use.Kind.EXTENDS) {
        above.computeIfAbsent(use.from(), k -> new ArrayList<>(1)).add(use.to());
      }
    }
    facts.uses().forEach(this::follow);
    facts.ownCalls().forEach(this::follow);
    Set<String> idTables = facts.idTables();
    for (TableFact table : facts.tables()) {
      for (TableFact.Access access : table.accesses()) {
        if (!access.member().isEmpty() && !idTables.contains(table.name())) {
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
          .add(new Call(use, add(use.from()), add(use.to()), behind(use), new ArrayList<>(1)));
    }
  }

  /** What a class calls on itself is itself. */
  private List<Behind> behind(Use use) {
    Dispatch dispatch = use.kind() == Use.Kind.CALL && !use.from().equals(use.to())
        ? behind.getOrDefault(use.to(), Map.of()).get(use.target())
        : null;
    return dispatch == null
        ? List.of()
        : dispatch.by().stream()
            .map(one -> new Behind(add(one.name()), one.name()))
            .toList();
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
    names.add(name(member));
    return methods.computeIfAbsent(key(type, member), k -> new Method(methods.size()));
  }

  private static String key(String type, String member) {
    return type + "#" + name(member);
  }

  private static String name(String member) {
    int slash = member.indexOf('/');
    return slash < 0 ? member : member.substring(0, slash);
  }

  /** A call runs what the class has, and what those below it have, however far. */
  private List<Method> runs(Use use) {
    if (!names.contains(name(use.target()))) {
      return List.of();
    }
    return use.kind() == Use.Kind.CALL
        ? dispatched.computeIfAbsent(
            key(use.to(), use.target()), k -> dispatched(use.to(), use.target()))
        : find(use.to(), use.target());
  }

  private List<Method> dispatched(String type, String member) {
    Set<String> types = new LinkedHashSet<>(having(type, member));
    types.addAll(hierarchy.behind(type, heir -> writing(heir, member), Hierarchy.MOST_BELOW));
    // of several that inherit it for an entity of their own a type argument would tell which
    types.addAll(hierarchy.behind(type, heir -> inherits(heir, member) ? heir : null, 1));
    return methods(types, member);
  }

  /** The class that has the text of another's method, {@code null} when none has. */
  private String writing(String type, String member) {
    List<String> having = having(type, member);
    String last = having.isEmpty() ? null : having.get(having.size() - 1);
    return last != null && isWritten(methods.get(key(last, member)), last) ? last : null;
  }

  /** Whether a class touches tables by a method of its base. */
  private boolean inherits(String type, String member) {
    Method own = methods.get(key(type, member));
    return own != null && !isWritten(own, type);
  }

  /**
   * A class that has such methods, and the nearest that it extends, up to the one where they are written. What a class
   * touches by a method of its base is known by the class; what else that method does, by the base.
   */
  private List<String> having(String type, String member) {
    List<String> having = new ArrayList<>(1);
    Set<String> seen = new HashSet<>(Set.of(type));
    List<String> level = List.of(type);
    while (!level.isEmpty()) {
      List<String> next = new ArrayList<>();
      for (String name : level) {
        Method method = methods.get(key(name, member));
        if (method != null) {
          having.add(name);
          if (isWritten(method, name)) {
            return having;
          }
        }
        above.getOrDefault(name, List.of()).stream().filter(seen::add).forEach(next::add);
      }
      level = next;
    }
    return having;
  }

  private List<Method> methods(Collection<String> types, String member) {
    return types.stream().map(type -> methods.get(key(type, member))).toList();
  }

  /** Whether a method stands in the class itself, or in a file beside it that is no Java. */
  private boolean isWritten(Method method, String type) {
    String file = files.getOrDefault(type, "");
    return !method.calls().isEmpty()
        || method.touches().stream()
            .map(touch -> touch.access().place().path())
            .anyMatch(path -> path.equals(file) || !path.endsWith(".java"));
  }

  /** All methods of this name that a class has or inherits, whatever their parameters; none when nothing is called there. */
  List<Method> find(String type, String member) {
    return methods(having(type, member), member);
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
