package dev.hew;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hew.flow.Generation;
import dev.hew.flow.NewService;
import dev.hew.flow.SpecInput;
import dev.hew.report.Checked;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** However odd a path looks, what guards it is what its own operation asks for. */
class OddPathsTest {
  private static final Path CONTRACT =
      Path.of("src", "test", "resources", "services", "paths.yaml");

  @TempDir
  Path folder;

  @Test
  void nobodyComesInByTheRuleOfAnotherOperation() throws Exception {
    Checked<Generation> made = SpecInput.read(
            CONTRACT.toString(), Path.of(""), Optional.empty(), InputStream.nullInputStream())
        .input()
        .then(i -> NewService.plan(i, Optional.empty(), Map.of("minimal", "true"), "test"));
    assertTrue(made.ok(), () -> made.diagnostics().toString());
    try (RunningService service =
        RunningService.start(made.value().tree(), folder, "-DAPI_KEY=right")) {
      String root = "http://127.0.0.1:" + service.port();
      assertEquals("401", answer(root + "/abc"));
      assertEquals("401", answer(root + "/abc*"));
      assertEquals("200 \"stars\"", answer(root + "/a*b*"));
      assertEquals("200 \"star\"", answer(root + "/w/*"));
      assertEquals("200 \"star\"", answer(root + "/w/%2A"));
      assertEquals("401", answer(root + "/w/a"));
      assertEquals("401", answer(root + "/w/**"));
      assertEquals("200 \"guarded\"", answer(root + "/w/**", "right"));
      assertEquals("200 \"guarded\"", answer(root + "/w/a%20b", "right"));
      assertEquals("200 \"semicolon\"", answer(root + "/p%3Bq/y"));
      assertEquals("200 \"semicolon\"", answer(root + "/p;q/y"));
    }
  }

  private static String answer(String address) throws Exception {
    return answer(address, "none");
  }

  private static String answer(String address, String key) throws Exception {
    HttpResponse<String> answer = HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(URI.create(address)).header("X-Key", key).build(),
            HttpResponse.BodyHandlers.ofString());
    return answer.statusCode() + (answer.statusCode() == 200 ? " " + answer.body() : "");
  }
}
