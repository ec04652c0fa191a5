package dev.hew;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import dev.hew.command.Console;
import dev.hew.command.HewCommand;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Element;

/** {@code hew verify} against real servers. */
class VerifyTest {
  private static final String CONTRACT = """
      openapi: 3.1.0
      info: {title: Notes, version: '1'}
      security: [{token: []}]
      paths:
        /notes:
          get:
            operationId: listNotes
            responses:
              '200':
                description: all
                content: {application/json: {schema: {type: array, items: {type: string}}}}
          post:
            operationId: addNote
            security: [{key: []}]
            requestBody:
              required: true
              content: {application/json: {schema: {type: string, maxLength: 5}}}
            responses:
              '204': {description: done}
              '409': {description: there already}
      components:
        securitySchemes:
          token: {type: http, scheme: bearer}
          key: {type: apiKey, in: query, name: the key}
      """;

  @TempDir
  Path folder;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @BeforeEach
  void write() throws IOException {
    Files.writeString(folder.resolve("notes.yaml"), CONTRACT);
    Files.writeString(folder.resolve("secret"), "s3cret token\n");
  }

  private int verify(TestServer server, String... more) {
    return verify(server.url(), more);
  }

  private int verify(String url, String... more) {
    List<String> words = new ArrayList<>(List.of("verify", url, "--spec", "notes.yaml"));
    words.addAll(List.of(more));
    Console console = new Console(
        InputStream.nullInputStream(), new PrintWriter(out), new PrintWriter(err), folder);
    return HewCommand.run(console, words.toArray(String[]::new));
  }

  /** Keeps the contract. */
  private static void good(HttpExchange exchange) throws IOException {
    String accept = exchange.getRequestHeaders().getFirst("Accept");
    String method = exchange.getRequestMethod();
    boolean list = method.equals("GET");
    if (!list && !method.equals("POST")) {
      problem(exchange, 405);
    } else if (list && accept.contains("hew-unknown")) {
      problem(exchange, 406);
    } else if (list) {
      TestServer.answer(exchange, 200, "application/json", "[\"hello\"]");
    } else {
      problem(exchange, 400);
    }
  }

  /** Keeps the contract, its security included. */
  private static void guarded(HttpExchange exchange) throws IOException {
    String sent = exchange.getRequestHeaders().getFirst("Authorization");
    if (exchange.getRequestMethod().equals("GET") && !"Bearer right".equals(sent)) {
      problem(exchange, 401);
    } else {
      good(exchange);
    }
  }

  @Test
  void serverThatAsksNobodyFails() throws IOException {
    try (TestServer server = new TestServer(VerifyTest::good)) {
      assertEquals(1, verify(server, "--only", "listNotes.auth", "--bearer", "right"));
      assertTrue(out.toString().contains(" cases=3 passed=0 "), out::toString);
    }
  }

  private static void problem(HttpExchange exchange, int status) throws IOException {
    TestServer.answer(exchange, status, "application/problem+json", "{\"status\":" + status + "}");
  }

  @Test
  void goodAnswersPass() throws IOException {
    try (TestServer server = new TestServer(VerifyTest::guarded)) {
      assertEquals(0, verify(server, "--only", "listNotes", "--bearer", "right"), out::toString);
      assertEquals(
          "contract: operations=1 cases=6 passed=6 stubbed=0 fixture=0 exempt=0 failed=0\n",
          out.toString());
    }
  }

  @Test
  void basePathOfTheUrlIsKept() throws IOException {
    try (TestServer server = new TestServer(VerifyTest::good)) {
      assertEquals(0, verify(server.url() + "/a%20b/", "--only", "listNotes.200"));
      assertEquals(List.of("GET /a%20b/notes"), server.requests);
    }
  }

  @Test
  void failureSaysWhatWasExpectedWhatCameAndWhere() throws IOException {
    try (TestServer server =
        new TestServer(exchange -> TestServer.answer(exchange, 200, "application/json", "[1]"))) {
      assertEquals(1, verify(server, "--only", "listNotes.200"));
      assertEquals("""
          notes.yaml:9:9: error[case-failed]: listNotes.200: body/0: integer found, string expected
              9 |         '200':
                |         ^
            curl -i -X GET -H 'Accept: application/json' -H 'Authorization: Bearer hew' 'URL/notes'
            HTTP 200 application/json
            [1]
            the contract says so at #/paths/~1notes/get/responses/200

          contract: operations=1 cases=1 passed=0 stubbed=0 fixture=0 exempt=0 failed=1
          """, out.toString().replace(server.url(), "URL"));
    }
  }

  @Test
  void failuresOfOneKindAreToldTenTimes() throws IOException {
    try (TestServer server = new TestServer(exchange -> problem(exchange, 404))) {
      assertEquals(1, verify(server));
      String text = out.toString();
      assertEquals(11, text.split("error\\[case-failed]", -1).length, text);
      assertTrue(
          text.contains(" more failed cases were answered 404 (does URL end where the contract's"),
          text);
    }
  }

  @Test
  void jsonNamesTheReason() throws IOException {
    try (TestServer server = new TestServer(exchange -> problem(exchange, 500))) {
      assertEquals(1, verify(server, "--only", "listNotes.200", "--format", "json"));
      for (String part : List.of(
          "\"format\": 1",
          "\"reason\": \"cases-failed\"",
          "\"failed\": 1",
          "\"outcome\": \"failed\"",
          "\"code\": \"case-failed\"")) {
        assertTrue(out.toString().contains(part), () -> part + " is not in " + out);
      }
    }
  }

  @Test
  void warningsAreInEachJson() throws IOException {
    Files.writeString(
        folder.resolve("notes.yaml"),
        CONTRACT.replace("paths:\n", "servers: [{url: /v1}]\ninfos: {}\npaths:\n"));
    try (TestServer server = new TestServer(VerifyTest::good)) {
      assertEquals(
          0, verify(server, "--only", "listNotes.200", "--format", "json", "--report", "all.json"));
    }
    for (String json : List.of(out.toString(), Files.readString(folder.resolve("all.json")))) {
      assertTrue(json.contains("\"code\": \"server-base-path\""), json);
      assertTrue(json.contains("\"source\": \"notes.yaml\""), json);
    }
  }

  @Test
  void reportIsOfJUnitsForm() throws Exception {
    try (TestServer server = new TestServer(exchange ->
        TestServer.answer(exchange, 200, "application/json", "\"<\u0000\u001b[31m&]]>\""))) {
      assertEquals(1, verify(server, "--safe", "--report", "out/report.xml"));
    }
    Element suite = DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(folder.resolve("out/report.xml").toFile())
        .getDocumentElement();
    int tests = suite.getElementsByTagName("testcase").getLength();
    int failures = suite.getElementsByTagName("failure").getLength();
    int skipped = suite.getElementsByTagName("skipped").getLength();
    assertTrue(failures > 0 && skipped > 0);
    assertEquals("" + tests, suite.getAttribute("tests"));
    assertEquals("" + failures, suite.getAttribute("failures"));
    assertEquals("" + skipped, suite.getAttribute("skipped"));
    assertFalse(out.toString().contains("\u001b"), "an answer steers the terminal");
  }

  @Test
  void redirectionIsAnAnswer() throws IOException {
    try (TestServer server = new TestServer(exchange -> {
      exchange.getResponseHeaders().set("Location", "/elsewhere");
      exchange.sendResponseHeaders(302, -1);
    })) {
      assertEquals(1, verify(server, "--only", "listNotes.200"));
      assertTrue(out.toString().contains("expected status 200, got 302"), out::toString);
      assertEquals(List.of("GET /notes"), server.requests);
    }
  }

  @Test
  void endlessAnswerIsCutOff() throws IOException {
    try (TestServer server = new TestServer(exchange -> {
      exchange.getResponseHeaders().set("Content-Type", "application/json");
      exchange.sendResponseHeaders(200, 0);
      OutputStream body = exchange.getResponseBody();
      while (true) {
        body.write(new byte[1 << 16]);
      }
    })) {
      assertEquals(1, verify(server, "--only", "listNotes.200"));
      assertTrue(out.toString().contains("the answer is longer than 16 MiB"), out::toString);
    }
  }

  @Test
  void slowAnswerIsGivenUp() throws IOException {
    try (TestServer server = new TestServer(exchange -> {
      exchange.sendResponseHeaders(200, 0);
      try {
        while (true) {
          exchange.getResponseBody().write(' ');
          exchange.getResponseBody().flush();
          Thread.sleep(100);
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    })) {
      assertEquals(1, verify(server, "--only", "listNotes.200", "--timeout", "1"));
      assertTrue(out.toString().contains("no whole answer within 1 s"), out::toString);
    }
  }

  @Test
  void credentialsAreSentAndNeverPrinted() throws IOException {
    Set<String> seen = new ConcurrentSkipListSet<>();
    try (TestServer server = new TestServer(exchange -> {
      String authorization = exchange.getRequestHeaders().getFirst("Authorization");
      String query = String.valueOf(exchange.getRequestURI().getRawQuery());
      String tenant = exchange.getRequestHeaders().getFirst("X-Tenant");
      seen.add(exchange.getRequestMethod() + " " + authorization + " " + query + " " + tenant);
      TestServer.answer(exchange, 500, "text/plain", authorization + " " + query);
    })) {
      String report = "report.json";
      assertEquals(
          1,
          verify(
              server,
              "--only=*notes.20*",
              "--only=*note.20*",
              "--bearer=file:secret",
              "--api-key=file:secret",
              "--header=X-Tenant: blue",
              "--report=" + report));
      assertEquals(
          new TreeSet<>(Set.of(
              "GET Bearer s3cret token null blue", "POST null the%20key=s3cret%20token blue")),
          seen);
      for (String printed :
          List.of(out.toString(), err.toString(), Files.readString(folder.resolve(report)))) {
        assertFalse(printed.contains("s3cret"), printed);
      }
      assertTrue(out.toString().contains("Authorization: Bearer ***"), out::toString);
      assertTrue(out.toString().contains("the%20key=***"), out::toString);
    }
  }

  @Test
  void placeInAnotherFileIsWhereTheUserFindsIt() throws IOException {
    Path paths = Files.createDirectories(folder.resolve("sub/paths"));
    Files.writeString(
        folder.resolve("sub/api.yaml"),
        "openapi: 3.1.0\ninfo: {title: A, version: '1'}\npaths:\n  /a: {$ref: paths/a.yaml}\n");
    Files.writeString(
        paths.resolve("a.yaml"),
        "get:\n  operationId: getA\n  responses: {'200': {description: all}}\n");
    try (TestServer server =
        new TestServer(exchange -> TestServer.answer(exchange, 500, "text/plain", "oh"))) {
      Console console = new Console(
          InputStream.nullInputStream(), new PrintWriter(out), new PrintWriter(err), folder);
      HewCommand.run(
          console,
          "verify",
          server.url(),
          "--spec=sub/api.yaml",
          "--only=getA.200",
          "--format=github");
      assertTrue(out.toString().contains("file=sub/paths/a.yaml,line=3,"), () -> out + "" + err);
    }
  }

  @Test
  void shortCredentialIsHiddenWhereItStandsAndNowhereElse() throws IOException {
    try (TestServer server =
        new TestServer(exchange -> TestServer.answer(exchange, 200, "application/json", "[1]"))) {
      assertEquals(
          1, verify(server, "--only=*note*.20*", "--bearer=x", "--api-key=q", "--header=X-Key: x"));
      assertTrue(out.toString().contains("integer found, string expected\n"), out::toString);
      assertTrue(out.toString().contains("-H 'Authorization: Bearer ***'"), out::toString);
      assertTrue(out.toString().contains("-H 'X-Key: ***'"), out::toString);
      assertTrue(out.toString().contains("?the%20key=***'"), out::toString);
    }
  }

  @Test
  void folderInTheReportsPlaceStaysAndNothingIsSent() throws IOException {
    Files.createDirectory(folder.resolve("report.xml"));
    try (TestServer server = new TestServer(VerifyTest::guarded)) {
      assertEquals(4, verify(server, "--report=report.xml"));
      assertTrue(
          err.toString().contains("`report.xml` cannot be written: there is a folder"),
          err::toString);
      assertTrue(Files.isDirectory(folder.resolve("report.xml")));
      assertEquals(List.of(), server.requests);
    }
  }

  @Test
  void basicCredentialsOfAContractWithoutAnyAreSentToo() throws IOException {
    Files.writeString(
        folder.resolve("notes.yaml"),
        CONTRACT.replace("security: [{token: []}]", "").replaceAll("(?m)^ +token:.*$", ""));
    Set<String> seen = new ConcurrentSkipListSet<>();
    try (TestServer server = new TestServer(exchange -> {
      seen.add(exchange.getRequestHeaders().getFirst("Authorization"));
      good(exchange);
    })) {
      verify(server, "--only", "listNotes", "--basic", "me:s3cret token");
      assertEquals(Set.of("Basic bWU6czNjcmV0IHRva2Vu"), seen);
    }
  }

  @Test
  void safeModeSendsNothingThatChangesData() throws IOException {
    try (TestServer server = new TestServer(VerifyTest::guarded)) {
      assertEquals(0, verify(server, "--safe", "--bearer", "right"), out::toString);
      assertTrue(server.requests.stream().allMatch(r -> r.startsWith("GET ")));
      assertTrue(out.toString().contains(" passed=5 stubbed=0 fixture=0 exempt="), out::toString);
      assertFalse(out.toString().contains("exempt=0 "), out::toString);
    }
  }

  @Test
  void stubsAndOtherDocumentedAnswersAreCountedApart() throws IOException {
    try (TestServer server = new TestServer(exchange -> {
      if (exchange.getRequestMethod().equals("GET")) {
        exchange.getResponseHeaders().set("Hew-Stub", "true");
        good(exchange);
      } else {
        exchange.sendResponseHeaders(409, -1);
      }
    })) {
      assertEquals(0, verify(server, "--only", "listNotes.200", "--only", "addNote.204"));
      assertTrue(
          out.toString().matches("(?s).* passed=0 stubbed=1 fixture=[1-9] exempt=0 failed=0\\n"),
          out::toString);
    }
  }

  @Test
  void noServerIsTheMachinesFault() throws IOException {
    String url;
    try (TestServer server = new TestServer(VerifyTest::good)) {
      url = server.url();
    }
    assertEquals(4, verify(url));
    assertTrue(err.toString().contains("error[server-unreachable]: `" + url), err::toString);
  }

  @Test
  void reportThatCannotBeWrittenIsTheMachinesFault() throws IOException {
    try (TestServer server = new TestServer(VerifyTest::good)) {
      assertEquals(4, verify(server, "--only", "listNotes", "--report", "secret/report.xml"));
      assertTrue(err.toString().contains("error[machine-refused]"), err::toString);
    }
  }

  @Test
  void fixturesAreLaidOverTheCases() throws IOException {
    Files.writeString(
        folder.resolve("notes.yaml"), CONTRACT.replace("/notes:", "/{who}/notes.{kind}:"));
    Files.writeString(folder.resolve("fixtures.yaml"), """
        GET /{who}/notes.{kind}:
          path: {who: anna b, kind: txt}
          query: {page: 2}
          headers: {x-tenant: acme}
        listNotes.unacceptable: {exempt: not today}
        addNote: {status: 409, body: hello}
        """);
    Set<String> tenants = new ConcurrentSkipListSet<>();
    try (TestServer server = new TestServer(exchange -> {
      tenants.add(exchange.getRequestHeaders().getFirst("X-Tenant"));
      good(exchange);
    })) {
      assertEquals(
          0,
          verify(server, "--fixtures=fixtures.yaml", "--only=listNotes.2*", "--only=listNotes.un*"),
          out::toString);
      assertEquals(List.of("GET /anna%20b/notes.txt?page=2"), server.requests);
      assertEquals(Set.of("acme"), tenants);
      assertTrue(out.toString().contains("cases=2 passed=1 stubbed=0 fixture=0 exempt=1"));
    }
  }

  @Test
  void mistakesOfFixturesHaveTheirPlaces() throws IOException {
    Files.writeString(
        folder.resolve("fixtures.yaml"),
        "listNote: {exempt: a}\nlistNotes: {boddy: 1, status: abc}\naddNote: 7\n");
    try (TestServer server = new TestServer(VerifyTest::good)) {
      assertEquals(3, verify(server, "--fixtures", "fixtures.yaml"));
      assertEquals(List.of(), server.requests);
      for (String part : List.of(
          "fixtures.yaml:1:1: error[case-unknown]",
          "fixtures.yaml:2:13: error[manifest-unknown-key]",
          "fixtures.yaml:2:31: error[fixture-value]",
          "fixtures.yaml:3:10: error[fixture-value]")) {
        assertTrue(err.toString().contains(part), () -> part + " is not in\n" + err);
      }
    }
  }
}
