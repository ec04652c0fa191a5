package dev.hew.mutants;

import dev.hew.cases.Bundle;
import dev.hew.cases.Case;
import dev.hew.cases.Payload;
import dev.hew.contract.MediaType;
import dev.hew.contract.Operation;
import dev.hew.contract.Parameter;
import dev.hew.contract.RequestBody;
import dev.hew.mutants.Mutant.Kind;
import dev.hew.schema.Direction;
import dev.hew.schema.Validator;
import dev.hew.tree.Content;
import dev.hew.verify.Answer;
import dev.hew.yaml.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Servers that take what the contract forbids: where they should refuse, they answer as if all were well. There is one
 * for each constraint of the contract, whether a case breaks it or not.
 */
final class RequestMutants {
  /** What bad input is answered with. */
  private static final Set<Integer> REFUSALS = Set.of(400, 422);

  private final Operation operation;
  private final String title;
  private final Bundle bundle;
  private final Validator validator;
  private final Answer success;
  private final List<String> redundant;
  private final List<Mutant> made = new ArrayList<>();

  private RequestMutants(
      Operation operation,
      String title,
      Bundle bundle,
      Validator validator,
      Answer success,
      List<String> redundant) {
    this.redundant = redundant;
    this.operation = operation;
    this.title = title;
    this.bundle = bundle;
    this.validator = validator;
    this.success = success;
  }

  /**
   * @param exchanges all of the operation, as the unmutated server took part in them
   * @param redundant told of each constraint that other constraints imply: no body was found that breaks it alone
   */
  static List<Mutant> of(
      Operation operation,
      String title,
      List<Exchange> exchanges,
      Bundle bundle,
      Validator validator,
      List<String> redundant) {
    Optional<Answer> success = exchanges.stream()
        .filter(e -> e.one().kind() == Case.Kind.SUCCESS)
        .map(Exchange::answer)
        // where only errors are documented, nothing can be accepted wrongly
        .filter(answer -> answer.status() < 400)
        .filter(answer -> operation.successes().stream()
            .anyMatch(
                r -> r.status().isDefault() || r.status().hundreds() == answer.status() / 100))
        .findFirst();
    if (success.isEmpty()) {
      return List.of();
    }
    RequestMutants mutants =
        new RequestMutants(operation, title, bundle, validator, success.get(), redundant);
    operation.body().ifPresent(body -> mutants.body(body, exchanges));
    operation.parameters().forEach(parameter -> mutants.parameter(parameter, exchanges));
    Set<Integer> seen =
        exchanges.stream().map(e -> e.answer().status()).collect(Collectors.toSet());
    mutants.ignored(Kind.NEGOTIATION_IGNORED, 405, seen);
    mutants.ignored(Kind.NEGOTIATION_IGNORED, 406, seen);
    mutants.ignored(Kind.NEGOTIATION_IGNORED, 415, seen);
    mutants.ignored(Kind.AUTHENTICATION_IGNORED, 401, seen);
    mutants.ignored(Kind.AUTHENTICATION_IGNORED, 403, seen);
    return mutants.made;
  }

  private void ignored(Kind kind, int status, Set<Integer> seen) {
    if (seen.contains(status)) {
      made.add(new Mutant(
          kind,
          title,
          "" + status,
          (request, answer) -> answer.status() == status ? success : answer));
    }
  }

  /** Forgets a check of the input and no other: what is refused for another reason stays refused. */
  private void accepting(Kind kind, String place, Predicate<Case.Request> wrongly) {
    made.add(new Mutant(
        kind,
        title,
        place,
        (request, answer) ->
            REFUSALS.contains(answer.status()) && wrongly.test(request) ? success : answer));
  }

  private void body(RequestBody body, List<Exchange> exchanges) {
    if (body.required()) {
      accepting(Kind.BODY_NOT_READ, "missing", request -> request.body().isEmpty());
    }
    for (MediaType media : body.content()) {
      if (!media.isJson() || media.schema().isEmpty()) {
        continue;
      }
      Predicate<Case.Request> sent = request -> header(request, "Content-Type")
          .filter(type -> type.split(";")[0].strip().equalsIgnoreCase(media.essence()))
          .isPresent();
      accepting(
          Kind.BODY_NOT_READ,
          "malformed " + media.essence(),
          request ->
              sent.test(request) && request.body().isPresent() && value(request).isEmpty());
      String schema = bundle.name(media.schema().get(), Direction.WRITE);
      List<Node> wrong = wrong(schema, exchanges);
      for (Relaxed relaxed : Relaxed.of(schema, validator.schemas())) {
        Validator lenient = new Validator(relaxed.schemas());
        if (wrong.stream().noneMatch(v -> lenient.isValid(schema, v))) {
          redundant.add(title + " " + relaxed.constraint());
          continue;
        }
        accepting(
            Kind.BODY_CONSTRAINT_IGNORED,
            relaxed.constraint(),
            request -> sent.test(request)
                && value(request)
                    .filter(v -> !validator.isValid(schema, v) && lenient.isValid(schema, v))
                    .isPresent());
      }
    }
  }

  /** Bodies that the contract forbids: those that were sent, and right ones changed by rote. */
  private List<Node> wrong(String schema, List<Exchange> exchanges) {
    List<Node> sent =
        exchanges.stream().flatMap(e -> value(e.request()).stream()).distinct().toList();
    List<Node> right = sent.stream().filter(v -> validator.isValid(schema, v)).toList();
    return Stream.concat(
            sent.stream(),
            WrongValues.of(right, validator.schemas().closure(List.of(schema))).stream())
        .filter(v -> !validator.isValid(schema, v))
        .toList();
  }

  private static Optional<Node> value(Case.Request request) {
    return request.body().map(Payload::bytes).map(Content::of).flatMap(Json::read);
  }

  private void parameter(Parameter parameter, List<Exchange> exchanges) {
    String name = parameter.in().word() + " " + parameter.name();
    if (parameter.required()
        && parameter.in() != Parameter.In.PATH
        && exchanges.stream().anyMatch(e -> Arrived.is(parameter, e.request()))) {
      accepting(Kind.PARAMETER_NOT_REQUIRED, name, request -> !Arrived.is(parameter, request));
    }
    if (!Arrived.readable(parameter)) {
      return;
    }
    String schema = bundle.name(parameter.schema(), Direction.WRITE);
    for (Relaxed relaxed : Relaxed.of(schema, validator.schemas())) {
      if (!Arrived.shows(relaxed)) {
        continue;
      }
      Validator lenient = new Validator(relaxed.schemas());
      accepting(Kind.PARAMETER_CONSTRAINT_IGNORED, name + " " + relaxed.constraint(), request -> {
        List<Node> readings = Arrived.readings(parameter, operation, request);
        return !readings.isEmpty()
            && readings.stream().noneMatch(v -> validator.isValid(schema, v))
            && readings.stream().anyMatch(v -> lenient.isValid(schema, v));
      });
    }
  }

  static Optional<String> header(Case.Request request, String name) {
    return request.headers().entrySet().stream()
        .filter(e -> e.getKey().equalsIgnoreCase(name))
        .map(Map.Entry::getValue)
        .findFirst();
  }
}
