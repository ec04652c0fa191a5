package com.example.orders.api;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/**
 * An answer that the contract documents for an operation.
 *
 * @param status a code, a range such as {@code 4XX}, or {@code default}
 * @param headers an example of each documented header
 * @param bodies an example of each documented media type, the preferred one first
 */
public record Answer(String status, Map<String, String> headers, List<Body> bodies) {

  /**
   * One representation of the answer.
   *
   * @param type its media type
   * @param json the example, for JSON
   * @param text the example, for other text
   * @param base64 the example, for everything else
   * @param message the JSON property that has room for a message, where there is one; empty where the JSON is a text
   *     and has room itself
   * @param marks for an example of every kind of error, the JSON properties that say which one it is: its
   *     {@code status}, its {@code title} or its {@code code}
   */
  public record Body(
      String type,
      Optional<JsonNode> json,
      Optional<String> text,
      Optional<String> base64,
      Optional<String> message,
      Optional<Map<String, String>> marks) {

    public MediaType mediaType() {
      return MediaType.parseMediaType(type);
    }

    /** The example as it is sent. */
    public byte[] bytes() {
      return base64
          .map(Base64.getDecoder()::decode)
          .orElseGet(() -> text.or(() -> json.map(JsonNode::toString)).orElse("").getBytes(StandardCharsets.UTF_8));
    }

    /** The example as an error that says this, as far as it has room for it. */
    public byte[] bytes(ProblemDetail problem) {
      String title = Optional.ofNullable(problem.getTitle()).orElse("Error");
      String detail = Optional.ofNullable(problem.getDetail()).orElse(title);
      if (json.orElse(null) instanceof ObjectNode example) {
        ObjectNode error = example.deepCopy();
        message.ifPresent(name -> error.put(name, detail));
        marks.orElse(Map.of()).forEach((name, mark) -> {
          switch (mark) {
            case "status" -> error.put(name, problem.getStatus());
            case "title" -> error.put(name, title);
            default -> error.put(name, title.toLowerCase(Locale.ROOT).replace(' ', '-'));
          }
        });
        return error.toString().getBytes(StandardCharsets.UTF_8);
      }
      if (message.filter(String::isEmpty).isPresent()) {
        return StringNode.valueOf(detail).toString().getBytes(StandardCharsets.UTF_8);
      }
      return text.isPresent() ? detail.getBytes(StandardCharsets.UTF_8) : bytes();
    }
  }

  boolean covers(int code) {
    return status.equals("default")
        || status.equals(Integer.toString(code))
        || (status.endsWith("XX") && status.charAt(0) - '0' == code / 100);
  }

  /** The status as a number: the lowest of a range, 200 for {@code default}. */
  int code() {
    return status.equals("default") ? 200 : Integer.parseInt(status.replace('X', '0'));
  }

  HttpHeaders httpHeaders() {
    HttpHeaders all = new HttpHeaders();
    headers.forEach(all::set);
    return all;
  }

  /** The first body that the caller accepts; the preferred one when it accepts none of them. */
  public Optional<Body> bodyFor(List<MediaType> accepted) {
    return accepted.stream()
        .sorted(Comparator.comparingDouble(MediaType::getQualityValue).reversed())
        .flatMap(range -> bodies.stream().filter(body -> range.isCompatibleWith(body.mediaType())))
        .findFirst()
        .or(() -> bodies.stream().findFirst());
  }
}
