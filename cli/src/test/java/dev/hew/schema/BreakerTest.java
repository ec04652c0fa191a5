package dev.hew.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hew.report.Source;
import dev.hew.yaml.JsonWriter;
import dev.hew.yaml.Node;
import dev.hew.yaml.NodeReader;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BreakerTest {

  private static Node node(String text) {
    return NodeReader.read(new Source("test", text)).value();
  }

  private static List<Breach> breaches(Validator validator) {
    List<Node> values = new Sampler(validator).turns("S", Direction.WRITE);
    assertFalse(values.isEmpty(), "no value is found");
    return new Breaker(validator).of("S", values, 100, (keyword, value) -> true);
  }

  private static Validator validator(Node schema) {
    return new Validator(new SchemaSet(Map.of("S", schema)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{type: integer, minimum: 3}                                | minimum       | 2",
        "{type: integer, maximum: 3}                                | maximum       | 4",
        "{type: number, minimum: 0}                                 | minimum       | -0.01",
        "{type: number, maximum: 1.5}                               | maximum       | 1.51",
        "{type: integer, minimum: 10, multipleOf: 5}                | minimum       | 5",
        "{type: integer, exclusiveMinimum: 3}                       | exclusiveMinimum | 3",
        "{type: number, exclusiveMaximum: 3}                        | exclusiveMaximum | 3",
        "{type: integer, multipleOf: 5}                             | multipleOf    | 6",
        "{type: integer}                                            | type          | 1.5",
        "{type: string}                                             | type          | 7",
        "{type: string}                                             | null          | null",
        "{type: string, minLength: 3, maxLength: 3}                 | minLength     | '\"st\"'",
        "{type: string, maxLength: 2}                               | maxLength     | '\"stt\"'",
        "{type: string, pattern: '^[a-z]+$'}                        | pattern       | '\"\"'",
        "{type: string, pattern: '^[A-Z]{2}$', minLength: 2, maxLength: 2} | pattern | '\"!!\"'",
        "{type: string, format: uuid}                               | format        | '\"hew-wrong\"'",
        "{type: string, enum: [a, b]}                               | enum          | '\"hew-wrong\"'",
        "{type: integer, enum: [0, 1]}                              | enum          | -1",
        "{const: a}                                                 | const         | '\"hew-wrong\"'",
        "{type: array, minItems: 1, items: {type: boolean}}         | minItems      | '[]'",
        "{type: array, maxItems: 1, items: {enum: [a]}}             | maxItems      | '[\"a\",\"a\"]'",
        "{type: array, uniqueItems: true, items: {type: integer}}   | uniqueItems   | '[1,1]'",
        "{type: object, minProperties: 1, additionalProperties: {}} | minProperties | '{}'",
        "{type: object, required: [a], properties: {a: {type: boolean}}} | required | '{}'",
      })
  void breaksOneConstraint(String schema, String keyword, String expected) {
    Breach breach = breaches(validator(node(schema))).stream()
        .filter(b -> b.keyword().equals(keyword))
        .findFirst()
        .orElseThrow();
    assertEquals(expected, JsonWriter.compact(breach.value()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{type: object, additionalProperties: false, properties: {a: {type: integer}}} | additionalProperties",
        "{type: object, maxProperties: 1, additionalProperties: {type: integer}}       | maxProperties",
        "{type: object, propertyNames: {pattern: '^[a-z]+$'}, additionalProperties: {type: integer}} | propertyNames",
        "{type: string, pattern: '[0-9]'}                 | pattern",
        "{type: string, pattern: '^(?:ab)?$'}               | pattern",
        "{type: string, maxLength: 5, pattern: '^[0-9]+$'} | maxLength",
        "{type: string, minLength: 5, pattern: '^[a-z]+$'} | minLength",
        "{type: array, items: {type: integer}, maxItems: 2, uniqueItems: true} | maxItems",
      })
  void withoutTheConstraintTheValueWouldBeAllowed(String schema, String keyword) {
    Node full = node(schema);
    Breach breach = breaches(validator(full)).stream()
        .filter(b -> b.keyword().equals(keyword))
        .findFirst()
        .orElseThrow();
    Map<String, Node> rest = Values.entries(full);
    rest.remove(keyword);
    assertFalse(validator(full).isValid("S", breach.value()));
    assertTrue(validator(Values.map(rest)).isValid("S", breach.value()), breach.toString());
  }

  @Test
  void reachesEveryLevelOnce() {
    Node schema = node("""
        type: object
        properties:
          lines: {type: array, items: {allOf: [{type: object, properties: {n: {type: integer, maximum: 9}}}]}}
          map: {type: object, additionalProperties: {type: string, maxLength: 9}}
          next: {$ref: '#/$defs/S'}
          kind: {oneOf: [{type: integer, minimum: 5}, {type: string, minLength: 2}]}
        """);
    List<String> found = breaches(validator(schema)).stream()
        .map(b -> String.join(".", b.at()) + " " + String.join("/", b.pointer()))
        .toList();
    assertTrue(
        found.containsAll(List.of(
            "lines.0.n properties/lines/items/allOf/0/properties/n/maximum",
            "map.key properties/map/additionalProperties/maxLength",
            "kind properties/kind/oneOf/0/minimum",
            "kind properties/kind/oneOf/1/minLength")),
        found.toString());
  }
}
