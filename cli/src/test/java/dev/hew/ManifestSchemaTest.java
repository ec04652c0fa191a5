package dev.hew;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.hew.report.Diagnostic;
import dev.hew.report.Source;
import dev.hew.spec.SpecReader;
import dev.hew.yaml.JsonWriter;
import dev.hew.yaml.NodeReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** {@code docs/hew.schema.json} says of a {@code hew.yaml} what its reader says. */
class ManifestSchemaTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @Test
  void samplesAreValid() throws IOException {
    for (Path sample : SamplesTest.samples()) {
      assertEquals(
          List.of(), problems(Files.readString(sample.resolve("hew.yaml"))), sample.toString());
    }
  }

  @Test
  void exampleOfTheDocumentationIsValid() throws IOException {
    String page = Files.readString(Path.of("..", "docs", "spec.md"));
    int start = page.indexOf("```yaml\n") + "```yaml\n".length();
    String example = page.substring(start, page.indexOf("```", start));
    assertEquals(List.of(), problems(example));
    assertTrue(accepted(example));
  }

  @Test
  void schemaAndReaderRefuseTheSame() throws IOException {
    for (String wrong : List.of(
        "hew: 2\n",
        "hew: '1'\nname: [orders]\n",
        "hew: 1\nnme: orders\n",
        "hew: 1\nname: 7\n",
        "hew: 1\ncontract: {a: b}\n",
        "hew: 1\npack: {git: x}\n",
        "hew: 1\nstack: spring-boot\npack: ../acme\n",
        "hew: 1\nclients: []\n")) {
      assertFalse(problems(wrong).isEmpty(), "the schema allows " + wrong);
      assertFalse(accepted(wrong), "the reader allows " + wrong);
    }
    assertEquals(List.of(), problems("hew: 1\n"));
    assertTrue(accepted("hew: 1\n"));
    assertEquals(List.of(), problems("hew: 1\npack: ../acme\n"));
    assertTrue(accepted("hew: 1\npack: ../acme\n"));
  }

  @Test
  void schemaKnowsTheKeysOfTheReader() throws IOException {
    List<String> keys = new ArrayList<>();
    schema().get("properties").fieldNames().forEachRemaining(keys::add);
    Diagnostic unknown = SpecReader.read(
            NodeReader.read(new Source("hew.yaml", "hew: 1\nx: y\n")).value())
        .diagnostics()
        .get(0);
    String all = String.join(", ", keys);
    assertEquals("one of " + all, unknown.hint().orElseThrow());
  }

  private static boolean accepted(String manifest) {
    return SpecReader.read(NodeReader.read(new Source("hew.yaml", manifest)).value())
        .ok();
  }

  private static List<String> problems(String manifest) throws IOException {
    Schema schema =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12).getSchema(schema());
    JsonNode document = JSON.readTree(
        JsonWriter.compact(NodeReader.read(new Source("hew.yaml", manifest)).value()));
    return schema.validate(document).stream().map(Object::toString).toList();
  }

  private static JsonNode schema() throws IOException {
    return JSON.readTree(Path.of("..", "docs", "hew.schema.json").toFile());
  }
}
