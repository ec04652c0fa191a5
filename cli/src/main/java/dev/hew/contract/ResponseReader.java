package dev.hew.contract;

import dev.hew.yaml.Node;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads what an operation answers. */
final class ResponseReader {
  private static final Pattern STATUS = Pattern.compile("[1-5](?:\\d\\d|XX)|default");

  private final Reading reading;
  private final ContentReader content;

  ResponseReader(Reading reading, ContentReader content) {
    this.reading = reading;
    this.content = content;
  }

  List<Response> read(Spot operation) {
    Map<String, Response> responses = new LinkedHashMap<>();
    Optional<Spot> declared = reading.mapping(operation, "responses");
    if (declared.isEmpty()
        && operation.get("responses").isEmpty()
        && !reading.dialect(operation).isModern()) {
      reading.problems.warnAtKey(
          "missing-responses", operation, "the operation has no `responses`", Optional.empty());
    }
    for (Spot entry : declared.map(reading.names::in).orElse(List.of())) {
      String key =
          entry.name().equals("default") ? "default" : entry.name().toUpperCase(Locale.ROOT);
      if (entry.name().startsWith("x-")) {
        continue;
      }
      if (!STATUS.matcher(key).matches()) {
        reading.problems.warnAtKey(
            "response-status",
            entry,
            "`" + entry.name()
                + "` is no status code, range or `default`; the response is passed over",
            Optional.of("write a code such as `200`, a range such as `4XX`, or `default`"));
      } else if (entry.isNull()) {
        responses.put(
            key,
            new Response(entry.place(), new Status(key), Optional.empty(), List.of(), List.of()));
      } else {
        reading
            .resolve(entry, "a response")
            .ifPresent(spot -> responses.put(key, response(new Status(key), spot, operation)));
      }
    }
    return List.copyOf(responses.values());
  }

  private Response response(Status status, Spot spot, Spot operation) {
    boolean swagger = reading.dialect(spot).isSwagger();
    reading.known(spot, swagger ? Keys.SWAGGER_RESPONSE : Keys.RESPONSE, "a response");
    reading.mapping(spot, "links").ifPresent(links -> reading.unserved.all("link", links));
    return new Response(
        spot.place(),
        status,
        reading.text(spot, "description"),
        content.headers(spot),
        body(status, spot, swagger ? swagger(spot, operation) : content.content(spot)));
  }

  private List<MediaType> body(Status status, Spot spot, List<MediaType> content) {
    if (content.isEmpty() || !Status.isBodiless(status.code(0))) {
      return content;
    }
    reading.problems.warnAtKey(
        "response-bodiless",
        spot,
        "an answer with status " + status + " has no body; what is said of one is passed over",
        Optional.of("leave it out, or document another status"));
    return List.of();
  }

  /** Swagger 2.0 says once for all answers in which media types they come. */
  private List<MediaType> swagger(Spot spot, Spot operation) {
    Optional<Schema> schema = reading.value(spot, "schema").map(reading.schemas::read);
    Map<String, List<Node>> examples = new LinkedHashMap<>();
    for (Spot example : reading.mapping(spot, "examples").map(Spot::entries).orElse(List.of())) {
      examples.put(example.name(), List.of(example.node()));
    }
    if (schema.isEmpty() && examples.isEmpty()) {
      return List.of();
    }
    List<String> produces = content.types(operation, "produces");
    List<String> types = !produces.isEmpty()
        ? produces
        : examples.isEmpty() ? List.of("application/json") : List.copyOf(examples.keySet());
    List<MediaType> media = new ArrayList<>();
    for (String type : types) {
      media.add(new MediaType(
          spot.place(), type, schema, examples.getOrDefault(type, List.of()), Map.of()));
    }
    return media;
  }
}
