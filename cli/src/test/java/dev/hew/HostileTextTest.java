package dev.hew;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.hew.disk.Folder;
import dev.hew.flow.Generation;
import dev.hew.flow.NewService;
import dev.hew.flow.SpecInput;
import dev.hew.report.Checked;
import dev.hew.tree.FileTree;
import dev.hew.tree.RelPath;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.w3c.dom.Element;

/**
 * Texts that try to become something else (code, markup, an expression, a header, a log line, a command) stay texts: the
 * service of the case {@code hostile-everywhere} is compiled, started and asked, and what hew wrote beside the code is
 * read by real parsers. Each text would leave a mark that is looked for: a file {@code pwned}, a header {@code X-Pwned},
 * a line or a key that starts with {@code PWNED}.
 */
class HostileTextTest {
  private static final Path CASE =
      Path.of("src", "test", "resources", "cases", "hostile-everywhere");
  /** The path of the contract's server. */
  private static final String BASE = "/base";

  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static final ObjectMapper JSON = new ObjectMapper();
  private static FileTree service;
  private static FileTree plain;

  @TempDir
  static Path folder;

  private static RunningService running;

  /** The service, running, and the one of the same contract with all its texts tamed. */
  @BeforeAll
  static void generateAndStart() throws Exception {
    String contract = FolderCase.read(CASE)
        .given()
        .get(RelPath.of("openapi.yaml"))
        .orElseThrow()
        .text();
    service = generated(contract);
    plain = generated(contract.replaceAll("\"@[^\"\\\\]*(?:\\\\.[^\"\\\\]*)*\"", "\"@ text\""));
    running = RunningService.start(service, folder);
  }

  @AfterAll
  static void stop() throws Exception {
    running.close();
  }

  private static FileTree generated(String contract) {
    InputStream in = new ByteArrayInputStream(contract.getBytes(StandardCharsets.UTF_8));
    Checked<Generation> made = SpecInput.read("-", Path.of(""), Optional.empty(), in)
        .input()
        .then(i -> NewService.plan(i, Optional.empty(), Map.of("name", "hostile"), "test"));
    assertTrue(made.ok(), () -> made.diagnostics().toString());
    return made.value().tree();
  }

  @Test
  void compilesWithItsTests() throws Exception {
    assertEquals(List.of(), new GeneratedCode().problems(service));
  }

  @Test
  void answersEveryCaseAndNoTextIsActedUpon() throws Exception {
    Set<RelPath> before = Folder.read(folder).files().keySet();
    List<String> wrong = new ArrayList<>();
    int asked = 0;
    for (String line : text("contract/cases.jsonl").lines().toList()) {
      for (JsonNode step : JSON.readTree(line).path("steps")) {
        asked++;
        HttpResponse<String> answer = ask(step.get("request"));
        Set<Integer> expected = new TreeSet<>();
        step.get("expect").get("status").forEach(s -> expected.add(s.intValue()));
        if (!expected.contains(answer.statusCode())) {
          wrong.add(line + " -> " + answer.statusCode() + " " + answer.body());
        }
        answer.headers().map().forEach((name, values) -> {
          if ((name + values).toLowerCase(Locale.ROOT).contains("x-pwned")) {
            wrong.add(line + " -> " + name + values);
          }
        });
      }
    }
    assertEquals(List.of(), wrong);
    assertTrue(asked > 100, "only " + asked + " requests");
    assertEquals(before, Folder.read(folder).files().keySet(), "files");
    assertFalse(Files.exists(Path.of("pwned")));
    assertEquals(
        List.of(),
        running.log().stream().filter(l -> l.startsWith("PWNED")).toList(),
        "lines of the log");
  }

  /** The stub of each operation answers the contract's example, every character of it. */
  @Test
  void textsComeBackAsTheyWereWritten() throws Exception {
    JsonNode paths = JSON.valueToTree(yaml(service, "api/openapi.yaml")).get("paths");
    int compared = 0;
    for (var path : paths.properties()) {
      JsonNode example = path.getValue().at("/get/responses/200/content/application~1json/example");
      if (example.isObject()) {
        HttpRequest request = request(path.getKey()).build();
        String body = CLIENT.send(request, HttpResponse.BodyHandlers.ofString()).body();
        assertEquals(example, JSON.readTree(body));
        compared++;
      }
    }
    assertTrue(compared > 10, "only " + compared + " answers");
  }

  /** What Spring knows as wildcards stands for itself in a contract's path. */
  @Test
  void pathsAreNoPatterns() throws Exception {
    for (String path :
        List.of("/w/other", "/w/other/deeper", "/w/ab", "/w/acb", "/w/%257Bz%257D")) {
      HttpRequest request = request(path).build();
      assertEquals(
          404, CLIENT.send(request, HttpResponse.BodyHandlers.ofString()).statusCode(), path);
    }
  }

  private static HttpRequest.Builder request(String target) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + running.port() + BASE + target));
  }

  private static HttpResponse<String> ask(JsonNode request) throws Exception {
    JsonNode body = request.get("body");
    HttpRequest.Builder builder = request(request.get("target").textValue())
        .method(
            request.get("method").textValue(),
            body == null
                ? HttpRequest.BodyPublishers.noBody()
                : HttpRequest.BodyPublishers.ofString(body.textValue()));
    for (var header : request.path("headers").properties()) {
      builder.header(header.getKey(), header.getValue().textValue());
    }
    return CLIENT.send(builder.build(), HttpResponse.BodyHandlers.ofString());
  }

  /** A pom has the same elements whatever the texts are. */
  @Test
  void pomKeepsItsStructure() throws Exception {
    assertEquals(elements(plain), elements(service));
  }

  private static List<String> elements(FileTree tree) throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
    var document = factory
        .newDocumentBuilder()
        .parse(new ByteArrayInputStream(
            tree.get(RelPath.of("pom.xml")).orElseThrow().bytes()));
    List<String> names = new ArrayList<>();
    var all = document.getElementsByTagName("*");
    for (int i = 0; i < all.getLength(); i++) {
      Element element = (Element) all.item(i);
      names.add(element.getTagName());
      assertTrue(
          element.getElementsByTagName("*").getLength() > 0
              || !element.getTextContent().contains("${")
              || !element.getTextContent().contains("@"),
          "Maven would fill in " + element.getTextContent());
    }
    return names;
  }

  /** Every YAML file has the same keys whatever the texts are. */
  @Test
  void yamlKeepsItsStructure() {
    for (String path :
        List.of("src/main/resources/application.yaml", "hew.yaml", ".github/workflows/ci.yml")) {
      assertEquals(keys(plain, path), keys(service, path), path);
    }
  }

  private static Set<String> keys(FileTree tree, String path) {
    Set<String> keys = new LinkedHashSet<>();
    keys(yaml(tree, path), "", keys);
    return keys;
  }

  private static Object yaml(FileTree tree, String path) {
    return new Load(LoadSettings.builder().build())
        .loadFromString(tree.get(RelPath.of(path)).orElseThrow().text());
  }

  private static void keys(Object value, String path, Set<String> keys) {
    if (value instanceof Map<?, ?> map) {
      map.forEach((key, inner) -> {
        keys.add(path + "/" + key);
        keys(inner, path + "/" + key, keys);
      });
    } else if (value instanceof List<?> list) {
      list.forEach(item -> keys(item, path + "/*", keys));
    }
  }

  /** In Markdown there is no tag, no link and no heading but those that hew writes for tame texts too. */
  @Test
  void markdownKeepsItsStructure() {
    assertEquals(marks(plain), marks(service));
  }

  private static List<String> marks(FileTree tree) {
    String readme = tree.get(RelPath.of("README.md")).orElseThrow().text();
    List<String> marks = new ArrayList<>();
    boolean fenced = false;
    for (String line : readme.split("\n")) {
      fenced ^= line.startsWith("```");
      // what stands between backticks, or behind a backslash, is no mark
      String bare = line.replaceAll("(`+)(?!`).*?(?<!`)\\1(?!`)", "").replaceAll("\\\\.", "");
      if (!fenced) {
        Pattern.compile(
                "^#+ |<[a-zA-Z/!?]|\\]\\(|!\\[|^ {0,3}(?:[-*+>]|\\d+[.)]) |&(?!amp;|lt;|gt;|quot;)#?\\w+;")
            .matcher(bare)
            .results()
            .map(MatchResult::group)
            .forEach(marks::add);
      }
    }
    return marks;
  }

  /** Nobody who reviews what was generated is shown another order or another name than the compiler sees. */
  @Test
  void nothingInvisibleIsInTheCode() {
    service.files().forEach((path, content) -> {
      if (path.value().matches(".*\\.(java|xml|md|properties)")) {
        content
            .text()
            .codePoints()
            .forEach(c -> assertFalse(
                Character.getType(c) == Character.FORMAT || Character.isISOControl(c) && c != '\n',
                () -> String.format("%s holds U+%04X", path, c)));
      }
    });
  }

  private static String text(String path) {
    return service.get(RelPath.of(path)).orElseThrow().text();
  }
}
