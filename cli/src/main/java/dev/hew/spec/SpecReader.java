package dev.hew.spec;

import dev.hew.report.Checked;
import dev.hew.report.Diagnostic;
import dev.hew.yaml.Node;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads a {@code hew.yaml}. */
public final class SpecReader {
  private static final List<String> KEYS =
      List.of("hew", "name", "stack", "contract", "source", "options");
  private final List<Diagnostic> problems = new ArrayList<>();

  private SpecReader() {}

  /** Whether a document is a manifest and not a contract. */
  public static boolean isManifest(Node document) {
    return document.get("hew").isPresent()
        && document.get("openapi").isEmpty()
        && document.get("swagger").isEmpty();
  }

  public static Checked<Spec> read(Node document) {
    SpecReader reader = new SpecReader();
    return Checked.of(reader.spec(document), reader.problems);
  }

  private Spec spec(Node document) {
    for (Node.Entry entry : document.entries()) {
      if (!KEYS.contains(entry.key())) {
        problems.add(Diagnostic.error(
                "spec-unknown-key",
                entry.keyPosition(),
                "`" + entry.key() + "` is no key of a `hew.yaml`")
            .withLength(entry.key().length())
            .withHint("one of "
                + String.join(", ", KEYS.stream().map(k -> "`" + k + "`").toList())));
      }
    }
    Node format = document.get("hew").orElseThrow();
    if (!(format instanceof Node.Scalar scalar && scalar.raw().equals("1"))) {
      problems.add(
          Diagnostic.error("spec-format", format.position(), "this hew reads manifests of format 1")
              .withHint("`hew: 1`"));
    }
    Map<String, String> options = new LinkedHashMap<>();
    document
        .get("options")
        .map(Node::entries)
        .orElse(List.of())
        .forEach(e -> options.put(e.key(), option(e.value())));
    return new Spec(
        text(document, "name"),
        text(document, "stack"),
        text(document, "contract").orElse("api/openapi.yaml"),
        text(document, "source"),
        options);
  }

  private Optional<String> text(Node document, String key) {
    Optional<Node> node = document.get(key);
    if (node.isPresent() && node.get().string().isEmpty()) {
      problems.add(
          Diagnostic.error("spec-not-text", node.get().position(), "`" + key + "` must be a text"));
    }
    return node.flatMap(Node::string);
  }

  private static String option(Node node) {
    if (node instanceof Node.Scalar scalar) {
      return scalar.raw();
    }
    return String.join(
        ",",
        node.items().stream()
            .map(item -> item instanceof Node.Scalar s ? s.raw() : "")
            .toList());
  }
}
