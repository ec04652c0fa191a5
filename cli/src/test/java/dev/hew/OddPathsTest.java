package dev.hew;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** However odd a path looks, what guards it is what its own operation asks for. */
class OddPathsTest {
  @TempDir
  Path folder;

  @Test
  void nobodyComesInByTheRuleOfAnotherOperation() throws Exception {
    try (RunningService service =
        RunningService.start(MinimalService.of("paths.yaml").tree(), folder, "-DAPI_KEY=right")) {
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
