package dev.hew.cases;

import dev.hew.contract.Contract;
import dev.hew.contract.MediaType;
import dev.hew.contract.Operation;
import dev.hew.contract.Parameter;
import dev.hew.contract.Place;
import dev.hew.contract.RequestBody;
import dev.hew.contract.Response;
import dev.hew.schema.Breach;
import dev.hew.schema.Breaker;
import dev.hew.schema.Direction;
import dev.hew.schema.SchemaSet;
import dev.hew.schema.Validator;
import dev.hew.schema.Values;
import dev.hew.yaml.JsonWriter;
import dev.hew.yaml.Node;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Makes requests that a contract forbids, each wrong in one way that is proven after it is written as text. */
final class Negatives {
  private static final String WRONG = "hew-wrong";
  /** How many bytes the wrong bodies of one operation may take. */
  private static final long ROOM = 400_000;

  private static final String UNKNOWN_TYPE = "application/x-hew-unknown";

  /** Formats that a server must refuse: those whose text has a type of its own. */
  private static final Set<String> CHECKED_FORMATS = Set.of("date", "date-time", "uuid");

  private final Contract contract;
  private final Workshop workshop;
  private final Expectations expectations;
  private final Validator proof;
  private final Breaker breaker;
  private final int most;

  Negatives(Contract contract, Workshop workshop, Expectations expectations) {
    this.contract = contract;
    this.workshop = workshop;
    this.expectations = expectations;
    Map<String, Node> lenient = new LinkedHashMap<>();
    workshop
        .bundle()
        .schemas()
        .definitions()
        .forEach((name, node) -> lenient.put(name, withoutFormats(node)));
    this.proof = new Validator(new SchemaSet(lenient));
    this.breaker = new Breaker(proof);
    this.most = most(contract.operations().size());
  }

  /** How many of the constraints of a body are broken: the larger a contract, the more of them its operations share. */
  private static int most(int operations) {
    return operations <= 100 ? 120 : operations <= 300 ? 40 : 15;
  }

  /** A case to be. */
  record Negative(
      Case.Kind kind, String name, Case.Request request, Case.Expect expect, Place why) {}

  /**
   * @param draft a right request that takes every answer
   * @param firstOfPath whether to ask for a method that the path does not have
   */
  List<Negative> of(Operation operation, Draft draft, boolean firstOfPath) {
    List<Negative> found = new ArrayList<>();
    Case.Expect bad = expectations.badInput(operation);
    for (Parameter parameter : operation.parameters()) {
      parameter(parameter, draft, bad, found);
    }
    operation.body().ifPresent(body -> body(body, draft, bad, found));
    mediaType(operation, draft).ifPresent(found::add);
    if (firstOfPath) {
      method(operation, draft).ifPresent(found::add);
    }
    accept(operation, draft).ifPresent(found::add);
    return found;
  }

  private void parameter(Parameter parameter, Draft draft, Case.Expect bad, List<Negative> found) {
    String where = parameter.in().word() + "-" + parameter.name();
    if (parameter.required() && parameter.in() != Parameter.In.PATH) {
      found.add(bad("missing-" + where, draft.without(parameter), bad, parameter.place()));
    }
    if (parameter.content().isPresent()) {
      return;
    }
    String schema = workshop.bundle().name(parameter.schema(), Direction.WRITE);
    boolean scalar =
        workshop.value(parameter).filter(v -> v instanceof Node.Scalar).isPresent();
    if (scalar && refused(schema, WRONG)) {
      found.add(
          bad("wrong-" + where, draft.with(parameter, Values.text(WRONG)), bad, parameter.place()));
    }
  }

  /** Whether no value that a server can read from the text is allowed. */
  private boolean refused(String schema, String text) {
    return Stream.of(
            Values.text(text), Values.list(List.of(Values.text(text))), Values.map(Map.of()))
        .noneMatch(value -> proof.isValid(schema, value));
  }

  private void body(RequestBody body, Draft draft, Case.Expect bad, List<Negative> found) {
    if (body.required()
        && draft.body().filter(b -> !b.contentType().startsWith("multipart/")).isPresent()) {
      // with a content type, without which a server may complain of just that
      Draft empty = draft
          .withHeader("Content-Type", draft.body().get().contentType())
          .withBody(Optional.empty());
      found.add(bad("body.missing", empty, bad, body.place()));
    }
    Optional<Bodies.Body> json =
        draft.body().filter(b -> b.value().isPresent() && isJson(b.contentType()));
    if (json.isEmpty()) {
      return;
    }
    found.add(bad("body.malformed", with(draft, Payload.of("{\"hew\":")), bad, body.place()));
    json.get()
        .schema()
        .ifPresent(schema -> wrong(
            schema,
            json.get().value().orElseThrow(),
            draft,
            bad,
            body.place(),
            body.required(),
            found));
  }

  private static boolean isJson(String type) {
    String essence = type.split(";", 2)[0].strip().toLowerCase(java.util.Locale.ROOT);
    return essence.endsWith("/json") || essence.endsWith("+json");
  }

  private static Draft with(Draft draft, Payload payload) {
    Bodies.Body old = draft.body().orElseThrow();
    return draft.withBody(Optional.of(Bodies.Body.plain(old.contentType(), payload)));
  }

  /** One request for each constraint that a body meets, near the root first. */
  private void wrong(
      String schema,
      Node value,
      Draft draft,
      Case.Expect bad,
      Place body,
      boolean required,
      List<Negative> found) {
    List<Node> values = new ArrayList<>(List.of(value));
    values.addAll(workshop.sampler().turns(schema, Direction.WRITE));
    long room = ROOM;
    for (Breach breach : breaker.of(schema, values, most)) {
      if (breach.keyword().equals(Breach.NULL) && !demanded(schema, breach, required)) {
        continue; // types cannot tell a null from what is not there
      }
      Draft changed = changed(draft, breach.value());
      room -= changed.body().orElseThrow().payload().bytes().length;
      if (room < 0) {
        return;
      }
      String at = String.join("-", breach.at());
      String name = "body." + (at.isEmpty() ? "" : at + ".") + breach.keyword();
      Place why = workshop.bundle().place(breach.definition(), breach.pointer());
      found.add(bad(name, changed, bad, why.pointer().isEmpty() ? body : why));
    }
  }

  /** Whether what is null must be there: a required body, or a required member of an object. */
  private boolean demanded(String schema, Breach breach, boolean required) {
    return breach.at().isEmpty()
        ? required
        : without(breach.value(), breach.at())
            .filter(shorter -> !proof.isValid(schema, shorter))
            .isPresent();
  }

  /** The value without the member at a place; empty where the place is an item of a list. */
  private static Optional<Node> without(Node value, List<String> at) {
    if (value instanceof Node.Sequence) {
      return at.size() == 1 ? Optional.empty() : inItem(value, at);
    }
    Map<String, Node> entries = Values.entries(value);
    String name = at.get(0);
    if (at.size() == 1) {
      entries.remove(name);
      return Optional.of(Values.map(entries));
    }
    return without(entries.get(name), at.subList(1, at.size())).map(inside -> {
      entries.put(name, inside);
      return Values.map(entries);
    });
  }

  private static Optional<Node> inItem(Node list, List<String> at) {
    List<Node> items = new ArrayList<>(list.items());
    int index = Integer.parseInt(at.get(0));
    return without(items.get(index), at.subList(1, at.size())).map(inside -> {
      items.set(index, inside);
      return Values.list(items);
    });
  }

  /** The schema stays named, so that a runner can see for itself that the body is wrong. */
  private static Draft changed(Draft draft, Node node) {
    Bodies.Body old = draft.body().orElseThrow();
    Payload payload = Payload.of(JsonWriter.compact(node));
    return draft.withBody(Optional.of(
        new Bodies.Body(old.contentType(), payload, Optional.of(node), old.schema(), true)));
  }

  private static Negative bad(String name, Draft draft, Case.Expect expect, Place why) {
    return new Negative(Case.Kind.NEGATIVE, name, draft.request(), expect, why);
  }

  private Optional<Negative> mediaType(Operation operation, Draft draft) {
    Optional<RequestBody> body = operation.body();
    String path = draft.request().target().split("\\?", 2)[0];
    if (body.isEmpty()
        || draft.body().isEmpty()
        || covers(body.get().content(), UNKNOWN_TYPE)
        || Overlap.shared(contract, operation, path)) {
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
    String path = draft.request().target().split("\\?", 2)[0];
    Set<String> served = Overlap.methods(contract, path);
    return Stream.of("DELETE", "PATCH", "PUT", "POST", "GET")
        .filter(method -> !served.contains(method))
        .findFirst()
        .map(method -> new Negative(
            Case.Kind.NEGOTIATION,
            "method-" + method,
            draft.withMethod(method).withBody(Optional.empty()).request(),
            Expectations.problem(405),
            operation.place()));
  }

  private Optional<Negative> accept(Operation operation, Draft draft) {
    List<Response> successes = operation.successes();
    String path = draft.request().target().split("\\?", 2)[0];
    boolean strict = !successes.isEmpty()
        && !Overlap.shared(contract, operation, path)
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

  private static Node withoutFormats(Node node) {
    if (node instanceof Node.Sequence) {
      return Values.list(node.items().stream().map(Negatives::withoutFormats).toList());
    }
    if (!(node instanceof Node.Mapping)) {
      return node;
    }
    Map<String, Node> kept = new LinkedHashMap<>();
    for (Node.Entry entry : node.entries()) {
      boolean unchecked = entry.key().equals("format")
          && entry.value().string().filter(f -> !CHECKED_FORMATS.contains(f)).isPresent();
      if (!unchecked) {
        kept.put(entry.key(), withoutFormats(entry.value()));
      }
    }
    return Values.map(kept);
  }
}
