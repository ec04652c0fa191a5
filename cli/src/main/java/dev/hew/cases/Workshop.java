package dev.hew.cases;

import dev.hew.contract.Contract;
import dev.hew.contract.Operation;
import dev.hew.contract.Parameter;
import dev.hew.contract.Place;
import dev.hew.schema.Direction;
import dev.hew.schema.Sample;
import dev.hew.schema.Sampler;
import dev.hew.schema.Validator;
import dev.hew.schema.Values;
import dev.hew.yaml.Node;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The tools that cases and examples of one contract share, so that each schema is compiled and sampled once.
 *
 * @param beside for each parameter whose properties are sent as parameters, the names of those that it is sent with
 */
record Workshop(
    Bundle bundle,
    Validator validator,
    Sampler sampler,
    Bodies bodies,
    Map<Place, Set<String>> beside) {

  /** How many operations have cases with values as large as they come. */
  private static final int FEW = 300;

  /** How many values a sample holds for one of many operations: the cases of all have to fit into a repository. */
  private static final int ROOM = 100;

  static Workshop of(Contract contract) {
    Bundle bundle = Bundle.of(contract);
    Validator validator = new Validator(bundle.schemas());
    Sampler sampler =
        contract.operations().size() <= FEW ? new Sampler(validator) : new Sampler(validator, ROOM);
    return new Workshop(
        bundle,
        validator,
        sampler,
        new Bodies(bundle, contract.schemas(), validator, sampler),
        beside(contract));
  }

  private static Map<Place, Set<String>> beside(Contract contract) {
    Map<Place, Set<String>> beside = new HashMap<>();
    for (Operation operation : contract.operations()) {
      for (Parameter parameter : operation.parameters()) {
        if (parameter.scattersObjects()) {
          beside
              .computeIfAbsent(parameter.place(), place -> new HashSet<>())
              .addAll(operation.namesBeside(parameter));
        }
      }
    }
    return beside;
  }

  /** Whether a server that is sent the value, with any others, can read it back. */
  boolean arrives(Parameter parameter, Node value) {
    Set<String> others = beside.getOrDefault(parameter.place(), Set.of());
    return value.entries().stream().noneMatch(property -> others.contains(property.key()))
        && Travel.arrives(parameter, value);
  }

  /** The value without properties that would be taken for other parameters; none where its schema demands them. */
  private Stream<Node> reduced(Parameter parameter, Node value, String schema) {
    Set<String> others = beside.getOrDefault(parameter.place(), Set.of());
    if (value.entries().stream().noneMatch(property -> others.contains(property.key()))) {
      return Stream.of(value);
    }
    Node less = new Node.Mapping(
        value.entries().stream()
            .filter(property -> !others.contains(property.key()))
            .toList(),
        value.position());
    return Stream.of(less).filter(node -> validator.isValid(schema, node));
  }

  /** Method and path. */
  static String title(Operation operation) {
    return operation.method() + " " + operation.path().text();
  }

  /** A value for a parameter that arrives as it was sent; empty when none was found. */
  Optional<Node> value(Parameter parameter) {
    if (!Travel.canSend(parameter)) {
      return Optional.empty();
    }
    String schema = bundle.name(parameter.schema(), Direction.WRITE);
    List<Node> examples =
        parameter.examples().stream().filter(e -> validator.isValid(schema, e)).toList();
    Stream<Node> made = Stream.of(
            sampler.sample(schema, Direction.WRITE), sampler.synthetic(schema, Direction.WRITE))
        .flatMap(sample -> sample.value().stream());
    Stream<Node> others = Stream.of(schema)
        .flatMap(
            name -> sampler.turns(name, Direction.WRITE).stream()); // only when it comes to that
    return Stream.of(examples.stream(), made.flatMap(value -> doubled(value, schema)), others)
        .flatMap(values -> values)
        .flatMap(value -> reduced(parameter, value, schema))
        .filter(value -> arrives(parameter, value))
        .findFirst();
  }

  /** A list of one says nothing about the way that lists are written: two of the same come first, where allowed. */
  private Stream<Node> doubled(Node value, String schema) {
    if (value.items().size() != 1) {
      return Stream.of(value);
    }
    Node twice = Values.list(List.of(value.items().get(0), value.items().get(0)));
    return validator.isValid(schema, twice) ? Stream.of(twice, value) : Stream.of(value);
  }

  /** Why a parameter has no value. */
  String reason(Parameter parameter) {
    Sample sample =
        sampler.sample(bundle.name(parameter.schema(), Direction.WRITE), Direction.WRITE);
    return sample instanceof Sample.None none
        ? none.reason()
        : "its values cannot be written where it is sent";
  }
}
