package dev.hew.split.graph;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import nl.cwts.networkanalysis.IterativeCPMClusteringAlgorithm;
import nl.cwts.networkanalysis.LeidenAlgorithm;
import nl.cwts.networkanalysis.LouvainAlgorithm;
import nl.cwts.util.LargeDoubleArray;
import nl.cwts.util.LargeIntArray;
import org.junit.jupiter.api.Test;

/** Holds the communities that are found against those of a library made by the authors of Leiden's method. */
class LouvainOracleTest {
  /** Networks with communities of several sizes, from clear ones to hardly any, with weights as uses have them. */
  private static List<Network> networks() {
    Random random = new Random(20);
    List<Network> networks = new ArrayList<>();
    for (int size : new int[] {40, 200, 1000}) {
      for (double stray : new double[] {0.05, 0.2, 0.4, 0.6}) {
        networks.add(planted(size, stray, random));
      }
    }
    return networks;
  }

  /**
   * @param stray the share of links whose other end is anywhere
   */
  private static Network planted(int size, double stray, Random random) {
    List<Map<Integer, Double>> links = new ArrayList<>();
    int[] home = new int[size];
    for (int node = 0; node < size; node++) {
      links.add(new TreeMap<>());
      // The first communities are the largest, as in a code base.
      home[node] = (int) (Math.pow(random.nextDouble(), 2) * Math.max(3, Math.sqrt(size)));
    }
    for (int link = 0; link < 4 * size; link++) {
      int node = random.nextInt(size);
      int other = random.nextInt(size);
      while (random.nextDouble() >= stray && home[other] != home[node]) {
        other = random.nextInt(size);
      }
      if (other != node) {
        double weight = Math.pow(1 + random.nextInt(20), 0.75);
        links.get(node).merge(other, weight, Double::sum);
        links.get(other).merge(node, weight, Double::sum);
      }
    }
    return new Network(links, new double[size]);
  }

  private static int[] ours(Network network) {
    int[] each = new int[network.size()];
    Arrays.setAll(each, node -> node);
    int[] pins = new int[network.size()];
    Arrays.fill(pins, -1);
    return Louvain.communities(network, each, pins, 1);
  }

  private static int[] theirs(Network network, IterativeCPMClusteringAlgorithm algorithm) {
    LargeIntArray from = new LargeIntArray(0);
    LargeIntArray to = new LargeIntArray(0);
    LargeDoubleArray weights = new LargeDoubleArray(0);
    for (int node = 0; node < network.size(); node++) {
      int[] neighbours = network.neighbours(node);
      for (int i = 0; i < neighbours.length; i++) {
        if (neighbours[i] > node) {
          from.append(node);
          to.append(neighbours[i]);
          weights.append(network.weights(node)[i]);
        }
      }
    }
    var same = new nl.cwts.networkanalysis.Network(
        network.size(), true, new LargeIntArray[] {from, to}, weights, false, true);
    algorithm.setResolution(1 / (2 * same.getTotalEdgeWeight()));
    return algorithm.findClustering(same).getClusters();
  }

  private static double modularity(Network network, int[] group) {
    double[] degrees = new double[network.size()];
    double inside = 0;
    for (int node = 0; node < network.size(); node++) {
      degrees[group[node]] += network.degree(node);
      int[] neighbours = network.neighbours(node);
      for (int i = 0; i < neighbours.length; i++) {
        inside += group[neighbours[i]] == group[node] ? network.weights(node)[i] : 0;
      }
    }
    double expected = Arrays.stream(degrees)
        .map(degree -> degree / network.total() * degree / network.total())
        .sum();
    return inside / network.total() - expected;
  }

  /** What a run of the library finds; ten are better than one, which start where the one before ended. */
  private static double quality(
      Network network, IterativeCPMClusteringAlgorithm algorithm, int runs) {
    algorithm.setNIterations(runs);
    return modularity(network, theirs(network, algorithm));
  }

  @Test
  void communitiesAreAsGoodAsLouvainsAndLeidens() {
    double own = 0;
    double louvain = 0;
    double leiden = 0;
    for (Network network : networks()) {
      double one = modularity(network, ours(network));
      double best = quality(network, new LeidenAlgorithm(new Random(1)), 10);
      assertTrue(one >= 0.95 * best, network.size() + ": " + one + " and " + best);
      own += one;
      louvain += quality(network, new LouvainAlgorithm(new Random(1)), 1);
      leiden += quality(network, new LeidenAlgorithm(new Random(1)), 1);
    }
    assertTrue(own >= Math.max(louvain, leiden), own + ", " + louvain + ", " + leiden);
  }
}
