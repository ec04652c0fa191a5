package dev.hew.cases;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hew.contract.Contract;
import dev.hew.contract.Operation;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ExamplesTest {

  @Test
  void everyResponseHasAnAnswerInEachMediaType() {
    Contract contract = Contracts.of("""
            paths:
              /pets:
                get:
                  responses:
                    '200':
                      description: ok
                      headers: {X-Next: {schema: {type: array, items: {type: integer}}}}
                      content:
                        application/json:
                          schema: {$ref: '#/components/schemas/Pet'}
                          examples: {wrong: {value: {id: rex}}, right: {value: {id: 7}}}
                        application/xml: {schema: {$ref: '#/components/schemas/Pet'}}
                        text/plain: {schema: {type: string}}
                        image/png: {schema: {type: string, format: binary}}
                    '204': {description: none}
                    '500': {description: never, content: {application/json: {schema: {type: integer, minimum: 2, maximum: 1}}}}
            components:
              schemas:
                Pet:
                  type: object
                  required: [id]
                  properties:
                    id: {type: integer, xml: {attribute: true}}
                    tags: {type: array, items: {type: string, xml: {name: tag}}, xml: {wrapped: true}}
                    secret: {type: string, writeOnly: true}
            """);
    Operation operation = contract.operations().get(0);
    Examples examples = Examples.of(contract);
    List<Examples.Example> ok = examples.of(operation.responses().get(0));
    assertEquals(
        List.of("application/json", "application/xml", "text/plain", "image/png"),
        ok.stream().map(e -> e.contentType().orElseThrow()).toList());
    assertEquals("{\n  \"id\": 7\n}", text(ok.get(0)));
    assertEquals(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Pet id=\"1\"><tags><tag>string</tag></tags></Pet>",
        text(ok.get(1)));
    assertEquals("string", text(ok.get(2)));
    assertEquals(Optional.empty(), ok.get(3).body().orElseThrow().text());
    assertEquals(Map.of("X-Next", "1"), ok.get(0).headers());

    Examples.Example none = examples.of(operation.responses().get(1)).get(0);
    assertEquals(Optional.empty(), none.contentType());
    Examples.Example impossible = examples.of(operation.responses().get(2)).get(0);
    assertEquals(Optional.of("application/json"), impossible.contentType());
    assertTrue(impossible.body().isEmpty());
  }

  /** A schema with properties and no type allows texts too, but its type is an object. */
  @Test
  void anObjectWrittenAsTextIsNone() {
    Contract contract = Contracts.of("""
            paths:
              /a:
                get:
                  responses:
                    '200':
                      description: ok
                      content:
                        application/json:
                          schema: {properties: {name: {type: string, example: docs}}}
                          example: '{ "name": "My Docs" }'
            """);
    Examples.Example example = Examples.of(contract)
        .of(contract.operations().get(0).responses().get(0))
        .get(0);
    assertEquals("{\n  \"name\": \"docs\"\n}", text(example));
  }

  private static String text(Examples.Example example) {
    return example.body().orElseThrow().text().orElseThrow();
  }
}
