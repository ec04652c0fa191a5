package dev.hew;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A headless Chromium with one page, spoken to over its DevTools protocol. */
final class Browser implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Pattern LISTENING = Pattern.compile("DevTools listening on ws://([^/]+)/");
  private static final int LONGEST_WAIT_SECONDS = 120;

  private final Process process;
  private final WebSocket page;
  private final BlockingQueue<String> answers;

  private Browser(Process process, WebSocket page, BlockingQueue<String> answers) {
    this.process = process;
    this.page = page;
    this.answers = answers;
  }

  /**
   * Opens a page.
   *
   * @param folder an empty one for the browser's own files
   * @throws IOException if there is no Chromium: {@code CHROMIUM} names another program than {@code chromium}
   */
  static Browser open(String url, Path folder) throws IOException, InterruptedException {
    Path log = folder.resolve("browser.log");
    Process process = new ProcessBuilder(
            System.getenv().getOrDefault("CHROMIUM", "chromium"),
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--remote-debugging-port=0",
            "--user-data-dir=" + folder.resolve("profile"))
        .redirectErrorStream(true)
        .redirectOutput(log.toFile())
        .start();
    try {
      BlockingQueue<String> answers = new LinkedBlockingQueue<>();
      return new Browser(process, connected(target(address(process, log), url), answers), answers);
    } catch (IOException | InterruptedException | RuntimeException | AssertionError e) {
      process.destroyForcibly();
      throw e;
    }
  }

  private static String address(Process process, Path log)
      throws IOException, InterruptedException {
    for (int i = 0; i < LONGEST_WAIT_SECONDS * 10 && process.isAlive(); i++) {
      Matcher found = LISTENING.matcher(Files.readString(log));
      if (found.find()) {
        return found.group(1);
      }
      Thread.sleep(100);
    }
    throw new AssertionError("the browser did not start:\n" + Files.readString(log));
  }

  /** Where the page that shows {@code url} is spoken to. */
  private static URI target(String address, String url) throws IOException, InterruptedException {
    HttpRequest request = HttpRequest.newBuilder(
            URI.create("http://" + address + "/json/new?" + url))
        .method("PUT", HttpRequest.BodyPublishers.noBody())
        .build();
    String answer =
        HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).body();
    return URI.create(JSON.readTree(answer).get("webSocketDebuggerUrl").textValue());
  }

  private static WebSocket connected(URI target, BlockingQueue<String> answers) {
    return HttpClient.newHttpClient()
        .newWebSocketBuilder()
        .buildAsync(target, new WebSocket.Listener() {
          private final StringBuilder answer = new StringBuilder();

          @Override
          public CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
            answer.append(data);
            if (last) {
              answers.add(answer.toString());
              answer.setLength(0);
            }
            socket.request(1);
            return null;
          }
        })
        .join();
  }

  /** What an expression in the page's JavaScript comes to. */
  JsonNode value(String expression) throws IOException, InterruptedException {
    Map<String, Object> what = Map.of("expression", expression, "returnByValue", true);
    Map<String, Object> command = Map.of("id", 1, "method", "Runtime.evaluate", "params", what);
    page.sendText(JSON.writeValueAsString(command), true).join();
    String answer = answers.poll(LONGEST_WAIT_SECONDS, TimeUnit.SECONDS);
    if (answer == null) {
      throw new AssertionError("no answer to " + expression);
    }
    JsonNode result = JSON.readTree(answer).path("result");
    if (result.isMissingNode() || result.has("exceptionDetails")) {
      throw new AssertionError(expression + " gave " + answer);
    }
    return result.path("result").path("value");
  }

  /** Waits until an expression holds. */
  void await(String expression) throws IOException, InterruptedException {
    for (int i = 0; i < LONGEST_WAIT_SECONDS * 10; i++) {
      if (value(expression).asBoolean()) {
        return;
      }
      Thread.sleep(100);
    }
    throw new AssertionError(expression + " never held; the page says:\n"
        + value("document.body.innerText").asText());
  }

  @Override
  public void close() throws InterruptedException {
    page.abort();
    process.destroy();
    process.waitFor();
  }
}
