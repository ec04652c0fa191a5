package dev.hew.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hew.report.Source;
import dev.hew.yaml.Node;
import dev.hew.yaml.NodeReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SamplerTest {

  private static SchemaSet set(String definitions) {
    return new SchemaSet(
        Values.entries(NodeReader.read(new Source("test", definitions)).value()));
  }

  private static Sample sample(String schema) {
    SchemaSet set = set("S: " + schema);
    return new Sampler(new Validator(set)).sample("S", Direction.READ);
  }

  private static Node found(String schema) {
    return assertInstanceOf(Sample.Found.class, sample(schema), schema).node();
  }

  private static Node node(String text) {
    return NodeReader.read(new Source("test", text)).value();
  }

  private static void assertSample(String expected, String schema) {
    Node actual = found(schema);
    assertTrue(Values.same(node(expected), actual), schema + " gave " + actual);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "true",
        "{}",
        "{type: string}",
        "{type: string, minLength: 20}",
        "{type: string, maxLength: 2}",
        "{type: string, maxLength: 0}",
        "{type: string, format: date}",
        "{type: string, format: date-time}",
        "{type: string, format: time}",
        "{type: string, format: duration}",
        "{type: string, format: uuid}",
        "{type: string, format: email}",
        "{type: string, format: idn-email}",
        "{type: string, format: hostname}",
        "{type: string, format: ipv4}",
        "{type: string, format: ipv6}",
        "{type: string, format: uri}",
        "{type: string, format: uri-reference}",
        "{type: string, format: iri}",
        "{type: string, format: json-pointer}",
        "{type: string, format: relative-json-pointer}",
        "{type: string, format: regex}",
        "{type: string, format: email, minLength: 30}",
        "{type: string, pattern: '^[A-Z]{3}-\\d{4}$'}",
        "{type: string, pattern: 'a\\w+b'}",
        "{type: string, pattern: '^[a-z]*$', minLength: 12, maxLength: 14}",
        "{type: string, pattern: '^(?:\\{[0-9a-fA-F]{4}(?:-?[0-9a-fA-F]{4}){7}\\}|[0-9a-fA-F]{4})$'}",
        "{type: integer, minimum: 3, maximum: 3}",
        "{type: integer, exclusiveMinimum: 3, exclusiveMaximum: 5}",
        "{type: integer, minimum: 101, multipleOf: 7}",
        "{type: integer, maximum: -5}",
        "{type: number, exclusiveMinimum: 0, exclusiveMaximum: 0.01}",
        "{type: number, multipleOf: 0.01, minimum: 10.005}",
        "{type: boolean}",
        "{type: 'null'}",
        "{type: [string, 'null']}",
        "{type: [integer, string]}",
        "{const: {a: [1]}}",
        "{enum: [null, b]}",
        "{enum: [null]}",
        "{type: array, items: {type: integer}, minItems: 3, uniqueItems: true}",
        "{type: array, items: {enum: [a, b, c]}, minItems: 3, uniqueItems: true}",
        "{type: array, items: {type: string, format: uuid}, minItems: 2, uniqueItems: true}",
        "{type: array, maxItems: 0, items: {type: string}}",
        "{type: array, prefixItems: [{type: string}, {type: integer}], items: false}",
        "{type: array, contains: {const: x}}",
        "{type: object, required: [a, b], properties: {a: {type: string}}, additionalProperties: {type: integer}}",
        "{type: object, minProperties: 3, additionalProperties: {type: string}}",
        "{type: object, maxProperties: 1, properties: {a: {type: string}, b: {type: string}}}",
        "{type: object, maxProperties: 1, required: [b], properties: {a: {type: string}, b: {type: string}}}",
        "{type: object, patternProperties: {'^x-': {type: integer}}, required: [x-a], additionalProperties: false}",
        "{allOf: [{type: object, properties: {a: {minimum: 5}}}, {required: [a], properties: {a: {type: integer}}}]}",
        "{oneOf: [{type: string, maxLength: 3}, {type: string}]}",
        "{anyOf: [false, {type: integer}]}",
        "{type: object, oneOf: [{required: [a]}, {required: [b]}], properties: {a: {type: string}, b: {type: string}}}",
        "{if: {required: [a]}, then: {required: [b]}, type: object, properties: {a: {type: string}}}",
        "{not: {type: string}, type: [string, integer]}",
        "{type: object, required: [next], properties: {next: {anyOf: [{$ref: '#/$defs/S'}, {type: 'null'}]}}}",
        "{type: object, properties: {self: {$ref: '#/$defs/S'}, all: {type: array, items: {$ref: '#/$defs/S'}}}}"
      })
  void aSampleKeepsToItsSchema(String schema) {
    Node value = found(schema);
    assertEquals(java.util.List.of(), new Validator(set("S: " + schema)).errors("S", value));
    assertEquals(value, found(schema), "always the same");
  }

  @Test
  void rightExamplesAreTakenAndWrongOnesAreNot() {
    assertSample("rex", "{type: string, examples: [rex]}");
    assertSample("1", "{type: integer, examples: [rex]}");
    assertSample(
        "{id: 1, name: rex}",
        "{type: object, properties: {id: {type: integer, default: a}, name: {examples: [rex]}}}");
    assertSample("7", "{type: integer, default: 7}");
  }

  @Test
  void aPropertyOfTheOtherDirectionStaysAway() {
    SchemaSet set = set(
        "S: {type: object, properties: {a: {readOnly: true}, b: {writeOnly: true}, c: {type: integer}}}");
    Sampler sampler = new Sampler(new Validator(set));
    assertTrue(Values.same(
        node("{a: string, c: 1}"), sampler.sample("S", Direction.READ).value().orElseThrow()));
    assertTrue(Values.same(
        node("{b: string, c: 1}"), sampler.sample("S", Direction.WRITE).value().orElseThrow()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "false",
        "{type: integer, minimum: 5, maximum: 4}",
        "{type: string, minLength: 3, maxLength: 2}",
        "{type: object, required: [a], properties: {a: false}}",
        "{type: object, required: [s], properties: {s: {$ref: '#/$defs/S'}}}",
        "{type: string, enum: [1]}",
        "{allOf: [{type: string}, {type: integer}]}"
      })
  void whatAllowsNothingHasNoSample(String schema) {
    assertInstanceOf(Sample.None.class, sample(schema));
  }

  /** Whatever the generator makes of a pattern, there is a text that matches, or an end with a reason. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "(((((((((((a{1,9}){1,9}){1,9}){1,9}){1,9}){1,9}){1,9}){1,9}){1,9}){1,9}){1,9})",
        "^a{1000000}$",
        "^.{0,100000}$",
        "(a+)+$",
        "[\\p{IsAlphabetic}]",
        "[]a]",
        "(?<year>\\d{4})-\\k<year>"
      })
  void noPatternBringsTheSearchDown(String pattern) {
    Sample sample = sample("{type: string, pattern: '" + pattern + "'}");
    sample
        .value()
        .flatMap(Node::string)
        .ifPresent(text -> assertTrue(text.length() < 1_000, pattern));
    if (sample instanceof Sample.None none) {
      assertTrue(!none.reason().isEmpty());
    }
  }

  @Test
  void namesOfFreePropertiesKeepToTheirRules() {
    assertSample(
        "{xa: 1}",
        "{type: object, minProperties: 1, propertyNames: {enum: [xa]}, additionalProperties: {type: integer}}");
    Node closed = found(
        "{type: object, minProperties: 1, patternProperties: {'^[0-9]+$': true}, additionalProperties: false}");
    assertEquals(1, closed.entries().size());
  }

  @Test
  void whereThereIsLittleRoomASampleHasALittleOfEverything() {
    String leaf =
        "{type: object, properties: {a: {type: string}, b: {type: string}, c: {type: string}}}";
    String deep = leaf;
    for (int i = 0; i < 4; i++) {
      deep = "{type: object, properties: {a: " + deep + ", b: " + deep + ", c: " + deep + "}}";
    }
    String whole = "{type: object, required: [a], properties: {a: " + deep + ", z: " + leaf + "}}";
    SchemaSet set = set("S: " + whole);
    assertTrue(size(found(whole)) > 300);
    Sampler sampler = new Sampler(new Validator(set), 40);
    Node small = sampler.sample("S", Direction.READ).value().orElseThrow();
    assertTrue(size(small) <= 40 && size(small) > 10, small::toString);
    assertEquals(3, small.get("z").orElseThrow().entries().size());
    sampler
        .turns("S", Direction.WRITE)
        .forEach(value -> assertTrue(size(value) <= 40, value::toString));
  }

  private static int size(Node value) {
    return 1 + value.entries().stream().mapToInt(e -> size(e.value())).sum();
  }
}
