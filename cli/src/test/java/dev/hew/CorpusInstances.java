package dev.hew;

import dev.hew.cases.Bundle;
import dev.hew.contract.Contract;
import dev.hew.contract.MediaType;
import dev.hew.contract.Operation;
import dev.hew.contract.Place;
import dev.hew.contract.RequestBody;
import dev.hew.contract.Response;
import dev.hew.contract.Schema;
import dev.hew.contract.Status;
import dev.hew.schema.Direction;
import dev.hew.schema.Validator;
import dev.hew.yaml.Node;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The examples of a contract, in schemas and media types, that its schemas allow. */
final class CorpusInstances {
  private static final List<String> CHILDREN = List.of("items", "additionalProperties");
  private static final List<String> LISTS = List.of("allOf", "oneOf", "anyOf");

  private final Contract contract;
  private final Set<Place> seen = new HashSet<>();
  private final Map<Place, Schema> schemas = new LinkedHashMap<>();
  private final List<Found> found = new ArrayList<>();

  private record Found(Schema schema, Direction direction, Node value) {}

  /** A value that a schema allows. */
  record Instance(Schema schema, Node value) {}

  private CorpusInstances(Contract contract) {
    this.contract = contract;
  }

  static List<Instance> of(Contract contract) {
    CorpusInstances instances = new CorpusInstances(contract);
    contract.schemas().byPlace().values().forEach(instances::visit);
    for (Operation operation : contract.operations()) {
      operation
          .body()
          .ifPresent(body -> body.content().forEach(m -> instances.visit(m, Direction.WRITE)));
      operation
          .responses()
          .forEach(r -> r.content().forEach(m -> instances.visit(m, Direction.READ)));
    }
    return instances.valid();
  }

  private void visit(MediaType media, Direction direction) {
    media.schema().ifPresent(schema -> {
      visit(schema);
      if (media.isJson()) {
        media.examples().forEach(value -> found.add(new Found(schema, direction, value)));
      }
    });
  }

  private void visit(Schema schema) {
    if (schema.node() instanceof Node.Scalar || !seen.add(schema.place())) {
      return;
    }
    schema.examples().forEach(value -> found.add(new Found(schema, Direction.READ, value)));
    schema.properties().values().forEach(this::visit);
    CHILDREN.forEach(keyword -> schema.child(keyword).ifPresent(this::visit));
    LISTS.forEach(keyword -> schema.list(keyword).forEach(this::visit));
  }

  /** Holds each example against its schema, as a body in the direction in which the contract shows it. */
  private List<Instance> valid() {
    List<Response> answers = new ArrayList<>();
    List<MediaType> bodies = new ArrayList<>();
    for (Found one : found) {
      schemas.put(one.schema().place(), one.schema());
      Place place = new Place("", "/" + answers.size() + "/" + bodies.size());
      MediaType media =
          new MediaType(place, "application/json", Optional.of(one.schema()), List.of(), Map.of());
      if (one.direction() == Direction.READ) {
        answers.add(
            new Response(place, new Status("200"), Optional.empty(), List.of(), List.of(media)));
      } else {
        bodies.add(media);
      }
    }
    if (found.isEmpty()) {
      return List.of();
    }
    Operation first = contract.operations().get(0);
    Operation holder = new Operation(
        first.place(),
        first.position(),
        first.method(),
        first.path(),
        first.operationId(),
        first.tags(),
        first.summary(),
        first.description(),
        first.deprecated(),
        List.of(),
        Optional.of(new RequestBody(first.place(), false, Optional.empty(), bodies)),
        answers,
        List.of());
    Bundle bundle = Bundle.of(with(List.of(holder)));
    Validator validator = new Validator(bundle.schemas());
    return found.stream()
        .filter(one -> validator.isValid(bundle.name(one.schema(), one.direction()), one.value()))
        .map(one -> new Instance(one.schema(), one.value()))
        .distinct()
        .toList();
  }

  private Contract with(Collection<Operation> operations) {
    return new Contract(
        contract.version(),
        contract.info(),
        contract.servers(),
        List.copyOf(operations),
        contract.tags(),
        contract.securitySchemes(),
        contract.schemas(),
        contract.unserved(),
        contract.sources());
  }
}
