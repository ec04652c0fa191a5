package dev.hew.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.hew.report.Checked;
import dev.hew.report.Source;
import dev.hew.report.TextReport;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Five different mistakes are reported in one go, each at its place, in YAML and in JSON. */
class FiveMistakesTest {
  private static final String YAML = """
      openapi: 3.0.3
      info: {title: Five, version: 1.0.0}
      paths:
        /orders/{id}:
          get:
            operationId: getOrder
            parameters:
              - {name: id, in: pth, required: true, schema: {type: string}}
            responses:
              '200':
                description: fine
                content:
                  application/json:
                    schema: {$ref: '#/components/schemas/Ordr'}
      components:
        schemas:
          Order:
            type: object
            properties:
              total: {type: decimal}
              lines: []
            description: first
            description: second
      """;

  private static final String JSON = """
      {
        "openapi": "3.0.3",
        "info": {"title": "Five", "version": "1.0.0"},
        "paths": {
          "/orders/{id}": {
            "get": {
              "parameters": [
                {"name": "id", "in": "pth", "required": true, "schema": {"type": "string"}}
              ],
              "responses": {
                "200": {
                  "description": "fine",
                  "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Ordr"}}}
                }
              }
            }
          }
        },
        "components": {
          "schemas": {
            "Order": {
              "type": "object",
              "properties": {
                "total": {"type": "decimal"},
                "lines": []
              },
              "description": "first",
              "description": "second"
            }
          }
        }
      }
      """;

  @Test
  void inYaml() {
    assertEquals(
        List.of(
            "parameter-in@8:26+3",
            "ref-unresolved@14:30+27",
            "schema-unknown-type@20:23+7",
            "wrong-kind@21:16+1",
            "yaml-duplicate-key@23:7+11"),
        errors("five.yaml", YAML));
  }

  @Test
  void inJson() {
    assertEquals(
        List.of(
            "parameter-in@8:32+5",
            "ref-unresolved@13:65+27",
            "schema-unknown-type@24:29+9",
            "wrong-kind@25:20+1",
            "yaml-duplicate-key@28:9+11"),
        errors("five.json", JSON));
  }

  @Test
  void windowsLineEndsChangeNoPlace() {
    assertEquals(errors("five.yaml", YAML), errors("five.yaml", YAML.replace("\n", "\r\n")));
  }

  @Test
  void theReportNamesWhatWasMeant() {
    Source source = new Source("five.yaml", YAML);
    String report = TextReport.of(read(source).diagnostics(), List.of(source));
    assertEquals(
        """
        five.yaml:14:30: error[ref-unresolved]: `#/components/schemas/Ordr` leads nowhere: there is no `Ordr` in \
        `#/components/schemas`
           14 |               schema: {$ref: '#/components/schemas/Ordr'}
              |                              ^^^^^^^^^^^^^^^^^^^^^^^^^^^
        hint: did you mean `Order`?
        """, report.substring(report.indexOf("five.yaml:14"), report.indexOf("five.yaml:20")));
  }

  private static List<String> errors(String name, String text) {
    return read(new Source(name, text)).diagnostics().stream()
        .filter(d -> d.isError())
        .map(d -> d.code() + "@" + d.position().orElseThrow().line() + ":"
            + d.position().get().column() + "+" + d.length())
        .toList();
  }

  private static Checked<Contract> read(Source source) {
    return ContractReader.read(
        source, path -> Checked.failed(dev.hew.report.Diagnostic.error("x", "no files here")));
  }
}
