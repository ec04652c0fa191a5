package dev.hew.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hew.cases.Case;
import dev.hew.report.Checked;
import dev.hew.report.Diagnostic;
import dev.hew.schema.SchemaSet;
import dev.hew.tree.Content;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TrialTest {
  private static final Answer FINE = new Answer(204, Map.of(), Content.of(""));

  private static Case one(String id, String method) {
    Case.Request request = new Case.Request(
        method, "/", Map.of(), Optional.empty(), Optional.empty(), Optional.empty());
    Case.Expect expect = new Case.Expect(List.of("204"), List.of(), Optional.empty(), List.of());
    Case.Step step = new Case.Step(request, expect, List.of());
    return new Case(
        id, method + " /", Case.Kind.SUCCESS, Optional.empty(), List.of(step), "#/paths/~1");
  }

  private static List<Case> cases(int number) {
    return IntStream.range(0, number).mapToObj(i -> one("a." + i, "GET")).toList();
  }

  private static List<Finding> run(List<Case> cases, Server server) throws Server.NoAnswer {
    return new Trial(new Judge(new SchemaSet(Map.of())), server).run(cases, finding -> {});
  }

  @Test
  void serverThatFallsSilentIsNotAskedForEver() throws Server.NoAnswer {
    List<Case.Request> sent = new ArrayList<>();
    List<Finding> findings = run(cases(100), request -> {
      sent.add(request);
      if (sent.size() > 5) {
        throw new Server.NoAnswer("gone", true);
      }
      return FINE;
    });
    assertEquals(100, findings.size());
    assertEquals(95, findings.stream().filter(Finding::failed).count());
    assertTrue(sent.size() < 20, sent.size() + " were sent");
  }

  @Test
  void singleSilenceFailsItsCaseAlone() throws Server.NoAnswer {
    List<Case.Request> sent = new ArrayList<>();
    List<Finding> findings = run(cases(100), request -> {
      sent.add(request);
      if (sent.size() % 2 == 0) {
        throw new Server.NoAnswer("too slow", false);
      }
      return FINE;
    });
    assertEquals(100, sent.size());
    assertEquals(50, findings.stream().filter(Finding::failed).count());
  }

  @Test
  void serverThatWasNeverThereIsNoFinding() {
    Server nobody = request -> {
      throw new Server.NoAnswer("refused", true);
    };
    assertThrows(Server.NoAnswer.class, () -> run(cases(3), nobody));
  }

  @Test
  void safeModeSendsNothingOfACaseThatChangesSomethingFirst() throws Server.NoAnswer {
    Case add = one("read", "POST");
    Case read = one("read", "GET");
    Case both = new Case(
        "read",
        "GET /",
        Case.Kind.SUCCESS,
        Optional.empty(),
        List.of(add.steps().get(0), read.steps().get(0)),
        "#/paths/~1");
    Finding finding = run(List.of(Selection.harmless(both)), request -> {
          throw new AssertionError(request + " was sent");
        })
        .get(0);
    assertEquals(Outcome.EXEMPT, finding.outcome());
  }

  @Test
  void onlyLoopbackIsThisMachine() {
    for (String mine : List.of(
        "http://localhost", "http://LOCALHOST:8080/v1", "https://127.0.0.1", "http://[::1]:80/")) {
      assertTrue(Address.of(mine).value().isLoopback(), mine);
    }
    for (String other : List.of(
        "http://localhost.example.org",
        "http://127.0.0.1.example.org",
        "http://10.0.0.1",
        "http://example.org/localhost",
        "http://[2001:db8::1]")) {
      assertFalse(Address.of(other).value().isLoopback(), other);
    }
  }

  @Test
  void urlsThatCannotBeMeantAreRefused() {
    for (String url : List.of(
        "localhost:8080",
        "ftp://localhost",
        "http://",
        "http:///notes",
        "http://localhost/?a=b",
        "http://localhost/#a",
        "http://me:s3cret@localhost",
        "http://local host")) {
      Checked<Address> address = Address.of(url);
      assertFalse(address.ok(), url);
      assertFalse(address.diagnostics().toString().contains("s3cret"));
    }
  }

  @Test
  void wordsMeanCasesOperationsAndPatterns() {
    List<Case> cases = List.of(one("list.200", "GET"), one("list.bad", "GET"), one("add", "POST"));
    assertEquals(3, Selection.of(cases, List.of()).value().size());
    assertEquals(1, Selection.of(cases, List.of("list.bad")).value().size());
    assertEquals(2, Selection.of(cases, List.of("list")).value().size());
    assertEquals(2, Selection.of(cases, List.of("get /")).value().size());
    assertEquals(2, Selection.of(cases, List.of("*d")).value().size());
    assertEquals(3, Selection.of(cases, List.of("add", "list", "add")).value().size());
    Diagnostic unknown = Selection.of(cases, List.of("lisst")).diagnostics().get(0);
    assertEquals(Optional.of("did you mean `list`?"), unknown.hint());
  }

  @Test
  void wrongCredentialsStayWrong() {
    Caller caller = new Caller(
        Map.of(),
        List.of(
            new Caller.Credential("header", "Authorization", "bearer", "Bearer real"),
            new Caller.Credential("cookie", "key", "", "real")));
    for (String kept : List.of("Bearer hew", "Basic aGV3Omhldw==")) {
      assertEquals(kept, dressed(caller, "authorization", kept));
    }
    assertEquals("Bearer real", dressed(caller, "authorization", "Bearer {{auth.b read}}"));
    assertEquals(
        "Basic aGV3Omhldw==", dressed(caller, "Authorization", "Basic {{auth.u}}"), "nobody's");
    assertEquals("a=hew; key=real", dressed(caller, "Cookie", "a={{auth.a}}; key={{auth.k}}"));
    assertEquals("key=wrong", dressed(caller, "Cookie", "key=wrong"));
  }

  private static String dressed(Caller caller, String name, String value) {
    Case.Request request = new Case.Request(
        "GET", "/", Map.of(name, value), Optional.empty(), Optional.empty(), Optional.empty());
    return caller.dressed(request).headers().get(name);
  }
}
