package dev.hew;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.hew.report.Checked;
import dev.hew.yaml.JsonWriter;
import dev.hew.yaml.Node;
import dev.hew.yaml.NodeReader;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * Judges once which documents of the corpus are valid, by the official JSON Schemas of the OpenAPI documents and by
 * whether each reference within the document leads somewhere, and writes the list that the corpus tests go by. How it is run: {@code docs/CONTRIBUTING.md}.
 */
class CorpusVerdicts {
  private static final JsonMapper JSON = new JsonMapper();
  private static final String META = "https://json-schema.org/draft/2020-12/schema";
  private static final int SHOWN = 160;

  /** What a schema that takes a reference or the thing itself says of either, and seldom the reason. */
  private static final String OTHER_BRANCH = "required property '$ref' not found";

  private final Path schemas = Path.of(System.getProperty("hew.schemas", "no-schemas"));
  private final Map<String, Schema> byVersion = new HashMap<>();

  @Test
  void judge() throws IOException {
    assertTrue(
        Files.isDirectory(schemas),
        "-Dhew.schemas=FOLDER names the folder with v2.0/schema.json, v3.0/schema.json, v3.1/..., v3.2/...");
    StringBuilder list = new StringBuilder();
    try (Corpus corpus = Corpus.open()) {
      for (String file : corpus.files()) {
        of(corpus, file).ifPresent(v -> list.append(file).append('\t').append(v).append('\n'));
      }
    }
    Files.writeString(CorpusList.FILE, list);
  }

  /** Empty for a file that is no OpenAPI document at all. */
  private Optional<String> of(Corpus corpus, String file) throws IOException {
    Checked<Node> root = corpus.text(file).then(NodeReader::read);
    if (!root.ok()) {
      String reason = root.diagnostics().get(0).message();
      boolean document = corpus
          .text(file)
          .map(source ->
              source.text().lines().anyMatch(l -> l.matches("\\W?(openapi|swagger)\\W.*")))
          .toOptional()
          .orElse(false);
      return document ? Optional.of("invalid\t" + reason) : Optional.empty();
    }
    Optional<Node> version = root.value().get("openapi").or(() -> root.value().get("swagger"));
    if (version.isEmpty()) {
      return Optional.empty();
    }
    String written = version.get() instanceof Node.Scalar s ? s.raw() : "";
    JsonNode document = JSON.readTree(JsonWriter.pretty(root.value()));
    Optional<Schema> schema = schema(written);
    if (schema.isEmpty()) {
      return Optional.of("invalid\tversion " + written + " has no schema");
    }
    List<Error> errors = schema.get().validate(document);
    Optional<String> lost = document.findValuesAsText("$ref").stream()
        .filter(ref -> leadsNowhere(document, ref))
        .findFirst();
    return Optional.of(
        errors.isEmpty()
            ? lost.map(ref -> "invalid\t" + ref + " leads nowhere").orElse("valid")
            : "invalid\t"
                + errors.stream()
                    .map(e -> e.getInstanceLocation() + ": " + e.getMessage())
                    .min(Comparator.<String, Boolean>comparing(e -> e.contains(OTHER_BRANCH))
                        .thenComparing(String::length)
                        .thenComparing(e -> e))
                    .map(e -> e.replaceAll("\\s+", " "))
                    .map(e -> e.substring(0, Math.min(SHOWN, e.length())))
                    .orElseThrow());
  }

  /** No schema can see this: a reference within the document to what is not there. */
  private static boolean leadsNowhere(JsonNode document, String ref) {
    String pointer = ref.startsWith("#/") ? ref.substring(1) : "";
    return document.at(URLDecoder.decode(pointer.replace("+", "%2B"), UTF_8)).isMissingNode();
  }

  private Optional<Schema> schema(String version) throws IOException {
    String minor = version.replaceAll("^(\\d+\\.\\d+)\\..*", "$1");
    Path file = schemas.resolve("v" + minor).resolve("schema.json");
    if (!version.matches("[\\w.-]+") || !Files.exists(file)) {
      return Optional.empty();
    }
    Schema known = byVersion.get(minor);
    if (known == null) {
      known = compiled(JSON.readTree(file.toFile()));
      byVersion.put(minor, known);
    }
    return Optional.of(known);
  }

  /** From 3.1 on the document's schema leaves open what a schema in it is: the meta-schema of JSON Schema says so. */
  private static Schema compiled(JsonNode text) {
    if (text.path("$schema").asText().contains("draft-04")) {
      return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_4).getSchema(text);
    }
    ObjectNode schema = ((ObjectNode) text.get("$defs")).putObject("schema");
    schema.put("$dynamicAnchor", "meta").put("$ref", META);
    return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12).getSchema(text);
  }
}
