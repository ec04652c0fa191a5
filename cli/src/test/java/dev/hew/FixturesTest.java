package dev.hew;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hew.tree.Content;
import dev.hew.tree.FileTree;
import dev.hew.tree.RelPath;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the runner of a generated service makes of {@code contract/fixtures.yaml}: compiled, and called. */
class FixturesTest {
  private static final String CASES = """
      {"id":"get.200","operation":"GET /a b/{id}-{v}","kind":"success","steps":[{"request":{"method":"GET","target":"/a%20b/1-2?q=x&r=y","headers":{"Accept":"*/*"}},"expect":{"status":[200],"contentType":[]},"alternatives":[{"status":[404],"contentType":["text/plain"]}]}],"why":"#"}
      {"id":"get.path-id.type","operation":"GET /a b/{id}-{v}","kind":"negative","steps":[{"request":{"method":"GET","target":"/a%20b/x-2","headers":{}},"expect":{"status":[400],"contentType":[]}}],"why":"#"}
      {"id":"get.missing-query-q","operation":"GET /a b/{id}-{v}","kind":"negative","steps":[{"request":{"method":"GET","target":"/a%20b/1-2","headers":{}},"expect":{"status":[400],"contentType":[]}}],"why":"#"}
      {"id":"put.200","operation":"PUT /c","kind":"success","steps":[{"request":{"method":"PUT","target":"/c","headers":{},"body":"{}"},"expect":{"status":[200],"contentType":[]}}],"why":"#"}
      {"id":"patch.200","operation":"PATCH /d/{id}","kind":"success","steps":[{"request":{"method":"POST","target":"/d","headers":{},"body":"{}"},"expect":{"status":[201],"contentType":[]}},{"request":{"method":"PATCH","target":"/d/{{1.$.id}}","headers":{},"body":"{}"},"expect":{"status":[200],"contentType":[]}}],"why":"#"}
      """;

  private static ClassLoader classes;
  private static String runner;

  @TempDir
  private Path folder;

  @BeforeAll
  static void compileTheRunner() throws Exception {
    FileTree service = SamplesTest.generated(SamplesTest.samples().get(0)).tree();
    TreeMap<RelPath, Content> files = new TreeMap<>(service.files());
    files.keySet().removeIf(path -> !path.value().matches(".*/contract/(Fixtures|Case)\\.java"));
    String name = files.firstKey().value().replaceFirst("src/test/java/", "");
    runner = name.substring(0, name.lastIndexOf('/') + 1).replace('/', '.');
    classes = new GeneratedCode().loaded(new FileTree(files));
  }

  /** The cases by their ids, as text. */
  private Map<String, String> laidOver(String fixtures) throws Exception {
    Path lines = Files.writeString(folder.resolve("cases.jsonl"), CASES);
    Path file = Files.writeString(folder.resolve("fixtures.yaml"), fixtures);
    Method read = classes.loadClass(runner + "Case").getDeclaredMethod("readAll", Path.class);
    read.setAccessible(true);
    Method lay = classes
        .loadClass(runner + "Fixtures")
        .getDeclaredMethod("laidOver", List.class, Path.class);
    lay.setAccessible(true);
    Map<String, String> cases = new LinkedHashMap<>();
    for (Object one : (List<?>) lay.invoke(null, read.invoke(null, lines), file)) {
      cases.put(
          Stream.of(one.toString().split("id=|,")).skip(1).findFirst().orElseThrow(),
          one.toString());
    }
    return cases;
  }

  private static void holds(String part, String text) {
    assertTrue(text.contains(part), () -> part + " is not in " + text);
  }

  @Test
  void valuesStandWhereTheContractsStood() throws Exception {
    Map<String, String> cases = laidOver("""
        GET /a b/{id}-{v}:
          path: {id: 'é/7'}
          query: {q: 2024-05-17, s: 1}
          headers: {accept: text/plain, X-Tenant: acme}
        """);
    holds("target=/a%20b/%C3%A9%2F7-2?r=y&q=2024-05-17&s=1,", cases.get("get.200"));
    holds("headers={accept=text/plain, X-Tenant=acme}", cases.get("get.200"));
    holds("target=/a%20b/x-2?q=2024-05-17&s=1,", cases.get("get.path-id.type"));
    holds("target=/a%20b/%C3%A9%2F7-2?s=1,", cases.get("get.missing-query-q"));
    holds("target=/c,", cases.get("put.200"));
  }

  @Test
  void bodyStatusAndExemptionHoldForOneCase() throws Exception {
    Map<String, String> cases = laidOver("""
        put.200: {body: {n: 1, at: 2024-05-17, list: [true, null]}, status: 409}
        get.200: {status: 404}
        get.path-id: {exempt: not here}
        """);
    holds("body={\"n\":1,\"at\":\"2024-05-17\",\"list\":[true,null]}", cases.get("put.200"));
    holds("status=[409], contentType=[]", cases.get("put.200"));
    holds("expect=Expect[status=[404], contentType=[text/plain]", cases.get("get.200"));
    holds("exempt=not here", cases.get("get.path-id.type"));
  }

  @Test
  void stepsThatPrepareTakeHeadersAlone() throws Exception {
    String patch = laidOver("""
        patch.200:
          {path: {id: 7}, query: {q: 1}, headers: {X-Tenant: acme}, body: {n: 1}, status: 404}
        """).get("patch.200");
    holds("method=POST, target=/d, headers={X-Tenant=acme}, body={}, ", patch);
    holds("status=[201]", patch);
    holds("method=PATCH, target=/d/7?q=1, headers={X-Tenant=acme}, body={\"n\":1}, ", patch);
    holds("status=[404]", patch);
    assertFalse(patch.contains("status=[200]"), patch);
  }

  @Test
  void mistakesAreErrorsWithTheirLine() {
    assertEquals(
        "fixtures.yaml:2: no case and no operation is called `gte`",
        mistake("get: {status: 200}\ngte: {status: 200}\n"));
    holds("fixtures.yaml:1: Unrecognized property \"pth\"", mistake("get: {pth: {id: 1}}\n"));
  }

  private String mistake(String fixtures) {
    Throwable cause =
        assertThrows(InvocationTargetException.class, () -> laidOver(fixtures)).getCause();
    return cause.getMessage().substring(cause.getMessage().indexOf("fixtures.yaml"));
  }
}
