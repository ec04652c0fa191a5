package com.example.orders.contract;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Compares answers with what the contract documents. */
final class Judge {

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .build();
  private static final Set<Integer> BODILESS = Set.of(204, 205, 304);
  private static final String SCHEMAS = "urn:contract:schemas";

  private final SchemaRegistry schemas;
  private final Map<String, Schema> compiled = new HashMap<>();

  Judge(Path schemas) {
    try {
      var document = Map.of(SCHEMAS, Files.readString(schemas));
      var config = SchemaRegistryConfig.builder().formatAssertionsEnabled(true).locale(Locale.ROOT).build();
      this.schemas =
          SchemaRegistry.withDefaultDialect(
              SpecificationVersion.DRAFT_2020_12,
              registry -> registry.schemas(document).schemaRegistryConfig(config));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the contract's schemas", e);
    }
  }

  /** What is wrong with a request before it is sent; empty when it is what the case says. */
  List<String> problems(Case.Request request) {
    if (request.schema() != null) {
      return bodyErrors(request.schema(), request.bytes());
    }
    if (request.violates() != null && bodyErrors(request.violates(), request.bytes()).isEmpty()) {
      return List.of("the request is to be invalid, but its body is allowed by " + request.violates());
    }
    return List.of();
  }

  /** What is wrong with an answer; empty when it is what the contract documents. */
  List<String> problems(Case.Expect expect, String method, HttpResponse<byte[]> answer) {
    if (expect.status().stream().noneMatch(status -> covers(status, answer.statusCode()))) {
      return List.of("expected status " + String.join(" or ", expect.status()) + ", got " + answer.statusCode());
    }
    var problems = new ArrayList<String>();
    if (BODILESS.contains(answer.statusCode())) {
      if (answer.body().length > 0) {
        problems.add("status " + answer.statusCode() + " must not have a body");
      }
    } else if (!method.equals("HEAD")) {
      problems.addAll(content(expect, answer));
    }
    expect.headers().forEach((name, header) -> problems.addAll(header(name, header, answer)));
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

  private List<String> content(Case.Expect expect, HttpResponse<byte[]> answer) {
    if (expect.contentType().isEmpty()) {
      return List.of();
    }
    String type = answer.headers().firstValue("Content-Type").map(Judge::essence).orElse("none");
    if (expect.contentType().stream().map(Judge::essence).noneMatch(documented -> matches(documented, type))) {
      return List.of("expected content type " + String.join(" or ", expect.contentType()) + ", got " + type);
    }
    boolean json = type.endsWith("/json") || type.endsWith("+json");
    var problems = new ArrayList<String>();
    if (json && expect.schema() != null) {
      problems.addAll(bodyErrors(expect.schema(), answer.body()));
    }
    if (json && expect.holds() != null && problems.isEmpty()) {
      missing(expect.holds(), JSON.readTree(answer.body()), "body", problems);
    }
    return problems;
  }

  /** Adds what of the wanted is not there: objects hold at least these properties, and a null may also be left out. */
  private static void missing(JsonNode wanted, JsonNode found, String place, List<String> problems) {
    if (wanted.isObject() && found.isObject()) {
      wanted
          .properties()
          .forEach(p -> missing(p.getValue(), found.path(p.getKey()), place + "/" + p.getKey(), problems));
    } else if (wanted.isArray() && found.isArray() && wanted.size() == found.size()) {
      for (int i = 0; i < wanted.size(); i++) {
        missing(wanted.get(i), found.get(i), place + "/" + i, problems);
      }
    } else if (!(wanted.isNull() && found.isMissingNode()) && !same(wanted, found)) {
      Object there = found.isMissingNode() ? "missing" : found;
      problems.add(place + " is " + there + " and not " + wanted + ", which was sent");
    }
  }

  /** Whether two values are the same: numbers by their value in the precision of a float, times by their instant. */
  private static boolean same(JsonNode one, JsonNode other) {
    if (one.isNumber() && other.isNumber()) {
      BigDecimal number = one.decimalValue();
      BigDecimal otherNumber = other.decimalValue();
      return number.compareTo(otherNumber) == 0 || number.floatValue() == otherNumber.floatValue();
    }
    if (one.isString() && other.isString() && !one.equals(other)) {
      try {
        var instant = OffsetDateTime.parse(one.asString()).toInstant().truncatedTo(ChronoUnit.MILLIS);
        return instant.equals(OffsetDateTime.parse(other.asString()).toInstant().truncatedTo(ChronoUnit.MILLIS));
      } catch (DateTimeParseException e) {
        return false;
      }
    }
    return one.equals(other);
  }

  private static String essence(String contentType) {
    return contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
  }

  private static boolean matches(String documented, String type) {
    return documented.equals(type)
        || documented.equals("*/*")
        || documented.endsWith("/*") && type.startsWith(documented.substring(0, documented.length() - 1));
  }

  private List<String> bodyErrors(String schema, byte[] body) {
    try {
      JsonNode value = JSON.readTree(body);
      return value.isMissingNode() ? List.of("the body is not JSON: it is empty") : errors(schema, value);
    } catch (JacksonException e) {
      return List.of("the body is not JSON: " + e.getOriginalMessage());
    }
  }

  private List<String> header(String name, Case.Header header, HttpResponse<byte[]> answer) {
    List<String> values = answer.headers().allValues(name);
    if (values.isEmpty()) {
      return header.required() ? List.of("header " + name + " is missing") : List.of();
    }
    String text = String.join(",", values);
    boolean valid = readings(text).stream().anyMatch(value -> errors(header.schema(), value).isEmpty());
    return valid ? List.of() : List.of("header " + name + " is not as documented: " + text);
  }

  /** Everything that a header's text may stand for: the text, a number or other JSON, a list, an object. */
  private static List<JsonNode> readings(String text) {
    var parts = Arrays.stream(text.split(",", -1)).map(String::strip).toList();
    var texts = JSON.createArrayNode();
    var values = JSON.createArrayNode();
    var pairs = JSON.createObjectNode();
    for (String part : parts) {
      texts.add(part);
      values.add(scalar(part));
      if (part.contains("=")) {
        pairs.set(part.substring(0, part.indexOf('=')), scalar(part.substring(part.indexOf('=') + 1)));
      }
    }
    var steps = JSON.createObjectNode();
    for (int i = 0; i + 1 < parts.size(); i += 2) {
      steps.set(parts.get(i), scalar(parts.get(i + 1)));
    }
    return List.of(JSON.getNodeFactory().stringNode(text), scalar(text), texts, values, pairs, steps);
  }

  private static JsonNode scalar(String text) {
    try {
      JsonNode value = JSON.readTree(text.getBytes(StandardCharsets.UTF_8));
      return value.isMissingNode() ? JSON.getNodeFactory().stringNode(text) : value;
    } catch (JacksonException e) {
      return JSON.getNodeFactory().stringNode(text);
    }
  }

  private List<String> errors(String schema, JsonNode value) {
    return compiled.computeIfAbsent(schema, this::compile).validate(value).stream()
        .map(error -> "body" + error.getInstanceLocation() + ": " + error.getMessage())
        .distinct()
        .toList();
  }

  private Schema compile(String name) {
    return schemas.getSchema(JSON.createObjectNode().put("$ref", SCHEMAS + "#/$defs/" + name));
  }
}
