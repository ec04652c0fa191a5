package dev.hew.split.graph;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Communities of a network by Louvain's method: nodes move to where modularity gains most, then communities become
 * nodes, until nothing moves; then single nodes again, and so on. Always the same result: nodes are visited in their order, ties go to the lowest number.
 * Nodes with a pin never share a community with nodes of another pin.
 */
final class Louvain {
  /** No gain below this is a gain; sums of doubles differ that much by their order. */
  private static final double LEAST = 1e-12;

  private static final int MOST_ROUNDS = 100;

  private Louvain() {}

  /**
   * @param start the community that each node is in at first; those of one number are moved as one until the last round
   * @param pins for each node its pin, -1 for none
   * @return the community of each node, numbered from 0 in the order of their first nodes
   */
  static int[] communities(Network network, int[] start, int[] pins, double resolution) {
    int[] group = renumber(start);
    for (int round = 0; round < MOST_ROUNDS; round++) {
      int[] next =
          renumber(move(network, grown(network, group, pins, resolution), pins, resolution));
      if (Arrays.equals(next, group)) {
        return group;
      }
      group = next;
    }
    return group;
  }

  /** Communities move as one, and so do those that they become. */
  private static int[] grown(Network network, int[] start, int[] pins, double resolution) {
    int[] group = start.clone();
    Network coarse = merge(network, group);
    int[] coarsePins = mergePins(group, pins, coarse.size());
    while (true) {
      int[] moved = move(coarse, identity(coarse.size()), coarsePins, resolution);
      int[] next = renumber(moved);
      int count = Arrays.stream(next).max().orElse(-1) + 1;
      for (int node = 0; node < group.length; node++) {
        group[node] = next[group[node]];
      }
      if (count == coarse.size()) {
        return group;
      }
      coarse = merge(coarse, next);
      coarsePins = mergePins(next, coarsePins, count);
    }
  }

  /** Moves single nodes until none gains. */
  private static int[] move(Network network, int[] start, int[] pins, double resolution) {
    int size = network.size();
    int[] group = start.clone();
    double[] degree = new double[size];
    int[] members = new int[size];
    int[] pin = new int[size];
    Arrays.fill(pin, -1);
    for (int node = 0; node < size; node++) {
      degree[group[node]] += network.degree(node);
      members[group[node]]++;
      if (pins[node] >= 0) {
        pin[group[node]] = pins[node];
      }
    }
    double total = network.total();
    boolean moving = total > 0;
    double[] to = new double[size];
    for (int round = 0; moving && round < MOST_ROUNDS; round++) {
      moving = false;
      for (int node = 0; node < size; node++) {
        if (pins[node] >= 0 && members[group[node]] > 1 && round > 0) {
          continue;
        }
        int own = group[node];
        int[] neighbours = network.neighbours(node);
        double[] weights = network.weights(node);
        for (int i = 0; i < neighbours.length; i++) {
          to[group[neighbours[i]]] += weights[i];
        }
        degree[own] -= network.degree(node);
        double factor = resolution * network.degree(node) / total;
        int best = own;
        double most = to[own] - factor * degree[own];
        for (int neighbour : neighbours) {
          int other = group[neighbour];
          double gain = to[other] - factor * degree[other];
          boolean allowed = pins[node] < 0 || pin[other] < 0 || pin[other] == pins[node];
          boolean better = gain > most + LEAST
              || (Math.abs(gain - most) <= LEAST && other < best && best != own);
          if (other != own && allowed && better) {
            best = other;
            most = gain;
          }
        }
        for (int neighbour : neighbours) {
          to[group[neighbour]] = 0;
        }
        to[own] = 0;
        degree[best] += network.degree(node);
        if (best != own) {
          members[own]--;
          members[best]++;
          if (pins[node] >= 0) {
            pin[best] = pins[node];
            pin[own] = -1;
          }
          group[node] = best;
          moving = true;
        }
      }
    }
    return group;
  }

  private static Network merge(Network network, int[] group) {
    int groups = Arrays.stream(group).max().orElse(-1) + 1;
    List<Map<Integer, Double>> links = new ArrayList<>();
    for (int g = 0; g < groups; g++) {
      links.add(new TreeMap<>());
    }
    double[] loops = new double[groups];
    for (int node = 0; node < network.size(); node++) {
      loops[group[node]] += network.loop(node);
      int[] neighbours = network.neighbours(node);
      for (int i = 0; i < neighbours.length; i++) {
        if (group[neighbours[i]] == group[node]) {
          loops[group[node]] += network.weights(node)[i] / 2;
        } else {
          links.get(group[node]).merge(group[neighbours[i]], network.weights(node)[i], Double::sum);
        }
      }
    }
    return new Network(links, loops);
  }

  private static int[] mergePins(int[] group, int[] pins, int groups) {
    int[] merged = new int[groups];
    Arrays.fill(merged, -1);
    for (int node = 0; node < group.length; node++) {
      merged[group[node]] = Math.max(merged[group[node]], pins[node]);
    }
    return merged;
  }

  private static int[] identity(int size) {
    int[] each = new int[size];
    Arrays.setAll(each, i -> i);
    return each;
  }

  static int[] renumber(int[] group) {
    Map<Integer, Integer> numbers = new HashMap<>();
    int[] renumbered = new int[group.length];
    for (int i = 0; i < group.length; i++) {
      int next = numbers.size();
      renumbered[i] = numbers.computeIfAbsent(group[i], g -> next);
    }
    return renumbered;
  }
}
