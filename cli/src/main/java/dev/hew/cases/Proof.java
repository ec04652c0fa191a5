package dev.hew.cases;

import dev.hew.contract.Contract;
import dev.hew.contract.Operation;
import dev.hew.contract.Parameter;
import dev.hew.schema.Direction;
import dev.hew.schema.SchemaSet;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** All that a contract yields to prove a service by: the cases, and the answers of its stubs. */
public record Proof(Cases cases, Examples examples, Bundle bundle) {

  /** A pure function of the contract: the same one always gives the same proof. */
  public static Proof of(Contract contract) {
    Workshop workshop = Workshop.of(contract);
    return new Proof(
        Cases.of(contract, workshop), Examples.of(contract, workshop), workshop.bundle());
  }

  /** The schemas that the cases name, and others by their names, with all that they lead to. */
  public SchemaSet schemas(Collection<String> more) {
    List<String> names = new ArrayList<>(cases.schemas().definitions().keySet());
    names.addAll(more);
    return bundle.schemas().closure(names);
  }

  /**
   * The names of the schemas that input keeps to: JSON bodies by the place of their operation, parameters by their own.
   */
  public Map<String, String> inputSchemas(Contract contract) {
    Map<String, String> byOperation = new LinkedHashMap<>();
    for (Case one : cases.cases()) {
      one.steps().stream()
          .flatMap(step -> step.request().schema().stream())
          .findFirst()
          .ifPresent(schema -> byOperation.putIfAbsent(one.operation(), schema));
    }
    Map<String, String> byPlace = new LinkedHashMap<>();
    for (Operation operation : contract.operations()) {
      String schema = byOperation.get(Workshop.title(operation));
      if (schema != null) {
        byPlace.put(operation.place().toString(), schema);
      }
      for (Parameter parameter : operation.parameters()) {
        byPlace.put(parameter.place().toString(), bundle.name(parameter.schema(), Direction.WRITE));
      }
    }
    return byPlace;
  }
}
