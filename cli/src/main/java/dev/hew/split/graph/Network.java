package dev.hew.split.graph;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/** An undirected weighted network of numbered nodes. */
final class Network {
  private final int[][] neighbours;
  private final double[][] weights;
  private final double[] loops;
  private final double[] degrees;
  private final double total;

  /**
   * @param links for each node the weights to others; each link stands at both of its ends
   * @param loops the weight that each node has to itself
   */
  Network(java.util.List<? extends Map<Integer, Double>> links, double[] loops) {
    int size = links.size();
    this.neighbours = new int[size][];
    this.weights = new double[size][];
    this.loops = loops.clone();
    this.degrees = new double[size];
    double sum = 0;
    for (int node = 0; node < size; node++) {
      Map<Integer, Double> sorted = new TreeMap<>(links.get(node));
      neighbours[node] = sorted.keySet().stream().mapToInt(Integer::intValue).toArray();
      weights[node] = sorted.values().stream().mapToDouble(Double::doubleValue).toArray();
      degrees[node] = Arrays.stream(weights[node]).sum() + 2 * loops[node];
      sum += degrees[node];
    }
    this.total = sum;
  }

  int size() {
    return neighbours.length;
  }

  int[] neighbours(int node) {
    return neighbours[node];
  }

  double[] weights(int node) {
    return weights[node];
  }

  double loop(int node) {
    return loops[node];
  }

  /** The weight of all of a node's links, a loop counted twice. */
  double degree(int node) {
    return degrees[node];
  }

  /** The sum of all degrees: twice the weight of all links. */
  double total() {
    return total;
  }
}
