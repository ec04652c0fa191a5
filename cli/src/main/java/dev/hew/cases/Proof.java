package dev.hew.cases;

import dev.hew.contract.Contract;
import dev.hew.contract.Operation;
import java.util.LinkedHashMap;
import java.util.Map;

/** All that a contract yields to prove a service by: the cases, and the answers of its stubs. */
public record Proof(Cases cases, Examples examples) {

  /** A pure function of the contract: the same one always gives the same proof. */
  public static Proof of(Contract contract) {
    Workshop workshop = Workshop.of(contract);
    return new Proof(Cases.of(contract, workshop), Examples.of(contract, workshop));
  }

  /** The names of the schemas that JSON request bodies keep to, by the place of the operation. */
  public Map<String, String> bodySchemas(Contract contract) {
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
    }
    return byPlace;
  }
}
