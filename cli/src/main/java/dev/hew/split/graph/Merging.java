package dev.hew.split.graph;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Merges groups that are entangled: what is between two of them is much beside what is inside them. */
final class Merging {
  private final int[] group;
  private final List<Map<Integer, Double>> between = new ArrayList<>();
  private final double[] inside;
  private final int[] size;
  private final int[] pin;

  Merging(Network network, int[] start, int[] pins) {
    this.group = Louvain.renumber(start);
    int groups = Arrays.stream(group).max().orElse(-1) + 1;
    this.inside = new double[groups];
    this.size = new int[groups];
    this.pin = new int[groups];
    Arrays.fill(pin, -1);
    for (int g = 0; g < groups; g++) {
      between.add(new TreeMap<>());
    }
    for (int node = 0; node < group.length; node++) {
      size[group[node]]++;
      pin[group[node]] = Math.max(pin[group[node]], pins[node]);
      int[] neighbours = network.neighbours(node);
      for (int i = 0; i < neighbours.length; i++) {
        double weight = network.weights(node)[i];
        if (group[neighbours[i]] == group[node]) {
          inside[group[node]] += weight / 2;
        } else {
          between.get(group[node]).merge(group[neighbours[i]], weight, Double::sum);
        }
      }
    }
  }

  /**
   * Merges the most entangled pair again and again.
   *
   * @param threshold how much may be between two groups, beside what is inside both, before they are one
   * @param most how many groups of more than one node may be left, whatever the threshold; 0 for any number
   */
  int[] merge(double threshold, int most) {
    while (true) {
      int first = -1;
      int second = -1;
      double strongest = 0;
      for (int a = 0; a < size.length; a++) {
        for (Map.Entry<Integer, Double> link : between.get(a).entrySet()) {
          int b = link.getKey();
          if (b > a && (pin[a] < 0 || pin[b] < 0 || pin[a] == pin[b])) {
            double strength = link.getValue() / (inside[a] + inside[b] + 1);
            if (strength > strongest) {
              strongest = strength;
              first = a;
              second = b;
            }
          }
        }
      }
      boolean tooMany = most > 0 && sizable() > most;
      if (first < 0 || (strongest < threshold && !tooMany) || (most > 0 && sizable() <= most)) {
        return Louvain.renumber(group);
      }
      join(first, second);
    }
  }

  private int sizable() {
    return (int) Arrays.stream(size).filter(s -> s > 1).count();
  }

  private void join(int into, int from) {
    inside[into] += inside[from] + between.get(into).getOrDefault(from, 0.0);
    size[into] += size[from];
    size[from] = 0;
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
