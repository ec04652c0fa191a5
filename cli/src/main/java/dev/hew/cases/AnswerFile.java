package dev.hew.cases;

import dev.hew.contract.Contract;
import dev.hew.contract.MediaType;
import dev.hew.contract.Operation;
import dev.hew.contract.Response;
import dev.hew.contract.Schema;
import dev.hew.contract.Schemas;
import dev.hew.contract.Status;
import dev.hew.report.Source;
import dev.hew.schema.Values;
import dev.hew.yaml.JsonWriter;
import dev.hew.yaml.Node;
import dev.hew.yaml.NodeReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Writes the documented answers of every operation as data for a service: its stubs, and the form of its errors. */
public final class AnswerFile {
  /** Headers that the server writes itself. */
  private static final Set<String> SERVERS_OWN = Set.of(
      "content-type",
      "content-length",
      "transfer-encoding",
      "connection",
      "date",
      "keep-alive",
      "upgrade");

  private AnswerFile() {}

  /**
   * @param names what the service calls an operation, by its place
   */
  public static String text(Contract contract, Examples examples, Map<String, String> names) {
    Map<String, Node> all = new LinkedHashMap<>();
    for (Operation operation : contract.operations()) {
      String name = names.get(operation.place().toString());
      if (name != null) {
        List<Node> answers = new ArrayList<>();
        List<Response> successes = operation.successes();
        operation
            .responses()
            .forEach(r -> answers.add(answer(
                r,
                r.status().hundreds() >= 4 || !successes.contains(r),
                examples.of(r),
                contract.schemas())));
        all.put(name, Values.list(answers));
      }
    }
    return JsonWriter.pretty(Values.map(all));
  }

  private static Node answer(
      Response response, boolean error, List<Examples.Example> examples, Schemas schemas) {
    Map<String, Node> fields = new LinkedHashMap<>();
    fields.put("status", Values.text(response.status().text()));
    Map<String, Node> headers = new LinkedHashMap<>();
    examples.stream()
        .findFirst()
        .ifPresent(example -> example.headers().forEach((name, value) -> {
          if (!SERVERS_OWN.contains(name.toLowerCase(Locale.ROOT))) {
            headers.put(name, Values.text(value));
          }
        }));
    fields.put("headers", Values.map(headers));
    List<Node> bodies = new ArrayList<>();
    for (int i = 0; i < examples.size(); i++) {
      Examples.Example example = examples.get(i);
      if (example.contentType().isPresent() && example.body().isPresent()) {
        bodies.add(body(example, response.status(), error, response.content().get(i), schemas));
      }
    }
    fields.put("bodies", Values.list(bodies));
    return Values.map(fields);
  }

  private static Node body(
      Examples.Example example, Status status, boolean error, MediaType media, Schemas schemas) {
    Map<String, Node> fields = new LinkedHashMap<>();
    String type = example.contentType().orElseThrow();
    Payload payload = example.body().orElseThrow();
    fields.put("type", Values.text(type));
    Optional<String> text = payload.text();
    Optional<Node> json = text.filter(t -> isJson(type))
        .flatMap(t -> NodeReader.read(new Source(type, t)).toOptional());
    if (json.isPresent()) {
      ErrorForm form = new ErrorForm(schemas);
      Optional<Schema> schema = media.schema().map(schemas::resolve);
      boolean ownExample = !media.examples().isEmpty();
      fields.put(
          "json",
          schema
              .filter(s -> error && !(ownExample && form.isOf(status, s, json.get())))
              .map(s -> form.of(status, s, json.get()))
              .orElse(json.get()));
      schema
          .flatMap(s -> form.message(s, json.get()))
          .filter(m -> error || !m.isEmpty())
          .ifPresent(m -> fields.put("message", Values.text(m)));
      if (status.isDefault() || status.isRange() && status.hundreds() >= 4) {
        Map<String, Node> marks = new LinkedHashMap<>();
        schema.ifPresent(s -> form.marks(status, s, json.get())
            .forEach((name, mark) -> marks.put(name, Values.text(mark))));
        fields.put("marks", Values.map(marks));
      }
    } else if (text.isPresent()) {
      fields.put("text", Values.text(text.get()));
    } else {
      fields.put("base64", Values.text(payload.base64()));
    }
    return Values.map(fields);
  }

  private static boolean isJson(String type) {
    String essence = type.split(";")[0].strip().toLowerCase(Locale.ROOT);
    return essence.equals("application/json")
        || essence.equals("text/json")
        || essence.endsWith("+json");
  }
}
