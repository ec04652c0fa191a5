package dev.hew.cases;

import dev.hew.contract.Contract;
import dev.hew.contract.MediaType;
import dev.hew.contract.Operation;
import dev.hew.contract.Parameter;
import dev.hew.contract.PathTemplate;
import dev.hew.contract.RequestBody;
import dev.hew.contract.Response;
import dev.hew.schema.Direction;
import dev.hew.yaml.Node;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The right requests that an operation's cases start from. */
record Drafts(Contract contract, Workshop workshop) {
  /** A client's wish (RFC 7240): stubs answer with the status that it names. */
  private static final String PREFER = "Prefer";

  /** Why nothing can be sent; empty when something can. */
  Optional<String> impossible(Operation operation) {
    if (Expectations.onlyInformational(operation)) {
      return Optional.of(
          "documents only informational (1XX) responses, which no client sees as an answer");
    }
    if (operation.path().isRefused()) {
      return Optional.of("servers refuse the path: it has " + PathTemplate.REFUSALS);
    }
    for (Parameter parameter : operation.parameters()) {
      if (operation.demands(parameter) && workshop.value(parameter).isEmpty()) {
        return Optional.of(
            "no value is known for the required " + parameter.in().word() + " parameter `"
                + parameter.name() + "`: " + workshop.reason(parameter));
      }
    }
    List<MediaType> media =
        operation.body().filter(RequestBody::required).map(RequestBody::content).orElse(List.of());
    if (!media.isEmpty()
        && media.stream()
            .allMatch(m -> workshop.bodies().body(m, Direction.WRITE).isEmpty())) {
      return Optional.of("no value is known for the required body: "
          + workshop.bodies().reason(media.get(0), Direction.WRITE));
    }
    return Optional.empty();
  }

  /** What every request of the operation has: the required parameters and the first body that can be made. */
  Draft draft(Operation operation) {
    Map<Parameter, Node> values = new LinkedHashMap<>();
    operation.parameters().stream()
        .filter(operation::demands)
        .forEach(p -> values.put(p, workshop.value(p).orElseThrow()));
    Optional<Bodies.Body> body = operation.body().stream()
        .flatMap(b -> b.content().stream())
        .flatMap(m -> workshop.bodies().body(m, Direction.WRITE).stream())
        .findFirst();
    return new Draft(
        operation,
        operation.method(),
        values,
        AuthCases.usual(operation, contract),
        Map.of(),
        body);
  }

  /** The request when it asks for one of the answers that go well, unless the contract has a meaning of its own for that. */
  static Draft aimed(Draft draft, Response response, Optional<MediaType> media, boolean several) {
    Draft accepting = draft.withHeader("Accept", media.map(MediaType::type).orElse("*/*"));
    boolean own = draft.operation().header(PREFER).isPresent();
    return several && !own && !response.status().isDefault()
        ? accepting.withHeader(PREFER, "code=" + Expectations.code(response.status()))
        : accepting;
  }

  /** Takes what the operation answers with when all goes well, and any error. */
  static Draft accepting(Operation operation, Draft draft) {
    List<String> types = new ArrayList<>();
    operation.responses().forEach(r -> r.content().forEach(m -> types.add(m.type())));
    types.add(Expectations.PROBLEM);
    return draft.withHeader(
        "Accept", String.join(", ", types.stream().distinct().toList()));
  }
}
