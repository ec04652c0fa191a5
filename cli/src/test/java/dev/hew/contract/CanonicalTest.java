package dev.hew.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hew.yaml.JsonWriter;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Schemas of every dialect come out in the words of JSON Schema 2020-12. */
class CanonicalTest {

  @Test
  void nullableAddsToTheType() {
    assertEquals(
        "{\"type\":[\"string\",\"null\"],\"enum\":[\"a\"]}",
        schema("3.0.3", "A: {type: string, nullable: true, enum: [a]}"));
    assertEquals("{\"type\":\"string\"}", schema("3.0.3", "A: {type: string, nullable: false}"));
    assertEquals("{}", schema("3.0.3", "A: {nullable: true}"));
  }

  @Test
  void nullableAroundOtherSchemasIsAChoice() {
    assertEquals(
        "{\"description\":\"d\",\"anyOf\":[{\"allOf\":[{\"$ref\":\"#/components/schemas/B\"}]},{\"type\":\"null\"}]}",
        schema(
            "3.0.3",
            "A: {nullable: true, description: d, allOf: [{$ref: '#/components/schemas/B'}]}\nB: {type: object}"));
    assertEquals(
        "{\"anyOf\":[{\"$ref\":\"#/components/schemas/B\"},{\"type\":\"null\"}]}",
        schema("3.0.3", "A: {nullable: true, $ref: '#/components/schemas/B'}\nB: {type: object}"));
  }

  @Test
  void booleanLimitsBecomeNumbers() {
    assertEquals(
        "{\"type\":\"integer\",\"exclusiveMinimum\":1,\"maximum\":9}"
            .replace(
                ",\"exclusiveMinimum\":1,\"maximum\":9", ",\"maximum\":9,\"exclusiveMinimum\":1"),
        schema(
            "3.0.3",
            "A: {type: integer, minimum: 1, exclusiveMinimum: true, maximum: 9, exclusiveMaximum: false}"));
    assertEquals("{\"exclusiveMinimum\":1}", schema("3.1.0", "A: {exclusiveMinimum: 1}"));
  }

  @Test
  void besideAReferenceOnlyThirtyOneKeepsKeywords() {
    String text =
        "A: {$ref: '#/components/schemas/B', description: d, minLength: 1}\nB: {type: string}";
    assertEquals(
        "{\"$ref\":\"#/components/schemas/B\",\"description\":\"d\"}", schema("3.0.3", text));
    assertEquals(
        "{\"$ref\":\"#/components/schemas/B\",\"description\":\"d\",\"minLength\":1}",
        schema("3.1.0", text));
    assertEquals(List.of("ref-siblings@7:57+9"), Texts.problems(Texts.withSchemas("3.0.3", text)));
  }

  @Test
  void wordsInsideExamplesAreNotKeywords() {
    assertEquals(
        "{\"example\":{\"$ref\":\"x\",\"nullable\":true},\"default\":{\"properties\":1},\"enum\":[{\"$ref\":2}]}",
        schema(
            "3.0.3",
            "A: {example: {$ref: x, nullable: true}, default: {properties: 1}, enum: [{$ref: 2}]}"));
    assertEquals(
        "{\"properties\":{\"$ref\":{\"type\":\"string\"},\"nullable\":{\"type\":\"string\"}}}",
        schema("3.0.3", "A: {properties: {$ref: {type: string}, nullable: {type: string}}}"));
  }

  @Test
  void everythingBelowIsRewrittenToo() {
    assertEquals(
        "{\"items\":{\"additionalProperties\":{\"type\":[\"string\",\"null\"]}}}",
        schema("3.0.3", "A: {items: {additionalProperties: {type: string, nullable: true}}}"));
    assertEquals(
        "{\"additionalProperties\":false}", schema("3.0.3", "A: {additionalProperties: false}"));
  }

  @Test
  void mappingsOfADiscriminatorBecomePlaces() {
    String mapping = "mapping: {d: Dog, c: '#/components/schemas/Cat', n: Nobody}";
    Contract contract = Texts.contract(Texts.withSchemas(
        "3.0.3", "A: {discriminator: {propertyName: kind, " + mapping + "}}\nDog: {}\nCat: {}"));
    assertEquals(
        "{d=#/components/schemas/Dog, c=#/components/schemas/Cat}",
        schema(contract, "A").discriminator().orElseThrow().mapping().toString());
  }

  @Test
  void schemasAreFoundByPlaceInTheOrderOfTheText() {
    Contract contract = Texts.contract(Texts.withSchemas("3.1.0", """
                Z: {$ref: '#/components/schemas/A/properties/b~1c'}
                A: {properties: {'b/c': {type: [string, 'null']}, n: {$ref: '#/components/schemas/A'}}}
                """));
    assertEquals(
        List.of(
            "#/components/schemas/Z",
            "#/components/schemas/A",
            "#/components/schemas/A/properties/b~1c"),
        contract.schemas().byPlace().keySet().stream().map(Place::toString).toList());
    assertEquals(
        "[string, null]",
        contract.schemas().resolve(schema(contract, "Z")).types().toString());
  }

  @Test
  void anchorsAndDynamicReferencesAreFollowed() {
    Contract contract = Texts.contract(
        Texts.withSchemas(
            "3.1.0",
            "A: {$dynamicRef: '#here'}\nB: {$anchor: here}\nC: {$ref: 'https://x.y/id'}\nD: {$id: 'https://x.y/id'}"));
    assertEquals(
        "#/components/schemas/B", schema(contract, "A").ref().orElseThrow().toString());
    assertEquals(
        "#/components/schemas/D", schema(contract, "C").ref().orElseThrow().toString());
  }

  @Test
  void keywordsThatCannotHoldArePassedOver() {
    String text = "A: {maxLength: '5', minItems: -1, multipleOf: 0, required: true, pattern: '['}";
    assertEquals("{\"pattern\":\"[\"}", schema("3.1.0", text));
    assertEquals(
        List.of(
            "schema-keyword",
            "schema-keyword",
            "schema-keyword",
            "schema-required",
            "schema-pattern"),
        Texts.read(Texts.withSchemas("3.1.0", text)).diagnostics().stream()
            .map(d -> d.code())
            .toList());
  }

  @Test
  void slipsInKeywordsAreNamed() {
    var found = Texts.read(
        Texts.withSchemas("3.1.0", "A: {requried: [a], additionalProprties: false, custom: 1}"));
    assertEquals(List.of("unknown-key@7:9+8", "unknown-key@7:24+19"), Texts.problems(found));
    assertEquals("did you mean `required`?", found.diagnostics().get(0).hint().orElseThrow());
  }

  @Test
  void deepSchemasAreRead() {
    String text = "A: " + "{items: ".repeat(490) + "{}" + "}".repeat(490);
    assertTrue(Texts.read(Texts.withSchemas("3.1.0", text)).ok());
  }

  private static Schema schema(Contract contract, String name) {
    return contract.schemas().at(new Place("", "/components/schemas/" + name));
  }

  private static String schema(String version, String schemas) {
    return JsonWriter.compact(
        schema(Texts.contract(Texts.withSchemas(version, schemas)), "A").node());
  }
}
