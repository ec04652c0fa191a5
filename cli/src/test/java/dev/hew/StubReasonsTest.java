package dev.hew;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hew.flow.Generation;
import dev.hew.tree.FileTree;
import dev.hew.tree.RelPath;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What hew leaves to its owner, and the reasons that the README has for it. */
class StubReasonsTest {
  private static final Pattern ROW =
      Pattern.compile("(?m)^\\| `([A-Z]+ [^`]+)` \\| \\[[^|]+ \\| (.*) \\|$");

  private static final String PET = """
      components:
        schemas:
          Pet: {type: object, required: [name], properties: {id: {type: integer, format: int64, readOnly: true}, name: {type: string}}}
          Answer: {type: object, required: [data], properties: {data: {$ref: '#/components/schemas/Pet'}}}
          Wish: {type: object, properties: {wish: {$ref: '#/components/schemas/Pet'}}}
          Coded: {type: object, properties: {pet: {$ref: '#/components/schemas/Pet'}, code: {type: string}}}
          Answers: {type: object, required: [data], properties: {data: {type: array, items: {$ref: '#/components/schemas/Pet'}}, meta: {type: object, properties: {total: {type: integer}}}}}
      """;

  private static Generation made(String rest) {
    return MinimalService.ofText("openapi: 3.0.3\ninfo: {title: t, version: '1'}\n" + rest);
  }

  private static FileTree service(String rest) {
    return made(rest).tree();
  }

  private static String readme(FileTree service) {
    return service.get(RelPath.of("README.md")).orElseThrow().text();
  }

  /** By method and path. */
  private static Map<String, String> reasons(FileTree service) {
    Map<String, String> reasons = new LinkedHashMap<>();
    Matcher row = ROW.matcher(readme(service));
    while (row.find()) {
      reasons.put(row.group(1), row.group(2));
    }
    return reasons;
  }

  private static String json(String schema) {
    return "content: {application/json: {schema: {$ref: '#/components/schemas/" + schema + "'}}}";
  }

  private static String pets(String path, String sent, String given) {
    return """
          %1$s:
            get:
              operationId: list
              responses: {'200': {description: ok, %4$s}}
            post:
              operationId: add
              requestBody: {required: true, %2$s}
              responses: {'201': {description: ok, %3$s}}
          %1$s/{id}:
            parameters: [{name: id, in: path, required: true, schema: {type: integer, format: int64}}]
            get:
              operationId: read
              responses: {'200': {description: ok, %3$s}}
            delete:
              operationId: remove
              responses: {'204': {description: ok}}
        """.formatted(path, json(sent), json(given), json("Answers"));
  }

  @Test
  void nameTheObjectAroundAnItem() {
    String inside =
        "`POST /pets` takes `{%s: {...}}`: an item is looked for inside only where it is called as the path is, or as the answer calls it, and stands alone";
    for (String given : new String[] {"Pet", "Answer"}) {
      for (String sent : new String[] {"Wish", "Coded"}) {
        Map<String, String> reasons =
            reasons(service("paths:\n" + pets("/pets", sent, given) + PET));
        assertEquals(4, reasons.size(), reasons.toString());
        String why = inside.formatted(sent.equals("Wish") ? "wish" : "pet");
        reasons.forEach((call, said) -> assertEquals(why, said, call + " " + given));
      }
      assertEquals(Map.of(), reasons(service("paths:\n" + pets("/pets", "Answer", given) + PET)));
    }
    assertEquals(Map.of(), reasons(service("paths:\n" + pets("/pets", "Pet", "Answer") + PET)));
    assertEquals(Map.of(), reasons(service("paths:\n" + pets("/pets", "Pet", "Pet") + PET)));
    String asked = """
        paths:
          /find-pets:
            post:
              operationId: find
              requestBody: {required: true, %s}
              responses: {'200': {description: ok, %s}}
        """.formatted(json("Answer"), json("Answers"));
    assertEquals(
        Map.of(
            "POST /find-pets",
            "nothing that the contract adds and gives back has its path and form"),
        reasons(service(asked + PET)));
  }

  @Test
  void nameTheParameterThatNothingExplains() {
    String paths = pets("/pets", "Pet", "Pet")
        .replace(
            "operationId: list\n",
            "operationId: list\n      parameters: [{name: q|`x`, in: query, required: true, schema: {type: string}}]\n")
        .replace(
            "operationId: remove\n",
            "operationId: remove\n      parameters: [{name: force, in: query, required: true, schema: {type: boolean}}]\n");
    Map<String, String> reasons = reasons(service("paths:\n" + paths + PET));
    assertEquals("nothing tells what its parameter `force` does", reasons.get("DELETE /pets/{id}"));
    assertEquals(
        "its parameter `q\\|`x\\`\\` is no property of an item to select by, and no way to order or page",
        reasons.get("GET /pets"));
  }

  /** A wider body than any answer: no case of such a service could come out right. */
  @Test
  void sayWhatIsSentAndCannotBeGivenBack() {
    String schemas = """
        components:
          schemas:
            Device: {type: object, minProperties: 1, properties: {phone: {type: string}, address: {type: string}}}
            New: {type: object, required: [name], properties: {name: {type: string, maxLength: 40}, device: {$ref: '#/components/schemas/Device'}}}
            Pet:
              type: object
              required: [id, name]
              properties:
                id: {type: integer, format: int64, readOnly: true}
                name: {type: string, maxLength: 40}
                device: {allOf: [{$ref: '#/components/schemas/Device'}, {maxProperties: 1}]}
            Answers: {type: array, items: {$ref: '#/components/schemas/Pet'}}
        """;
    Map<String, String> reasons =
        reasons(service("paths:\n" + pets("/pets", "New", "Pet") + schemas));
    assertEquals(
        "its body may hold a `device` that no answer may: must have at most 1 properties",
        reasons.get("POST /pets"));
    assertEquals(4, reasons.size(), reasons.toString());
    String wide = schemas.replace("maxProperties: 1", "maxProperties: 2");
    assertEquals(Map.of(), reasons(service("paths:\n" + pets("/pets", "New", "Pet") + wide)));
    String shorter = wide.replace(
        "name: {type: string, maxLength: 40}\n", "name: {type: string, maxLength: 39}\n");
    assertTrue(reasons(service("paths:\n" + pets("/pets", "New", "Pet") + shorter))
        .get("POST /pets")
        .startsWith("its body may hold a `name` that no answer may: "));
  }

  /** An answer for whatever comes is the good one where no other is, and one that comes before the good one is not. */
  @Test
  void seeADefaultAnswerLikeAnExactOne() {
    String schemas = """
        components:
          schemas:
            New: {type: object, required: [name], properties: {name: {type: string, maxLength: 40}}}
            Pet: {type: object, required: [id, name], properties: {id: {type: integer, format: int64, readOnly: true}, name: {type: string, maxLength: 39}}}
            Sent: {type: object, required: [data], properties: {data: {$ref: '#/components/schemas/New'}}}
            Given: {type: object, required: [data], properties: {data: {$ref: '#/components/schemas/Pet'}}}
            Failure: {type: object, required: [why], properties: {why: {type: string}}}
            Answers: {type: array, items: {$ref: '#/components/schemas/Pet'}}
        """;
    String exact = "paths:\n" + pets("/pets", "Sent", "Given");
    String byDefault = exact.replaceAll("'20[01]': ", "default: ");
    String failing =
        exact.replace("{'20", "{default: {description: no, " + json("Failure") + "}, '20");
    for (String paths : new String[] {exact, byDefault, failing}) {
      Map<String, String> reasons = reasons(service(paths + schemas));
      assertEquals(4, reasons.size(), reasons.toString());
      assertTrue(
          reasons.get("POST /pets").startsWith("its body may hold a `name` that no answer may: "),
          reasons.toString());
      assertEquals(
          Map.of(), reasons(service(paths + schemas.replace("maxLength: 39", "maxLength: 40"))));
    }
  }

  @Test
  void seeWhatADefaultAnswerNeeds() {
    String paths = "paths:\n"
        + pets("/pets", "Pet", "Pet")
            .replace(
                "'201': {description: ok,",
                "default: {description: ok, headers: {X-Trace: {required: true, schema: {type: string}}},");
    assertEquals(
        "its answer needs the header `X-Trace`", reasons(service(paths + PET)).get("POST /pets"));
  }

  @Test
  void takeALoginForWhatItIs() {
    String contract = """
        security: [{key: []}]
        paths:
          /session:
            post:
              operationId: login
              security: []
              requestBody: {required: true, content: {application/x-www-form-urlencoded: {schema: {type: object, required: [email], properties: {email: {type: string}, password: {type: string, format: password}}}}}}
              responses: {'200': {description: ok, %1$s}}
            get: {operationId: who, responses: {'200': {description: ok, %1$s}}}
          /session/{id}:
            parameters: [{name: id, in: path, required: true, schema: {type: integer, format: int64}}]
            get: {operationId: impersonate, responses: {'200': {description: ok, %1$s}}}
          /users:
            post:
              operationId: addUser
              requestBody: {required: true, %1$s}
              responses: {'200': {description: ok, %1$s}}
          /users/{id}:
            parameters: [{name: id, in: path, required: true, schema: {type: integer, format: int64}}]
            get: {operationId: getUser, responses: {'200': {description: ok, %1$s}}}
            put:
              operationId: putUser
              requestBody: {required: true, %1$s}
              responses: {'200': {description: ok, %1$s}}
        components:
          securitySchemes: {key: {type: apiKey, in: header, name: X-Key}}
          schemas:
            User: {type: object, properties: {id: {type: integer, format: int64}, email: {type: string}, phone: {type: string}, newPassword: {type: string}, passwordHash: {type: string}}}
        """.formatted(json("User"));
    FileTree service = service(contract);
    Map<String, String> reasons = reasons(service);
    assertEquals(
        "its body is nothing but a password and whose it is, and anybody may send it: it opens something, and adds nothing",
        reasons.get("POST /session"));
    assertEquals(3, reasons.size(), reasons.toString());
    assertTrue(readme(service).contains("Passwords are kept as they are sent"), readme(service));
    assertTrue(
        readme(service).contains("| `users.new_password` | [UserRepository.java:"),
        readme(service));
    assertFalse(readme(service).contains("| `users.password_hash`"), readme(service));
    FileTree kept = service(contract.replace("security: []", "security: [{key: []}]"));
    assertTrue(reasons(kept).get("POST /session") == null, readme(kept));
  }

  @Test
  void takeALoginForWhatItIsInsideOfAnObject() {
    String contract = """
        security: [{key: []}]
        paths:
          /users:
            post:
              operationId: enter
              security: []
              requestBody: {required: true, content: {application/json: {schema: {type: object, properties: {user: {type: object, properties: {email: {type: string}, password: {type: string}}}}}}}}
              responses: {'200': {description: ok, %1$s}}
          /users/{id}:
            parameters: [{name: id, in: path, required: true, schema: {type: integer, format: int64}}]
            get: {operationId: getUser, responses: {'200': {description: ok, %1$s}}}
        components:
          securitySchemes: {key: {type: apiKey, in: header, name: X-Key}}
          schemas:
            User: {type: object, properties: {id: {type: integer, format: int64}, email: {type: string}}}
            Box: {type: object, properties: {user: {$ref: '#/components/schemas/User'}}}
        """.formatted(json("Box"));
    assertEquals(
        "its body is nothing but a password and whose it is, and anybody may send it: it opens something, and adds nothing",
        reasons(service(contract)).get("POST /users"));
  }

  /** JSON:API changes the attributes of an item one by one, which a body like any other does not say. */
  @Test
  void leaveWhatChangesPartsOfAnObject() {
    String contract = """
        paths:
          /notes:
            post:
              operationId: add
              requestBody: {required: true, %1$s}
              responses: {'201': {description: ok, %1$s}}
          /notes/{id}:
            parameters: [{name: id, in: path, required: true, schema: {type: string}}]
            get: {operationId: read, responses: {'200': {description: ok, %1$s}}}
            patch:
              operationId: change
              requestBody: {required: true, %1$s}
              responses: {'200': {description: ok, %1$s}}
        components:
          schemas:
            Note: {type: object, required: [type], properties: {id: {type: string}, type: {type: string, enum: [notes]}, attributes: {type: object, properties: {title: {type: string}, body: {type: string}}}}}
            Document: {type: object, required: [data], properties: {data: {$ref: '#/components/schemas/Note'}, jsonapi: {type: object}}}
        """.formatted(json("Document"));
    assertEquals(Map.of(), reasons(service(contract)));
    assertEquals(
        Map.of(
            "PATCH /notes/{id}",
            "its body leaves as it is what it does not name in `attributes`, as JSON:API has it"),
        reasons(service(contract.replace("application/json", "application/vnd.api+json"))));
  }
}
