package dev.hew.pack;

import dev.hew.yaml.Node;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Lays the manifest of a pack over that of the one which it extends. Every node keeps its place. */
final class ManifestMerge {
  /** What every pack says of itself, and what is done with once two are one. */
  private static final Set<String> NOT_INHERITED = Set.of("name", "version", "extends", "without");

  private ManifestMerge() {}

  static Node of(Node base, Node own) {
    List<Node.Entry> inherited = base.entries().stream()
        .filter(entry -> !NOT_INHERITED.contains(entry.key()))
        .toList();
    return merged(new Node.Mapping(inherited, base.position()), own, "");
  }

  /** Keys with values are merged key by key; whatever else is there twice is as the pack on top has it. */
  private static Node merged(Node base, Node own, String path) {
    if (path.startsWith("/types/reserved/")) {
      List<Node> all = new ArrayList<>(words(base));
      all.addAll(words(own));
      return new Node.Sequence(all, own.position());
    }
    if (!(base instanceof Node.Mapping && own instanceof Node.Mapping)) {
      return own;
    }
    if (path.equals("/rules")) {
      return rules(base, own);
    }
    Map<String, Node.Entry> entries = new LinkedHashMap<>();
    base.entries().forEach(entry -> entries.put(entry.key(), entry));
    for (Node.Entry entry : own.entries()) {
      Optional<Node> below = base.get(entry.key());
      entries.put(
          entry.key(),
          below
              .map(node -> new Node.Entry(
                  entry.key(),
                  entry.keyPosition(),
                  merged(node, entry.value(), path + "/" + entry.key())))
              .orElse(entry));
    }
    return new Node.Mapping(List.copyOf(entries.values()), own.position());
  }

  /** Words are written in one text or in a list. */
  private static List<Node> words(Node node) {
    return node instanceof Node.Scalar ? List.of(node) : node.items();
  }

  /** The rules of the pack on top come last; what one says of a pattern is no longer said by the rule below it. */
  private static Node rules(Node base, Node own) {
    List<Node.Entry> entries = new ArrayList<>();
    for (Node.Entry rule : base.entries()) {
      List<Node.Entry> said = rule.value().entries().stream()
          .filter(entry -> own.get(rule.key()).flatMap(o -> o.get(entry.key())).isEmpty())
          .toList();
      entries.add(new Node.Entry(
          rule.key(), rule.keyPosition(), new Node.Mapping(said, rule.value().position())));
    }
    entries.addAll(own.entries());
    return new Node.Mapping(entries, own.position());
  }
}
