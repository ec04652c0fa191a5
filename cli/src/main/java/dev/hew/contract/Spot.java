package dev.hew.contract;

import dev.hew.report.Position;
import dev.hew.yaml.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A node together with the place it stands at: what the reader walks with.
 *
 * @param name the key or index that leads here, empty for a whole document
 * @param namePosition where that key stands; the node itself for items of lists
 */
record Spot(Place place, Node node, String name, Position namePosition) {

  static Spot document(String document, Node node) {
    return new Spot(new Place(document, ""), node, "", node.position());
  }

  Optional<Spot> get(String key) {
    for (Node.Entry entry : node.entries()) {
      if (entry.key().equals(key)) {
        return Optional.of(child(entry));
      }
    }
    return Optional.empty();
  }

  List<Spot> entries() {
    List<Spot> entries = new ArrayList<>();
    for (Node.Entry entry : node.entries()) {
      entries.add(child(entry));
    }
    return entries;
  }

  List<Spot> items() {
    List<Spot> items = new ArrayList<>();
    for (Node item : node.items()) {
      String index = Integer.toString(items.size());
      items.add(new Spot(place.child(index), item, index, item.position()));
    }
    return items;
  }

  boolean isMapping() {
    return node instanceof Node.Mapping;
  }

  boolean isNull() {
    return node instanceof Node.Scalar s && s.value() == null;
  }

  Spot with(Node other) {
    return new Spot(place, other, name, namePosition);
  }

  private Spot child(Node.Entry entry) {
    return new Spot(place.child(entry.key()), entry.value(), entry.key(), entry.keyPosition());
  }
}
