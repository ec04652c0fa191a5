package dev.hew.spec;

import dev.hew.report.Checked;
import dev.hew.report.Diagnostic;
import dev.hew.resource.Correction;
import dev.hew.yaml.Node;
import dev.hew.yaml.Table;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads a {@code hew.yaml}. */
public final class SpecReader {
  private static final List<String> KEYS = List.of(
      "hew", "name", "stack", "pack", "contract", "source", "options", "migrations", "resources");
  private final List<Diagnostic> problems = new ArrayList<>();
  private final Table table = new Table(problems);

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
    table.onlyKeys(document, KEYS);
    Node format = document.get("hew").orElseThrow();
    if (!(format instanceof Node.Scalar scalar && scalar.raw().equals("1"))) {
      problems.add(
          Diagnostic.error("spec-format", format.position(), "this hew reads manifests of format 1")
              .withHint("`hew: 1`"));
    }
    if (document.get("stack").isPresent() && document.get("pack").isPresent()) {
      problems.add(Diagnostic.error(
              "spec-stack-and-pack",
              document.get("stack").orElseThrow().position(),
              "`stack` and `pack` say both what the service is made with")
          .withHint("keep one: a stack that comes with hew, or a pack from elsewhere"));
    }
    Map<String, String> options = new LinkedHashMap<>();
    table.entries(document, "options").forEach(e -> options.put(e.key(), option(e.value())));
    Map<String, Correction> resources = new LinkedHashMap<>();
    table.entries(document, "resources").forEach(e -> resources.put(e.key(), correction(e)));
    return new Spec(
        text(document, "name"),
        text(document, "stack"),
        text(document, "pack"),
        text(document, "contract").orElse("api/openapi.yaml"),
        text(document, "source"),
        options,
        document.get("migrations").isEmpty()
            || table.oneOf(document, "migrations", List.of("on", "off")).equals("on"),
        resources);
  }

  /** {@code none}, or what the recogniser should have known. */
  private Correction correction(Node.Entry entry) {
    Node value = entry.value();
    if (value instanceof Node.Mapping) {
      table.onlyKeys(value, List.of("key"));
      table.needsKeys(value, List.of("key"));
      return new Correction(entry.keyPosition(), true, text(value, "key"));
    }
    if (!Table.raw(value).equals("none")) {
      problems.add(
          Diagnostic.error(
                  "manifest-value", value.position(), "a resource is `none` or has a `key`")
              .withHint(
                  "`none` where nothing is stored, or `{key: id}` to name the property that tells items apart"));
    }
    return new Correction(entry.keyPosition(), false, Optional.empty());
  }

  private Optional<String> text(Node document, String key) {
    Optional<Node> node = document.get(key);
    if (node.isPresent() && node.get().string().isEmpty()) {
      problems.add(
          Diagnostic.error("spec-not-text", node.get().position(), "`" + key + "` must be a text")
              .withHint("put the text in quotes"));
    }
    return node.flatMap(Node::string);
  }

  private String option(Node node) {
    boolean plain = node instanceof Node.Scalar
        || node.items().stream().allMatch(Node.Scalar.class::isInstance);
    if (!plain || node instanceof Node.Mapping) {
      problems.add(Diagnostic.error(
              "spec-not-text", node.position(), "an option is one value or a list of values")
          .withHint("`hew stacks` lists the options and their values"));
    }
    return node instanceof Node.Scalar
        ? Table.raw(node)
        : String.join(",", node.items().stream().map(Table::raw).toList());
  }
}
