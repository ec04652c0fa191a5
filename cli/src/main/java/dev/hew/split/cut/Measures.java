package dev.hew.split.cut;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The measures that papers score partitions with, as the code that came with Mono2Micro's paper (FSE 2021) computes
 * them; other papers mean other things by the same names.
 *
 * @param modules how many clusters there are
 * @param classes how many classes are in them
 * @param icp share of the calls between classes that cross clusters, each pair counted as 1 + ln(calls); low is good
 * @param sm structural modularity: how densely clusters are linked inside less how densely to each other; high is good
 * @param ifn linked pairs of classes across clusters for each cluster; low is good
 * @param ned share of the classes that are not in clusters of 5 to 20; low is good
 * @param bcp mean entropy of the business contexts of a cluster; low is good
 * @param mq Bunch's modularization quality; high is good
 */
public record Measures(
    int modules,
    int classes,
    double icp,
    double sm,
    double ifn,
    double ned,
    double bcp,
    double mq) {

  private static final int SMALLEST = 5;
  private static final int LARGEST = 20;

  /** The measures of a partition: class to cluster. */
  public static Measures of(Map<String, String> partition, Volumes volumes) {
    Map<String, List<String>> clusters = new TreeMap<>();
    partition.forEach((name, cluster) ->
        clusters.computeIfAbsent(cluster, c -> new ArrayList<>()).add(name));
    return new Measures(
        clusters.size(),
        partition.size(),
        icp(partition, volumes),
        cohesion(clusters.values(), volumes) - coupling(List.copyOf(clusters.values()), volumes),
        (double) crossing(List.copyOf(clusters.values()), volumes) / Math.max(1, clusters.size()),
        ned(clusters.values(), partition.size()),
        bcp(clusters.values(), volumes),
        mq(partition, clusters, volumes));
  }

  private static double icp(Map<String, String> partition, Volumes volumes) {
    double all = 0;
    double across = 0;
    for (var from : volumes.calls().entrySet()) {
      for (var to : from.getValue().entrySet()) {
        String one = partition.get(from.getKey());
        String other = partition.get(to.getKey());
        if (one != null && other != null && !from.getKey().equals(to.getKey())) {
          double weight = Math.log(to.getValue()) + 1;
          all += weight;
          across += one.equals(other) ? 0 : weight;
        }
      }
    }
    return all == 0 ? 0 : across / all;
  }

  /** A class's calls of itself count as a link, but for the last class of a cluster: the published code does so. */
  private static double cohesion(Collection<List<String>> clusters, Volumes volumes) {
    double sum = 0;
    for (List<String> cluster : clusters) {
      int links = 0;
      for (int i = 0; i < cluster.size() - 1; i++) {
        for (int j = i; j < cluster.size(); j++) {
          links += volumes.linked(cluster.get(i), cluster.get(j)) ? 1 : 0;
        }
      }
      sum += (double) links / (cluster.size() * cluster.size());
    }
    return clusters.isEmpty() ? 0 : sum / clusters.size();
  }

  private static double coupling(List<List<String>> clusters, Volumes volumes) {
    double sum = 0;
    int pairs = 0;
    for (int i = 0; i < clusters.size(); i++) {
      for (int j = i + 1; j < clusters.size(); j++) {
        int links = links(clusters.get(i), clusters.get(j), volumes);
        sum += (double) links / (clusters.get(i).size() * clusters.get(j).size());
        pairs++;
      }
    }
    return pairs == 0 ? 0 : sum / pairs;
  }

  private static int links(List<String> one, List<String> other, Volumes volumes) {
    int links = 0;
    for (String a : one) {
      for (String b : other) {
        links += volumes.linked(a, b) ? 1 : 0;
      }
    }
    return links;
  }

  private static int crossing(List<List<String>> clusters, Volumes volumes) {
    int sum = 0;
    for (int i = 0; i < clusters.size(); i++) {
      for (int j = i + 1; j < clusters.size(); j++) {
        sum += links(clusters.get(i), clusters.get(j), volumes);
      }
    }
    return sum;
  }

  private static double ned(Collection<List<String>> clusters, int classes) {
    int usual = clusters.stream()
        .mapToInt(List::size)
        .filter(size -> size >= SMALLEST && size <= LARGEST)
        .sum();
    return classes == 0 ? 1 : 1 - (double) usual / classes;
  }

  private static double bcp(Collection<List<String>> clusters, Volumes volumes) {
    double sum = 0;
    for (List<String> cluster : clusters) {
      Set<String> contexts = new HashSet<>();
      cluster.forEach(c -> contexts.addAll(volumes.contexts().getOrDefault(c, Set.of("Unknown"))));
      sum += Math.log(Math.max(1, contexts.size()));
    }
    return clusters.isEmpty() ? 0 : sum / clusters.size();
  }

  private static double mq(
      Map<String, String> partition, Map<String, List<String>> clusters, Volumes volumes) {
    Map<String, Integer> inside = new TreeMap<>();
    Map<String, Integer> leaving = new TreeMap<>();
    volumes
        .calls()
        .forEach((from, targets) -> targets.forEach((to, count) -> {
          String one = partition.get(from);
          String other = partition.get(to);
          if (one != null && other != null && !from.equals(to)) {
            (one.equals(other) ? inside : leaving).merge(one, 1, Integer::sum);
          }
        }));
    double sum = 0;
    for (String cluster : clusters.keySet()) {
      int mu = inside.getOrDefault(cluster, 0);
      if (mu > 0) {
        sum += 2.0 * mu / (2.0 * mu + leaving.getOrDefault(cluster, 0));
      }
    }
    return sum;
  }
}
