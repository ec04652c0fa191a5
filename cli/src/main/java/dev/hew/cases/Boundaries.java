package dev.hew.cases;

import dev.hew.contract.Operation;
import dev.hew.contract.Parameter;
import dev.hew.contract.Place;
import dev.hew.schema.Direction;
import dev.hew.schema.Edge;
import dev.hew.schema.Sampler;
import dev.hew.schema.Values;
import dev.hew.yaml.JsonWriter;
import dev.hew.yaml.Node;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;

/**
 * Right requests at the edges of what a contract allows: all lower bounds in one, all upper bounds in the next, and each
 * value of an enumeration and each branch of a choice in one of a few more.
 */
final class Boundaries {
  /** How many bytes a body at the edge may take. */
  private static final int ROOM = 200_000;

  private static final Map<Edge, String> NAMES = new LinkedHashMap<>();

  static {
    NAMES.put(Edge.LEAST, "least");
    NAMES.put(Edge.LOW, "lowest");
    NAMES.put(Edge.HIGH, "highest");
    NAMES.put(Edge.NULL, "nulls");
  }

  private final Workshop workshop;
  private final int most;
  private final BiPredicate<Operation, Parameter> given;

  /**
   * @param operations of the contract: the more there are, the fewer requests each one gets
   * @param given whether a parameter takes only what an answer gave
   */
  Boundaries(Workshop workshop, int operations, BiPredicate<Operation, Parameter> given) {
    this.workshop = workshop;
    this.given = given;
    this.most = operations <= 100 ? 24 : operations <= 300 ? 10 : 4;
  }

  /** A right request. */
  record Positive(String name, Draft draft, Place why) {}

  List<Positive> of(Operation operation, Draft draft) {
    List<Positive> found = new ArrayList<>();
    parameters(operation, draft, found);
    draft
        .body()
        .filter(body -> body.schema().isPresent() && body.value().isPresent())
        .ifPresent(body -> body(operation, draft, body, found));
    return found.size() <= most ? found : found.subList(0, most);
  }

  private void body(Operation operation, Draft draft, Bodies.Body body, List<Positive> found) {
    String schema = body.schema().orElseThrow();
    Place why = operation.body().orElseThrow().place();
    for (Map.Entry<String, Node> one :
        values(schema, body.value().orElseThrow()).entrySet()) {
      Payload payload = Payload.of(JsonWriter.compact(one.getValue()));
      if (payload.bytes().length <= ROOM) {
        Bodies.Body other = Bodies.Body.right(
            body.contentType(), payload, Optional.of(one.getValue()), body.schema());
        found.add(new Positive("body." + one.getKey(), draft.withBody(Optional.of(other)), why));
      }
    }
  }

  /** Different values of a schema by what they are, without the one that is known. */
  private Map<String, Node> values(String schema, Node known) {
    Sampler sampler = workshop.sampler();
    Map<String, Node> values = new LinkedHashMap<>();
    NAMES.forEach((edge, name) -> sampler
        .edge(schema, Direction.WRITE, edge)
        .ifPresent(value -> put(values, name, value, known)));
    List<Node> turns = sampler.turns(schema, Direction.WRITE);
    for (int i = 0; i < turns.size(); i++) {
      put(values, "turn-" + (i + 1), turns.get(i), known);
    }
    return values;
  }

  private static void put(Map<String, Node> values, String name, Node value, Node known) {
    if (!Values.same(value, known)
        && values.values().stream().noneMatch(other -> Values.same(other, value))) {
      values.put(name, value);
    }
  }

  /** Every parameter at the same edge, or in the same turn; those that have none keep their value. */
  private void parameters(Operation operation, Draft draft, List<Positive> found) {
    Map<String, Draft> drafts = new LinkedHashMap<>();
    for (Parameter parameter : operation.parameters()) {
      Optional<Node> known = workshop.value(parameter);
      if (known.isEmpty() || given.test(operation, parameter)) {
        continue;
      }
      String schema = workshop.bundle().name(parameter.schema(), Direction.WRITE);
      values(schema, known.get()).forEach((name, value) -> {
        if (!Values.isNull(value) && workshop.arrives(parameter, value)) {
          drafts.put(name, drafts.getOrDefault(name, draft).with(parameter, value));
        }
      });
    }
    drafts.forEach((name, changed) -> {
      if (changed.isShort()) {
        found.add(new Positive("parameters." + name, changed, operation.place()));
      }
    });
  }
}
