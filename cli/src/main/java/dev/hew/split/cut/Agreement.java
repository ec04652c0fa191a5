package dev.hew.split.cut;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * How far a partition agrees with a key, over the classes that both name.
 *
 * @param classes how many both name
 * @param mojofm 100 for the same partition; 0 for the farthest from it
 * @param precision of the pairs together in the partition, how many are together in the key
 * @param recall of the pairs together in the key, how many are together in the partition
 * @param misplaced classes outside the cluster that matches theirs in the key
 */
public record Agreement(
    int classes, double mojofm, double precision, double recall, List<String> misplaced) {

  public Agreement {
    misplaced = List.copyOf(misplaced);
  }

  public double f1() {
    return precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall);
  }

  /** Compares two partitions: class to cluster. */
  public static Agreement of(Map<String, String> partition, Map<String, String> key) {
    Set<String> common = new TreeSet<>(partition.keySet());
    common.retainAll(key.keySet());
    Map<String, String> ours = restricted(partition, common);
    Map<String, String> theirs = restricted(key, common);
    Map<String, String> home = match(ours, theirs);
    List<String> misplaced = common.stream()
        .filter(c -> !theirs.get(c).equals(home.get(ours.get(c))))
        .toList();
    double worst = farthest(sizes(theirs), common.size());
    double distance = distance(ours, theirs);
    int[] pairs = pairs(List.copyOf(common), ours, theirs);
    return new Agreement(
        common.size(),
        worst == 0 ? 100 : 100 * (1 - distance / worst),
        pairs[1] == 0 ? 1 : (double) pairs[0] / pairs[1],
        pairs[2] == 0 ? 1 : (double) pairs[0] / pairs[2],
        misplaced);
  }

  private static Map<String, String> restricted(Map<String, String> all, Set<String> names) {
    Map<String, String> some = new TreeMap<>(all);
    some.keySet().retainAll(names);
    return some;
  }

  private static Map<String, Integer> sizes(Map<String, String> partition) {
    Map<String, Integer> sizes = new TreeMap<>();
    partition.values().forEach(c -> sizes.merge(c, 1, Integer::sum));
    return sizes;
  }

  private static Map<String, Map<String, Integer>> overlaps(
      Map<String, String> ours, Map<String, String> theirs) {
    Map<String, Map<String, Integer>> overlaps = new TreeMap<>();
    ours.forEach((name, cluster) -> overlaps
        .computeIfAbsent(cluster, c -> new TreeMap<>())
        .merge(theirs.get(name), 1, Integer::sum));
    return overlaps;
  }

  /** Moves and joins from one partition to the other. */
  private static double distance(Map<String, String> ours, Map<String, String> theirs) {
    Map<String, Map<String, Integer>> overlaps = overlaps(ours, theirs);
    Map<String, List<String>> best = new TreeMap<>();
    int moves = 0;
    for (var cluster : overlaps.entrySet()) {
      int most = Collections.max(cluster.getValue().values());
      moves += cluster.getValue().values().stream().mapToInt(Integer::intValue).sum() - most;
      best.put(
          cluster.getKey(),
          cluster.getValue().entrySet().stream()
              .filter(e -> e.getValue() == most)
              .map(Map.Entry::getKey)
              .toList());
    }
    Map<String, String> taken = new HashMap<>();
    int hit = 0;
    for (String cluster : best.keySet()) {
      hit += augment(cluster, best, taken, new TreeSet<>()) ? 1 : 0;
    }
    return moves + (overlaps.size() - hit);
  }

  /** One step of a maximum matching of clusters to the key's clusters of largest overlap. */
  private static boolean augment(
      String cluster, Map<String, List<String>> best, Map<String, String> taken, Set<String> seen) {
    for (String target : best.get(cluster)) {
      if (seen.add(target)) {
        String holder = taken.get(target);
        if (holder == null || augment(holder, best, taken, seen)) {
          taken.put(target, cluster);
          return true;
        }
      }
    }
    return false;
  }

  /** The largest distance that any partition has to one with these cluster sizes. */
  private static double farthest(Map<String, Integer> sizes, int classes) {
    int[] ascending =
        sizes.values().stream().mapToInt(Integer::intValue).sorted().toArray();
    int groups = 0;
    for (int size : ascending) {
      if (groups < size) {
        groups++;
      }
    }
    return classes - groups;
  }

  /** One home in the key for each cluster and one cluster for each home, the largest overlaps first. */
  private static Map<String, String> match(Map<String, String> ours, Map<String, String> theirs) {
    record Overlap(String cluster, String home, int size) {}

    List<Overlap> all = new ArrayList<>();
    overlaps(ours, theirs)
        .forEach((cluster, homes) ->
            homes.forEach((home, size) -> all.add(new Overlap(cluster, home, size))));
    all.sort((a, b) -> b.size() - a.size());
    Map<String, String> match = new HashMap<>();
    for (Overlap overlap : all) {
      if (!match.containsKey(overlap.cluster()) && !match.containsValue(overlap.home())) {
        match.put(overlap.cluster(), overlap.home());
      }
    }
    return match;
  }

  /** Pairs together in both, in ours, in the key. */
  private static int[] pairs(
      List<String> names, Map<String, String> ours, Map<String, String> theirs) {
    int[] pairs = new int[3];
    for (int i = 0; i < names.size(); i++) {
      for (int j = i + 1; j < names.size(); j++) {
        boolean one = ours.get(names.get(i)).equals(ours.get(names.get(j)));
        boolean other = theirs.get(names.get(i)).equals(theirs.get(names.get(j)));
        pairs[0] += one && other ? 1 : 0;
        pairs[1] += one ? 1 : 0;
        pairs[2] += other ? 1 : 0;
      }
    }
    return Arrays.copyOf(pairs, pairs.length);
  }
}
