package dev.hew.mutants;

import dev.hew.cases.Bundle;
import dev.hew.cases.Expectations;
import dev.hew.contract.Header;
import dev.hew.contract.MediaType;
import dev.hew.contract.Operation;
import dev.hew.contract.Response;
import dev.hew.mutants.Mutant.Kind;
import dev.hew.schema.Direction;
import dev.hew.schema.Validator;
import dev.hew.schema.Values;
import dev.hew.tree.Content;
import dev.hew.verify.Answer;
import dev.hew.yaml.Node;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Servers whose answers are not as documented. What an answer must be is read from the contract, not from the cases; a
 * change that the contract allows makes no mutant.
 */
final class AnswerMutants {
  private static final String ODD_TYPE = "x-hew/x-odd";
  private static final List<Node> ODD_VALUES = List.of(
      Values.text("hew-odd"),
      Values.number(-7),
      Values.bool(true),
      Values.map(Map.of()),
      Values.list(List.of()));

  private final Operation operation;
  private final String title;
  private final Bundle bundle;
  private final Validator validator;
  private final List<Mutant> made = new ArrayList<>();

  private AnswerMutants(Operation operation, String title, Bundle bundle, Validator validator) {
    this.operation = operation;
    this.title = title;
    this.bundle = bundle;
    this.validator = validator;
  }

  /**
   * @param exchanges all of the operation, as the unmutated server took part in them
   */
  static List<Mutant> of(
      Operation operation,
      String title,
      List<Exchange> exchanges,
      Bundle bundle,
      Validator validator) {
    AnswerMutants mutants = new AnswerMutants(operation, title, bundle, validator);
    Map<Response, List<Answer>> documented = new LinkedHashMap<>();
    exchanges.forEach(exchange -> mutants
        .response(exchange.answer())
        .ifPresent(response ->
            documented.computeIfAbsent(response, r -> new ArrayList<>()).add(exchange.answer())));
    documented.forEach(mutants::over);
    return mutants.made;
  }

  /** The response of the contract that an answer is; empty for one that no operation documents. */
  private Optional<Response> response(Answer answer) {
    return Expectations.error(operation, answer.status());
  }

  private void over(Response response, List<Answer> answers) {
    undocumented()
        .ifPresent(
            code -> add(Kind.UNDOCUMENTED_STATUS, response, "" + code, a -> status(a, code)));
    if (Expectations.error(operation, 500).filter(r -> !r.status().isDefault()).isEmpty()) {
      add(Kind.SERVER_ERROR, response, "", a -> status(a, 500));
    }
    for (MediaType media : response.content()) {
      List<Answer> bodies = answers.stream().filter(a -> isOf(media, a)).toList();
      if (!bodies.isEmpty()) {
        body(response, media, bodies);
      }
    }
    response.headers().stream()
        .filter(header -> !header.name().equalsIgnoreCase("Content-Type"))
        .forEach(header -> header(response, header, answers));
  }

  private Optional<Integer> undocumented() {
    return IntStream.of(203, 418)
        .boxed()
        .filter(code -> Expectations.error(operation, code).isEmpty())
        .findFirst();
  }

  private void body(Response response, MediaType media, List<Answer> answers) {
    String type = media.essence();
    UnaryOperator<UnaryOperator<Answer>> of =
        change -> answer -> isOf(media, answer) ? change.apply(answer) : answer;
    boolean anyType = response.content().stream().anyMatch(m -> m.essence().equals("*/*"));
    if (!anyType) {
      add(
          Kind.WRONG_MEDIA_TYPE,
          response,
          type,
          of.apply(a -> header(a, "content-type", ODD_TYPE)));
    }
    Optional<String> schema =
        media.schema().filter(s -> media.isJson()).map(s -> bundle.name(s, Direction.READ));
    if (schema.isEmpty()) {
      return;
    }
    add(
        Kind.BODY_DROPPED,
        response,
        type,
        of.apply(a -> new Answer(a.status(), a.headers(), Content.of(""))));
    List<Node> values =
        answers.stream().flatMap(a -> Json.read(a.body()).stream()).toList();
    Set<List<String>> places = new LinkedHashSet<>();
    values.forEach(value -> places.addAll(Json.places(value)));
    for (List<String> at : places) {
      String where = type + " /" + String.join("/", at);
      if (!at.isEmpty()) {
        Stream.<UnaryOperator<Node>>of(
                value -> Json.edited(value, at, old -> Optional.empty()).orElseThrow())
            .filter(edit -> forbidden(schema.get(), values, edit))
            .forEach(edit ->
                add(Kind.REQUIRED_FIELD_DROPPED, response, where, of.apply(a -> edited(a, edit))));
      }
      ODD_VALUES.stream()
          .map(odd -> (UnaryOperator<Node>)
              value -> Json.edited(value, at, old -> Optional.of(odd)).orElseThrow())
          .filter(edit -> forbidden(schema.get(), values, edit))
          .findFirst()
          .ifPresent(edit -> add(Kind.WRONG_TYPE, response, where, of.apply(a -> edited(a, edit))));
    }
  }

  /** Whether an edit makes of at least one right value one that the contract forbids. */
  private boolean forbidden(String schema, List<Node> values, UnaryOperator<Node> edit) {
    return values.stream()
        .anyMatch(value ->
            validator.isValid(schema, value) && !validator.isValid(schema, edit.apply(value)));
  }

  private void header(Response response, Header header, List<Answer> answers) {
    String name = header.name().toLowerCase(Locale.ROOT);
    if (answers.stream().noneMatch(a -> a.headers().containsKey(name))) {
      return;
    }
    if (header.required()) {
      add(Kind.REQUIRED_HEADER_DROPPED, response, header.name(), a -> header(a, name, null));
    }
    String schema = bundle.name(header.schema(), Direction.READ);
    List<Node> readings =
        List.of(Values.text("hew odd"), Values.texts(List.of("hew odd")), Values.map(Map.of()));
    if (readings.stream().noneMatch(value -> validator.isValid(schema, value))) {
      add(
          Kind.WRONG_HEADER,
          response,
          header.name(),
          a -> a.headers().containsKey(name) ? header(a, name, "hew odd") : a);
    }
  }

  private void add(Kind kind, Response response, String what, UnaryOperator<Answer> change) {
    String place = response.status() + (what.isEmpty() ? "" : " " + what);
    made.add(new Mutant(
        kind,
        title,
        place,
        (request, answer) ->
            response(answer).filter(response::equals).isPresent() ? change.apply(answer) : answer));
  }

  private static boolean isOf(MediaType media, Answer answer) {
    String wanted = media.essence();
    String type = essence(answer);
    return answer.body().bytes().length > 0
        && (wanted.equals("*/*")
            || wanted.equals(type)
            || wanted.endsWith("/*") && type.startsWith(wanted.substring(0, wanted.length() - 1)));
  }

  private static String essence(Answer answer) {
    return answer
        .headers()
        .getOrDefault("content-type", List.of(""))
        .get(0)
        .split(";", 2)[0]
        .strip()
        .toLowerCase(Locale.ROOT);
  }

  private static Answer edited(Answer answer, UnaryOperator<Node> edit) {
    return Json.read(answer.body()).map(v -> Json.with(answer, edit.apply(v))).orElse(answer);
  }

  private static Answer status(Answer answer, int code) {
    return new Answer(code, answer.headers(), answer.body());
  }

  private static Answer header(Answer answer, String name, String value) {
    Map<String, List<String>> headers = new LinkedHashMap<>(answer.headers());
    if (value == null) {
      headers.remove(name);
    } else {
      headers.put(name, List.of(value));
    }
    return new Answer(answer.status(), headers, answer.body());
  }
}
