package dev.hew.yaml;

import dev.hew.report.Diagnostic;
import dev.hew.report.Nearest;
import java.util.Arrays;
import java.util.List;

/** Reads the mappings of a manifest and notes what is wrong with them. */
public final class Table {
  private final List<Diagnostic> problems;

  /**
   * @param problems where what is wrong is noted
   */
  public Table(List<Diagnostic> problems) {
    this.problems = problems;
  }

  /** Notes the keys that are none of these, each with the nearest that is. */
  public void onlyKeys(Node node, List<String> known) {
    for (Node.Entry entry : node.entries()) {
      if (!known.contains(entry.key())) {
        problems.add(Diagnostic.error(
                "manifest-unknown-key", entry.keyPosition(), "`" + entry.key() + "` is no key here")
            .withLength(entry.key().length())
            .withHint(Nearest.to(entry.key(), known)
                .map(n -> "did you mean `" + n + "`?")
                .orElseGet(() -> "one of " + String.join(", ", known))));
      }
    }
  }

  /** The entries of the mapping under a key; none when there is no such key. Anything but a mapping is noted. */
  public List<Node.Entry> entries(Node node, String key) {
    node.get(key)
        .filter(n -> !(n instanceof Node.Mapping))
        .ifPresent(n -> problems.add(Diagnostic.error(
                "manifest-not-a-mapping", n.position(), "`" + key + "` must hold keys with values")
            .withHint("write `key: value` lines below it, or `{key: value}`")));
    return node.get(key).map(Node::entries).orElse(List.of());
  }

  /** The scalar under a key as it was written; empty when there is none, which is noted when it is required. */
  public String text(Node node, String key, boolean required) {
    if (node.get(key).isEmpty() && required) {
      problems.add(
          Diagnostic.error("manifest-missing-key", node.position(), "`" + key + "` is missing")
              .withHint("add it: `" + key + ": ...`"));
    }
    return node.get(key).map(Table::raw).orElse("");
  }

  /** The number under a key, or another one when there is no such key. Anything but a number is noted. */
  public int number(Node node, String key, int otherwise) {
    node.get(key)
        .filter(n -> !raw(n).matches("\\d{1,9}"))
        .ifPresent(n -> problems.add(
            Diagnostic.error("manifest-value", n.position(), "`" + key + "` must be a number")
                .withHint("write digits, without quotes")));
    return node.get(key)
        .map(Table::raw)
        .filter(t -> t.matches("\\d{1,9}"))
        .map(Integer::parseInt)
        .orElse(otherwise);
  }

  /** The scalars under a key, one or a list of them. */
  public List<String> texts(Node node, String key) {
    return node.get(key)
        .map(n -> n instanceof Node.Scalar
            ? List.of(raw(n))
            : n.items().stream().map(Table::raw).toList())
        .orElse(List.of());
  }

  /** The words under a key, in one text or a list of them. A long text is read much faster than a long list. */
  public List<String> words(Node node, String key) {
    return texts(node, key).stream()
        .flatMap(text -> Arrays.stream(text.strip().split("\\s+")))
        .filter(word -> !word.isEmpty())
        .toList();
  }

  /** A scalar as it was written; empty for anything else. */
  public static String raw(Node node) {
    return node instanceof Node.Scalar scalar ? scalar.raw() : "";
  }

  /** Notes the keys that are missing. */
  public void needsKeys(Node node, List<String> needed) {
    for (String key : needed) {
      if (node.get(key).isEmpty()) {
        problems.add(
            Diagnostic.error("manifest-missing-key", node.position(), "`" + key + "` is missing")
                .withHint("add it: `" + key + ": ...`"));
      }
    }
  }

  /** The scalar under a required key, which must be one of these; the first of them when it is not, which is noted. */
  public String oneOf(Node node, String key, List<String> allowed) {
    String text = text(node, key, true);
    if (!allowed.contains(text)) {
      problems.add(Diagnostic.error(
              "manifest-value",
              node.get(key).orElse(node).position(),
              "`" + key + "` cannot be `" + text + "`")
          .withHint("one of " + String.join(", ", allowed)));
      return allowed.get(0);
    }
    return text;
  }
}
