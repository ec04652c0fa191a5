package dev.hew;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A headless Chromium with one page, spoken to over its DevTools protocol. */
final class Browser implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Pattern LISTENING = Pattern.compile("DevTools listening on ws://([^/]+)/");
  private static final int LONGEST_WAIT_SECONDS = 120;

  private final Process process;
  private final WebSocket page;
  private final BlockingQueue<JsonNode> answers;
  private final List<JsonNode> events;

  private Browser(
      Process process, WebSocket page, BlockingQueue<JsonNode> answers, List<JsonNode> events) {
    this.process = process;
    this.page = page;
    this.answers = answers;
    this.events = events;
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
            "--window-size=1280,900",
            "--remote-debugging-port=0",
            "--user-data-dir=" + folder.resolve("profile"))
        .redirectErrorStream(true)
        .redirectOutput(log.toFile())
        .start();
    try {
      BlockingQueue<JsonNode> answers = new LinkedBlockingQueue<>();
      List<JsonNode> events = new CopyOnWriteArrayList<>();
      WebSocket page = connected(target(address(process, log)), message -> {
        if (message.has("id")) {
          answers.add(message);
        } else {
          events.add(message);
        }
      });
      Browser browser = new Browser(process, page, answers, events);
      for (String domain : List.of("Runtime", "Log", "Network", "Page")) {
        browser.answer(domain + ".enable", Map.of());
      }
      browser.answer("Page.navigate", Map.of("url", url));
      return browser;
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

  /** Where a new page is spoken to. */
  private static URI target(String address) throws IOException, InterruptedException {
    HttpRequest request = HttpRequest.newBuilder(
            URI.create("http://" + address + "/json/new?about:blank"))
        .method("PUT", HttpRequest.BodyPublishers.noBody())
        .build();
    String answer =
        HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).body();
    return URI.create(JSON.readTree(answer).get("webSocketDebuggerUrl").textValue());
  }

  private static WebSocket connected(URI target, Consumer<JsonNode> messages) {
    return HttpClient.newHttpClient()
        .newWebSocketBuilder()
        .buildAsync(target, new WebSocket.Listener() {
          private final StringBuilder message = new StringBuilder();

          @Override
          public CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
            message.append(data);
            if (last) {
              messages.accept(parsed(message.toString()));
              message.setLength(0);
            }
            socket.request(1);
            return null;
          }
        })
        .join();
  }

  private static JsonNode parsed(String message) {
    try {
      return JSON.readTree(message);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What an expression in the page's JavaScript comes to. */
  JsonNode value(String expression) throws IOException, InterruptedException {
    JsonNode result =
        answer("Runtime.evaluate", Map.of("expression", expression, "returnByValue", true));
    if (result.has("exceptionDetails")) {
      throw new AssertionError(expression + " gave " + result);
    }
    return result.path("result").path("value");
  }

  private JsonNode answer(String method, Map<String, Object> params)
      throws IOException, InterruptedException {
    Map<String, Object> command = Map.of("id", 1, "method", method, "params", params);
    page.sendText(JSON.writeValueAsString(command), true).join();
    JsonNode answer = answers.poll(LONGEST_WAIT_SECONDS, TimeUnit.SECONDS);
    if (answer == null || !answer.has("result")) {
      throw new AssertionError(method + " " + params + " gave " + answer);
    }
    return answer.get("result");
  }

  /** Every address that the page has asked for, the page's own first. */
  List<String> requests() {
    return events.stream()
        .filter(event -> event.path("method").textValue().equals("Network.requestWillBeSent"))
        .map(event -> event.at("/params/request/url").textValue())
        .toList();
  }

  /** What the page's console shows that it should not: errors, warnings, what was thrown and not caught. */
  List<JsonNode> complaints() {
    return events.stream()
        .filter(event -> switch (event.path("method").textValue()) {
          case "Runtime.exceptionThrown", "Log.entryAdded" -> true;
          case "Runtime.consoleAPICalled" ->
            Set.of("error", "warning", "assert")
                .contains(event.at("/params/type").textValue());
          default -> false;
        })
        .toList();
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
        + value("document.body.innerText").asText() + "\nits console: " + complaints());
  }

  @Override
  public void close() throws InterruptedException {
    page.abort();
    process.destroy();
    process.waitFor();
  }
}
