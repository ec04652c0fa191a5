package dev.hew.cases;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.hew.contract.Contract;
import dev.hew.contract.MediaType;
import dev.hew.contract.Response;
import dev.hew.contract.Schema;
import dev.hew.report.Source;
import dev.hew.schema.Values;
import dev.hew.yaml.JsonWriter;
import dev.hew.yaml.Node;
import dev.hew.yaml.NodeReader;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ErrorFormTest {
  private static final Node EXAMPLE = Values.map(Map.of("status", Values.number(500)));

  /** The error of 404 that is made of an example, by its schema. */
  private static Node error(String schema, Node example) {
    var contract = Contracts.of("""
        paths:
          /pets:
            get:
              responses:
                '404':
                  description: none
                  content: {application/json: {schema: {SCHEMA}}}
        """.replace("SCHEMA", schema));
    Response response = contract.operations().get(0).responses().get(0);
    MediaType media = response.content().get(0);
    Schema resolved = contract.schemas().resolve(media.schema().orElseThrow());
    return new ErrorForm(contract.schemas()).of(response.status(), resolved, example);
  }

  /** The status that such an error says, by what its schema says of the property. */
  private static String said(String property) {
    String schema = "type: object, required: [status], properties: {status: {" + property + "}}";
    return JsonWriter.compact(error(schema, EXAMPLE).get("status").orElseThrow());
  }

  @Test
  void statusIsItsOwnWhereverTheSchemaAllowsIt() {
    for (String property : List.of(
        "type: integer",
        "type: number",
        "type: integer, minimum: 400, maximum: 599",
        "type: integer, minimum: 404, maximum: 404",
        "type: integer, exclusiveMinimum: true, minimum: 399")) {
      assertEquals("404", said(property), property);
    }
  }

  @Test
  void statusIsTheExamplesWhereTheSchemaForbidsItsOwn() {
    for (String property : List.of(
        "type: integer, minimum: 500",
        "type: integer, maximum: 403",
        "type: integer, enum: [500, 503]",
        "type: integer, exclusiveMinimum: true, minimum: 404")) {
      assertEquals("500", said(property), property);
    }
  }

  /** The body that a service has for one of the answers of an operation, with an example of its own or without. */
  private static String body(String status, String example) {
    Contract contract = Contracts.of("""
        paths:
          /pets:
            get:
              responses:
                '204': {description: ok}
                'STATUS':
                  description: none
                  content:
                    application/json:
                      EXAMPLEschema:
                        type: object
                        properties:
                          title: {type: string, maxLength: 100}
                          status: {type: integer, minimum: 100, maximum: 600, example: 200}
                          detail: {type: string, example: Something}
                          hint: {type: string}
        """.replace("STATUS", status).replace("EXAMPLE", example));
    String place = contract.operations().get(0).place().toString();
    String text = AnswerFile.text(contract, Examples.of(contract), Map.of(place, "get"));
    Node answer = NodeReader.read(new Source("answers", text)).value();
    Node body = answer.get("get").orElseThrow().items().get(1).get("bodies").orElseThrow();
    return JsonWriter.compact(body.items().get(0).get("json").orElseThrow());
  }

  @Test
  void nothingIsMadeUpThatIsNotDemanded() {
    String said = "{\"title\":\"Not Found\",\"status\":404,\"detail\":\"Not Found\"}";
    assertEquals(said, body("404", ""));
    assertEquals(
        said, body("404", "example: {title: string, status: 200, detail: d}\n              "));
    String own = "{\"title\":\"No pet\",\"status\":404,\"detail\":\"d\",\"hint\":\"h\"}";
    assertEquals(
        own,
        body("404", "example: {title: No pet, status: 404, detail: d, hint: h}\n              "));
    assertEquals("{\"title\":\"Error\",\"status\":500,\"detail\":\"Error\"}", body("default", ""));
    assertEquals("{\"title\":\"Error\",\"status\":418,\"detail\":\"Error\"}", body("418", ""));
  }

  /** What tells one alternative from another stays, though none of them demands it. */
  @Test
  void anErrorThatIsOneOfSeveralKeepsItsParts() {
    String issue = "{type: object, properties: {issue: {type: string, enum: [%s]}}}";
    Node error = error(
        "oneOf: [" + issue.formatted("A") + ", " + issue.formatted("B") + "]",
        Values.map(Map.of("issue", Values.text("A"))));
    assertEquals("{\"issue\":\"A\"}", JsonWriter.compact(error));
  }

  /** An error that is nothing but a text says what it is, where its schema takes any. */
  @Test
  void aTextIsTheMessage() {
    Node example = Values.text("string");
    assertEquals("\"Not Found\"", JsonWriter.compact(error("type: string", example)));
    for (String narrow : List.of(
        "type: string, enum: [string]",
        "type: string, maxLength: 6",
        "type: string, not: {minLength: 7}")) {
      assertEquals("\"string\"", JsonWriter.compact(error(narrow, example)), narrow);
    }
  }
}
