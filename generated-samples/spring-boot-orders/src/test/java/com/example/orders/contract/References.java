package com.example.orders.contract;

import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.web.util.UriUtils;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/**
 * What the answers of a case gave, for the requests that refer to it: {@code {{1.$.id}}} is the first answer's id,
 * {@code {{1.@ETag}}} its header.
 */
final class References {
  private static final Pattern REFERENCE = Pattern.compile("\\{\\{(\\d+)\\.\\$\\.([\\w.-]+)}}");
  private static final Pattern QUOTED = Pattern.compile("\"" + REFERENCE.pattern() + "\"");

  private static final Pattern HEADER = Pattern.compile("\\{\\{(\\d+)\\.@([\\w-]+)}}");

  private final List<JsonNode> answers = new ArrayList<>();
  private final List<HttpHeaders> headers = new ArrayList<>();

  void remember(HttpResponse<byte[]> answer) {
    headers.add(answer.headers());
    try {
      answers.add(JsonMapper.shared().readTree(answer.body()));
    } catch (JacksonException e) {
      answers.add(MissingNode.getInstance()); // nothing refers to what is no JSON
    }
  }

  /** Values, those of the answers in the place of references. */
  List<JsonNode> known(List<JsonNode> values) {
    return values.stream()
        .map(
            value -> {
              Matcher reference = REFERENCE.matcher(value.asString());
              return reference.matches() ? value(reference.group(1), reference.group(2)) : value;
            })
        .toList();
  }

  /** The request as it is sent. */
  Case.Request filledIn(Case.Request request) {
    String target =
        replaced(REFERENCE, request.target(), value -> UriUtils.encode(value.asString(), StandardCharsets.UTF_8));
    String body = request.body() == null ? null : replaced(QUOTED, request.body(), JsonNode::toString);
    Map<String, String> filled = new LinkedHashMap<>();
    request.headers().forEach((name, value) -> filled.put(name, withHeaders(value)));
    return new Case.Request(
        request.method(),
        target,
        filled,
        body,
        request.bodyBase64(),
        request.schema(),
        request.violates());
  }

  private String replaced(Pattern pattern, String text, Function<JsonNode, String> written) {
    return pattern
        .matcher(text)
        .replaceAll(found -> Matcher.quoteReplacement(written.apply(value(found.group(1), found.group(2)))));
  }

  private String withHeaders(String text) {
    return HEADER.matcher(text).replaceAll(found -> Matcher.quoteReplacement(header(found.group(1), found.group(2))));
  }

  private String header(String step, String name) {
    return headers.get(Integer.parseInt(step) - 1).firstValue(name).orElseThrow(() -> missing(step, "@" + name));
  }

  private static AssertionError missing(String step, String what) {
    return new AssertionError("answer " + step + " has no " + what + ", which the next request needs");
  }

  private JsonNode value(String step, String path) {
    JsonNode value = answers.get(Integer.parseInt(step) - 1);
    for (String name : path.split("\\.")) {
      value = value.path(name);
    }
    if (value.isMissingNode()) {
      throw missing(step, path);
    }
    return value;
  }
}
