package dev.hew.split.cut;

import dev.hew.report.Position;
import dev.hew.yaml.Node;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Partitions, keys, volumes and contexts as people publish them: YAML or JSON. A partition is {@code class: cluster},
 * {@code cluster: [class, ...]}, or hew's own map with its {@code modules}.
 */
public final class PartitionFile {
  private PartitionFile() {}

  /** Class to cluster; empty when the document is nothing of the kind. */
  public static Map<String, String> partition(Node document) {
    Map<String, String> partition = new TreeMap<>();
    each(document, (name, place, cluster) -> partition.put(name, cluster));
    return partition;
  }

  /** Where each class is named. */
  public static Map<String, Position> places(Node document) {
    Map<String, Position> places = new TreeMap<>();
    each(document, (name, place, cluster) -> places.putIfAbsent(name, place));
    return places;
  }

  /** Told of each class that is named. */
  private interface Named {
    void is(String name, Position place, String cluster);
  }

  private static void each(Node document, Named named) {
    Optional<Node> modules = document.get("modules");
    if (modules.isPresent() && !modules.get().items().isEmpty()) {
      for (Node module : modules.get().items()) {
        String name = module.get("name").flatMap(Node::string).orElse("");
        module.get("classes").ifPresent(c -> c.items().forEach(i -> each(i, name, named)));
      }
      return;
    }
    for (Node.Entry entry : document.entries()) {
      if (entry.value() instanceof Node.Scalar cluster) {
        named.is(entry.key(), entry.keyPosition(), cluster.raw());
      } else {
        entry.value().items().forEach(i -> each(i, entry.key(), named));
      }
    }
  }

  private static void each(Node name, String cluster, Named named) {
    name.string().ifPresent(n -> named.is(n, name.position(), cluster));
  }

  /** {@code "caller--callee": calls}, and {@code class: [context, ...]}. */
  public static Volumes volumes(Node calls, Optional<Node> contexts) {
    Map<String, Map<String, Double>> volumes = new TreeMap<>();
    for (Node.Entry entry : calls.entries()) {
      String[] ends = entry.key().split("--");
      if (ends.length == 2
          && entry.value() instanceof Node.Scalar count
          && count.raw().matches("[0-9.]+")) {
        volumes
            .computeIfAbsent(ends[0], f -> new TreeMap<>())
            .put(ends[1], Double.parseDouble(count.raw()));
      }
    }
    Map<String, Set<String>> reached = new TreeMap<>();
    contexts.ifPresent(document -> document.entries().forEach(entry -> {
      Set<String> names = new TreeSet<>();
      entry.value().items().forEach(i -> i.string().ifPresent(names::add));
      reached.put(entry.key(), names);
    }));
    return new Volumes(volumes, reached);
  }
}
