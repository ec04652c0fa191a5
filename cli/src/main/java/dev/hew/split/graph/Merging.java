package dev.hew.split.graph;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** Merges groups that are entangled: what is between two of them is much beside what is inside them. */
final class Merging {
  private final int[] group;
  private final List<Map<Integer, Double>> between = new ArrayList<>();
  private final double[] inside;
  private final double[] outside;
  private final int[] pin;

  Merging(Network network, int[] start, int[] pins) {
    this.group = Louvain.renumber(start);
    int groups = Arrays.stream(group).max().orElse(-1) + 1;
    this.inside = new double[groups];
    this.outside = new double[groups];
    this.pin = new int[groups];
    Arrays.fill(pin, -1);
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
    while (joinBest((a, b, between) -> between / (inside[a] + inside[b] + 1), threshold)) {}
    return Louvain.renumber(group);
  }

  /**
   * Merges the pair whose union gains modularity most, or loses it least, again and again, until so many groups are left
   * (Clauset, Newman and Moore's method). Single classes without bonds are no groups.
   */
  int[] mergeTo(int groups) {
    double total = IntStream.range(0, inside.length).mapToDouble(this::degree).sum();
    long left = IntStream.range(0, inside.length).filter(g -> degree(g) > 0).count();
    while (left > groups
        && joinBest(
            (a, b, between) -> between - degree(a) * degree(b) / total, Double.NEGATIVE_INFINITY)) {
      left--;
    }
    return Louvain.renumber(group);
  }

  private double degree(int g) {
    return 2 * inside[g] + outside[g];
  }

  /** How strongly two groups want to be one. */
  private interface Strength {
    double of(int first, int second, double between);
  }

  private boolean joinBest(Strength strength, double threshold) {
    int first = -1;
    int second = -1;
    double strongest = threshold;
    for (int a = 0; a < inside.length; a++) {
      for (Map.Entry<Integer, Double> link : between.get(a).entrySet()) {
        int b = link.getKey();
        if (b > a && (pin[a] < 0 || pin[b] < 0 || pin[a] == pin[b])) {
          double one = strength.of(a, b, link.getValue());
          if (one > strongest) {
            strongest = one;
            first = a;
            second = b;
          }
        }
      }
    }
    if (first >= 0) {
      join(first, second);
    }
    return first >= 0;
  }

  private void join(int into, int from) {
    double common = between.get(into).getOrDefault(from, 0.0);
    inside[into] += inside[from] + common;
    outside[into] += outside[from] - 2 * common;
    outside[from] = 0;
    pin[into] = Math.max(pin[into], pin[from]);
    for (Map.Entry<Integer, Double> link : between.get(from).entrySet()) {
      int other = link.getKey();
      between.get(other).remove(from);
      if (other != into) {
        between.get(into).merge(other, link.getValue(), Double::sum);
        between.get(other).merge(into, link.getValue(), Double::sum);
      }
    }
    between.get(from).clear();
    between.get(into).remove(from);
    for (int node = 0; node < group.length; node++) {
      group[node] = group[node] == from ? into : group[node];
    }
  }
}
