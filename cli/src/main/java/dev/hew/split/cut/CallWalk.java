package dev.hew.split.cut;

import dev.hew.split.cut.CallGraph.Call;
import dev.hew.split.cut.CallGraph.Method;
import dev.hew.split.cut.CallGraph.Touch;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Follows calls from method to method; for one thread at a time. */
final class CallWalk {
  /** Of what a request needs, a longer chain of calls is a guess built on guesses. */
  private static final int DEEPEST = 5;

  /** To what a transaction writes, generic bases and helpers make the chain longer. */
  private static final int DEEPEST_WRITE = 7;

  /** What reaches more methods goes through a dispatcher, whose every branch it would seem to take. */
  private static final int MOST_METHODS = 300;

  private final CallGraph graph;

  /** For each method by its number the last walk that came to it. */
  private final int[] seen;

  private int walks;

  CallWalk(CallGraph graph) {
    this.graph = graph;
    this.seen = new int[graph.size()];
  }

  /** Is told what a walk comes by. */
  interface Visitor {
    /** A call; says whether the walk goes on to what it runs. */
    boolean follows(Call call);

    /** A method touches a table. */
    default void touches(Touch touch) {}
  }

  /** Comes by all that a method reaches, itself included, the nearest first. */
  void from(String type, String member, Visitor visitor) {
    from(type, member, DEEPEST, visitor);
  }

  private void from(String type, String member, int deepest, Visitor visitor) {
    walks++;
    List<Method> level = new ArrayList<>();
    int count = see(graph.find(type, member), level);
    for (int depth = 0; !level.isEmpty(); depth++) {
      List<Method> next = new ArrayList<>();
      for (Method method : level) {
        method.touches().forEach(visitor::touches);
        for (Call call : method.calls()) {
          boolean follows = visitor.follows(call);
          if (follows && depth < deepest && count < MOST_METHODS) {
            count += see(call.runs(), next);
          }
        }
      }
      level = next;
    }
  }

  /** Puts the methods that are not seen yet to the others; says how many. */
  private int see(List<Method> methods, List<Method> others) {
    int before = others.size();
    for (Method method : methods) {
      if (seen[method.number()] != walks) {
        seen[method.number()] = walks;
        others.add(method);
      }
    }
    return others.size() - before;
  }

  /**
   * What is written on the way.
   *
   * @param cascaded the tables that are written only since the rows of others are
   */
  record Written(Set<String> tables, Set<String> cascaded) {}

  /** The tables that are written on the way. */
  Written written(String type, String member) {
    Set<String> tables = new TreeSet<>();
    Set<String> directly = new TreeSet<>();
    from(type, member, DEEPEST_WRITE, new Visitor() {
      @Override
      public boolean follows(Call call) {
        return true;
      }

      @Override
      public void touches(Touch touch) {
        if (touch.access().writes()) {
          (touch.access().isCascade() ? tables : directly).add(touch.table());
        }
      }
    });
    Set<String> cascaded = new TreeSet<>(tables);
    cascaded.removeAll(directly);
    tables.addAll(directly);
    return new Written(tables, cascaded);
  }
}
