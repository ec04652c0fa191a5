package dev.hew.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.hew.contract.Contract;
import dev.hew.contract.ContractReader;
import dev.hew.flow.Stacks;
import dev.hew.report.Checked;
import dev.hew.report.Diagnostic;
import dev.hew.report.Source;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the text of a value is held against is either said by its type, or the value stays a text. */
class TextTypesTest {
  private static final Language JAVA = Stacks.named("spring-boot").value().language();

  private static String checked(String schema) {
    String text = """
        openapi: 3.0.3
        info: {title: t, version: '1'}
        paths:
          /a:
            get:
              operationId: get
              responses:
                '200': {description: ok, content: {application/json: {schema: {type: object, required: [a], properties: {a: %s}}}}}
        """.formatted(schema);
    Checked<Contract> contract = ContractReader.read(
        new Source("openapi.yaml", text), path -> Checked.failed(Diagnostic.error("none", path)));
    Service service = ServiceModeler.of(contract.value(), "t", JAVA, Map.of(), Map.of());
    TypeUse type = service.types().get(0).fields().get(0).type();
    List<String> constraints =
        type.constraints().stream().filter(c -> !c.startsWith("@NotNull")).toList();
    return String.join(" ", constraints) + (constraints.isEmpty() ? "" : " ") + type.text();
  }

  @Test
  void lengthsOfUrisAreKept() {
    assertEquals("URI", checked("{type: string, format: uri}"));
    assertEquals(
        "@CodePoints(min = 10, max = 4000) URI",
        checked("{type: string, format: uri, minLength: 10, maxLength: 4000}"));
  }

  @Test
  void textsWithAPatternStayTexts() {
    assertEquals(
        "@Pattern(regexp = \"^h.*$\") String",
        checked("{type: string, format: uri, pattern: '^h.*$'}"));
    assertEquals("byte[]", checked("{type: string, format: byte}"));
    assertEquals(
        "@Pattern(regexp = \"^.+$\") String",
        checked("{type: string, format: byte, pattern: '^.+$'}"));
    assertEquals(
        "@CodePoints(max = 8) String", checked("{type: string, format: byte, maxLength: 8}"));
  }
}
