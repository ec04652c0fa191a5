package dev.hew.cases;

import dev.hew.contract.Operation;
import dev.hew.contract.Parameter;
import dev.hew.contract.PathTemplate;
import dev.hew.yaml.Node;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A request that is still made of values.
 *
 * @param method upper case
 * @param values of the parameters that are sent
 * @param headers sent beside those of the parameters
 */
record Draft(
    Operation operation,
    String method,
    Map<Parameter, Node> values,
    Credentials credentials,
    Map<String, String> headers,
    Optional<Bodies.Body> body) {

  private static final int LONGEST = 6_000;

  Draft with(Parameter parameter, Node value) {
    Map<Parameter, Node> changed = new LinkedHashMap<>(values);
    changed.put(parameter, value);
    return new Draft(operation, method, changed, credentials, headers, body);
  }

  Draft without(Parameter parameter) {
    Map<Parameter, Node> changed = new LinkedHashMap<>(values);
    changed.remove(parameter);
    return new Draft(operation, method, changed, credentials, headers, body);
  }

  Draft withCredentials(Credentials others) {
    return new Draft(operation, method, values, others, headers, body);
  }

  Draft withMethod(String other) {
    return new Draft(operation, other, values, credentials, headers, body);
  }

  Draft withBody(Optional<Bodies.Body> other) {
    return new Draft(operation, method, values, credentials, headers, other);
  }

  Draft withHeader(String name, String value) {
    Map<String, String> changed = new LinkedHashMap<>(headers);
    changed.put(name, value);
    return new Draft(operation, method, values, credentials, changed, body);
  }

  /** The request as it is sent. */
  Case.Request request() {
    Map<String, String> all = new LinkedHashMap<>(headers);
    body.ifPresent(b -> all.put("Content-Type", b.contentType()));
    credentials.in("header").forEach(sent -> all.put(sent.name(), sent.value()));
    List<String> query = new ArrayList<>();
    List<String> cookies = new ArrayList<>();
    credentials.in("cookie").forEach(sent -> cookies.add(sent.name() + "=" + sent.value()));
    values.forEach((parameter, value) -> {
      if (credentials.carry(parameter)) {
        return;
      }
      switch (parameter.in()) {
        case QUERY -> query.addAll(Wire.query(parameter, value));
        case HEADER ->
          all.put(
              parameter.name(),
              Wire.header(parameter.explode(), parameter.content().isPresent(), value));
        case COOKIE -> cookies.addAll(Wire.cookie(parameter, value));
        case PATH -> {}
      }
    });
    credentials
        .in("query")
        .forEach(sent -> query.add(Wire.escape(sent.name(), "") + "=" + sent.value()));
    if (!cookies.isEmpty()) {
      all.put("Cookie", String.join("; ", cookies));
    }
    String target = path() + (query.isEmpty() ? "" : "?" + String.join("&", query));
    return new Case.Request(
        method,
        target,
        all,
        body.map(Bodies.Body::payload),
        body.filter(b -> !b.wrong()).flatMap(Bodies.Body::schema),
        body.filter(Bodies.Body::wrong).flatMap(Bodies.Body::schema));
  }

  /** Whether the request's head is one that servers read: most stop at 8 KB. */
  boolean isShort() {
    Case.Request request = request();
    int length = request.target().length();
    for (Map.Entry<String, String> header : request.headers().entrySet()) {
      length += header.getKey().length() + header.getValue().length();
    }
    return length <= LONGEST;
  }

  /** The path as it is sent. */
  String path() {
    StringBuilder path = new StringBuilder();
    for (PathTemplate.Part part : operation.path().parts()) {
      if (part.variable()) {
        path.append(values.entrySet().stream()
            .filter(
                e -> e.getKey().in() == Parameter.In.PATH && e.getKey().name().equals(part.text()))
            .findFirst()
            .map(e -> Wire.path(e.getKey(), e.getValue()))
            .orElse("value"));
      } else {
        path.append(literal(part));
      }
    }
    return path.toString();
  }

  /** Literal text of a path as it is sent. */
  static String literal(PathTemplate.Part part) {
    return Wire.escape(part.decoded(), "/:@!$&'()*+,;=");
  }
}
