package org.example.library.contract;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.springframework.web.util.UriUtils;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the contract cannot tell about this service, such as the ids of things that exist: the entries of {@code
 * contract/fixtures.yaml}, laid over the cases before they are sent.
 */
final class Fixtures {
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();
  private static final Pattern VARIABLE = Pattern.compile("\\{([^}]*)}");

  private Fixtures() {}

  /**
   * One entry.
   *
   * @param body text, or a value that is sent as JSON
   * @param exempt why the case is not sent
   */
  private record Fixture(
      Map<String, String> path,
      Map<String, String> query,
      Map<String, String> headers,
      JsonNode body,
      Integer status,
      String exempt) {

    Fixture {
      path = path == null ? Map.of() : path;
      query = query == null ? Map.of() : query;
      headers = headers == null ? Map.of() : headers;
    }
  }

  /** The cases with the fixtures of a file, which need not be there. */
  static List<Case> laidOver(List<Case> cases, Path file) {
    if (!Files.exists(file)) {
      return cases;
    }
    List<Case> laid = new ArrayList<>(cases);
    try (Reader text = Files.newBufferedReader(file)) {
      if (new Yaml().compose(text) instanceof MappingNode entries) {
        entries.getValue().forEach(entry -> lay(entry, laid, file));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the fixtures", e);
    }
    return laid;
  }

  private static void lay(NodeTuple entry, List<Case> cases, Path file) {
    String name = ((ScalarNode) entry.getKeyNode()).getValue();
    String place = file + ":" + (entry.getKeyNode().getStartMark().getLine() + 1) + ": ";
    if (cases.stream().noneMatch(one -> isCalled(one, name))) {
      throw new IllegalArgumentException(place + "no case and no operation is called `" + name + "`");
    }
    try {
      Fixture fixture = JSON.treeToValue(json(entry.getValueNode()), Fixture.class);
      cases.replaceAll(one -> isCalled(one, name) ? with(one, fixture, one.id().equals(name)) : one);
    } catch (JacksonException e) {
      throw new IllegalArgumentException(place + e.getOriginalMessage(), e);
    }
  }

  /** By its id, by what its id starts with up to a dot, or by its operation. */
  private static boolean isCalled(Case one, String name) {
    return one.operation().equals(name) || one.id().equals(name) || one.id().startsWith(name + ".");
  }

  /** JSON has no dates and no hexadecimal numbers: they are texts. */
  private static JsonNode json(Node node) {
    if (node instanceof MappingNode map) {
      var object = JSON.createObjectNode();
      map.getValue().forEach(e -> object.set(((ScalarNode) e.getKeyNode()).getValue(), json(e.getValueNode())));
      return object;
    }
    if (node instanceof SequenceNode list) {
      var array = JSON.createArrayNode();
      list.getValue().forEach(item -> array.add(json(item)));
      return array;
    }
    String text = ((ScalarNode) node).getValue();
    if (List.of(Tag.INT, Tag.FLOAT, Tag.BOOL, Tag.NULL).contains(node.getTag())) {
      try {
        return JSON.readTree(text);
      } catch (JacksonException notJson) {
        return JSON.getNodeFactory().stringNode(text);
      }
    }
    return JSON.getNodeFactory().stringNode(text);
  }

  /**
   * A fixture for many cases leaves alone what one of them is about: its wrong parameter, or its wrong body. The steps
   * before a case's last only prepare it: they take the fixture's headers and nothing else.
   */
  private static Case with(Case one, Fixture fixture, boolean byId) {
    String exempt = fixture.exempt() == null ? one.exempt() : fixture.exempt();
    List<Case.Step> steps = one.steps() == null ? new ArrayList<>() : new ArrayList<>(one.steps());
    steps.replaceAll(
        step -> step.with(withHeaders(one, step.request(), fixture, byId)));
    if (!steps.isEmpty()) {
      steps.add(last(one, steps.remove(steps.size() - 1), fixture, byId));
    }
    return new Case(one.id(), one.operation(), one.kind(), exempt, steps, one.why());
  }

  private static Case.Request withHeaders(Case one, Case.Request request, Fixture fixture, boolean byId) {
    Map<String, String> headers = new LinkedHashMap<>(request.headers());
    (byId ? fixture.headers() : others(one, "header-", fixture.headers()))
        .forEach(
            (name, value) -> {
              headers.keySet().removeIf(name::equalsIgnoreCase);
              headers.put(name, value);
            });
    return new Case.Request(
        request.method(),
        request.target(),
        headers,
        request.body(),
        request.bodyBase64(),
        request.schema(),
        request.violates());
  }

  private static Case.Step last(Case one, Case.Step step, Fixture fixture, boolean byId) {
    boolean whole = byId || one.kind().equals("success");
    Case.Request request = step.request();
    Map<String, String> path = byId ? fixture.path() : others(one, "path-", fixture.path());
    Map<String, String> query = byId ? fixture.query() : others(one, "query-", fixture.query());
    boolean body = whole && fixture.body() != null;
    String text = body && fixture.body().isString() ? fixture.body().stringValue() : String.valueOf(fixture.body());
    var laid =
        new Case.Request(
            request.method(),
            target(one.operation(), request.target(), path, query),
            request.headers(),
            body ? text : request.body(),
            body ? null : request.bodyBase64(),
            request.schema(),
            request.violates());
    return whole && fixture.status() != null
        ? new Case.Step(laid, expect(step, fixture.status()), List.of())
        : step.with(laid);
  }

  /** The values of all parameters but the one that the case is about. */
  private static Map<String, String> others(Case one, String place, Map<String, String> values) {
    Map<String, String> others = new LinkedHashMap<>(values);
    others.keySet().removeIf(
        name -> (one.id() + ".").contains("." + place + name + ".") || one.id().endsWith(".missing-" + place + name));
    return others;
  }

  private static String target(
      String operation, String target, Map<String, String> path, Map<String, String> query) {
    String[] parts = target.split("\\?", 2);
    List<String> pieces = new ArrayList<>(parts.length == 1 ? List.of() : List.of(parts[1].split("&")));
    query.forEach(
        (name, value) -> {
          String start = UriUtils.encode(name, StandardCharsets.UTF_8) + "=";
          pieces.removeIf(piece -> piece.startsWith(start));
          pieces.add(start + UriUtils.encode(value, StandardCharsets.UTF_8));
        });
    String written = path.isEmpty() ? parts[0] : path(operation.substring(operation.indexOf(' ') + 1), parts[0], path);
    return written + (pieces.isEmpty() ? "" : "?" + String.join("&", pieces));
  }

  /** The written path with other values for some of the variables in its template. */
  private static String path(String template, String written, Map<String, String> values) {
    String[] templates = template.split("/", -1);
    String[] segments = written.split("/", -1);
    for (int i = 0; i < segments.length && segments.length == templates.length; i++) {
      List<String> names =
          VARIABLE.matcher(templates[i]).results().map((MatchResult found) -> found.group(1)).toList();
      if (names.stream().anyMatch(values::containsKey)) {
        segments[i] = segment(templates[i], segments[i], names, values);
      }
    }
    return String.join("/", segments);
  }

  private static String segment(String template, String written, List<String> names, Map<String, String> values) {
    String[] literals = VARIABLE.split(template, -1);
    var pattern = new StringBuilder(Pattern.quote(UriUtils.encodePath(literals[0], StandardCharsets.UTF_8)));
    for (int i = 1; i < literals.length; i++) {
      pattern.append("(.*)").append(Pattern.quote(UriUtils.encodePath(literals[i], StandardCharsets.UTF_8)));
    }
    var found = Pattern.compile(pattern.toString()).matcher(written);
    if (!found.matches()) {
      return written;
    }
    var segment = new StringBuilder(written);
    for (int i = names.size(); i > 0; i--) {
      String value = values.get(names.get(i - 1));
      if (value != null) {
        segment.replace(found.start(i), found.end(i), UriUtils.encode(value, StandardCharsets.UTF_8));
      }
    }
    return segment.toString();
  }

  /** What the contract documents for a status of this request; the status alone where it documents nothing for it. */
  private static Case.Expect expect(Case.Step step, int status) {
    List<Case.Expect> all = new ArrayList<>(List.of(step.expect()));
    all.addAll(step.alternatives());
    String code = Integer.toString(status);
    return all.stream()
        .filter(expect -> expect.status().contains(code))
        .findFirst()
        .orElse(new Case.Expect(List.of(code), List.of(), null, Map.of()));
  }
}
