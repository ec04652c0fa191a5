package dev.hew;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hew.cases.Case;
import dev.hew.cases.CaseFile;
import dev.hew.cases.Cases;
import dev.hew.flow.SpecInput;
import dev.hew.report.Checked;
import dev.hew.tree.Content;
import dev.hew.tree.FileTree;
import dev.hew.tree.RelPath;
import dev.hew.verify.Answer;
import dev.hew.verify.Judge;
import java.io.InputStream;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
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
import javax.net.ssl.SSLSession;
import org.junit.jupiter.api.DynamicTest;
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
  private static final byte[] NO_UTF_8 = {'"', (byte) 0xc3, '"'};

  @TempDir
  Path folder;

  @TestFactory
  Stream<DynamicTest> bothSayTheSame() throws Exception {
    List<Path> contracts = CompileTest.contracts();
    Runner runner = Runner.of(CompileTest.generated(contracts.get(0)));
    return contracts.stream()
        .map(spec -> DynamicTest.dynamicTest(CompileTest.name(spec), () -> compare(spec, runner)));
  }

  private void compare(Path spec, Runner runner) throws Exception {
    Checked<SpecInput> input = SpecInput.read(
            spec.toString(), Path.of(""), Optional.empty(), InputStream.nullInputStream())
        .input();
    Cases cases = Cases.of(input.value().contract());
    Judge own = new Judge(cases.schemas());
    Generated generated = runner.over(cases, folder);
    Set<String> verdicts = new LinkedHashSet<>();
    int asked = 0;
    for (Map.Entry<Integer, Case.Step> step : steps(cases).entrySet()) {
      Object twin = generated.step(step.getKey());
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

  /**
   * The runner of a generated service, which is the same for every contract.
   *
   * @param judge a constructor with the file of schemas
   * @param read a static method with the file of cases
   */
  private record Runner(Constructor<?> judge, Method read) {

    static Runner of(FileTree service) throws Exception {
      TreeMap<RelPath, Content> files = new TreeMap<>(service.files());
      files.keySet().removeIf(path -> !path.value().matches(".*/contract/(Judge|Case)\\.java"));
      ClassLoader classes = new GeneratedCode().loaded(new FileTree(files));
      String folder = files.firstKey().value().replaceFirst("src/test/java/", "");
      String name = folder.substring(0, folder.lastIndexOf('/') + 1).replace('/', '.');
      Constructor<?> judge = classes.loadClass(name + "Judge").getDeclaredConstructor(Path.class);
      judge.setAccessible(true);
      Method read = classes.loadClass(name + "Case").getDeclaredMethod("readAll", Path.class);
      read.setAccessible(true);
      return new Runner(judge, read);
    }

    Generated over(Cases cases, Path folder) throws Exception {
      Path schemas = Files.createTempFile(folder, "schemas", ".json");
      Path lines = Files.createTempFile(folder, "cases", ".jsonl");
      Files.writeString(schemas, CaseFile.schemas(cases.schemas()));
      Files.writeString(lines, CaseFile.text(cases.cases()));
      return new Generated(judge.newInstance(schemas), (List<?>) read.invoke(null, lines));
    }
  }

  /** A judge and the cases of a contract as a generated service reads them. */
  private record Generated(Object judge, List<?> cases) {

    Object step(int line) throws Exception {
      return ((List<?>) get(cases.get(line), "steps")).get(0);
    }

    List<String> problems(Object step) throws Exception {
      return say(get(step, "request"));
    }

    List<String> problems(Object step, String method, Answer answer) throws Exception {
      return say(get(step, "expect"), method, new Response(answer));
    }

    private List<String> say(Object... arguments) throws Exception {
      Method method = Stream.of(judge.getClass().getDeclaredMethods())
          .filter(m -> m.getName().equals("problems") && m.getParameterCount() == arguments.length)
          .findFirst()
          .orElseThrow();
      method.setAccessible(true);
      return ((List<?>) method.invoke(judge, arguments))
          .stream().map(String::valueOf).toList();
    }

    private static Object get(Object record, String component) throws Exception {
      Method accessor = record.getClass().getDeclaredMethod(component);
      accessor.setAccessible(true);
      return accessor.invoke(record);
    }
  }

  /** An answer as the JDK's client gives it. */
  private record Response(Answer answer) implements HttpResponse<byte[]> {
    @Override
    public int statusCode() {
      return answer.status();
    }

    @Override
    public byte[] body() {
      return answer.body().bytes();
    }

    @Override
    public HttpHeaders headers() {
      return HttpHeaders.of(answer.headers(), (name, value) -> true);
    }

    @Override
    public HttpRequest request() {
      throw new UnsupportedOperationException();
    }

    @Override
    public Optional<HttpResponse<byte[]>> previousResponse() {
      return Optional.empty();
    }

    @Override
    public Optional<SSLSession> sslSession() {
      return Optional.empty();
    }

    @Override
    public URI uri() {
      throw new UnsupportedOperationException();
    }

    @Override
    public HttpClient.Version version() {
      return HttpClient.Version.HTTP_1_1;
    }
  }
}
