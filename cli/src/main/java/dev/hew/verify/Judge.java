package dev.hew.verify;

import dev.hew.cases.Case;
import dev.hew.cases.Payload;
import dev.hew.contract.Status;
import dev.hew.report.Source;
import dev.hew.schema.SchemaSet;
import dev.hew.schema.Validator;
import dev.hew.schema.Values;
import dev.hew.yaml.Node;
import dev.hew.yaml.NodeReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Compares answers with what the contract documents. The runner in a generated service does the same by the same rules;
 * {@code JudgesAgreeTest} holds the two together. Not safe for threads.
 */
public final class Judge {
  private final Validator schemas;

  /**
   * @param schemas what the cases name
   */
  public Judge(SchemaSet schemas) {
    this.schemas = new Validator(schemas);
  }

  /** What is wrong with a request before it is sent; empty when it is what the case says. */
  public List<String> problems(Case.Request request) {
    byte[] body = request.body().map(Payload::bytes).orElseGet(() -> new byte[0]);
    if (request.schema().isPresent()) {
      return bodyErrors(request.schema().get(), body);
    }
    if (request.violates().isPresent()
        && bodyErrors(request.violates().get(), body).isEmpty()) {
      return List.of("the request is to be invalid, but its body is allowed by "
          + request.violates().get());
    }
    return List.of();
  }

  /**
   * What is wrong with an answer; empty when it is what the contract documents.
   *
   * @param method the request's
   */
  public List<String> problems(Case.Expect expect, String method, Answer answer) {
    if (expect.status().stream().noneMatch(status -> covers(status, answer.status()))) {
      return List.of(
          "expected status " + String.join(" or ", expect.status()) + ", got " + answer.status());
    }
    List<String> problems = new ArrayList<>();
    if (Status.isBodiless(answer.status())) {
      if (answer.body().bytes().length > 0) {
        problems.add("status " + answer.status() + " must not have a body");
      }
    } else if (!method.equals("HEAD")) {
      problems.addAll(content(expect, answer));
    }
    expect.headers().forEach(header -> problems.addAll(header(header, answer)));
    return problems;
  }

  /** Whether a documented status stands for a code; a failure of the server must be documented by name. */
  private static boolean covers(String status, int code) {
    return switch (status) {
      case "default" -> code < 500;
      case "1XX", "2XX", "3XX", "4XX", "5XX" -> status.charAt(0) - '0' == code / 100;
      default -> status.equals(Integer.toString(code));
    };
  }

  private List<String> content(Case.Expect expect, Answer answer) {
    if (expect.contentType().isEmpty()) {
      return List.of();
    }
    String type = answer.mediaType();
    if (expect.contentType().stream()
        .map(Answer::essence)
        .noneMatch(documented -> matches(documented, type))) {
      return List.of(
          "expected content type " + String.join(" or ", expect.contentType()) + ", got " + type);
    }
    boolean json = type.endsWith("/json") || type.endsWith("+json");
    if (!json) {
      return List.of();
    }
    List<String> problems = new ArrayList<>();
    byte[] body = answer.body().bytes();
    expect.schema().ifPresent(schema -> problems.addAll(bodyErrors(schema, body)));
    if (problems.isEmpty() && expect.holds().isPresent()) {
      problems.addAll(json(body)
          .map(value -> Held.problems(expect.holds().get(), value))
          .orElseGet(() -> List.of("the body is not JSON")));
    }
    return problems;
  }

  private static boolean matches(String documented, String type) {
    return documented.equals(type)
        || documented.equals("*/*")
        || documented.endsWith("/*")
            && type.startsWith(documented.substring(0, documented.length() - 1));
  }

  private List<String> bodyErrors(String schema, byte[] body) {
    return json(body)
        .map(value -> errors(schema, value))
        .orElseGet(() -> List.of("the body is not JSON"));
  }

  private List<String> header(Case.HeaderExpect header, Answer answer) {
    List<String> values = answer.values(header.name());
    if (values.isEmpty()) {
      return header.required() ? List.of("header " + header.name() + " is missing") : List.of();
    }
    String text = String.join(",", values);
    boolean valid =
        readings(text).stream().anyMatch(value -> errors(header.schema(), value).isEmpty());
    return valid
        ? List.of()
        : List.of("header " + header.name() + " is not as documented: " + text);
  }

  /** Everything that a header's text may stand for: the text, a number or other JSON, a list, an object. */
  private static List<Node> readings(String text) {
    List<String> parts = Arrays.stream(text.split(",", -1)).map(String::strip).toList();
    Map<String, Node> pairs = new LinkedHashMap<>();
    for (String part : parts) {
      if (part.contains("=")) {
        pairs.put(
            part.substring(0, part.indexOf('=')), scalar(part.substring(part.indexOf('=') + 1)));
      }
    }
    Map<String, Node> steps = new LinkedHashMap<>();
    for (int i = 0; i + 1 < parts.size(); i += 2) {
      steps.put(parts.get(i), scalar(parts.get(i + 1)));
    }
    return List.of(
        Values.text(text),
        scalar(text),
        Values.texts(parts),
        Values.list(parts.stream().map(Judge::scalar).toList()),
        Values.map(pairs),
        Values.map(steps));
  }

  private static Node scalar(String text) {
    return json(text.getBytes(StandardCharsets.UTF_8)).orElseGet(() -> Values.text(text));
  }

  /** The JSON value that bytes hold; empty when they hold none, or more than one. */
  static Optional<Node> json(byte[] body) {
    try {
      String text =
          StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
      return NodeReader.json(new Source("", text));
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }

  private List<String> errors(String schema, Node value) {
    return schemas.errors(schema, value).stream().map(error -> "body" + error).toList();
  }
}
