package dev.hew.cases;

import dev.hew.schema.SchemaSet;
import dev.hew.schema.Values;
import dev.hew.yaml.JsonWriter;
import dev.hew.yaml.Node;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes cases as they stand in {@code contract/cases.jsonl}: one a line, in their order. */
public final class CaseFile {
  private CaseFile() {}

  /** The whole file, each line ended. */
  public static String text(List<Case> cases) {
    StringBuilder out = new StringBuilder();
    cases.forEach(one -> out.append(JsonWriter.compact(node(one))).append('\n'));
    return out.toString();
  }

  /** What stands in {@code contract/schemas.json}. */
  public static String schemas(SchemaSet schemas) {
    return JsonWriter.pretty(schemas.document()) + "\n";
  }

  private static Node node(Case one) {
    Map<String, Node> line = new LinkedHashMap<>();
    line.put("id", Values.text(one.id()));
    line.put("operation", Values.text(one.operation()));
    line.put("kind", Values.text(one.kind().word()));
    one.exempt().ifPresent(reason -> line.put("exempt", Values.text(reason)));
    if (!one.steps().isEmpty()) {
      line.put("steps", Values.list(one.steps().stream().map(CaseFile::node).toList()));
    }
    line.put("why", Values.text(one.why()));
    return Values.map(line);
  }

  private static Node node(Case.Step step) {
    Map<String, Node> fields = new LinkedHashMap<>();
    fields.put("request", node(step.request()));
    fields.put("expect", node(step.expect()));
    if (!step.alternatives().isEmpty()) {
      fields.put(
          "alternatives",
          Values.list(step.alternatives().stream().map(CaseFile::node).toList()));
    }
    step.walk().ifPresent(walk -> fields.put("walk", node(walk)));
    return Values.map(fields);
  }

  private static Node node(Case.Walk walk) {
    Map<String, Node> fields = new LinkedHashMap<>();
    fields.put("by", Values.text(walk.by().word()));
    fields.put("parameter", Values.text(walk.parameter()));
    fields.put("at", Values.texts(walk.at()));
    fields.put("stride", Values.number(walk.stride()));
    fields.put("items", Values.texts(walk.items()));
    fields.put("key", Values.text(walk.key()));
    fields.put("sees", Values.list(walk.sees()));
    if (!walk.misses().isEmpty()) {
      fields.put("misses", Values.list(walk.misses()));
    }
    return Values.map(fields);
  }

  private static Node node(Case.Request request) {
    Map<String, Node> fields = new LinkedHashMap<>();
    fields.put("method", Values.text(request.method()));
    fields.put("target", Values.text(request.target()));
    Map<String, Node> headers = new LinkedHashMap<>();
    request.headers().forEach((name, value) -> headers.put(name, Values.text(value)));
    fields.put("headers", Values.map(headers));
    request
        .body()
        .ifPresent(body -> body.text()
            .ifPresentOrElse(
                text -> fields.put("body", Values.text(text)),
                () -> fields.put("bodyBase64", Values.text(body.base64()))));
    request.schema().ifPresent(name -> fields.put("schema", Values.text(name)));
    request.violates().ifPresent(name -> fields.put("violates", Values.text(name)));
    return Values.map(fields);
  }

  private static Node node(Case.Expect expect) {
    Map<String, Node> fields = new LinkedHashMap<>();
    fields.put(
        "status", Values.list(expect.status().stream().map(CaseFile::status).toList()));
    fields.put("contentType", Values.texts(expect.contentType()));
    expect.schema().ifPresent(name -> fields.put("schema", Values.text(name)));
    if (!expect.headers().isEmpty()) {
      Map<String, Node> headers = new LinkedHashMap<>();
      for (Case.HeaderExpect header : expect.headers()) {
        Map<String, Node> one = new LinkedHashMap<>();
        one.put("required", Values.bool(header.required()));
        one.put("schema", Values.text(header.schema()));
        headers.put(header.name(), Values.map(one));
      }
      fields.put("headers", Values.map(headers));
    }
    expect.holds().ifPresent(value -> fields.put("holds", value));
    return Values.map(fields);
  }

  private static Node status(String status) {
    return status.chars().allMatch(c -> c >= '0' && c <= '9')
        ? Values.number(Long.parseLong(status))
        : Values.text(status);
  }
}
