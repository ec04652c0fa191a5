package dev.hew;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hew.flow.Generation;
import dev.hew.report.Source;
import dev.hew.tree.Content;
import dev.hew.tree.FileTree;
import dev.hew.tree.RelPath;
import dev.hew.yaml.Node;
import dev.hew.yaml.NodeReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Errors of generated services name the place of what is wrong as the contract does. */
class ErrorPlacesTest {
  private static final Path CONTRACT =
      Path.of("src", "test", "resources", "services", "places.yaml");

  private static final RelPath CONTROLLER =
      RelPath.of("src/main/java/com/example/places/web/PlacesController.java");

  private static final String WRITTEN = """
      package com.example.places.web;

      import com.example.places.api.PlacesApi;
      import com.example.places.api.model.Line;
      import java.util.List;
      import java.util.Map;
      import org.springframework.http.ResponseEntity;
      import org.springframework.web.bind.annotation.RestController;

      @RestController
      class PlacesController implements PlacesApi {
        @Override
        public ResponseEntity<Void> findShelves(List<String> names) {
          return ResponseEntity.noContent().build();
        }

        @Override
        public ResponseEntity<Void> putShelves(List<Line> body) {
          return ResponseEntity.noContent().build();
        }

        @Override
        public ResponseEntity<Void> nameShelves(Map<String, Line> body) {
          return ResponseEntity.noContent().build();
        }
      }
      """;

  @TempDir
  Path folder;

  /** @param price a name that Java has too, or one that it has not */
  @ParameterizedTest
  @ValueSource(strings = {"unit_price", "price"})
  void areJsonPointers(String price) throws Exception {
    boolean plain = price.equals("price");
    String text = Files.readString(CONTRACT).replace("unit_price", price);
    Generation made = MinimalService.ofText(plain ? text.replace("'on/off~'", "onOff") : text);
    RelPath pointers = RelPath.of("src/main/java/com/example/places/web/JsonPointers.java");
    assertEquals(!plain, made.tree().get(pointers).isPresent());
    try (RunningService service = RunningService.start(made.tree(), folder)) {
      String root = "http://127.0.0.1:" + service.port();
      String carts = root + "/carts";
      String lines = root + "/carts/1/lines/1";
      String good = "{'" + price + "': 1}";
      String bad = "{'" + price + "': 0}";
      String least = price + " must be greater than or equal to 1";
      String type = " is not of the documented type";
      assertEquals(
          "body/lines/1/" + least, detail("POST", carts, "{'lines': [" + good + ", " + bad + "]}"));
      for (String key : new String[] {"a.b", "a]b", "a[0].c", "a/b~c", "", "a'b"}) {
        String named = key.replace("~", "~0").replace("/", "~1");
        String member = "'" + key.replace("'", "\\u0027") + "': ";
        assertEquals(
            "body/byShelf/" + named + "/" + least,
            detail("POST", carts, "{'lines': [], 'byShelf': {" + member + bad + "}}"));
        assertEquals(
            "body/words/" + named + " length must be between 0 and 3",
            detail("POST", carts, "{'lines': [], 'words': {" + member + "'long'}}"));
        assertEquals(
            "body/sizes/" + named + type,
            detail("POST", carts, "{'lines': [], 'sizes': {" + member + "'long'}}"));
      }
      assertEquals(
          "body/grid/1/0 must be greater than or equal to 1",
          detail("POST", carts, "{'lines': [], 'grid': [[], [0]]}"));
      assertEquals("body/lines must not be null", detail("POST", carts, "{}"));
      assertEquals(
          "body/words must not be null", detail("POST", carts, "{'lines': [], 'words': null}"));
      assertEquals(
          "body/words/a must not be null",
          detail("POST", carts, "{'lines': [], 'words': {'a': null}}"));
      assertEquals("body/lines/0 must not be null", detail("POST", carts, "{'lines': [null]}"));
      assertEquals(
          "body/lines/0/colour must not be null",
          detail("POST", carts, "{'lines': [{'" + price + "': 1, 'colour': null}]}"));
      assertEquals("body/1/" + least, detail("PUT", lines, "[" + good + ", " + bad + "]"));
      assertEquals("body/0/" + price + type, detail("PUT", lines, "[{'" + price + "': 'x'}]"));
      assertEquals(
          "body/0/colour must be one of the documented values",
          detail("PUT", lines, "[{'" + price + "': 1, 'colour': 'green'}]"));
      if (!plain) {
        assertEquals(
            "body/0/on~1off~0" + type, detail("PUT", lines, "[{'unit_price': 1, 'on/off~': 'x'}]"));
      }
      assertEquals(
          "tags/1 length must be between 2 and 2147483647",
          detail("PUT", lines + "?tags=ab&tags=a", "[]"));
      assertEquals(
          "cart_id must be greater than or equal to 1",
          detail("PUT", root + "/carts/0/lines/1", "[]"));
      assertEquals("cart_id" + type, detail("PUT", root + "/carts/x/lines/1", "[]"));
      assertEquals("line-no" + type, detail("PUT", root + "/carts/1/lines/x", "[]"));
      assertEquals(
          "body/size must be greater than or equal to 1",
          error("POST", root + "/words", "{'size': 0}").string().orElse(""));
    }
  }

  /** Whether a method is overridden or not, and without anything that the validator warns of. */
  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void areFoundWhereOnlyTypesHaveConstraints(boolean overridden) throws Exception {
    FileTree tree = MinimalService.of("places.yaml").tree();
    assertTrue(tree.get(CONTROLLER).isPresent());
    FileTree started = overridden ? tree.with(CONTROLLER, Content.of(WRITTEN)) : tree;
    try (RunningService service = RunningService.start(started, folder)) {
      String shelves = service.url() + "/shelves";
      String least = "unit_price must be greater than or equal to 1";
      assertEquals(
          "names/1 length must be between 2 and 2147483647",
          detail("GET", shelves + "?names=ab&names=a", ""));
      assertEquals(
          "body/1/" + least, detail("PUT", shelves, "[{'unit_price': 1}, {'unit_price': 0}]"));
      assertEquals("body/0 must not be null", detail("PUT", shelves, "[null]"));
      assertEquals("body/a/" + least, detail("POST", shelves, "{'a': {'unit_price': 0}}"));
      assertEquals(204, answer("GET", shelves + "?names=ab&names=cd", "").statusCode());
      assertEquals(204, answer("GET", shelves, "").statusCode());
      assertEquals(204, answer("PUT", shelves, "[{'unit_price': 1}]").statusCode());
      assertEquals(204, answer("PUT", shelves, "[]").statusCode());
      assertEquals(204, answer("POST", shelves, "{'a': {'unit_price': 1}}").statusCode());
      assertEquals(
          List.of(), service.log().stream().filter(l -> l.contains("HV000")).toList());
    }
  }

  private static String detail(String method, String target, String body) throws Exception {
    return error(method, target, body).get("detail").flatMap(Node::string).orElse("");
  }

  private static Node error(String method, String target, String body) throws Exception {
    HttpResponse<String> answer = answer(method, target, body);
    assertEquals(400, answer.statusCode(), answer.body());
    return NodeReader.read(new Source("answer", answer.body())).value();
  }

  private static HttpResponse<String> answer(String method, String target, String body)
      throws Exception {
    HttpRequest request = HttpRequest.newBuilder(URI.create(target))
        .header("Content-Type", "application/json")
        .method(method, HttpRequest.BodyPublishers.ofString(body.replace('\'', '"')))
        .build();
    return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
  }
}
