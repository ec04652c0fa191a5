package dev.hew;

import static dev.hew.Multipart.field;
import static dev.hew.Multipart.file;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hew.flow.Generation;
import dev.hew.tree.Content;
import dev.hew.tree.FileTree;
import dev.hew.tree.RelPath;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that come in parts reach the method that is written for them, wherever the contract has them. */
class UploadsTest {
  private static final RelPath CONTROLLER =
      RelPath.of("src/main/java/com/example/uploads/web/UploadsController.java");

  /** Says what came. */
  private static final String WRITTEN = """
      package com.example.uploads.web;

      import com.example.uploads.api.UploadsApi;
      import java.io.IOException;
      import java.io.UncheckedIOException;
      import java.util.List;
      import java.util.Map;
      import java.util.TreeMap;
      import org.springframework.http.ResponseEntity;
      import org.springframework.util.MultiValueMap;
      import org.springframework.web.bind.annotation.RestController;
      import org.springframework.web.multipart.MultipartFile;

      @RestController
      class UploadsController implements UploadsApi {
        @Override
        public ResponseEntity<String> takeWhole(MultiValueMap<String, MultipartFile> files) {
          return said(files);
        }

        @Override
        public ResponseEntity<String> takeList(MultiValueMap<String, MultipartFile> files) {
          return said(files);
        }

        @Override
        public ResponseEntity<String> takeAny(
            MultiValueMap<String, MultipartFile> files, MultiValueMap<String, String> fields) {
          return ResponseEntity.ok(said(files).getBody() + fields);
        }

        @Override
        public ResponseEntity<String> takeMore(String title, MultiValueMap<String, MultipartFile> files) {
          return ResponseEntity.ok(title + said(files).getBody());
        }

        @Override
        public ResponseEntity<String> takeComposed(MultipartFile doc, MultipartFile picture) {
          return ResponseEntity.ok(text(doc) + " " + text(picture));
        }

        private static ResponseEntity<String> said(MultiValueMap<String, MultipartFile> files) {
          Map<String, List<String>> texts = new TreeMap<>();
          files.forEach((name, some) -> texts.put(name, some.stream().map(UploadsController::text).toList()));
          return ResponseEntity.ok(texts.toString());
        }

        private static String text(MultipartFile file) {
          try {
            return new String(file.getBytes());
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        }
      }
      """;

  @TempDir
  Path folder;

  @Test
  void filesArrive() throws Exception {
    Generation made = MinimalService.of("uploads.yaml");
    FileTree tree = made.tree();
    assertTrue(tree.get(CONTROLLER).isPresent());
    try (RunningService service =
        RunningService.start(tree.with(CONTROLLER, Content.of(WRITTEN)), folder)) {
      String root = service.url();
      assertEquals("200 {upload=[one]}", sent(root + "/whole", file("upload", "one")));
      assertEquals(
          "200 {a=[one, two], b=[three]}",
          sent(root + "/list", file("a", "one") + file("a", "two") + file("b", "three")));
      assertEquals("200 {a=[one]}{f=[x]}", sent(root + "/any", file("a", "one") + field("f", "x")));
      assertEquals("200 t{a=[one]}", sent(root + "/more", field("title", "t") + file("a", "one")));
      assertEquals(
          "200 one two", sent(root + "/composed", file("doc", "one") + file("picture", "two")));
      onlyWhatIsDocumented(root + "/optional");
      assertEquals(List.of(), service.failed(made.cases()));
    }
  }

  /** A body that may be left out is still no body of any kind. */
  private static void onlyWhatIsDocumented(String url) throws Exception {
    HttpRequest.BodyPublisher bytes = HttpRequest.BodyPublishers.ofString("lost");
    assertEquals(200, status(HttpRequest.newBuilder(URI.create(url)).POST(none())));
    HttpRequest.Builder typed = HttpRequest.newBuilder(URI.create(url));
    typed.header("Content-Type", "application/octet-stream");
    assertEquals(415, status(typed.copy().POST(bytes)));
    assertEquals(415, status(HttpRequest.newBuilder(URI.create(url)).POST(bytes)));
    assertEquals(200, status(Multipart.request(url, file("doc", "one"))));
  }

  private static HttpRequest.BodyPublisher none() {
    return HttpRequest.BodyPublishers.noBody();
  }

  private static int status(HttpRequest.Builder request) throws Exception {
    return answer(request).statusCode();
  }

  private static String sent(String url, String parts) throws Exception {
    HttpResponse<String> answer = answer(Multipart.request(url, parts));
    return answer.statusCode() + " " + answer.body();
  }

  private static HttpResponse<String> answer(HttpRequest.Builder request) throws Exception {
    return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
  }
}
