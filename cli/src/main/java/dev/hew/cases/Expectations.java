package dev.hew.cases;

import dev.hew.contract.Header;
import dev.hew.contract.MediaType;
import dev.hew.contract.Operation;
import dev.hew.contract.Response;
import dev.hew.contract.Status;
import dev.hew.schema.Direction;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads from an operation's documented responses what its answers must be. */
public final class Expectations {
  /** The media type of errors that a contract does not document (RFC 9457). */
  public static final String PROBLEM = "application/problem+json";

  private final Bundle bundle;

  Expectations(Bundle bundle) {
    this.bundle = bundle;
  }

  /** Whether the operation only documents answers that no client ever sees as the final one. */
  public static boolean onlyInformational(Operation operation) {
    return !operation.responses().isEmpty()
        && operation.responses().stream().allMatch(r -> r.status().hundreds() == 1);
  }

  /**
   * The response that documents an error: one with the code itself, else the range, else {@code default}; empty when
   * the standard problem is due.
   */
  public static Optional<Response> error(Operation operation, int code) {
    return Stream.of(Integer.toString(code), code / 100 + "XX", "default")
        .flatMap(
            key -> operation.responses().stream().filter(r -> r.status().text().equals(key)))
        .findFirst();
  }

  /** What the answer with this response, in this representation, must be. */
  Case.Expect of(Response response, Optional<MediaType> media) {
    return new Case.Expect(
        List.of(response.status().text()),
        media.map(MediaType::type).map(List::of).orElse(List.of()),
        media
            .filter(MediaType::isJson)
            .flatMap(MediaType::schema)
            .map(s -> bundle.name(s, Direction.READ)),
        headers(response));
  }

  /** The answer with this response in its first representation, JSON before others. */
  Case.Expect of(Response response) {
    List<MediaType> content = response.content();
    return of(
        response,
        content.stream()
            .filter(MediaType::isJson)
            .findFirst()
            .or(() -> content.stream().findFirst()));
  }

  /** The right answer to bad input: a documented 400 or 422, else a standard problem. */
  Case.Expect badInput(Operation operation) {
    List<Response> documented = Stream.of(400, 422)
        .flatMap(code -> error(operation, code).stream())
        .distinct()
        .toList();
    List<String> status = Stream.of(400, 422)
        .filter(code -> error(operation, code).isPresent())
        .map(code -> "" + code)
        .toList();
    return documented.isEmpty() ? problem(400) : any(documented, status);
  }

  /**
   * The right answer to a request for what an operation does not offer. It may be given before the operation is known,
   * so that a problem will do as well unless the code itself is documented.
   */
  Case.Expect refusal(Operation operation, int code) {
    Optional<Response> response = error(operation, code);
    if (response.isEmpty()) {
      return problem(code);
    }
    Case.Expect documented = any(List.of(response.get()), List.of("" + code));
    if (!response.get().status().isRange() && !response.get().status().isDefault()
        || documented.contentType().isEmpty()) {
      return documented;
    }
    List<String> types = new ArrayList<>(documented.contentType());
    types.add(PROBLEM);
    return new Case.Expect(documented.status(), types, Optional.empty(), List.of());
  }

  /** A problem detail with a status that the contract says nothing about. */
  static Case.Expect problem(int code) {
    return new Case.Expect(List.of("" + code), List.of(PROBLEM), Optional.empty(), List.of());
  }

  /** Any of the responses in any of its representations; the schema is asked for only where there is but one. */
  private Case.Expect any(List<Response> responses, List<String> status) {
    List<MediaType> content =
        responses.stream().flatMap(r -> r.content().stream()).toList();
    boolean free = responses.stream().anyMatch(r -> r.content().isEmpty());
    List<String> names = content.stream()
        .map(m -> m.schema().map(s -> bundle.name(s, Direction.READ)).orElse(""))
        .distinct()
        .toList();
    boolean json = content.stream().allMatch(MediaType::isJson);
    return new Case.Expect(
        status,
        free ? List.of() : content.stream().map(MediaType::type).distinct().toList(),
        json && names.size() == 1 && !names.get(0).isEmpty()
            ? Optional.of(names.get(0))
            : Optional.empty(),
        List.of());
  }

  private List<Case.HeaderExpect> headers(Response response) {
    return response.headers().stream()
        .filter(Expectations::isProven)
        .map(h ->
            new Case.HeaderExpect(h.name(), isDemanded(h), bundle.name(h.schema(), Direction.READ)))
        .toList();
  }

  /** The content type is proven by itself, whatever a contract says here, and what is no name no header can have. */
  static boolean isProven(Header header) {
    return !header.name().equalsIgnoreCase("Content-Type") && Travel.isHeaderName(header.name());
  }

  /** What belongs to the connection hangs on how server and client, and all between them, go about it. */
  static boolean isDemanded(Header header) {
    return header.required() && !Travel.isOfTheConnection(header.name());
  }

  /** The code that a stub answers with for a status of the contract. */
  public static int code(Status status) {
    return status.code(200);
  }
}
