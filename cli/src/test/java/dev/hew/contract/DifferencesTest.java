package dev.hew.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class DifferencesTest {
  private static final String START = """
      openapi: 3.1.0
      info: {title: t, version: '1'}
      paths:
      """;
  private static final String PETS = START + """
        /pets:
          get:
            operationId: listPets
            tags: [pets]
            parameters:
              - {name: limit, in: query, schema: {type: integer, minimum: 1}}
            responses:
              '200':
                description: pets
                content: {application/json: {schema: {$ref: '#/components/schemas/Pet'}}}
          post:
            requestBody: {content: {application/json: {schema: {$ref: '#/components/schemas/Pet'}}}}
            responses: {'201': {description: made}}
      components:
        schemas:
          Pet:
            type: object
            required: [name]
            properties:
              name: {type: string}
              age: {type: integer, format: int32}
      """;

  private static List<String> between(String before, String after) {
    return Differences.between(Texts.contract(before), Texts.contract(after)).stream()
        .map(d -> d.kind().word() + " " + d.subject() + " " + d.name()
            + d.details().stream()
                .map(Difference.Detail::words)
                .collect(Collectors.joining("; ", ": ", "")))
        .toList();
  }

  private static List<String> changed(String from, String to) {
    return between(PETS, PETS.replace(from, to));
  }

  @Test
  void orderCommentsAndExamplesAreNone() {
    assertEquals(List.of(), changed("paths:", "paths: # all"));
    assertEquals(List.of(), changed("name: {type: string}", "name: {example: Rex, type: string}"));
    assertEquals(List.of(), changed("{type: integer, minimum: 1}", "{minimum: 1, type: integer}"));
  }

  @Test
  void operationsComeAndGo() {
    String more = "  /cats: {get: {responses: {'204': {description: none}}}}\ncomponents:\n";
    assertEquals(List.of("added operation GET /cats: "), changed("components:\n", more));
    assertEquals(
        List.of("removed operation GET /cats: "),
        between(PETS.replace("components:\n", more), PETS));
  }

  @Test
  void anOperationIsKnownByItsIdWhenItsPathChanges() {
    assertEquals(
        List.of(
            "changed operation GET /animals: `GET /pets` was its method and path",
            "added operation POST /animals: ",
            "removed operation POST /pets: "),
        changed("  /pets:", "  /animals:"));
  }

  @Test
  void partsOfAnOperation() {
    assertEquals(
        List.of("changed operation GET /pets: `operationId` changed"),
        changed("listPets", "allPets"));
    assertEquals(
        List.of("changed operation GET /pets: `tags` changed"), changed("[pets]", "[all]"));
    assertEquals(
        List.of("changed operation GET /pets: query parameter `limit` required now"),
        changed("in: query,", "in: query, required: true,"));
    assertEquals(
        List.of("changed operation GET /pets: query parameter `limit` changed"),
        changed("minimum: 1}", "minimum: 2}"));
    assertEquals(
        List.of("changed operation GET /pets: query parameter `most` added; "
            + "query parameter `limit` removed"),
        changed("name: limit", "name: most"));
    assertEquals(
        List.of("changed operation POST /pets: `requestBody` changed"),
        changed("requestBody: {", "requestBody: {required: true, "));
    assertEquals(
        List.of("changed operation POST /pets: answer `202` added; answer `201` removed"),
        changed("'201'", "'202'"));
    assertEquals(
        List.of("changed operation GET /pets: answer `200` changed"),
        changed(
            "application/json: {schema: {$ref: '#/components/schemas/Pet'}}}\n    post",
            "application/xml: {schema: {$ref: '#/components/schemas/Pet'}}}\n    post"));
  }

  @Test
  void partsOfASchema() {
    assertEquals(
        List.of("changed schema Pet: property `age` changed: format"), changed("int32", "int64"));
    assertEquals(
        List.of("changed schema Pet: property `name` no longer required; "
            + "property `age` required now"),
        changed("required: [name]", "required: [age]"));
    assertEquals(
        List.of("changed schema Pet: property `years` added; property `age` removed"),
        changed("age: {type: integer, format: int32}", "years: {type: number}"));
    assertEquals(
        List.of("changed schema Pet: `additionalProperties` changed"),
        changed("      type: object", "      type: object\n      additionalProperties: false"));
  }

  @Test
  void whatMayBeRenamed() {
    assertEquals(
        List.of("changed schema Pet: property `years` added (`age`, of the same type, is gone: if"
            + " this is it, say `x-renamed-from: age`, which renames a column); property `age`"
            + " removed"),
        changed("        age:", "        years:"));
    assertEquals(
        List.of("changed schema Pet: property `years` renamed from `age`"),
        changed(
            "        age: {type: integer,", "        years: {x-renamed-from: age, type: integer,"));
    assertEquals(
        List.of("changed schema Pet: property `years` added; property `months` added; "
            + "property `age` removed"),
        changed(
            "age: {type: integer, format: int32}",
            "years: {type: integer, format: int32}\n        months: {type: integer, format: int32}"));
  }

  @Test
  void theWhole() {
    assertEquals(
        List.of("changed contract t: `version` changed; security scheme `key` added"),
        between(
            PETS,
            PETS.replace("version: '1'", "version: '2'")
                + "  securitySchemes: {key: {type: http, scheme: bearer}}\n"));
  }
}
