package dev.hew.yaml;

import dev.hew.report.Checked;
import dev.hew.report.Diagnostic;
import dev.hew.report.Position;
import dev.hew.report.Source;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads YAML 1.2 (core schema, with merge keys) and JSON.
 *
 * <p>At most 64 Mi characters, 500 levels and 5,000,000 values (aliases written out) are read; more is an error.
 */
public final class NodeReader {
  private static final int MOST_CHARACTERS = 64 * 1024 * 1024;

  private NodeReader() {}

  /**
   * What could be read.
   *
   * @param node there even beside errors, when they leave a document to go on with: repeated keys, for example
   */
  public record Attempt(Optional<Node> node, List<Diagnostic> diagnostics) {
    public Attempt {
      diagnostics = List.copyOf(diagnostics);
    }

    /** The document, for a caller who takes none with errors. */
    public Checked<Node> checked() {
      return node.map(root -> Checked.of(root, diagnostics))
          .orElseGet(() -> Checked.failed(diagnostics));
    }
  }

  /**
   * The document in a text; an empty text is a null scalar. Broken syntax gives one error, repeated keys one error
   * each.
   */
  public static Checked<Node> read(Source source) {
    return attempt(source).checked();
  }

  /** Like {@link #read}, for a caller who wants to find further errors in what there is. */
  public static Attempt attempt(Source source) {
    if (source.text().length() > MOST_CHARACTERS) {
      return failed(
          Diagnostic.error("yaml-too-long", start(source), "the text is longer than 64 MiB")
              .withHint("split it into several files"));
    }
    String text = source.text().startsWith("\uFEFF") ? source.text().substring(1) : source.text();
    Source clean = new Source(source.name(), text);
    if (!looksLikeJson(text)) {
      return run(() -> YamlEvents.read(clean));
    }
    Attempt json = run(() -> JsonEvents.read(clean));
    boolean broken = json.diagnostics().stream().anyMatch(d -> d.code().equals(JsonEvents.SYNTAX));
    if (!broken || source.name().endsWith(".json")) {
      return json;
    }
    Attempt yaml = run(() -> YamlEvents.read(clean));
    boolean named = source.name().endsWith(".yaml") || source.name().endsWith(".yml");
    return yaml.node().isPresent() || named ? yaml : json;
  }

  /** The value of a text that has to be JSON, whatever it looks like; empty when it is none or repeats a key. */
  public static Optional<Node> json(Source source) {
    if (source.text().isBlank() || source.text().length() > MOST_CHARACTERS) {
      return Optional.empty();
    }
    Attempt attempt = run(() -> JsonEvents.read(source));
    return attempt.diagnostics().stream().anyMatch(Diagnostic::isError)
        ? Optional.empty()
        : attempt.node();
  }

  /**
   * The texts beside some keys of a YAML mapping, reading no further than to the last of them: what stands behind may be
   * long, or broken.
   *
   * @return by key; a key is missing when it is not there, or has no text beside it
   */
  public static Map<String, String> texts(Source source, Set<String> keys) {
    return YamlEvents.texts(source, keys);
  }

  private static Attempt failed(Diagnostic error) {
    return new Attempt(Optional.empty(), List.of(error));
  }

  private interface Reading {
    NodeStack run();
  }

  private static Attempt run(Reading reading) {
    try {
      NodeStack stack = reading.run();
      return new Attempt(Optional.of(stack.root()), stack.problems());
    } catch (Refusal e) {
      return failed(e.diagnostic());
    }
  }

  private static boolean looksLikeJson(String text) {
    int i = 0;
    while (i < text.length() && " \t\r\n".indexOf(text.charAt(i)) >= 0) {
      i++;
    }
    return i < text.length() && (text.charAt(i) == '{' || text.charAt(i) == '[');
  }

  static Position start(Source source) {
    return new Position(source.name(), 1, 1);
  }
}
