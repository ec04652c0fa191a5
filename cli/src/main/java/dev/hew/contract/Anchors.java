package dev.hew.contract;

import dev.hew.yaml.Node;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The schemas of a document that call themselves by a name, searched for when the first reference asks. */
final class Anchors {
  private final Spot root;
  private Map<String, Spot> names;
  private Map<String, Spot> ids;

  Anchors(Spot root) {
    this.root = root;
  }

  Optional<Spot> byName(String name) {
    search();
    return Optional.ofNullable(names.get(name));
  }

  Optional<Spot> byId(String id) {
    search();
    return Optional.ofNullable(ids.get(id));
  }

  private void search() {
    if (names == null) {
      names = new HashMap<>();
      ids = new HashMap<>();
      search(root, Collections.newSetFromMap(new IdentityHashMap<>()));
    }
  }

  private void search(Spot spot, Set<Node> seen) {
    if (spot.node() instanceof Node.Scalar || !seen.add(spot.node())) {
      return;
    }
    spot.get("$anchor")
        .or(() -> spot.get("$dynamicAnchor"))
        .flatMap(s -> s.node().string())
        .ifPresent(name -> names.putIfAbsent(name, spot));
    spot.get("$id").flatMap(s -> s.node().string()).ifPresent(id -> ids.putIfAbsent(id, spot));
    spot.entries().forEach(child -> search(child, seen));
    spot.items().forEach(child -> search(child, seen));
  }
}
