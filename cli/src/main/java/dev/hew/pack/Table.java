package dev.hew.pack;

import dev.hew.report.Diagnostic;
import dev.hew.yaml.Node;
import java.util.List;

/** Reads the mappings of a manifest and notes what is wrong with them. */
final class Table {
  private final List<Diagnostic> problems;
  private final String prefix;

  /**
   * @param prefix of the codes of the problems
   */
  Table(List<Diagnostic> problems, String prefix) {
    this.problems = problems;
    this.prefix = prefix;
  }

  void onlyKeys(Node node, List<String> known) {
    for (Node.Entry entry : node.entries()) {
      if (!known.contains(entry.key())) {
        problems.add(Diagnostic.error(
                prefix + "-unknown-key",
                entry.keyPosition(),
                "`" + entry.key() + "` is no key here")
            .withLength(entry.key().length())
            .withHint("one of "
                + String.join(", ", known.stream().map(k -> "`" + k + "`").toList())));
      }
    }
  }

  List<Node.Entry> entries(Node node, String key) {
    return node.get(key).map(Node::entries).orElse(List.of());
  }

  String text(Node node, String key, boolean required) {
    if (node.get(key).isEmpty() && required) {
      problems.add(
          Diagnostic.error(prefix + "-missing-key", node.position(), "`" + key + "` is missing"));
    }
    return node.get(key).map(Table::raw).orElse("");
  }

  int number(Node node, String key, int otherwise) {
    return node.get(key)
        .map(Table::raw)
        .filter(t -> t.matches("\\d{1,9}"))
        .map(Integer::parseInt)
        .orElse(otherwise);
  }

  List<String> texts(Node node, String key) {
    return node.get(key)
        .map(n -> n instanceof Node.Scalar
            ? List.of(raw(n))
            : n.items().stream().map(Table::raw).toList())
        .orElse(List.of());
  }

  /** A scalar as it was written; empty for anything else. */
  static String raw(Node node) {
    return node instanceof Node.Scalar scalar ? scalar.raw() : "";
  }
}
