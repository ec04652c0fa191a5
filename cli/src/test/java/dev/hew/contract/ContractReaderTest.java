package dev.hew.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hew.report.Checked;
import dev.hew.report.Diagnostic;
import dev.hew.yaml.JsonWriter;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ContractReaderTest {

  @Test
  void whatIsNoContractIsSaidSo() {
    assertEquals(List.of("contract-kind@1:1+1"), Texts.problems("just text\n"));
    assertEquals(List.of("contract-version@1:1+1"), Texts.problems("opanapi: 3.0.0\n"));
    assertEquals(
        "is `opanapi` a slip for it?",
        Texts.read("opanapi: 3.0.0\n").diagnostics().get(0).hint().orElseThrow());
    assertEquals(List.of("contract-version@1:10+5"), Texts.problems("openapi: 4.0.0\n"));
    assertEquals(List.of("contract-version@1:10+3"), Texts.problems("swagger: 1.2\n"));
    assertEquals(
        List.of("missing-key@1:1+1"), errors("openapi: 3.0.0\ninfo: {title: t, version: '1'}\n"));
  }

  @Test
  void aContractWithoutOperationsIsRefused() {
    assertEquals(
        List.of("contract-no-operations@3:1+5"),
        errors("openapi: 3.0.0\ninfo: {title: t, version: '1'}\npaths: {}\n"));
    Checked<Contract> webhooks = Texts.read(
        "openapi: 3.1.0\ninfo: {title: t, version: '1'}\nwebhooks: {new: {post: {responses: {}}}}\n");
    assertEquals(List.of("contract-no-operations@3:1+8"), Texts.problems(webhooks));
    assertTrue(webhooks.diagnostics().get(0).message().contains("serves no webhooks"));
  }

  /** A type in other letters is told and taken; a declaration that leads nowhere is told where it stands, and there only. */
  @Test
  void securitySchemesAreWhatTheyAreMeantToBe() {
    Checked<Contract> read = Texts.read("""
        openapi: 3.0.3
        info: {title: t, version: '1'}
        security: [{basic: []}]
        paths: {/a: {get: {responses: {'200': {description: ok}}}}}
        components:
          securitySchemes:
            basic: {type: HTTP, scheme: Basic}
        """);
    assertEquals(List.of("security-type@7:19+4"), Texts.problems(read));
    SecurityScheme basic = read.value().securitySchemes().get("basic");
    assertEquals("http basic", basic.type() + " " + basic.scheme().orElseThrow());
    Checked<Contract> gone = Texts.read("""
            openapi: 3.0.3
            info: {title: t, version: '1'}
            security: [{gone: []}]
            paths: {/a: {get: {responses: {'200': {description: ok}}}}}
            components:
              securitySchemes:
                gone: {$ref: '#/components/schemas/Gone'}
            """);
    assertEquals(
        List.of("ref-unresolved"),
        gone.diagnostics().stream().map(Diagnostic::code).toList());
  }

  @Test
  void parametersOfThePathAndTheOperationAreMerged() {
    Operation operation = operation("""
            /a/{id}:
              parameters:
                - {name: id, in: path, required: true, schema: {type: string}}
                - {name: X-Trace, in: header, schema: {type: string}}
                - {name: q, in: query, schema: {type: array}}
              get:
                parameters:
                  - {name: x-trace, in: header, required: true, schema: {type: integer}}
                  - {name: f, in: query, style: deepObject, content: {application/json: {schema: {type: object}}}}
                responses: {'200': {description: ok}}
            """);
    assertEquals(
        List.of(
            "id PATH SIMPLE false true #/paths/~1a~1{id}/parameters/0",
            "x-trace HEADER SIMPLE false true #/paths/~1a~1{id}/get/parameters/0",
            "q QUERY FORM true false #/paths/~1a~1{id}/parameters/2",
            "f QUERY DEEP_OBJECT false false #/paths/~1a~1{id}/get/parameters/1"),
        operation.parameters().stream()
            .map(p -> p.name() + " " + p.in() + " " + p.style() + " " + p.explode() + " "
                + p.required() + " " + p.place())
            .toList());
    assertEquals("application/json", operation.parameters().get(3).content().orElseThrow());
  }

  @Test
  void pathVariablesAndParametersAreMatched() {
    Checked<Contract> read = paths("""
            /a/{id}:
              get:
                parameters:
                  - {name: ID, in: path, required: true, schema: {type: string}}
                  - {name: Accept, in: header, schema: {type: string}}
                responses: {'200': {description: ok}}
            /b/{x}:
              get:
                parameters: [{name: x, in: path, schema: {type: integer}}]
                responses: {'200': {description: ok}}
            """);
    assertEquals(
        List.of(
            "path-parameter-missing@5:5+3",
            "path-parameter-unused@7:18+2",
            "parameter-ignored@8:18+6",
            "path-parameter-optional@12:20+1"),
        Texts.problems(read));
    Parameter implied = read.value().operations().get(0).parameters().get(0);
    assertEquals(
        "id true [string]",
        implied.name() + " " + implied.required() + " " + implied.schema().types());
    assertTrue(read.value().operations().get(1).parameters().get(0).required());
  }

  @Test
  void pathsThatNoRequestCanTellApartAreRefused() {
    String text = """
        /a/{b}: {get: {parameters: [{name: b, in: path, required: true, schema: {}}], responses: {'200': {}}}}
        /a/{c}: {get: {parameters: [{name: c, in: path, required: true, schema: {}}], responses: {'200': {}}}}
        a/x: {get: {responses: {'200': {description: a}}}}
        """;
    assertEquals(List.of("path-ambiguous@5:12+3", "path-slash@6:3+3"), Texts.problems(paths(text)));
    assertTrue(paths(text.replaceFirst("(?s)(c}: .)get", "$1put")).ok());
    assertEquals(
        "/a/x",
        paths(text.replaceFirst("(?s)(c}: .)get", "$1put"))
            .value()
            .operations()
            .get(2)
            .path()
            .text());
  }

  @Test
  void wildcardsQueriesAndPathsThatServersRefuseAreDoubtful() {
    Checked<Contract> read = paths("""
        "/a/*": {get: {responses: {200: {}}}}
        "/a?b=c": {get: {responses: {200: {}}}}
        "/a//b": {get: {responses: {200: {}}}}
        "/a/../b": {get: {responses: {200: {}}}}
        "/a/%2Fc": {get: {responses: {200: {}}}}
        "/a/.b/..c/": {get: {responses: {200: {}}}}
        """);
    assertEquals(
        List.of(
            "path-wildcard@4:3+6",
            "path-wildcard@5:3+8",
            "path-refused@6:3+7",
            "path-refused@7:3+9",
            "path-refused@8:3+9"),
        Texts.problems(read));
  }

  @Test
  void pathsThatDifferInHowTheyAreEncodedAreOne() {
    assertEquals(List.of("path-ambiguous@5:14+3"), Texts.problems(paths("""
            "/a%20b": {get: {responses: {200: {}}}}
            "/a b":   {get: {responses: {200: {}}}}
            """)));
  }

  @Test
  void responseKeysAreCodesRangesOrDefault() {
    Checked<Contract> read =
        paths("/a: {get: {responses: {200: {}, 4xx: {}, default: {}, 99: {}}}}");
    assertEquals(List.of("response-status@4:57+2"), Texts.problems(read));
    assertEquals(
        "[200, 4XX, default]",
        read.value().operations().get(0).responses().stream()
            .map(Response::status)
            .toList()
            .toString());
  }

  @Test
  void securityIsInheritedOverriddenAndLifted() {
    Checked<Contract> read = Texts.read("""
            openapi: 3.0.0
            info: {title: t, version: '1'}
            security: [{key: []}]
            paths:
              /a: {get: {responses: {'200': {description: a}}}}
              /b: {get: {security: [], responses: {'200': {description: a}}}}
              /c: {get: {security: [{key: [], login: [read]}, {}], responses: {'200': {description: a}}}}
              /d: {get: {security: [{kye: []}], responses: {'200': {description: a}}}}
            components:
              securitySchemes:
                key: {type: apiKey, in: header, name: X-Key}
                login: {type: http, scheme: Bearer}
            """);
    assertEquals(List.of("security-unknown-scheme@8:26+3"), Texts.problems(read));
    assertEquals(
        "[[{key=[]}], [], [{key=[], login=[read]}, {}], [{kye=[]}]]",
        read.value().operations().stream()
            .map(o -> o.security().stream().map(SecurityRequirement::schemes).toList())
            .toList()
            .toString());
    assertEquals("bearer", read.value().securitySchemes().get("login").scheme().orElseThrow());
    assertTrue(read.value().securitySchemes().get("kye").isBearer());
  }

  @Test
  void referencesAreFollowedEverywhere() {
    Checked<Contract> read = Texts.read(
        """
            openapi: 3.1.0
            info: {title: t, version: '1'}
            paths:
              /a%20b: {$ref: 'more/paths.yaml#/~1item'}
              /c:
                get:
                  parameters: [{$ref: '#/paths/~1c/x-list/0'}]
                  responses: {'200': {$ref: '#/components/responses/Ok', description: mine}}
                x-list: [{name: q, in: query, schema: {$ref: 'more/schemas.yaml'}}]
            components:
              responses: {Ok: {$ref: '#/components/responses/Ok2'}, Ok2: {description: theirs}}
            """,
        Map.of(
            "more/paths.yaml",
            "/item: {get: {responses: {200: {content: {a/b: {schema: {$ref: '../api.yaml#/components/responses/Ok2'}}}}}}}",
            "more/schemas.yaml",
            "type: object\nproperties: {self: {$ref: '#'}}\n"));
    assertEquals(List.of(), Texts.problems(read));
    Operation first = read.value().operations().get(0);
    assertEquals("#/paths/~1a%20b/get", first.place().toString());
    assertEquals(
        "more/paths.yaml#/~1item/get/responses/200",
        first.responses().get(0).place().toString());
    assertEquals(
        "#/components/responses/Ok2",
        first
            .responses()
            .get(0)
            .content()
            .get(0)
            .schema()
            .orElseThrow()
            .ref()
            .orElseThrow()
            .toString());
    Operation second = read.value().operations().get(1);
    assertEquals("mine", second.responses().get(0).description().orElseThrow());
    assertEquals(
        "more/schemas.yaml#",
        second.parameters().get(0).schema().ref().orElseThrow().toString());
    assertEquals(
        List.of("", "more/paths.yaml", "more/schemas.yaml"),
        read.value().sources().stream().map(s -> s.document()).toList());
  }

  @Test
  void referencesThatLeadNowhereAreErrorsAtTheirPlace() {
    String text = """
        A: {$ref: 'https://example.org/x.yaml'}
        B: {$ref: 'gone.yaml#/x'}
        C: {$ref: '/etc/passwd'}
        D: {$ref: '#/components/schemas/E'}
        E: {$ref: '#/components/schemas/D'}
        F: {$ref: 'A'}
        G: {properties: {g: {$ref: '#/components/schemas/G'}}}
        """;
    assertEquals(
        List.of(
            "ref-remote@7:15+28",
            "ref-file@8:15+14",
            "ref-absolute@9:15+13",
            "ref-circle@10:15+24",
            "ref-circle@11:15+24",
            "ref-file@12:15+3"),
        Texts.problems(Texts.withSchemas("3.1.0", text)));
  }

  @Test
  void endlessSchemasAreAWarning() {
    String text = """
        Pet: {oneOf: [{$ref: '#/components/schemas/Cat'}]}
        Cat: {allOf: [{$ref: '#/components/schemas/Pet'}]}
        """;
    assertEquals(
        List.of("schema-endless@8:26+26"), Texts.problems(Texts.withSchemas("3.0.0", text)));
  }

  @Test
  void wrongKindsAreReportedAllAtOnce() {
    String text = """
        /a: [1]
        /b: {get: text}
        /c: {get: {parameters: {}, responses: {'200': 1}}}
        /d: {get: {responses: {'200': {description: ok}}}}
        """;
    assertEquals(
        List.of("wrong-kind@4:7+1", "wrong-kind@5:13+4", "wrong-kind@6:26+1", "wrong-kind@6:49+1"),
        Texts.problems(paths(text)));
  }

  @Test
  void whatIsNotServedIsKeptAside() {
    Checked<Contract> read = paths(
        "/a: {post: {callbacks: {done: {}}, responses: {200: {links: {next: {operationId: x}}}}}, query: {}, additionalOperations: {COPY: {}}}");
    assertEquals(
        List.of("callback done", "link next", "operation QUERY /a", "operation COPY /a"),
        read.value().unserved().stream().map(u -> u.kind() + " " + u.name()).toList());
    assertEquals(
        List.of("not-served", "not-served", "not-served"),
        read.diagnostics().stream().map(Diagnostic::code).toList());
  }

  @Test
  void serversGiveAPath() {
    assertEquals(
        "/v2/x",
        base(
            "{url: 'https://{host}:80/{v}/x/?y#z', variables: {host: {default: a.b}, v: {default: v2}}}"));
    assertEquals("/v1", base("{url: v1}"));
    assertEquals("", base("{url: /}"));
    assertEquals("", base("{url: 'https://a.b'}"));
  }

  @Test
  void swaggerIsReadIntoTheSameWords() {
    Contract contract = Texts.contract("""
            swagger: '2.0'
            info: {title: t, version: '1'}
            host: a.b
            basePath: /v1/
            consumes: [application/xml]
            produces: [application/json]
            paths:
              /a:
                post:
                  parameters:
                    - {name: body, in: body, required: true, schema: {$ref: '#/definitions/A'}}
                    - {name: ids, in: query, type: array, items: {type: integer}, collectionFormat: pipes}
                    - {name: all, in: query, type: array, items: {type: integer}, collectionFormat: multi}
                  responses:
                    200: {schema: {type: file}, headers: {X-N: {type: integer}}, examples: {application/json: 1}}
              /b:
                post:
                  consumes: [multipart/form-data]
                  parameters:
                    - {name: f, in: formData, type: file, required: true}
                    - {name: n, in: formData, type: array, items: {type: string}, collectionFormat: multi}
                  responses: {204: {description: ok}}
            definitions:
              A: {type: object, discriminator: kind, properties: {kind: {type: string, x-nullable: true}}}
            securityDefinitions:
              b: {type: basic}
            """);
    assertEquals("/v1", contract.basePath());
    Operation a = contract.operations().get(0);
    assertEquals(
        "application/xml #/definitions/A",
        a.body().orElseThrow().content().get(0).type() + " "
            + a.body().get().content().get(0).schema().orElseThrow().ref().orElseThrow());
    assertEquals(
        "[PIPE_DELIMITED, FORM]",
        a.parameters().stream().map(Parameter::style).toList().toString());
    assertEquals(
        "[false, true]",
        a.parameters().stream().map(Parameter::explode).toList().toString());
    assertEquals(
        "{\"type\":\"array\",\"items\":{\"type\":\"integer\"}}",
        JsonWriter.compact(a.parameters().get(0).schema().node()));
    MediaType answer = a.responses().get(0).content().get(0);
    assertEquals(
        "{\"type\":\"string\",\"format\":\"binary\"}",
        JsonWriter.compact(answer.schema().orElseThrow().node()));
    assertEquals(1, answer.examples().size());
    assertEquals(
        "[integer]", a.responses().get(0).headers().get(0).schema().types().toString());
    RequestBody form = contract.operations().get(1).body().orElseThrow();
    assertEquals("multipart/form-data", form.content().get(0).type());
    assertEquals(
        "{\"type\":\"object\",\"properties\":{\"f\":{\"type\":\"string\",\"format\":\"binary\"},"
            + "\"n\":{\"type\":\"array\",\"items\":{\"type\":\"string\"}}},\"required\":[\"f\"]}",
        JsonWriter.compact(form.content().get(0).schema().orElseThrow().node()));
    assertTrue(form.content().get(0).encoding().get("n").explode().orElseThrow());
    Schema definition = contract.schemas().at(new Place("", "/definitions/A"));
    assertEquals("kind", definition.discriminator().orElseThrow().property());
    assertEquals("[string, null]", definition.properties().get("kind").types().toString());
    assertEquals("basic", contract.securitySchemes().get("b").scheme().orElseThrow());
  }

  @Test
  void slipsInKeysAreWarningsWithTheNearestName() {
    Checked<Contract> read =
        paths("/a: {get: {operationID: x, responses: {'200': {description: a}}}}");
    assertEquals(List.of("unknown-key@4:14+11"), Texts.problems(read));
    assertEquals("did you mean `operationId`?", read.diagnostics().get(0).hint().orElseThrow());
  }

  private static String base(String server) {
    return Texts.contract("openapi: 3.0.0\ninfo: {title: t, version: '1'}\nservers: [" + server
            + "]\npaths:\n  /a: {get: {responses: {'200': {description: a}}}}\n")
        .basePath();
  }

  private static Operation operation(String paths) {
    Checked<Contract> read = paths(paths);
    assertTrue(read.ok(), () -> read.diagnostics().toString());
    return read.value().operations().get(0);
  }

  private static Checked<Contract> paths(String paths) {
    return Texts.read("openapi: 3.0.0\ninfo: {title: t, version: '1'}\npaths:\n" + paths.indent(2));
  }

  private static List<String> errors(String text) {
    return Texts.problems(text);
  }
}
