package dev.hew.split.cut;

import dev.hew.split.facts.ClassFact;
import dev.hew.split.facts.Place;
import dev.hew.split.facts.Use;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * Finds, for sets of classes that have no class in common, the requests that would need remote calls if the set were
 * taken out. Each request is followed once to see which sets it comes by, and once for each of those, since nothing is
 * followed out of a call across.
 */
final class RemoteCalls {
  /** A class of no set. */
  private static final int OUTSIDE = -1;

  /** A class that is on neither side: a test, or shared. */
  private static final int UNCOUNTED = -2;

  /** So many requests are followed by one walk. */
  private static final int BATCH = 64;

  private final PricingBase base;
  private final Predicate<Use> remote;

  /** For each class of the call graph the number of its set. */
  private final int[] side;

  private record Found(int set, Cut.Item item) {}

  /**
   * @param counts whether a class is of either side
   * @param remote whether a call would be one if it were across
   */
  RemoteCalls(
      PricingBase base,
      Predicate<String> counts,
      Predicate<Use> remote,
      List<? extends Collection<String>> sets) {
    this.base = base;
    this.remote = remote;
    this.side = new int[base.calls.classes()];
    Arrays.fill(side, UNCOUNTED);
    base.classes.keySet().stream().filter(counts).forEach(name -> put(name, OUTSIDE));
    for (int set = 0; set < sets.size(); set++) {
      for (String name : sets.get(set)) {
        if (counts.test(name)) {
          put(name, set);
        }
      }
    }
  }

  private void put(String name, int set) {
    int number = base.calls.number(name);
    if (number >= 0) {
      side[number] = set;
    }
  }

  /** For each set its requests, those that need most calls first. */
  List<List<Cut.Item>> of(int sets) {
    int batches = (base.requests.size() + BATCH - 1) / BATCH;
    List<List<Cut.Item>> items = new ArrayList<>();
    for (int set = 0; set < sets; set++) {
      items.add(new ArrayList<>());
    }
    IntStream.range(0, batches)
        .parallel()
        .mapToObj(this::batch)
        .toList()
        .forEach(found -> found.forEach(one -> items.get(one.set).add(one.item)));
    items.forEach(own -> own.sort(
        Comparator.comparingInt(Cut.Item::count).reversed().thenComparing(Cut.Item::what)));
    return items;
  }

  private List<Found> batch(int batch) {
    CallWalk walk = new CallWalk(base.calls);
    List<Found> found = new ArrayList<>();
    int end = Math.min(base.requests.size(), (batch + 1) * BATCH);
    for (PricingBase.Request request : base.requests.subList(batch * BATCH, end)) {
      passed(request, walk).stream().forEach(set -> {
        TreeMap<String, Place> crossing = crossing(request, set, walk);
        if (!crossing.isEmpty()) {
          found.add(new Found(set, item(request, crossing)));
        }
      });
    }
    return found;
  }

  /** The sets that a request comes by. */
  private BitSet passed(PricingBase.Request request, CallWalk walk) {
    BitSet passed = new BitSet();
    walk.from(request.answers(), request.route().member(), call -> {
      if (side[call.from()] >= 0) {
        passed.set(side[call.from()]);
      }
      if (side[call.to()] >= 0) {
        passed.set(side[call.to()]);
      }
      for (CallGraph.Behind one : call.behind()) {
        if (side[one.number()] >= 0) {
          passed.set(side[one.number()]);
        }
      }
      return true;
    });
    return passed;
  }

  /** What a request would call remotely, with the first place. */
  private TreeMap<String, Place> crossing(PricingBase.Request request, int set, CallWalk walk) {
    TreeMap<String, Place> crossing = new TreeMap<>();
    walk.from(request.answers(), request.route().member(), call -> {
      if (crosses(call.from(), call.to(), set)) {
        if (remote.test(call.use())) {
          crossing.putIfAbsent(
              call.use().to() + "#" + call.use().target(), call.use().place());
        }
        return false;
      }
      int across = 0;
      for (CallGraph.Behind one : call.behind()) {
        if (crosses(call.from(), one.number(), set)) {
          across++;
          if (remote.test(call.use())) {
            crossing.putIfAbsent(through(call, one), call.use().place());
          }
        }
      }
      return across == 0 || across < call.behind().size();
    });
    return crossing;
  }

  private boolean crosses(int from, int to, int set) {
    int one = side[from];
    int other = side[to];
    return one != other && (one == set || other == set) && one != UNCOUNTED && other != UNCOUNTED;
  }

  private static Cut.Item item(PricingBase.Request request, TreeMap<String, Place> crossing) {
    ClassFact.Route route = request.route();
    return new Cut.Item(
        request.answers(),
        "",
        route.method() + " " + route.path() + " needs "
            + String.join(
                ", ", crossing.keySet().stream().map(RemoteCalls::shorter).toList()),
        crossing.size(),
        List.copyOf(new TreeSet<>(crossing.values())));
  }

  private static String through(CallGraph.Call call, CallGraph.Behind behind) {
    String called = call.use().to();
    return behind.name() + "#" + call.use().target() + Tie.THROUGH
        + called.substring(called.lastIndexOf('.') + 1);
  }

  private static String shorter(String name) {
    int hash = name.indexOf('#');
    int dot = name.lastIndexOf('.', hash < 0 ? name.length() : hash);
    return name.substring(dot + 1).replace('#', '.');
  }
}
