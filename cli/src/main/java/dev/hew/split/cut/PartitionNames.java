package dev.hew.split.cut;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The classes of a partition under the names that others use: qualified or simple, nested classes after {@code ::} or
 * {@code $} counted for the class around them where the partition does not have them.
 */
public final class PartitionNames {
  private final Map<String, String> partition;
  private final Map<String, Set<String>> bySimple = new HashMap<>();

  /**
   * @param partition class to cluster
   */
  public PartitionNames(Map<String, String> partition) {
    this.partition = partition;
    partition
        .keySet()
        .forEach(
            name -> bySimple.computeIfAbsent(simple(name), n -> new TreeSet<>()).add(name));
  }

  /** The classes that a name may mean; none where the partition has no such class. */
  public Set<String> meant(String name) {
    String top = name.replaceFirst("(::|\\$).*", "");
    if (partition.containsKey(name)) {
      return Set.of(name);
    }
    return partition.containsKey(top)
        ? Set.of(top)
        : bySimple.getOrDefault(simple(name), bySimple.getOrDefault(simple(top), Set.of()));
  }

  /** Whether a name may mean classes of several clusters. */
  public boolean isAmbiguous(String name) {
    return clusters(name).size() > 1;
  }

  /** The partition under some names: without those that it does not know, and those that are ambiguous. */
  public Map<String, String> under(Set<String> names) {
    Map<String, String> renamed = new TreeMap<>();
    names.forEach(name -> Optional.of(clusters(name))
        .filter(found -> found.size() == 1)
        .ifPresent(found -> renamed.put(name, found.iterator().next())));
    return renamed;
  }

  private Set<String> clusters(String name) {
    return meant(name).stream().map(partition::get).collect(Collectors.toSet());
  }

  private static String simple(String name) {
    return name.substring(name.lastIndexOf('.') + 1);
  }
}
