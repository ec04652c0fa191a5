package dev.hew.cases;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hew.contract.Contract;
import dev.hew.contract.Schema;
import dev.hew.report.Source;
import dev.hew.schema.Direction;
import dev.hew.schema.SchemaSet;
import dev.hew.schema.Validator;
import dev.hew.schema.Values;
import dev.hew.yaml.JsonWriter;
import dev.hew.yaml.Node;
import dev.hew.yaml.NodeReader;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class BundleTest {

  private static SchemaSet bundle(String schemas) {
    String paths = "paths: {/: {get: {responses: {'200': {description: ok}}}}}\n";
    return Bundle.of(Contracts.of(paths + "components:\n  schemas:\n" + schemas.indent(4)))
        .schemas();
  }

  private static Node node(String text) {
    return NodeReader.read(new Source("test", text)).value();
  }

  private static void assertDefinition(String expected, SchemaSet set, String name) {
    Node actual = set.definitions().get(name);
    assertTrue(
        actual != null && Values.same(node(expected), actual),
        () -> name + ": " + JsonWriter.compact(actual));
  }

  private static boolean valid(SchemaSet set, String name, String value) {
    return new Validator(set).isValid(name, node(value));
  }

  @Test
  void wordsOfOpenapiAreDroppedOrTranslated() {
    SchemaSet set = bundle("""
            Pet:
              type: object
              description: a pet
              xml: {name: pet}
              x-internal: true
              externalDocs: {url: 'https://example.com'}
              required: [id]
              properties:
                id: {type: integer, format: int32, example: 7}
                big: {type: integer, format: int64, minimum: 0}
                example: {type: string, nullable: true}
                owner: {$ref: '#/components/schemas/Owner'}
            Owner: {type: string, pattern: '^[a-z]+$'}
            """);
    assertDefinition("""
        {type: object, required: [id], properties: {
          id: {type: integer, format: int32, examples: [7], minimum: -2147483648, maximum: 2147483647},
          big: {type: integer, format: int64, minimum: 0, maximum: 9223372036854775807},
          example: {type: [string, 'null']},
          owner: {$ref: '#/$defs/Owner'}}}
        """, set, "Pet");
    assertDefinition("{type: string, pattern: '^[a-z]+$'}", set, "Owner");
  }

  @Test
  void patternsThatNoEngineTakesAreDropped() {
    SchemaSet set = bundle("A: {type: object, properties: {a: {type: string, pattern: '('}}}");
    assertDefinition("{type: object, properties: {a: {type: string}}}", set, "A");
  }

  @Test
  void aSchemaThatDiffersByDirectionIsThereTwiceAndSoIsWhatUsesIt() {
    SchemaSet set = bundle("""
            User:
              type: object
              required: [id, password, name]
              properties:
                id: {type: integer, readOnly: true}
                password: {type: string, writeOnly: true}
                name: {type: string}
            Users: {type: array, items: {$ref: '#/components/schemas/User'}}
            Plain: {type: object, properties: {id: {readOnly: true}}}
            """);
    assertEquals(
        Set.of("User", "User.write", "Users", "Users.write", "Plain"),
        set.definitions().keySet());
    assertDefinition("{type: array, items: {$ref: '#/$defs/User.write'}}", set, "Users.write");
    assertTrue(valid(set, "Users", "[{id: 1, name: a}]"));
    assertFalse(valid(set, "Users", "[{password: x, name: a}]"));
    assertTrue(valid(set, "Users.write", "[{password: x, name: a}]"));
    assertFalse(valid(set, "Users.write", "[{id: 1, name: a}]"));
  }

  @Test
  void whatIsRequiredBesideAnAllOfKnowsTheDirectionOfTheParts() {
    SchemaSet set = bundle("""
            Base: {type: object, properties: {id: {type: integer, readOnly: true}}}
            Pet: {allOf: [{$ref: '#/components/schemas/Base'}, {required: [id, name]}]}
            """);
    assertTrue(valid(set, "Pet.write", "{name: a}"));
    assertFalse(valid(set, "Pet", "{name: a}"));
  }

  @Test
  void aDiscriminatorBindsEachBranchToItsTag() {
    SchemaSet set = bundle("""
            Pet:
              oneOf: [{$ref: '#/components/schemas/Cat'}, {$ref: '#/components/schemas/Dog'}]
              discriminator: {propertyName: kind, mapping: {kitty: '#/components/schemas/Cat'}}
            Cat: {type: object, required: [kind], properties: {kind: {type: string}, lives: {type: integer}}}
            Dog: {type: object, required: [kind], properties: {kind: {type: string}, barks: {type: boolean}}}
            """);
    assertTrue(valid(set, "Pet", "{kind: kitty, lives: 9}"));
    assertTrue(valid(set, "Pet", "{kind: Dog, barks: true}"));
    assertFalse(valid(set, "Pet", "{kind: Cat}"));
    assertFalse(valid(set, "Pet", "{lives: 9}"));
    assertFalse(valid(set, "Pet", "{kind: kitty, lives: many}"));
  }

  @Test
  void aTagThatNoSchemaDeclaresAsksNothing() {
    SchemaSet set = bundle("""
            Pet:
              oneOf: [{$ref: '#/components/schemas/Cat'}, {$ref: '#/components/schemas/Dog'}]
              discriminator: {propertyName: kind}
            Cat: {type: object, required: [lives], properties: {lives: {type: integer}}}
            Dog: {type: object, required: [barks], properties: {barks: {type: boolean}}}
            """);
    assertTrue(valid(set, "Pet", "{lives: 9}"));
  }

  @Test
  void aBaseWithADiscriminatorMeansOneOfThoseThatExtendIt() {
    SchemaSet set = bundle("""
            Pet:
              type: object
              required: [kind]
              properties: {kind: {type: string}}
              discriminator: {propertyName: kind}
            Cat:
              allOf:
                - $ref: '#/components/schemas/Pet'
                - {type: object, required: [lives], properties: {lives: {type: integer}}}
            House: {type: object, properties: {pet: {$ref: '#/components/schemas/Pet'}}}
            """);
    assertTrue(valid(set, "House", "{pet: {kind: Cat, lives: 9}}"));
    assertFalse(valid(set, "House", "{pet: {kind: Cat}}"));
    assertFalse(valid(set, "House", "{pet: {kind: Bird}}"));
    assertFalse(valid(set, "Cat", "{kind: Pet, lives: 9}"));
  }

  @Test
  void aBaseThatNamesItsHeirsAndTheHeirsThatExtendItComeToAnEnd() {
    SchemaSet set = bundle("""
            Pet:
              type: object
              properties: {kind: {type: string}}
              oneOf: [{$ref: '#/components/schemas/Cat'}, {$ref: '#/components/schemas/Dog'}]
            Cat: {allOf: [{$ref: '#/components/schemas/Pet'}, {required: [lives]}]}
            Dog: {allOf: [{$ref: '#/components/schemas/Pet'}, {required: [barks]}]}
            """);
    assertTrue(valid(set, "Pet", "{kind: a, lives: 9}"));
    assertFalse(valid(set, "Pet", "{kind: a}"));
  }

  @Test
  void choicesThatCannotBeToldApartAreRelaxed() {
    SchemaSet set = bundle("""
            A: {type: object, properties: {a: {type: string}}}
            B: {type: object, properties: {b: {type: string}}}
            Vague: {oneOf: [{$ref: '#/components/schemas/A'}, {$ref: '#/components/schemas/B'}]}
            Clear: {oneOf: [{$ref: '#/components/schemas/A'}, {type: string}]}
            """);
    assertDefinition("{anyOf: [{$ref: '#/$defs/A'}, {$ref: '#/$defs/B'}]}", set, "Vague");
    assertDefinition("{oneOf: [{$ref: '#/$defs/A'}, {type: string}]}", set, "Clear");
  }

  @Test
  void namesAreSafeUniqueAndMadeOfPlaces() {
    Contract contract = Contracts.of("""
            paths:
              /a:
                post:
                  requestBody: {content: {application/json: {schema: {type: object}}}}
                  responses:
                    '200': {description: ok, content: {application/json: {schema: {$ref: '#/components/schemas/A%20b'}}}}
                    '201': {description: ok, content: {application/json: {schema: {type: string}}, text/plain: {schema: {type: string}}}}
            components:
              schemas:
                A b: {type: string}
                A-b: {type: string}
            """);
    Bundle bundle = Bundle.of(contract);
    assertTrue(
        bundle
            .schemas()
            .definitions()
            .keySet()
            .containsAll(Set.of(
                "A-b",
                "A-b-2",
                "post-a.request",
                "post-a.201.application-json",
                "post-a.201.text-plain")),
        bundle.schemas().definitions().keySet().toString());
    Schema answer = contract
        .operations()
        .get(0)
        .responses()
        .get(0)
        .content()
        .get(0)
        .schema()
        .orElseThrow();
    assertEquals("A-b", bundle.name(answer, Direction.READ));
  }

  @Test
  void keywordsThatNoValidatorReadsAreDropped() {
    SchemaSet set = bundle("""
            A:
              type: object
              minProperties: many
              properties:
                a: {type: number, multipleOf: 0, minimum: 1.0e+1000, enum: [1.0e+1000], default: 1.0e+1000}
                b: {type: array, uniqueItems: 'yes', items: {type: string}}
            """);
    assertDefinition(
        "{type: object, properties: {a: {type: number}, b: {type: array, items: {type: string}}}}",
        set,
        "A");
  }

  private static final String CREDENTIALS = """
      Credential:
        type: object
        required: [kind]
        properties: {kind: {type: string, enum: [TOKEN, KEY]}}
        discriminator:
          propertyName: kind
          mapping: {TOKEN: '#/components/schemas/Token', KEY: '#/components/schemas/Key'}
      Token:
        type: object
        allOf:
          - $ref: '#/components/schemas/Credential'
          - {type: object, required: [token], properties: {token: {type: string, writeOnly: true}}}
      Key: {type: object, allOf: [{$ref: '#/components/schemas/Credential'}]}
      """;

  @Test
  void aDescriptionBesideAReferenceToABaseChangesNothing() {
    SchemaSet set = bundle(CREDENTIALS + """
            Alias: {description: Another name., allOf: [{$ref: '#/components/schemas/Credential'}]}
            Old: {allOf: [{$ref: '#/components/schemas/Alias'}, {required: [since], properties: {since: {type: string}}}]}
            Holder:
              type: object
              properties:
                plain: {$ref: '#/components/schemas/Credential'}
                told: {description: How., allOf: [{$ref: '#/components/schemas/Credential'}]}
                beside: {allOf: [{$ref: '#/components/schemas/Credential'}, {description: How.}]}
                maybe: {nullable: true, allOf: [{$ref: '#/components/schemas/Credential'}]}
                named: {$ref: '#/components/schemas/Alias'}
            """);
    for (String property : List.of("plain", "told", "beside", "maybe", "named")) {
      String name = "Holder.write";
      assertFalse(valid(set, name, "{" + property + ": {kind: TOKEN}}"), property);
      assertTrue(valid(set, name, "{" + property + ": {kind: TOKEN, token: t}}"), property);
      assertTrue(valid(set, name, "{" + property + ": {kind: KEY}}"), property);
    }
    assertTrue(valid(set, "Old", "{kind: KEY, since: s}"));
  }

  @Test
  void aBaseDiffersByDirectionWhereOneThatExtendsItDoes() {
    SchemaSet set = bundle(CREDENTIALS);
    assertFalse(valid(set, "Credential.write", "{kind: TOKEN}"));
    assertTrue(valid(set, "Credential", "{kind: TOKEN}"));
  }
}
