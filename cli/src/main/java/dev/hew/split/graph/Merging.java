package dev.hew.split.graph;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;

/** Merges groups that are entangled: what is between two of them is much beside what is inside them. */
final class Merging {
  private final int[] group;
  private final List<Map<Integer, Double>> between = new ArrayList<>();
  private final double[] inside;
  private final double[] outside;
  private final int[] pin;

  /** The group that each group has become a part of; itself while it is one. */
  private final int[] into;

  Merging(Network network, int[] start, int[] pins) {
    this.group = Louvain.renumber(start);
    int groups = Arrays.stream(group).max().orElse(-1) + 1;
    this.inside = new double[groups];
    this.outside = new double[groups];
    this.pin = new int[groups];
    Arrays.fill(pin, -1);
    this.into = IntStream.range(0, groups).toArray();
    for (int g = 0; g < groups; g++) {
      between.add(new TreeMap<>());
    }
    for (int node = 0; node < group.length; node++) {
      pin[group[node]] = Math.max(pin[group[node]], pins[node]);
      int[] neighbours = network.neighbours(node);
      for (int i = 0; i < neighbours.length; i++) {
        double weight = network.weights(node)[i];
        if (group[neighbours[i]] == group[node]) {
          inside[group[node]] += weight / 2;
        } else {
          between.get(group[node]).merge(group[neighbours[i]], weight, Double::sum);
          outside[group[node]] += weight;
        }
      }
    }
  }

  /**
   * Merges the most entangled pair again and again.
   *
   * @param threshold how much may be between two groups, beside what is inside both, before they are one
   */
  int[] merge(double threshold) {
    return joined(
        (a, b, between) -> between / (inside[a] + inside[b] + 1), threshold, Integer.MAX_VALUE);
  }

  /**
   * Merges the pair whose union gains modularity most, or loses it least, again and again, until so many groups are left
   * (Clauset, Newman and Moore's method). Single classes without bonds are no groups.
   */
  int[] mergeTo(int groups) {
    double total = IntStream.range(0, inside.length).mapToDouble(this::degree).sum();
    int left =
        (int) IntStream.range(0, inside.length).filter(g -> degree(g) > 0).count();
    return joined(
        (a, b, between) -> between - degree(a) * degree(b) / total,
        Double.NEGATIVE_INFINITY,
        left - groups);
  }

  private double degree(int g) {
    return 2 * inside[g] + outside[g];
  }

  /** How strongly two groups want to be one. */
  private interface Strength {
    double of(int first, int second, double between);
  }

  /** Joins the strongest pair, the first of equal ones, as long as it is stronger than the threshold. */
  private int[] joined(Strength strength, double threshold, int most) {
    Best best = new Best(strength);
    for (int count = 0; count < most; count++) {
      int first = best.first();
      if (first < 0 || best.strength[first] <= threshold) {
        break;
      }
      int second = best.partner[first];
      Set<Integer> changed = new TreeSet<>(between.get(first).keySet());
      changed.addAll(between.get(second).keySet());
      join(first, second);
      changed.add(first);
      changed.forEach(best::find);
    }
    int[] joined = new int[group.length];
    Arrays.setAll(joined, node -> root(group[node]));
    return Louvain.renumber(joined);
  }

  private int root(int g) {
    int root = g;
    while (into[root] != root) {
      root = into[root];
    }
    return root;
  }

  private void join(int first, int second) {
    double common = between.get(first).getOrDefault(second, 0.0);
    inside[first] += inside[second] + common;
    outside[first] += outside[second] - 2 * common;
    outside[second] = 0;
    pin[first] = Math.max(pin[first], pin[second]);
    for (Map.Entry<Integer, Double> link : between.get(second).entrySet()) {
      int other = link.getKey();
      between.get(other).remove(second);
      if (other != first) {
        between.get(first).merge(other, link.getValue(), Double::sum);
        between.get(other).merge(first, link.getValue(), Double::sum);
      }
    }
    between.get(second).clear();
    between.get(first).remove(second);
    into[second] = first;
  }

  /** For each group the later one that it is bound to most, the strongest pair first. */
  private final class Best {
    private final Strength of;
    private final double[] strength = new double[inside.length];
    private final int[] partner = new int[inside.length];
    private final NavigableSet<Integer> order;

    Best(Strength of) {
      this.of = of;
      this.order = new TreeSet<>(Comparator.<Integer>comparingDouble(g -> -strength[g])
          .thenComparing(Comparator.naturalOrder()));
      IntStream.range(0, inside.length).forEach(this::find);
    }

    /** The first group of the strongest pair; -1 when there is none. */
    int first() {
      return order.isEmpty() ? -1 : order.first();
    }

    void find(int g) {
      order.remove(g);
      strength[g] = Double.NEGATIVE_INFINITY;
      for (Map.Entry<Integer, Double> link : between.get(g).entrySet()) {
        int other = link.getKey();
        if (other > g && (pin[g] < 0 || pin[other] < 0 || pin[g] == pin[other])) {
          double one = of.of(g, other, link.getValue());
          if (one > strength[g]) {
            strength[g] = one;
            partner[g] = other;
          }
        }
      }
      if (strength[g] > Double.NEGATIVE_INFINITY) {
        order.add(g);
      }
    }
  }
}
