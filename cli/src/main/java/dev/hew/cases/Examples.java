package dev.hew.cases;

import dev.hew.contract.Contract;
import dev.hew.contract.Header;
import dev.hew.contract.MediaType;
import dev.hew.contract.Operation;
import dev.hew.contract.Place;
import dev.hew.contract.Response;
import dev.hew.report.Source;
import dev.hew.schema.Direction;
import dev.hew.yaml.Node;
import dev.hew.yaml.NodeReader;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An answer for every documented response, as a stub gives it.
 *
 * @param byResponse by the place of the response as the operation has it; in the order of the contract
 */
public record Examples(Map<Place, List<Example>> byResponse) {

  public Examples {
    byResponse = Collections.unmodifiableMap(new LinkedHashMap<>(byResponse));
  }

  /**
   * One answer.
   *
   * @param contentType a concrete media type; empty when the response has no content
   * @param body empty when the response has no content, or no value was found that the schema allows
   * @param headers a value for each documented header that one is known for
   */
  public record Example(
      Place response,
      Optional<String> contentType,
      Optional<Payload> body,
      Map<String, String> headers) {
    public Example {
      headers = Collections.unmodifiableMap(new LinkedHashMap<>(headers));
    }
  }

  public static Examples of(Contract contract) {
    return of(contract, Workshop.of(contract));
  }

  static Examples of(Contract contract, Workshop workshop) {
    Map<Place, List<Example>> all = new LinkedHashMap<>();
    for (Operation operation : contract.operations()) {
      for (Response response : operation.responses()) {
        all.computeIfAbsent(response.place(), place -> examples(response, workshop));
      }
    }
    return new Examples(all);
  }

  /** The answers of a response: one a media type, or a single one without content. */
  public List<Example> of(Response response) {
    return byResponse.getOrDefault(response.place(), List.of());
  }

  /** The JSON body of a successful answer. */
  public Optional<Node> json(Operation operation) {
    return operation.successes().stream()
        .flatMap(response -> of(response).stream())
        .filter(e -> e.contentType().filter(t -> t.contains("json")).isPresent())
        .flatMap(e -> e.body().flatMap(Payload::text).stream())
        .flatMap(text -> NodeReader.read(new Source("example", text)).toOptional().stream())
        .findFirst();
  }

  private static List<Example> examples(Response response, Workshop workshop) {
    Map<String, String> headers = new LinkedHashMap<>();
    response
        .headers()
        .forEach(header -> value(header, workshop).ifPresent(v -> headers.put(header.name(), v)));
    if (response.content().isEmpty()) {
      return List.of(new Example(response.place(), Optional.empty(), Optional.empty(), headers));
    }
    List<Example> examples = new ArrayList<>();
    for (MediaType media : response.content()) {
      Optional<Bodies.Body> body = workshop.bodies().body(media, Direction.READ);
      String type = body.map(Bodies.Body::contentType).orElseGet(() -> Bodies.concrete(media));
      examples.add(new Example(
          response.place(), Optional.of(type), body.map(Bodies.Body::payload), headers));
    }
    return examples;
  }

  /** Why a response cannot be given as documented: a header that it must have has no value that is known. */
  static Optional<String> unknownHeader(Response response, Workshop workshop) {
    return response.headers().stream()
        .filter(h -> Expectations.isProven(h) && Expectations.isDemanded(h))
        .filter(h -> value(h, workshop).isEmpty())
        .findFirst()
        .map(h -> "no value is known for the required header `" + h.name()
            + "` that the schema allows and a header can hold");
  }

  private static Optional<String> value(Header header, Workshop workshop) {
    if (!Expectations.isProven(header)) {
      return Optional.empty();
    }
    String schema = workshop.bundle().name(header.schema(), Direction.READ);
    Optional<Node> value = workshop.bodies().value(schema, Direction.READ, header.examples());
    return value
        .map(v -> Wire.header(header.explode(), header.content().isPresent(), v))
        .filter(
            text -> text.equals(text.strip()) && text.chars().allMatch(c -> c >= ' ' && c < 0x7f));
  }
}
