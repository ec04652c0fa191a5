package dev.hew.contract;

import dev.hew.report.Position;
import dev.hew.yaml.Node;
import dev.hew.yaml.NodeReader;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Finds the lines in a contract's texts that places stand on. */
public final class Positions {
  private final List<Contract.Text> sources;
  private final Map<String, Optional<Node>> documents = new HashMap<>();

  public Positions(Contract contract) {
    this.sources = contract.sources();
  }

  /** Where the place is in the text, or as much of it as is written there; empty for a document that was not read. */
  public Optional<Position> of(Place place) {
    return documents.computeIfAbsent(place.document(), this::document).map(root -> {
      Position position = root.position();
      Node node = root;
      for (String token : place.tokens()) {
        Optional<Node.Entry> entry =
            node.entries().stream().filter(e -> e.key().equals(token)).findFirst();
        Optional<Node> next = entry.map(Node.Entry::value).or(item(node, token));
        if (next.isEmpty()) {
          return position;
        }
        node = next.get();
        position = entry.map(Node.Entry::keyPosition).orElse(node.position());
      }
      return position;
    });
  }

  private Optional<Node> document(String name) {
    return sources.stream()
        .filter(text -> text.document().equals(name))
        .findFirst()
        .flatMap(text -> NodeReader.attempt(text.source()).node());
  }

  private static Supplier<Optional<Node>> item(Node node, String token) {
    return () ->
        token.matches("\\d{1,9}") && Integer.parseInt(token) < node.items().size()
            ? Optional.of(node.items().get(Integer.parseInt(token)))
            : Optional.empty();
  }
}
