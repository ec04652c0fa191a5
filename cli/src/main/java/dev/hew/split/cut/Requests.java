package dev.hew.split.cut;

import dev.hew.split.facts.ClassFact;
import dev.hew.split.facts.Facts;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Requests that the code base answers, by the classes that answering one comes by. */
final class Requests {
  /** A request and the class that answers it. */
  record Request(String answers, ClassFact.Route route) {}

  private final List<Request> all = new ArrayList<>();

  /** For each class the places in {@link #all}. */
  private final Map<String, BitSet> byClass = new HashMap<>();

  Requests(Facts facts, CallGraph calls) {
    for (ClassFact fact : facts.classes()) {
      for (ClassFact.Route route : fact.routes()) {
        if (!fact.test() && !route.member().isEmpty()) {
          for (CallGraph.Call call : calls.reached(fact.name(), route.member()).calls()) {
            byClass.computeIfAbsent(call.use().from(), c -> new BitSet()).set(all.size());
            byClass.computeIfAbsent(call.use().to(), c -> new BitSet()).set(all.size());
          }
          all.add(new Request(fact.name(), route));
        }
      }
    }
  }

  /** The requests that come by one of these classes, in the order of the classes that answer them. */
  List<Request> through(Set<String> classes) {
    BitSet found = new BitSet();
    for (String name : classes) {
      BitSet some = byClass.get(name);
      if (some != null) {
        found.or(some);
      }
    }
    return found.stream().mapToObj(all::get).toList();
  }
}
