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

/** What is sent as text, in a form, in parts or in a query, becomes the types that JSON becomes. */
class FormsTest {
  private static final RelPath CONTROLLER =
      RelPath.of("src/main/java/com/example/forms/web/FormsController.java");

  /** Says what came. */
  private static final String WRITTEN = """
      package com.example.forms.web;

      import com.example.forms.api.FormsApi;
      import com.example.forms.api.model.*;
      import java.time.LocalDate;
      import java.util.List;
      import java.util.Map;
      import org.springframework.http.ResponseEntity;
      import org.springframework.util.MultiValueMap;
      import org.springframework.web.bind.annotation.RestController;
      import org.springframework.web.multipart.MultipartFile;

      @RestController
      class FormsController implements FormsApi {
        @Override
        public ResponseEntity<String> label(LabelRequest2 body) {
          return said(body.labels());
        }

        @Override
        public ResponseEntity<String> choose(AmountsOrCode body) {
          return said(body);
        }

        @Override
        public ResponseEntity<String> draw(DrawRequest2 body) {
          return said(body.title(), body.shape());
        }

        @Override
        public ResponseEntity<String> revise(String round, Boolean patch, String title, ReviseRequest body) {
          return said(round, patch, title, body.title(), body.board());
        }

        @Override
        public ResponseEntity<String> replace(String round, Boolean patch, String title, ReplaceRequest body) {
          return said(round, patch, title, body.title(), body.board());
        }

        @Override
        public ResponseEntity<String> send(SendTo to, List<Address> copies, Map<String, String> labels) {
          return said(to, copies, labels);
        }

        @Override
        public ResponseEntity<String> hang(String title, MultipartFile picture, String pictureText) {
          return said(title, picture == null ? null : picture.getSize(), pictureText);
        }

        @Override
        public ResponseEntity<String> fetch(
            MultiValueMap<String, MultipartFile> files, MultiValueMap<String, String> fields) {
          return said(files.keySet(), fields);
        }

        @Override
        public ResponseEntity<String> sort(LocalDate sent, SortBy by, List<SortStatusItem> status) {
          return said(sent, by, status);
        }

        private static ResponseEntity<String> said(Object... values) {
          return ResponseEntity.ok(java.util.Arrays.toString(values));
        }
      }
      """;

  @TempDir
  Path folder;

  @Test
  void textsBecomeValues() throws Exception {
    Generation made = MinimalService.of("forms.yaml");
    FileTree tree = made.tree();
    assertTrue(tree.get(CONTROLLER).isPresent());
    try (RunningService service =
        RunningService.start(tree.with(CONTROLLER, Content.of(WRITTEN)), folder)) {
      String root = service.url();
      forms(root);
      for (String method : List.of("POST", "PUT")) {
        formsBesideQueries(method, root + "/rounds/1");
      }
      parts(root);
      query(root);
      assertEquals(List.of(), service.failed(made.cases()));
    }
  }

  private static void forms(String root) throws Exception {
    assertEquals(
        "200 [{a=b, c={d}]",
        form(root + "/labels", "labels=%7B%22a%22:%22b%22,%22c%22:%22%7Bd%22%7D"));
    assertEquals("400", form(root + "/labels", "labels=a").substring(0, 3));
    assertEquals(
        "200 [AmountsOrCodeOption1[amounts=[25, 63]]]",
        form(root + "/amounts", "amounts=25&amounts=63"));
    assertEquals("200 [AmountsOrCodeOption2[code=25]]", form(root + "/amounts", "code=25"));
    assertEquals("400", form(root + "/amounts", "amounts=a&amounts=b").substring(0, 3));
    assertEquals(
        "200 [{x}, Circle[kind=Circle, radius=2.5]]",
        form(
            root + "/shapes",
            "title=%7Bx%7D&shape=%7B%22kind%22:%22Circle%22,%22radius%22:2.5%7D"));
  }

  /** The query has no part in the form, nor the form in the query. */
  private static void formsBesideQueries(String method, String url) throws Exception {
    assertEquals("200 [1, true, null, a, 2]", form(method, url + "?patch=true", "title=a&board=2"));
    assertEquals("200 [1, null, null, a, 2]", form(method, url, "title=a&board=2"));
    assertEquals("200 [1, null, b, a, null]", form(method, url + "?title=b", "title=a"));
    assertEquals("200 [1, null, null, , null]", form(method, url, "title"));
    for (String query : List.of("", "?patch=true", "?title=b")) {
      for (String wrong : List.of("", "board=2", "title=a&patch=true", "title=%zz")) {
        String answer = form(method, url + query, wrong);
        assertEquals("400", answer.substring(0, 3), method + query + " " + wrong + answer);
      }
    }
  }

  private static void parts(String root) throws Exception {
    String copy = field("copies", "{\"street\":\"a\",\"number\":1}");
    assertEquals(
        "200 [OfString[value=adr_g], [Address[street=a, number=1]], null]",
        parts(root + "/letters", field("to", "adr_g") + copy));
    assertEquals(
        "200 [Address[street=b, number=null], [Address[street=a, number=1], Address[street=a, number=1]], {x=y}]",
        parts(
            root + "/letters",
            field("to", "{\"street\":\"b\"}") + copy + copy + field("labels", "{\"x\":\"y\"}")));
    assertEquals("400", parts(root + "/letters", field("to", "g") + copy).substring(0, 3));
    assertEquals(
        "200 [t, 3, null]",
        parts(root + "/pictures", field("title", "t") + file("picture", "one")));
    assertEquals(
        "200 [null, null, http://u/v]", parts(root + "/pictures", field("picture", "http://u/v")));
    assertEquals(
        "200 [[file], {note=[n]}]",
        parts(root + "/sources", file("file", "one") + field("note", "n")));
    assertEquals(
        "200 [[], {url=[http://u/v]}]", parts(root + "/sources", field("url", "http://u/v")));
  }

  private static void query(String root) throws Exception {
    assertEquals(
        "200 [2024-05-17, SortBy[made=ASC, sent=null], [OfSortStatusItemOption1[value=FAILED], OfLong[value=404]]]",
        sent(HttpRequest.newBuilder(
            URI.create(root + "/sorted?sent=2024-05-17&made=asc&status=failed&status=404"))));
    assertEquals(
        "200 [2024-05-17, null, null]",
        sent(HttpRequest.newBuilder(URI.create(root + "/sorted?sent=2024-05-17"))));
  }

  private static String form(String url, String body) throws Exception {
    return form("POST", url, body);
  }

  private static String form(String method, String url, String body) throws Exception {
    return sent(HttpRequest.newBuilder(URI.create(url))
        .header("Content-Type", "application/x-www-form-urlencoded")
        .method(method, HttpRequest.BodyPublishers.ofString(body)));
  }

  private static String parts(String url, String parts) throws Exception {
    return sent(Multipart.request(url, parts));
  }

  private static String sent(HttpRequest.Builder request) throws Exception {
    HttpResponse<String> answer =
        HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
    return answer.statusCode() + " " + answer.body();
  }
}
