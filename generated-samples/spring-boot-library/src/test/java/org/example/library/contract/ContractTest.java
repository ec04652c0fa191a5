package org.example.library.contract;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.web.util.UriUtils;

/** Proves that the running service keeps its contract: sends every case of {@code contract/cases.jsonl}. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class ContractTest {

  private static final List<Case> CASES =
      Fixtures.laidOver(Case.readAll(Path.of("contract", "cases.jsonl")), Path.of("contract", "fixtures.yaml"));
  private static final Credentials CREDENTIALS = new Credentials();
  private static final Judge JUDGE = new Judge(Path.of("contract", "schemas.json"));
  private static final Map<Outcome, Integer> TALLY = new ConcurrentHashMap<>();

  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .followRedirects(HttpClient.Redirect.NEVER)
          .connectTimeout(Duration.ofSeconds(10))
          .build();

  @LocalServerPort private int port;

  @Value("${server.servlet.context-path:}")
  private String contextPath;

  /** How a case can end. */
  private enum Outcome {
    /** The service's own code gave the documented answer. */
    PASSED,
    /** A stub gave the documented answer: nothing is proven about the service. */
    STUBBED,
    /** Another documented answer came, as it depends on the service's data. */
    FIXTURE,
    /** Nothing can be sent. */
    EXEMPT,
    FAILED;

    private String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  @DynamicPropertySource
  static void credentials(DynamicPropertyRegistry properties) {
    CREDENTIALS.register(properties);
  }

  @TestFactory
  Stream<DynamicTest> contract() {
    return CASES.stream().map(one -> DynamicTest.dynamicTest(one.id(), () -> prove(one)));
  }

  @AfterAll
  static void total() {
    var total = new StringBuilder("contract: operations=")
        .append(CASES.stream().map(Case::operation).distinct().count())
        .append(" cases=").append(CASES.size());
    for (Outcome outcome : Outcome.values()) {
      total.append(' ').append(outcome.word()).append('=').append(TALLY.getOrDefault(outcome, 0));
    }
    System.out.println(total);
  }

  private void prove(Case one) throws IOException, InterruptedException {
    if (one.exempt() != null) {
      record(one, Outcome.EXEMPT, one.exempt());
      Assumptions.abort(one.exempt());
    }
    try {
      Outcome outcome = Outcome.PASSED;
      for (Case.Step step : one.steps()) {
        Outcome next = prove(step, one);
        outcome = next.compareTo(outcome) > 0 ? next : outcome;
      }
      record(one, outcome, one.operation());
    } catch (AssertionError | IOException | RuntimeException e) {
      record(one, Outcome.FAILED, e.getMessage());
      throw e;
    }
  }

  private Outcome prove(Case.Step step, Case one) throws IOException, InterruptedException {
    Case.Request request = step.request();
    String url = url(request);
    reject(JUDGE.problems(request), request.curl(url), one);

    HttpResponse<byte[]> answer = send(request, CREDENTIALS.fill(url));
    List<String> problems = JUDGE.problems(step.expect(), request.method(), answer);
    boolean other =
        step.alternatives().stream().anyMatch(e -> JUDGE.problems(e, request.method(), answer).isEmpty());
    if (!other) {
      reject(problems, request.curl(url) + "\n" + shown(answer), one);
    }
    if (answer.headers().firstValue("Hew-Stub").isPresent()) {
      return Outcome.STUBBED;
    }
    return problems.isEmpty() ? Outcome.PASSED : Outcome.FIXTURE;
  }

  private String url(Case.Request request) {
    return "http://localhost:" + port + UriUtils.encodePath(contextPath, StandardCharsets.UTF_8) + request.target();
  }

  private HttpResponse<byte[]> send(Case.Request request, String url) throws IOException, InterruptedException {
    var builder = HttpRequest.newBuilder(URI.create(url)).timeout(Duration.ofSeconds(30));
    boolean empty = request.body() == null && request.bodyBase64() == null;
    builder.method(
        request.method(), empty ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(request.bytes()));
    request.headers().forEach((name, value) -> builder.header(name, CREDENTIALS.fill(value)));
    return client.send(builder.build(), BodyHandlers.ofByteArray());
  }

  private static void reject(List<String> problems, String exchange, Case one) {
    if (!problems.isEmpty()) {
      Assertions.fail(
          one.id() + ": " + String.join("; ", problems) + "\n" + exchange + "\nthe contract says so at " + one.why());
    }
  }

  /** The start of an answer, as a person would look at it. */
  private static String shown(HttpResponse<byte[]> answer) {
    String body = new String(answer.body(), StandardCharsets.UTF_8);
    return "HTTP " + answer.statusCode() + " " + answer.headers().firstValue("Content-Type").orElse("") + "\n"
        + (body.length() > 2000 ? body.substring(0, 2000) + "..." : body);
  }

  private static void record(Case one, Outcome outcome, String detail) {
    TALLY.merge(outcome, 1, Integer::sum);
    System.out.printf("%-7s %s: %s%n", outcome.word(), one.id(), detail);
  }
}
