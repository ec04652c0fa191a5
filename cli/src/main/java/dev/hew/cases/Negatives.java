package dev.hew.cases;

import dev.hew.contract.Contract;
import dev.hew.contract.MediaType;
import dev.hew.contract.Operation;
import dev.hew.contract.Place;
import dev.hew.contract.RequestBody;
import dev.hew.contract.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Makes requests that a contract forbids, each wrong in one way that is proven after it is written as text. */
final class Negatives {
  private static final String UNKNOWN_TYPE = "application/x-hew-unknown";

  private final Contract contract;
  private final Overlap overlap;
  private final Expectations expectations;
  private final WrongParameters parameters;
  private final WrongBodies bodies;

  Negatives(Contract contract, Workshop workshop, Expectations expectations) {
    this.contract = contract;
    this.overlap = new Overlap(contract);
    this.expectations = expectations;
    int most = most(contract.operations().size());
    Wrongs wrongs = new Wrongs(workshop);
    this.parameters = new WrongParameters(overlap, workshop, wrongs, most);
    this.bodies = new WrongBodies(workshop, contract.schemas(), wrongs, most);
  }

  /**
   * How many of the constraints of a body, and of all parameters, are broken: the larger a contract, the more of them its
   * operations share.
   */
  private static int most(int operations) {
    return operations <= 100 ? 120 : operations <= 300 ? 40 : 15;
  }

  /** A case to be. */
  record Negative(
      Case.Kind kind, String name, Case.Request request, Case.Expect expect, Place why) {}

  /** A request that is wrong, and where the contract says so. */
  record Wrong(String name, Draft draft, Place why) {}

  /**
   * @param draft a right request that takes every answer
   * @param firstOfPath whether to ask for a method that the path does not have
   */
  List<Negative> of(Operation operation, Draft draft, boolean firstOfPath) {
    Case.Expect bad = expectations.badInput(operation);
    List<Wrong> wrong = new ArrayList<>(parameters.of(operation, draft));
    operation.body().ifPresent(body -> wrong.addAll(bodies.of(body, draft)));
    List<Negative> found = new ArrayList<>();
    for (Wrong w : wrong) {
      Case.Expect expect = isBlind(operation, w) ? expectations.refusal(operation, 428) : bad;
      found.add(new Negative(Case.Kind.NEGATIVE, w.name(), w.draft().request(), expect, w.why()));
    }
    mediaType(operation, draft).ifPresent(found::add);
    if (firstOfPath) {
      method(operation, draft).ifPresent(found::add);
    }
    accept(operation, draft).ifPresent(found::add);
    return found;
  }

  /** Whether a change does not say which version it is meant for, and the contract has an answer to just that. */
  private static boolean isBlind(Operation operation, Wrong wrong) {
    return operation.documents(428)
        && operation
            .header("If-Match")
            .filter(p -> wrong.draft().values().keySet().stream().noneMatch(p::equals))
            .isPresent();
  }

  private Optional<Negative> mediaType(Operation operation, Draft draft) {
    Optional<RequestBody> body = operation.body();
    String path = draft.path();
    if (body.isEmpty()
        || draft.body().isEmpty()
        || covers(body.get().content(), UNKNOWN_TYPE)
        || overlap.shared(operation, path)) {
      return Optional.empty();
    }
    Bodies.Body odd = Bodies.Body.plain(UNKNOWN_TYPE, Payload.of("hew"));
    return Optional.of(new Negative(
        Case.Kind.NEGOTIATION,
        "unknown-media-type",
        draft.withBody(Optional.of(odd)).request(),
        expectations.refusal(operation, 415),
        body.get().place()));
  }

  private Optional<Negative> method(Operation operation, Draft draft) {
    String path = draft.path();
    Set<String> served = overlap.methods(path);
    return Stream.of("DELETE", "PATCH", "PUT", "POST", "GET")
        .filter(method -> !served.contains(method))
        .findFirst()
        .map(method -> new Negative(
            Case.Kind.NEGOTIATION,
            "method-" + method,
            draft
                .withMethod(method)
                .withBody(Optional.empty())
                .withCredentials(AuthCases.ofPath(operation, contract))
                .request(),
            Expectations.problem(405),
            operation.place()));
  }

  private Optional<Negative> accept(Operation operation, Draft draft) {
    List<Response> successes = operation.successes();
    String path = draft.path();
    boolean strict = !successes.isEmpty()
        && !overlap.shared(operation, path)
        && successes.stream()
            .allMatch(r -> !r.content().isEmpty() && !covers(r.content(), UNKNOWN_TYPE));
    return strict
        ? Optional.of(new Negative(
            Case.Kind.NEGOTIATION,
            "unacceptable",
            draft.withHeader("Accept", UNKNOWN_TYPE).request(),
            expectations.refusal(operation, 406),
            successes.get(0).place()))
        : Optional.empty();
  }

  private static boolean covers(List<MediaType> content, String type) {
    String family = type.substring(0, type.indexOf('/'));
    return content.stream()
        .map(MediaType::essence)
        .anyMatch(e -> e.equals("*/*") || e.equals("*") || e.equals(family + "/*"));
  }
}
