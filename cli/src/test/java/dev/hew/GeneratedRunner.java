package dev.hew;

import dev.hew.cases.Case;
import dev.hew.cases.CaseFile;
import dev.hew.schema.SchemaSet;
import dev.hew.tree.Content;
import dev.hew.tree.FileTree;
import dev.hew.tree.RelPath;
import dev.hew.verify.Answer;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.net.ssl.SSLSession;

/**
 * The runner of a generated service that keeps things, which is the same for every contract.
 *
 * @param judge a constructor with the file of schemas
 * @param read a static method with the file of cases
 * @param references a constructor of what answers gave
 */
record GeneratedRunner(Constructor<?> judge, Method read, Constructor<?> references) {

  static GeneratedRunner of(FileTree service) throws Exception {
    TreeMap<RelPath, Content> files = new TreeMap<>(service.files());
    files
        .keySet()
        .removeIf(path -> !path.value().matches(".*/contract/(Judge|Case|References)\\.java"));
    ClassLoader classes = new GeneratedCode().loaded(new FileTree(files));
    String folder = files.firstKey().value().replaceFirst("src/test/java/", "");
    String name = folder.substring(0, folder.lastIndexOf('/') + 1).replace('/', '.');
    Constructor<?> judge = classes.loadClass(name + "Judge").getDeclaredConstructor(Path.class);
    judge.setAccessible(true);
    Method read = classes.loadClass(name + "Case").getDeclaredMethod("readAll", Path.class);
    read.setAccessible(true);
    Constructor<?> references = classes.loadClass(name + "References").getDeclaredConstructor();
    references.setAccessible(true);
    return new GeneratedRunner(judge, read, references);
  }

  /**
   * The runner as it stands before some cases.
   *
   * @param folder where it may write its files
   */
  Over over(List<Case> cases, SchemaSet named, Path folder) throws Exception {
    Path schemas = Files.createTempFile(folder, "schemas", ".json");
    Path lines = Files.createTempFile(folder, "cases", ".jsonl");
    Files.writeString(schemas, CaseFile.schemas(named));
    Files.writeString(lines, CaseFile.text(cases));
    return new Over(judge.newInstance(schemas), (List<?>) read.invoke(null, lines), references);
  }

  /** A judge and the cases of a contract as a generated service reads them. */
  record Over(Object judge, List<?> cases, Constructor<?> references) {

    Object step(int line, int step) throws Exception {
      return ((List<?>) get(cases.get(line), "steps")).get(step);
    }

    List<String> problems(Object step) throws Exception {
      return say(get(step, "request"));
    }

    List<String> problems(Object step, String method, Answer answer) throws Exception {
      return say(get(step, "expect"), method, new Response(answer));
    }

    /** Target, body and headers of a request, filled in from answers, or what it says of them. */
    List<String> filledIn(Object step, List<Answer> answers) throws Exception {
      Object known = references.newInstance();
      for (Answer answer : answers) {
        method(known, "remember", 1).invoke(known, new Response(answer));
      }
      try {
        Object request = method(known, "filledIn", 1).invoke(known, get(step, "request"));
        return List.of(
            String.valueOf(get(request, "target")),
            String.valueOf(get(request, "body")),
            String.valueOf(get(request, "headers")));
      } catch (InvocationTargetException e) {
        return List.of(e.getCause().getMessage());
      }
    }

    private List<String> say(Object... arguments) throws Exception {
      Object said = method(judge, "problems", arguments.length).invoke(judge, arguments);
      return ((List<?>) said).stream().map(String::valueOf).toList();
    }

    private static Method method(Object of, String name, int parameters) {
      Method method = Stream.of(of.getClass().getDeclaredMethods())
          .filter(m -> m.getName().equals(name) && m.getParameterCount() == parameters)
          .findFirst()
          .orElseThrow();
      method.setAccessible(true);
      return method;
    }

    private static Object get(Object record, String component) throws Exception {
      return method(record, component, 0).invoke(record);
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
