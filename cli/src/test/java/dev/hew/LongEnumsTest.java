package dev.hew;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hew.tree.FileTree;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Lists of values that no Java class has room for are plain values, held against the schema. */
class LongEnumsTest {
  private static final int MANY = 10_000;

  @TempDir
  Path folder;

  @Test
  void compile() throws Exception {
    String words =
        IntStream.range(0, MANY).mapToObj(i -> "w" + i).collect(Collectors.joining(", "));
    String numbers =
        IntStream.range(0, MANY).mapToObj(i -> "" + i).collect(Collectors.joining(", "));
    Path spec = folder.resolve("openapi.yaml");
    Files.writeString(spec, """
        openapi: 3.0.3
        info: {title: Large, version: '1'}
        paths:
          /things:
            post:
              operationId: add
              requestBody: {required: true, content: {application/json: {schema: {$ref: '#/components/schemas/Thing'}}}}
              responses: {'204': {description: added}}
        components:
          schemas:
            Word: {type: string, enum: [WORDS]}
            Number: {type: integer, enum: [NUMBERS]}
            Novel: {type: string, enum: [short, NOVEL]}
            Few: {type: string, enum: [one, two]}
            Thing:
              type: object
              properties:
                word: {$ref: '#/components/schemas/Word'}
                number: {$ref: '#/components/schemas/Number'}
                novel: {$ref: '#/components/schemas/Novel'}
                few: {$ref: '#/components/schemas/Few'}
        """.replace("WORDS", words)
        .replace("NUMBERS", numbers)
        .replace("NOVEL", "x".repeat(70_000)));
    FileTree service = CompileTest.generated(spec);
    assertEquals(List.of(), new GeneratedCode().problems(service));
    String thing = text(service, "/Thing.java");
    assertTrue(thing.contains("String word") && thing.contains("Few few"), thing);
    assertFalse(service.files().keySet().stream().anyMatch(p -> p.name().equals("Word.java")));
    assertTrue(text(service, "Api.java").contains("@BodySchema"));
  }

  private static String text(FileTree service, String ending) {
    return service.files().entrySet().stream()
        .filter(file -> file.getKey().value().endsWith(ending))
        .findFirst()
        .orElseThrow()
        .getValue()
        .text();
  }
}
