package dev.hew;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hew.cases.Case;
import dev.hew.cases.Cases;
import dev.hew.cases.Payload;
import dev.hew.flow.SpecInput;
import dev.hew.report.Checked;
import dev.hew.report.Source;
import dev.hew.schema.SchemaSet;
import dev.hew.tree.Content;
import dev.hew.verify.Answer;
import dev.hew.verify.Finding;
import dev.hew.verify.Judge;
import dev.hew.verify.Trial;
import dev.hew.yaml.Node;
import dev.hew.yaml.NodeReader;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code hew verify} and the runner of a generated service judge by the same rules: both see every case of some
 * contracts, and one table of answers, right and wrong, for everything that those cases expect.
 */
class JudgesAgreeTest {
  private static final List<Integer> STATUSES = List.of(200, 201, 204, 302, 400, 404, 500, 503);
  private static final List<String> TYPES = List.of(
      "application/json",
      "application/json; charset=utf-8",
      "Application/JSON",
      "application/problem+json",
      "application/vnd.hew+json;v=1",
      "text/plain",
      "image/png",
      "");
  private static final List<byte[]> BODIES = Stream.of(
          "",
          " ",
          "{}",
          "[]",
          "null",
          "true",
          "1",
          "-0.0",
          "1e400",
          "123456789012345678901234567890",
          "\"\"",
          "\"2024-02-30\"",
          "hew",
          "{",
          "{} {}",
          "[1,]",
          "NaN",
          "01",
          "// no comment\n{}",
          "{\"a\":1,\"a\":2}",
          "{'a':1}",
          "\"\\ud834\"",
          "[".repeat(400) + "]".repeat(400))
      .map(text -> text.getBytes(StandardCharsets.UTF_8))
      .toList();
  private static final List<String> HEADERS = List.of(
      "",
      "1",
      "-1",
      "0",
      "1.5",
      "true",
      "hew",
      "a,b",
      "1, 2",
      "a=1,b=2",
      "a,1,b,2",
      "\"hew\"",
      "{\"a\":1}",
      "2024-01-01T00:00:00Z",
      "https://example.org/1");
  private static final List<String> HELD = List.of(
      "{}",
      "{\"a\":1}",
      "{\"a\":1,\"b\":2}",
      "{\"a\":null}",
      "{\"a\":{\"b\":[1,{\"c\":true}]}}",
      "{\"a\":{\"b\":[1,{\"c\":false}]}}",
      "[]",
      "[1]",
      "[1,1]",
      "null",
      "true",
      "1",
      "16777217",
      "16777216",
      "1.50",
      "1.5",
      "1e400",
      "\"1\"",
      "\"a\"",
      "\"2024-01-01T00:00:00Z\"",
      "\"2024-01-01T01:00:00.0004+01:00\"",
      "\"2024-01-01T00:00:01Z\"",
      "\"2024-01-01\"");
  /** How many of these hold another: written otherwise, or beside more. */
  private static final int SAME_OTHERWISE = 13;

  private static final List<String> REFERENCES = List.of(
      "{{1.$.id}}",
      "{{1.$.n}}",
      "{{1.$.b}}",
      "{{1.$.o.p-q}}",
      "{{1.$.none}}",
      "{{1.$.id.none}}",
      "{{2.$.id}}",
      "{{1.$.}}",
      "{{auth.key}}");
  private static final byte[] NO_UTF_8 = {'"', (byte) 0xc3, '"'};

  private static GeneratedRunner runner;

  @TempDir
  Path folder;

  @TestFactory
  Stream<DynamicTest> bothSayTheSame() throws Exception {
    List<Path> contracts = CompileTest.contracts();
    return contracts.stream()
        .map(spec -> DynamicTest.dynamicTest(CompileTest.name(spec), () -> compare(spec)));
  }

  /** Of a service that keeps things: only such a one knows all rules. */
  @BeforeAll
  static void compileTheRunner() throws Exception {
    Path storing = Path.of("..", "generated-samples", "spring-boot-orders", "hew.yaml");
    runner = GeneratedRunner.of(CompileTest.generated(storing));
  }

  /** What was sent and what is held of it, each against each. */
  @Test
  void bothHoldAnswersAgainstWhatWasSent() throws Exception {
    List<Case> cases = new ArrayList<>();
    for (String wanted : HELD) {
      cases.add(stateful(List.of(step(
          "/",
          Optional.empty(),
          Optional.of(NodeReader.json(new Source("", wanted)).orElseThrow())))));
    }
    SchemaSet none = new SchemaSet(Map.of());
    GeneratedRunner.Over generated = runner.over(cases, none, folder);
    Judge own = new Judge(none);
    int good = 0;
    for (int i = 0; i < cases.size(); i++) {
      Object twin = generated.step(i, 0);
      for (String found : HELD) {
        Answer answer = answer(200, "application/json", Map.of(), found.getBytes(UTF_8));
        List<String> said = own.problems(cases.get(i).steps().get(0).expect(), "GET", answer);
        String what = found + " where " + HELD.get(i) + " was sent";
        assertEquals(
            comparable(generated.problems(twin, "GET", answer)), comparable(said), () -> what);
        good += said.isEmpty() ? 1 : 0;
      }
    }
    assertEquals(HELD.size() + SAME_OTHERWISE, good);
  }

  @Test
  void bothFillInWhatAnswersGave() throws Exception {
    List<Case.Step> steps = new ArrayList<>();
    for (String reference : REFERENCES) {
      steps.add(step("/a/" + reference + "/b", Optional.empty(), Optional.empty()));
      String body = "{\"id\":\"" + reference + "\",\"text\":\"a " + reference + "\"}";
      steps.add(step("/", Optional.of(body), Optional.empty()));
    }
    for (String reference : List.of("{{1.@ETag}}", "W/{{2.@etag}}, {{1.@ETag}}", "{{1.@Age}}")) {
      steps.add(step("/", Map.of("If-Match", reference), Optional.empty(), Optional.empty()));
    }
    List<Answer> answers = Stream.of(
            "{\"id\":\"a b/ä+*~%\",\"n\":15,\"b\":true,\"o\":{\"p-q\":\"$1\\\\\"},\"l\":[1]}",
            "hew")
        .map(text -> answer(
            201, "application/json", Map.of("ETag", List.of("\"$1\\")), text.getBytes(UTF_8)))
        .toList();
    SchemaSet none = new SchemaSet(Map.of());
    GeneratedRunner.Over generated = runner.over(List.of(stateful(steps)), none, folder);
    for (int i = 0; i < steps.size(); i++) {
      List<Answer> unseen = new ArrayList<>(answers);
      List<String> own = new ArrayList<>();
      List<Case.Step> three = List.of(
          step("/", Optional.empty(), Optional.empty()),
          step("/", Optional.empty(), Optional.empty()),
          steps.get(i));
      Finding finding = new Trial(new Judge(none), request -> {
            own.clear();
            own.add(request.target());
            own.add(request.body().map(Object::toString).orElse("null"));
            own.add(request.headers().toString());
            return unseen.isEmpty() ? answers.get(0) : unseen.remove(0);
          })
          .prove(stateful(three));
      List<String> said = finding.failed() ? finding.problems() : own;
      Case.Step step = steps.get(i);
      assertEquals(generated.filledIn(generated.step(0, i), answers), said, step::toString);
    }
  }

  private static Case stateful(List<Case.Step> steps) {
    return new Case("a", "GET /", Case.Kind.STATE, Optional.empty(), steps, "#");
  }

  private static Case.Step step(String target, Optional<String> body, Optional<Node> holds) {
    return step(target, Map.of(), body, holds);
  }

  private static Case.Step step(
      String target, Map<String, String> headers, Optional<String> body, Optional<Node> holds) {
    Case.Request request = new Case.Request(
        "GET", target, headers, body.map(Payload::of), Optional.empty(), Optional.empty());
    Case.Expect expect = new Case.Expect(
        List.of("2XX"), List.of("application/json"), Optional.empty(), List.of(), holds);
    return new Case.Step(request, expect, List.of());
  }

  private void compare(Path spec) throws Exception {
    Checked<SpecInput> input = SpecInput.read(
            spec.toString(), Path.of(""), Optional.empty(), InputStream.nullInputStream())
        .input();
    Cases cases = Cases.of(input.value().contract());
    Judge own = new Judge(cases.schemas());
    GeneratedRunner.Over generated = runner.over(cases.cases(), cases.schemas(), folder);
    Set<String> verdicts = new LinkedHashSet<>();
    int asked = 0;
    for (Map.Entry<Integer, Case.Step> step : steps(cases).entrySet()) {
      Object twin = generated.step(step.getKey(), 0);
      assertEquals(
          comparable(generated.problems(twin)),
          comparable(own.problems(step.getValue().request())),
          () -> "the request of " + step);
      for (Answer answer : answers(step.getValue(), cases)) {
        String method = step.getValue().request().method();
        List<String> said = own.problems(step.getValue().expect(), method, answer);
        assertEquals(
            comparable(generated.problems(twin, method, answer)),
            comparable(said),
            () -> step + " is answered with " + answer + " " + answer.body().text());
        verdicts.add(said.isEmpty() ? "good" : "bad");
        asked++;
      }
    }
    assertTrue(asked > 50, "only " + asked + " answers were judged");
    assertTrue(verdicts.contains("bad"), "nothing was wrong");
  }

  /** Two versions of a library write large numbers, and say why a text is no JSON, in different ways. */
  private static List<String> comparable(List<String> problems) {
    return problems.stream()
        .map(problem -> problem.replaceFirst("(the body is not JSON).*", "$1"))
        .map(problem -> problem.replaceAll("(?<=\\d),(?=\\d{3})", ""))
        .map(problem ->
            problem.replaceFirst(" is (?!missing).* and not .*, which was sent", " differs"))
        .toList();
  }

  /** The first step of cases, by their line, one for each expectation. */
  private static Map<Integer, Case.Step> steps(Cases cases) {
    Map<Integer, Case.Step> steps = new TreeMap<>();
    Set<Case.Expect> seen = new LinkedHashSet<>();
    for (int i = 0; i < cases.cases().size(); i++) {
      for (Case.Step step : cases.cases().get(i).steps().stream().limit(1).toList()) {
        if (seen.add(step.expect())) {
          steps.put(i, step);
        }
      }
    }
    return steps;
  }

  private static List<Answer> answers(Case.Step step, Cases cases) {
    List<Answer> answers = new ArrayList<>();
    Case.Expect expect = step.expect();
    int status = expect.status().stream()
        .filter(s -> s.matches("\\d+"))
        .map(Integer::parseInt)
        .findFirst()
        .orElse(200);
    String type = expect.contentType().stream().findFirst().orElse("application/json");
    byte[] nothing = {};
    STATUSES.forEach(other -> answers.add(answer(other, type, Map.of(), nothing)));
    TYPES.forEach(other ->
        answers.add(answer(status, other, Map.of(), "{}".getBytes(StandardCharsets.UTF_8))));
    bodies(cases).forEach(body -> answers.add(answer(status, type, Map.of(), body)));
    for (Case.HeaderExpect header : expect.headers()) {
      HEADERS.forEach(
          text -> answers.add(answer(status, type, Map.of(header.name(), List.of(text)), nothing)));
      answers.add(answer(status, type, Map.of(header.name(), List.of("a", "b")), nothing));
    }
    return answers;
  }

  private static Answer answer(
      int status, String type, Map<String, List<String>> headers, byte[] body) {
    Map<String, List<String>> all = new LinkedHashMap<>(headers);
    if (!type.isEmpty()) {
      all.put("Content-Type", List.of(type));
    }
    return new Answer(status, all, Content.of(body));
  }

  /** Texts of every kind, and what the cases send: right and wrong values of the contract's own schemas. */
  private static List<byte[]> bodies(Cases cases) {
    List<byte[]> bodies = new ArrayList<>(BODIES);
    bodies.add(NO_UTF_8);
    cases.cases().stream()
        .flatMap(one -> one.steps().stream())
        .flatMap(step -> step.request().body().stream())
        .distinct()
        .limit(150)
        .forEach(payload -> bodies.add(payload.bytes()));
    return bodies;
  }
}
