package dev.hew.cases;

import static dev.hew.cases.Contracts.cases;
import static dev.hew.cases.Contracts.expect;
import static dev.hew.cases.Contracts.find;
import static dev.hew.cases.Contracts.maybe;
import static dev.hew.cases.Contracts.request;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hew.contract.Contract;
import dev.hew.resource.Resources;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CasesTest {
  private static final String ORDERS = """
      paths:
        /orders/{id}:
          parameters:
            - {name: id, in: path, required: true, schema: {type: integer}}
          get:
            operationId: getOrder
            parameters:
              - {name: tag, in: query, schema: {type: array, items: {type: string}}}
              - {name: X-Trace, in: header, required: true, schema: {type: string, format: uuid}}
            responses:
              '200':
                description: ok
                headers: {X-Rate: {required: true, schema: {type: integer}}}
                content: {application/json: {schema: {$ref: '#/components/schemas/Order'}}}
              '404': {description: none}
              '400': {description: bad, content: {application/json: {schema: {$ref: '#/components/schemas/Oops'}}}}
        /orders:
          post:
            operationId: createOrder
            requestBody:
              required: true
              content: {application/json: {schema: {$ref: '#/components/schemas/Order'}}}
            responses:
              '201': {description: made, content: {application/json: {schema: {$ref: '#/components/schemas/Order'}}}}
              '202': {description: later}
      components:
        schemas:
          Order:
            type: object
            required: [item]
            properties:
              id: {type: integer, readOnly: true}
              item: {type: string}
              size: {type: string, enum: [s, m]}
              mail: {type: string, format: email}
          Oops: {type: object, properties: {error: {type: string}}}
      """;

  @Test
  void aRightRequestIsReadyToBeSent() {
    List<Case> cases = cases(ORDERS);
    Case.Request get = request(cases, "getOrder.200");
    assertEquals("GET", get.method());
    assertEquals("/orders/1", get.target());
    assertEquals(
        Map.of("Accept", "application/json", "X-Trace", "7f3c2d1e-4b5a-4c6d-8e9f-0a1b2c3d4e5f"),
        get.headers());
    assertEquals(Optional.empty(), get.body());
    assertEquals(
        "/orders/1?tag=string&tag=string",
        request(cases, "getOrder.200.all-parameters").target());

    Case.Request post = request(cases, "createOrder.201");
    assertEquals(
        "{\"item\":\"string\",\"size\":\"s\",\"mail\":\"user@example.com\"}",
        post.body().orElseThrow().toString());
    assertEquals("application/json", post.headers().get("Content-Type"));
    assertEquals("code=201", post.headers().get("Prefer"));
    assertEquals(Optional.of("Order"), post.schema());
  }

  @Test
  void theAnswerIsTheOneThatWasAskedForAndTheOthersAreAlternatives() {
    List<Case> cases = cases(ORDERS);
    assertEquals(
        new Case.Expect(
            List.of("200"),
            List.of("application/json"),
            Optional.of("Order"),
            List.of(new Case.HeaderExpect("X-Rate", true, "getOrder.200.X-Rate"))),
        expect(cases, "getOrder.200"));
    Case.Step created = find(cases, "createOrder.201").steps().get(0);
    assertEquals(List.of("201"), created.expect().status());
    assertEquals(
        List.of(List.of("202")),
        created.alternatives().stream().map(Case.Expect::status).toList());
    assertEquals(List.of(), expect(cases, "createOrder.202").contentType());
  }

  @Test
  void wrongRequestsExpectTheDocumentedErrorOrAProblem() {
    List<Case> cases = cases(ORDERS);
    assertEquals("/orders/1.5", request(cases, "getOrder.path-id.type").target());
    assertEquals(
        new Case.Expect(
            List.of("400"), List.of("application/json"), Optional.of("Oops"), List.of()),
        expect(cases, "getOrder.path-id.type"));
    assertEquals(
        "hew-wrong", request(cases, "getOrder.header-X-Trace.format").headers().get("X-Trace"));
    assertFalse(request(cases, "getOrder.missing-header-X-Trace").headers().containsKey("X-Trace"));
    assertTrue(
        cases.stream().noneMatch(one -> one.id().startsWith("getOrder.query-tag.")),
        "every text is a string, and every one a list of one");

    assertEquals(Expectations.problem(400), expect(cases, "createOrder.body.missing"));
    assertEquals(
        "{\"size\":\"s\",\"mail\":\"user@example.com\"}",
        body(cases, "createOrder.body.item.required"));
    assertEquals(
        Optional.of("Order"), request(cases, "createOrder.body.item.required").violates());
    assertEquals(
        "#/components/schemas/Order/required",
        find(cases, "createOrder.body.item.required").why());
    assertTrue(body(cases, "createOrder.body.item.type").contains("\"item\":7"));
    assertTrue(maybe(cases, "createOrder.body.mail.format").isEmpty(), "any text may be a mail");
    assertTrue(body(cases, "createOrder.body.size.enum").contains("\"size\":\"hew-wrong\""));
    assertTrue(
        body(cases, "createOrder.body.mail.type").contains("\"mail\":7"),
        "few servers check such formats");
    assertEquals("{\"hew\":", body(cases, "createOrder.body.malformed"));
  }

  private static String body(List<Case> cases, String id) {
    return request(cases, id).body().orElseThrow().toString();
  }

  @Test
  void whatIsNotOfferedIsRefused() {
    List<Case> cases = cases(ORDERS);
    assertEquals("DELETE", request(cases, "getOrder.method-DELETE").method());
    assertEquals(Expectations.problem(405), expect(cases, "getOrder.method-DELETE"));
    assertEquals(Expectations.problem(406), expect(cases, "getOrder.unacceptable"));
    assertEquals(Expectations.problem(415), expect(cases, "createOrder.unknown-media-type"));
    assertTrue(
        maybe(cases, "createOrder.unacceptable").isEmpty(), "one success has no content to refuse");
  }

  @Test
  void aMethodThatAnOverlappingPathServesIsNotUndocumented() {
    List<Case> cases = cases("""
            paths:
              /pets/mine:
                get: {operationId: mine, responses: {'200': {description: ok}}}
              /pets/{id}:
                parameters: [{name: id, in: path, required: true, schema: {type: string}}]
                delete: {operationId: drop, responses: {'204': {description: ok}}}
            """);
    assertEquals("PATCH", request(cases, "mine.method-PATCH").method());
  }

  @Test
  void everySuccessMediaTypeAndRequestMediaTypeIsUsedOnce() {
    List<Case> cases = cases("""
            paths:
              /a:
                put:
                  operationId: a
                  requestBody:
                    content:
                      application/json: {schema: {type: object, properties: {n: {type: integer}}}}
                      application/x-www-form-urlencoded: {schema: {type: object, properties: {n: {type: integer}}}}
                      application/octet-stream: {}
                  responses:
                    2XX: {description: ok, content: {application/json: {}, text/csv: {example: 'a,b'}}}
            """);
    assertEquals(
        List.of(
            "a.2XX",
            "a.2XX.body.least",
            "a.2XX.from.application-x-www-form-urlencoded",
            "a.2XX.from.application-octet-stream",
            "a.2XX.without-body",
            "a.2XX.text-csv"),
        cases.stream().filter(c -> c.kind() == Case.Kind.SUCCESS).map(Case::id).toList());
    assertEquals("n=1", body(cases, "a.2XX.from.application-x-www-form-urlencoded"));
    assertEquals("text/csv", request(cases, "a.2XX.text-csv").headers().get("Accept"));
  }

  @Test
  void withoutADocumentedSuccessTheNextBestAnswerIsExpected() {
    List<Case> cases = cases("""
            paths:
              /first: {get: {operationId: first, responses: {'404': {description: a}, '302': {description: b}}}}
              /any: {get: {operationId: any, responses: {'400': {description: a}, default: {description: b}}}}
              /info: {get: {operationId: info, responses: {'101': {description: a}}}}
            """);
    assertEquals(List.of("404"), expect(cases, "first.404").status());
    assertEquals(List.of("default"), expect(cases, "any.default").status());
    assertTrue(find(cases, "info.success").exempt().isPresent());
  }

  @Test
  void whatCannotBeSentIsExemptWithItsReason() {
    List<Case> cases = cases("""
            paths:
              /a:
                get:
                  operationId: a
                  parameters: [{name: q, in: query, required: true, schema: {type: integer, minimum: 2, maximum: 1}}]
                  responses: {'200': {description: ok}}
            """);
    assertEquals(List.of("a.success"), cases.stream().map(Case::id).toList());
    assertTrue(cases.get(0).exempt().orElseThrow().contains("query parameter `q`"));
  }

  @Test
  void credentialsAreSentWhereTheyAreNeeded() {
    List<Case> cases = cases("""
            paths:
              /key: {get: {operationId: key, security: [{k: []}], responses: {'200': {description: ok}}}}
              /both: {get: {operationId: both, security: [{b: [], c: []}], responses: {'200': {description: ok}}}}
              /free: {get: {operationId: free, security: [], responses: {'200': {description: ok}}}}
            security: [{b: []}]
            components:
              securitySchemes:
                k: {type: apiKey, in: query, name: api key}
                b: {type: http, scheme: bearer}
                c: {type: apiKey, in: cookie, name: sid}
            """);
    assertEquals("/key?api%20key={{auth.k}}", request(cases, "key.200").target());
    assertEquals(
        Map.of("Accept", "*/*", "Authorization", "Bearer {{auth.b}}", "Cookie", "sid={{auth.c}}"),
        request(cases, "both.200").headers());
    assertEquals(Map.of("Accept", "*/*"), request(cases, "free.200").headers());
    assertEquals(List.of("free.200", "free.method-DELETE"), idsOf(cases, "free."));
  }

  @Test
  void everySecuredOperationRefusesWhatDoesNotSuffice() {
    List<Case> cases = cases("""
            paths:
              /key: {get: {operationId: key, security: [{k: []}], responses: {'204': {description: ok}}}}
              /both: {get: {operationId: both, security: [{b: [r, w], k: []}], responses: {'204': {description: ok}}}}
              /ways: {get: {operationId: ways, security: [{b: [r]}, {u: []}], responses: {'204': {description: ok}}}}
              /some: {get: {operationId: some, security: [{k: []}, {}], responses: {'204': {description: ok}}}}
              /shut: {get: {operationId: shut, security: [{b: [], u: []}], responses: {'204': {description: ok}}}}
              /tls: {get: {operationId: tls, security: [{t: []}], responses: {'204': {description: ok}}}}
            components:
              securitySchemes:
                k: {type: apiKey, in: header, name: X-Key}
                b: {type: oauth2, flows: {}}
                u: {type: http, scheme: basic}
                t: {type: mutualTLS}
            """);
    assertEquals(
        List.of("key.204", "key.auth.none", "key.auth.wrong-k", "key.method-DELETE"),
        idsOf(cases, "key."));
    assertEquals(List.of("401"), expect(cases, "key.auth.none").status());
    assertEquals("hew-wrong", request(cases, "key.auth.wrong-k").headers().get("X-Key"));
    assertEquals("{{auth.k}}", request(cases, "key.method-DELETE").headers().get("X-Key"));
    assertEquals(
        List.of(
            "both.204",
            "both.auth.none",
            "both.auth.malformed-b",
            "both.auth.wrong-b",
            "both.auth.wrong-k",
            "both.auth.only-b",
            "both.auth.only-k",
            "both.auth.without-scopes-b-k",
            "both.method-DELETE"),
        idsOf(cases, "both."));
    assertEquals(
        Map.of("Accept", "*/*", "Authorization", "Bearer {{auth.b r w}}", "X-Key", "{{auth.k}}"),
        request(cases, "both.204").headers());
    assertEquals(
        "Bearer {{auth.b}}",
        request(cases, "both.auth.without-scopes-b-k").headers().get("Authorization"));
    assertEquals(List.of("403"), expect(cases, "both.auth.without-scopes-b-k").status());
    assertEquals(List.of("401", "403"), expect(cases, "both.auth.only-k").status());
    assertEquals(
        "Basic {{auth.u}}",
        request(cases, "ways.auth.alternative-2").headers().get("Authorization"));
    assertEquals(
        List.of("some.204", "some.auth.none", "some.method-DELETE"), idsOf(cases, "some."));
    assertEquals(List.of("204"), expect(cases, "some.auth.none").status());
    assertTrue(find(cases, "shut.success").exempt().orElseThrow().contains("same place"));
    assertEquals(List.of("401"), expect(cases, "shut.auth.none").status());
    assertEquals(List.of("tls.204", "tls.method-DELETE"), idsOf(cases, "tls."));
  }

  @Test
  void credentialsTakeThePlaceOfAParameter() {
    List<Case> cases = cases("""
            paths:
              /key:
                get:
                  operationId: key
                  security: [{k: []}]
                  parameters: [{name: x-KEY, in: header, required: true, schema: {type: integer}}]
                  responses: {'204': {description: ok}}
            components:
              securitySchemes:
                k: {type: apiKey, in: header, name: X-Key}
            """);
    assertEquals(
        Map.of("Accept", "*/*", "X-Key", "{{auth.k}}"),
        request(cases, "key.204").headers());
    assertFalse(maybe(cases, "key.missing-header-x-KEY").isPresent());
  }

  private static List<String> idsOf(List<Case> cases, String operation) {
    return cases.stream().map(Case::id).filter(id -> id.startsWith(operation)).toList();
  }

  @Test
  void pathsAreTakenLiterally() {
    List<Case> cases = cases("""
            paths:
              '/a#b/c d/{x}.json':
                get:
                  operationId: odd
                  parameters: [{name: x, in: path, required: true, schema: {type: string}, example: a/b}]
                  responses: {'200': {description: ok}}
            """);
    assertEquals("/a%23b/c%20d/string.json", request(cases, "odd.200").target());
  }

  @Test
  void multipartBodiesHaveAPartForEachProperty() {
    List<Case> cases = cases("""
            paths:
              /up:
                post:
                  operationId: up
                  requestBody:
                    required: true
                    content:
                      multipart/form-data:
                        schema:
                          type: object
                          properties:
                            name: {type: string}
                            meta: {type: object, properties: {n: {type: integer}}}
                            file: {type: string, format: binary}
                        encoding: {file: {contentType: 'text/plain, text/csv'}}
                  responses: {'204': {description: ok}}
            """);
    assertEquals("""
        --hew-boundary
        Content-Disposition: form-data; name="name"

        string
        --hew-boundary
        Content-Disposition: form-data; name="meta"
        Content-Type: application/json

        {"n":1}
        --hew-boundary
        Content-Disposition: form-data; name="file"; filename="file.txt"
        Content-Type: text/plain

        string
        --hew-boundary--
        """, body(cases, "up.204").replace("\r\n", "\n"));
  }

  @Test
  void idsAreUniqueAndTheFileIsALineACase() {
    Cases cases = Cases.of(Contracts.of(ORDERS));
    assertEquals(
        cases.cases().size(), new HashSet<>(cases.cases().stream().map(Case::id).toList()).size());
    String text = CaseFile.text(cases.cases());
    assertEquals(cases.cases().size(), text.lines().count());
    assertEquals(text, CaseFile.text(Cases.of(Contracts.of(ORDERS)).cases()));
    assertEquals(
        "{\"id\":\"createOrder.202\",\"operation\":\"POST /orders\",\"kind\":\"success\",\"steps\":[{\"request\":{"
            + "\"method\":\"POST\",\"target\":\"/orders\",\"headers\":{\"Accept\":\"*/*\",\"Prefer\":\"code=202\","
            + "\"Content-Type\":\"application/json\"},\"body\":\"{\\\"item\\\":\\\"string\\\",\\\"size\\\":\\\"s\\\","
            + "\\\"mail\\\":\\\"user@example.com\\\"}\",\"schema\":\"Order\"},\"expect\":{\"status\":[202],"
            + "\"contentType\":[]},\"alternatives\":[{\"status\":[201],\"contentType\":[\"application/json\"],"
            + "\"schema\":\"Order\"}]}],\"why\":\"#/paths/~1orders/post/responses/202\"}",
        text.lines()
            .filter(line -> line.contains("\"createOrder.202\""))
            .findFirst()
            .orElseThrow());
  }

  @Test
  void aHeaderIsDemandedWhereAServiceCanSendIt() {
    String contract = """
        paths:
          /things:
            get:
              operationId: get
              responses:
                '200':
                  description: ok
                  headers:
                    X-Known: {required: true, schema: {type: integer}}
                    Keep-Alive: {required: true, schema: {type: string}}
                    X-No-Näme: {required: true, schema: {type: string}}
            put:
              operationId: put
              responses:
                '200':
                  description: ok
                  headers:
                    X-Unknown: {required: true, schema: {type: string, pattern: '^ä$'}}
        """;
    List<Case> cases = cases(contract);
    assertEquals(
        List.of("X-Known true", "Keep-Alive false"),
        expect(cases, "get.200").headers().stream()
            .map(header -> header.name() + " " + header.required())
            .toList());
    assertEquals(
        Optional.of("no value is known for the required header `X-Unknown` that the schema allows"
            + " and a header can hold"),
        find(cases, "put.200").exempt());
  }

  /** Items below a path that names one of a few places are told apart, and are there before they are changed. */
  @Test
  void itemsBelowAFixedPlaceAreAddedFirst() {
    Contract contract = Contracts.of("""
        paths:
          /{place}/things:
            parameters: [{name: place, in: path, required: true, schema: {type: string, enum: [a, b]}}]
            post:
              operationId: add
              requestBody: {required: true, content: {application/json: {schema: {$ref: '#/components/schemas/Thing'}}}}
              responses: {'200': {description: made, content: {application/json: {schema: {$ref: '#/components/schemas/Thing'}}}}}
          /{place}/things/{thing}:
            parameters:
              - {name: place, in: path, required: true, schema: {type: string, enum: [a, b]}}
              - {name: thing, in: path, required: true, schema: {type: string, format: uuid}}
            get:
              operationId: find
              responses: {'200': {description: ok, content: {application/json: {schema: {$ref: '#/components/schemas/Thing'}}}}}
            put:
              operationId: put
              requestBody: {required: true, content: {application/json: {schema: {$ref: '#/components/schemas/Thing'}}}}
              responses: {'200': {description: ok, content: {application/json: {schema: {$ref: '#/components/schemas/Thing'}}}}}
        components:
          schemas:
            Thing:
              type: object
              properties: {id: {type: string, format: uuid}, count: {type: integer, minimum: 1, maximum: 9}}
        """);
    List<Case> cases = kept(contract);
    List<String> added = cases.stream()
        .filter(one -> !one.id().contains(".twice"))
        .flatMap(one -> one.steps().stream())
        .filter(step ->
            step.request().method().equals("POST") && step.expect().status().contains("200"))
        .map(step -> step.request().body().orElseThrow().toString())
        .filter(body -> body.contains("\"id\""))
        .toList();
    assertTrue(added.size() > 2, added::toString);
    assertEquals(added.size(), new HashSet<>(added).size(), added::toString);
    List<Case.Step> put = find(cases, "put.200").steps();
    assertEquals("/a/things", put.get(0).request().target());
    assertEquals("/a/things/{{1.$.id}}", put.get(1).request().target());
    assertEquals(List.of("404"), expect(cases, "find.state.unknown").status());
    assertTrue(maybe(cases, "add.state.life").isPresent());
  }

  /** What only a replacement adds is added by one, at a path of its own, before anything is asked of it or below it. */
  @Test
  void itemsThatAreAddedByReplacingAreThereFirst() {
    Contract contract = Contracts.of("""
        paths:
          /things/{name}:
            parameters: [{name: name, in: path, required: true, schema: {type: string, pattern: '^[a-z]{4}$'}}]
            get:
              operationId: find
              responses: {'200': {description: ok, content: {application/json: {schema: {$ref: '#/components/schemas/Thing'}}}}}
            put:
              operationId: put
              requestBody: {required: true, content: {application/json: {schema: {$ref: '#/components/schemas/Thing'}}}}
              responses:
                '200': {description: ok, content: {application/json: {schema: {$ref: '#/components/schemas/Thing'}}}}
                '201': {description: made, content: {application/json: {schema: {$ref: '#/components/schemas/Thing'}}}}
          /things/{name}/parts:
            parameters: [{name: name, in: path, required: true, schema: {type: string, pattern: '^[a-z]{4}$'}}]
            get:
              operationId: list
              responses: {'200': {description: ok, content: {application/json: {schema: {type: array, items: {$ref: '#/components/schemas/Part'}}}}}}
            post:
              operationId: add
              requestBody: {required: true, content: {application/json: {schema: {$ref: '#/components/schemas/Part'}}}}
              responses: {'201': {description: made, content: {application/json: {schema: {$ref: '#/components/schemas/Part'}}}}}
        components:
          schemas:
            Thing: {type: object, required: [name], properties: {name: {type: string}, count: {type: integer}}}
            Part: {type: object, required: [id], properties: {id: {type: string, readOnly: true}, count: {type: integer}}}
        """);
    List<Case> cases = kept(contract);
    for (String id : List.of("find.200", "list.200", "add.201", "put.200")) {
      List<Case.Step> steps = find(cases, id).steps();
      Case.Step put = steps.get(0);
      assertEquals("PUT", put.request().method(), id);
      assertEquals(List.of("201"), put.expect().status(), id);
      String name = put.request().target().replaceFirst("/things/", "");
      assertTrue(put.request().body().orElseThrow().toString().contains('"' + name + '"'), id);
      assertTrue(steps.get(1).request().target().startsWith("/things/" + name), id);
    }
    assertEquals(1, find(cases, "put.201").steps().size());
    List<Integer> life = find(cases, "put.state.life").steps().stream()
        .map(step -> Integer.parseInt(step.expect().status().get(0)))
        .toList();
    assertEquals(List.of(201, 200, 200, 200), life);
    List<String> puts = cases.stream()
        .flatMap(one -> one.steps().stream())
        .filter(step ->
            step.request().method().equals("PUT") && step.expect().status().equals(List.of("201")))
        .map(step -> step.request().target())
        .toList();
    assertEquals(puts.size(), new HashSet<>(puts).size(), puts::toString);
  }

  /** Where the contract has a header of its own for what a client prefers, hew sends none that it may not allow. */
  @Test
  void aPreferenceOfTheContractsOwnIsLeftToIt() {
    String text = """
        paths:
          /a:
            post:
              operationId: add
              parameters: [{name: prefer, in: header, schema: {type: string, pattern: '^return=[a-z]+$'}}]
              responses: {'200': {description: ok}, '201': {description: made}}
        """;
    assertFalse(request(cases(text), "add.200").headers().containsKey("Prefer"));
    assertEquals(
        "code=201",
        request(cases(text.replace("name: prefer", "name: other")), "add.201")
            .headers()
            .get("Prefer"));
  }

  /** Nothing can be below an item that no operation adds, unless that is there for all that the server knows. */
  @Test
  void itemsBelowWhatNothingAddsStandForThemselves() {
    Contract contract = Contracts.of("""
        paths:
          /accounts/{account}:
            parameters: [{name: account, in: path, required: true, schema: {type: string, format: uuid}}]
            get:
              responses: {'200': {description: ok, content: {application/json: {schema: {$ref: '#/components/schemas/Account'}}}}, '404': {description: none}}
            put:
              requestBody: {required: true, content: {application/json: {schema: {$ref: '#/components/schemas/Account'}}}}
              responses: {'200': {description: ok, content: {application/json: {schema: {$ref: '#/components/schemas/Account'}}}}, '404': {description: none}}
          /accounts/{account}/domains:
            parameters: [{name: account, in: path, required: true, schema: {type: string, format: uuid}}]
            get:
              operationId: list
              responses: {'200': {description: ok, content: {application/json: {schema: {type: array, items: {$ref: '#/components/schemas/Domain'}}}}}}
            post:
              operationId: add
              requestBody: {required: true, content: {application/json: {schema: {$ref: '#/components/schemas/Domain'}}}}
              responses: {'201': {description: made, content: {application/json: {schema: {$ref: '#/components/schemas/Domain'}}}}}
        components:
          schemas:
            Account: {type: object, properties: {id: {type: string, format: uuid, readOnly: true}, name: {type: string}}}
            Domain: {type: object, properties: {id: {type: string, readOnly: true}, name: {type: string}}}
        """);
    Resources resources = Resources.of(contract, Map.of());
    assertTrue(resources.at("/accounts").isPresent());
    assertEquals(
        Optional.empty(),
        resources.at("/accounts/{account}/domains").orElseThrow().parent());
    assertTrue(maybe(kept(contract), "list.state.unknown").isEmpty());
  }

  private static List<Case> kept(Contract contract) {
    Workshop workshop = Workshop.of(contract);
    Resources kept = Resources.of(contract, Map.of());
    return Cases.of(contract, kept, 0, workshop, Refusals.of(contract, workshop))
        .cases();
  }
}
