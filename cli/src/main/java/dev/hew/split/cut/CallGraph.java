package dev.hew.split.cut;

import dev.hew.split.facts.Facts;
import dev.hew.split.facts.TableFact;
import dev.hew.split.facts.Use;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** Which methods call which, by name: enough to suspect what a request or a transaction reaches. */
final class CallGraph {
  /** A longer chain of calls is a guess built on guesses. */
  private static final int DEEPEST = 5;

  /** What reaches more methods goes through a dispatcher, whose every branch it would seem to take. */
  private static final int MOST_METHODS = 300;

  /** What more classes implement is dispatched by data, which the source does not tell. */
  private static final int MOST_IMPLEMENTORS = 3;

  private final Map<String, List<Use>> calls = new HashMap<>();
  private final Map<String, List<String>> implementors = new HashMap<>();
  private final Map<String, List<Touch>> touches = new HashMap<>();
  private final Map<String, Reached> known = new HashMap<>();

  /** A method touches a table. */
  record Touch(String table, TableFact.Access access) {}

  CallGraph(Facts facts) {
    for (Use use : facts.uses()) {
      if (use.kind() == Use.Kind.CALL || use.kind() == Use.Kind.NEW) {
        calls
            .computeIfAbsent(key(use.from(), name(use.member())), k -> new ArrayList<>())
            .add(use);
      }
      if (use.kind() == Use.Kind.IMPLEMENTS || use.kind() == Use.Kind.EXTENDS) {
        implementors.computeIfAbsent(use.to(), k -> new ArrayList<>()).add(use.from());
      }
    }
    for (TableFact table : facts.tables()) {
      for (TableFact.Access access : table.accesses()) {
        if (!access.member().isEmpty()) {
          touches
              .computeIfAbsent(key(access.from(), name(access.member())), k -> new ArrayList<>())
              .add(new Touch(table.name(), access));
        }
      }
    }
  }

  private static String key(String type, String method) {
    return type + "#" + method;
  }

  private static String name(String member) {
    int slash = member.indexOf('/');
    return slash < 0 ? member : member.substring(0, slash);
  }

  /** What a method reaches. */
  record Reached(List<Use> calls, List<Touch> touches) {}

  /** Calls and tables that a method reaches, wherever they are. */
  Reached reached(String type, String member) {
    return known.computeIfAbsent(key(type, name(member)), k -> from(type, member, use -> false));
  }

  /** Calls and tables that a method reaches, itself included; nothing is followed out of a call that stops. */
  Reached from(String type, String member, Predicate<Use> stops) {
    List<Use> found = new ArrayList<>();
    List<Touch> tables = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    Deque<String> open = new ArrayDeque<>();
    Map<String, Integer> depth = new HashMap<>();
    String start = key(type, name(member));
    open.add(start);
    seen.add(start);
    depth.put(start, 0);
    while (!open.isEmpty()) {
      String at = open.poll();
      tables.addAll(touches.getOrDefault(at, List.of()));
      for (Use use : calls.getOrDefault(at, List.of())) {
        found.add(use);
        if (depth.get(at) < DEEPEST && seen.size() < MOST_METHODS && !stops.test(use)) {
          for (String next : targets(use)) {
            if (seen.add(next)) {
              depth.put(next, depth.get(at) + 1);
              open.add(next);
            }
          }
        }
      }
    }
    return new Reached(found, tables);
  }

  /** A call on an interface reaches what implements it. */
  private List<String> targets(Use use) {
    List<String> targets = new ArrayList<>(List.of(key(use.to(), use.target())));
    List<String> behind = implementors.getOrDefault(use.to(), List.of());
    if (behind.size() <= MOST_IMPLEMENTORS) {
      behind.forEach(implementor -> targets.add(key(implementor, use.target())));
    }
    return targets;
  }
}
