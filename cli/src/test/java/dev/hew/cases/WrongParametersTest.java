package dev.hew.cases;

import static dev.hew.cases.Contracts.cases;
import static dev.hew.cases.Contracts.request;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WrongParametersTest {
  private static List<Case> of(String parameter) {
    return cases("""
        paths:
          /things:
            get:
              operationId: get
              parameters: [%s]
              responses: {'200': {description: ok}}
        """.formatted(parameter));
  }

  /** What is wrong, after the parameter's place and name. */
  private static List<String> wrong(List<Case> cases) {
    return cases.stream()
        .map(Case::id)
        .filter(id -> id.contains("-p."))
        .map(id -> id.substring(id.indexOf("-p.") + 3))
        .toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "in: query, schema: {type: integer, minimum: 1, maximum: 9} | type minimum maximum",
        "in: query, schema: {type: string}                          | ",
        "in: query, schema: {type: string, minLength: 1}            | minLength",
        "in: query, allowEmptyValue: true, schema: {type: string, minLength: 1} | ",
        "in: query, schema: {type: string, minLength: 1, default: x} | ",
        "in: query, schema: {type: string, pattern: '^[a-z]+$'}     | pattern",
        "in: query, schema: {type: string, enum: [a]}               | enum",
        "in: query, schema: {type: string, format: email}           | ",
        "in: header, schema: {type: string, format: date-time}      | format",
        "in: cookie, schema: {type: boolean}                        | type",
        "in: query, schema: {oneOf: [{type: string}, {type: integer, maximum: 3}]} | ",
        "in: query, schema: {type: array, minItems: 1, items: {type: string}} | ",
        "in: query, schema: {type: array, minItems: 2, items: {type: string}} | minItems",
        "in: query, explode: false, schema: {type: array, uniqueItems: true, items: {type: integer}} | type uniqueItems 0.type",
      })
  void breaksWhatATextCanBreak(String parameter, String keywords) {
    String found = String.join(" ", wrong(of("{name: p, " + parameter + "}")));
    assertEquals(keywords == null ? "" : keywords, found);
  }

  @Test
  void whatIsNotWrittenIsNoWrongValue() {
    List<Case> cases = of("{name: p, in: query, schema: {type: object, additionalProperties: false,"
        + " required: [a], properties: {a: {type: integer}, b: {type: string}}}}");
    assertEquals(List.of("a.required", "a.type"), wrong(cases), "others are other parameters");
    assertEquals("/things?a=1.5&b=string", request(cases, "get.query-p.a.type").target());
  }

  @Test
  void aClosedObjectUnderItsOwnNameIsBroken() {
    List<Case> cases =
        of("{name: p, in: query, style: deepObject, explode: true, schema: {type: object,"
            + " additionalProperties: false, properties: {a: {type: integer}}}}");
    assertEquals(List.of("additionalProperties", "a.type"), wrong(cases));
    assertEquals(
        "/things?p%5Ba%5D=1&p%5BhewUnknown%5D=value",
        request(cases, "get.query-p.additionalProperties").target());
  }

  @Test
  void contentIsJsonAndKnowsANull() {
    List<Case> cases =
        of("{name: p, in: query, required: true, content: {application/json: {schema:"
            + " {type: object, required: [a], properties: {a: {type: string}}}}}}");
    assertEquals(List.of("type", "null", "a.required", "a.type", "a.null"), wrong(cases));
    assertEquals(
        "/things?p=%7B%22a%22%3A7%7D", request(cases, "get.query-p.a.type").target());
  }
}
