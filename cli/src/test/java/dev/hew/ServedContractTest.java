package dev.hew;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hew.flow.Generation;
import dev.hew.flow.NewService;
import dev.hew.flow.SpecInput;
import dev.hew.report.Checked;
import dev.hew.tree.FileTree;
import dev.hew.tree.RelPath;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A contract of several files is served whole, each file where the references to it lead, and nothing else is. */
class ServedContractTest {
  private static final Map<String, String> FILES = Map.of(
      "spec/things.yaml",
      """
      openapi: 3.1.0
      info: {title: Things, version: '1'}
      paths:
        /things: {$ref: paths/things.yaml}
      """,
      "spec/paths/things.yaml",
      """
      get:
        operationId: listThings
        responses:
          '200': {$ref: '../../common/answers.yaml#/things'}
          default: {$ref: '../../error%20(1).yaml'}
      """,
      "common/answers.yaml",
      "things: {description: all, content: {application/json: {schema: {type: array, items: {type: string}}}}}",
      "error (1).yaml",
      "{description: what is wrong}");

  @TempDir
  Path folder;

  @Test
  void servesEveryFileAndNoOther() throws Exception {
    for (Map.Entry<String, String> file : FILES.entrySet()) {
      Path path = folder.resolve("given").resolve(file.getKey());
      Files.createDirectories(path.getParent());
      Files.writeString(path, file.getValue());
    }
    Checked<Generation> made = SpecInput.read(
            "given/spec/things.yaml",
            folder,
            Optional.of(folder.resolve("given")),
            InputStream.nullInputStream())
        .input()
        .then(i -> NewService.plan(i, Optional.empty(), Map.of("docs", "true"), "test"));
    assertTrue(made.ok(), () -> made.diagnostics().toString());
    FileTree tree = made.value().tree();
    String ignored = tree.get(RelPath.of(".dockerignore")).orElseThrow().text();
    assertEquals(
        List.of(
            "*",
            "!api",
            "!common/answers.yaml",
            "!error??1?.yaml",
            "!contract",
            "!pom.xml",
            "!src/main"),
        ignored.lines().toList());
    String pom = tree.get(RelPath.of("pom.xml")).orElseThrow().text();
    assertTrue(pom.contains("<include>common/answers.yaml</include>"), pom);
    assertTrue(pom.contains("<include>error??1?.yaml</include>"), pom);
    try (RunningService service = RunningService.start(tree, folder.resolve("service"))) {
      String docs = "http://127.0.0.1:" + service.port() + "/docs/";
      for (String path : List.of(
          "api/openapi.yaml",
          "api/paths/things.yaml",
          "common/answers.yaml",
          "error%20(1).yaml",
          "index.html",
          "page.js")) {
        assertEquals(200, get(docs + path).statusCode(), path);
      }
      assertTrue(get(docs + "common/answers.yaml").body().contains("description: all"));
      for (String path : List.of(
          "application.yaml",
          "common/",
          "common/../../application.yaml",
          "common/..%2f..%2fapplication.yaml",
          "lib/..%2f..%2f..%2fapplication.yaml",
          "../application.yaml",
          "pom.xml")) {
        assertTrue(get(docs + path).statusCode() >= 400, path);
      }
    }
  }

  private static HttpResponse<String> get(String address) throws Exception {
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(URI.create(address)).build(),
            HttpResponse.BodyHandlers.ofString());
  }
}
