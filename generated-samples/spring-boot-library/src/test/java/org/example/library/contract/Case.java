package org.example.library.contract;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * One line of {@code contract/cases.jsonl}: what is sent, and what must come back.
 *
 * @param exempt why nothing can be sent; otherwise null
 * @param why where the contract says so
 */
record Case(String id, String operation, String kind, String exempt, List<Step> steps, String why) {

  private static final JsonMapper JSON =
      JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

  /** Reads all cases, in the order of the file. */
  static List<Case> readAll(Path file) {
    try (var lines = Files.lines(file)) {
      return lines.map(line -> JSON.readValue(line, Case.class)).toList();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the contract cases", e);
    }
  }

  /**
   * A request with its answer.
   *
   * @param alternatives other documented answers, between which a server decides by its data; may be null
   */
  record Step(Request request, Expect expect, List<Expect> alternatives) {

    Step {
      alternatives = alternatives == null ? List.of() : alternatives;
    }

    /** The same answers, to another request. */
    Step with(Request other) {
      return new Step(other, expect, alternatives);
    }
  }

  /**
   * What is sent.
   *
   * @param target path and query below the context path, already escaped
   * @param body text; null for none
   * @param bodyBase64 bytes that are no text; null for none
   * @param schema the schema that the body keeps to; may be null
   * @param violates the schema that the body breaks on purpose; may be null
   */
  record Request(
      String method,
      String target,
      Map<String, String> headers,
      String body,
      String bodyBase64,
      String schema,
      String violates) {

    byte[] bytes() {
      if (bodyBase64 != null) {
        return Base64.getDecoder().decode(bodyBase64);
      }
      return body == null ? new byte[0] : body.getBytes(StandardCharsets.UTF_8);
    }

    /** The request as a command line. */
    String curl(String url) {
      var curl = new StringBuilder("curl -i ");
      // curl waits for the body of a HEAD unless it is told otherwise
      curl.append(method.equals("HEAD") ? "-I" : "-X " + method);
      headers.forEach(
          (name, value) ->
              // curl leaves out a header without a value unless it ends in a semicolon
              curl.append(" -H ").append(quoted(value.isEmpty() ? name + ";" : name + ": " + value)));
      if (body != null) {
        curl.append(" --data-raw ").append(quoted(body));
      } else if (bodyBase64 != null) {
        curl.append(" --data-binary @<(echo ").append(bodyBase64).append(" | base64 -d)");
      }
      boolean sends = body != null || bodyBase64 != null;
      if (sends && headers.keySet().stream().noneMatch("Content-Type"::equalsIgnoreCase)) {
        curl.append(" -H 'Content-Type:'"); // curl would make up one
      }
      return curl.append(' ').append(quoted(url)).toString();
    }

    private static String quoted(String text) {
      return "'" + text.replace("'", "'\\''") + "'";
    }
  }

  /**
   * What must come back.
   *
   * @param status codes, ranges such as {@code 2XX}, or {@code default}; one must match
   * @param contentType media types or ranges, one of which must match; empty when any will do
   * @param schema the schema of a JSON body; may be null
   * @param headers documented headers by name; may be null
   */
  record Expect(List<String> status, List<String> contentType, String schema, Map<String, Header> headers) {

    Expect {
      headers = headers == null ? Map.of() : headers;
    }
  }

  /** A documented header of an answer. */
  record Header(boolean required, String schema) {}
}
