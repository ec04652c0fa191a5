package dev.hew.flow;

import dev.hew.contract.Contract;
import dev.hew.contract.Operation;
import dev.hew.model.Endpoint;
import dev.hew.report.Diagnostic;
import dev.hew.storage.Storage;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Operations that hew wrote for the earlier contract, and whose methods are stubs for the new one. */
final class Unstored {
  private Unstored() {}

  /**
   * One warning for each. An operation is the same one by its method and path, or else by the name of its method.
   *
   * @param was what hew made of the earlier contract
   * @param contract the new one
   */
  static List<Diagnostic> of(Modeled was, Contract contract, Generation made) {
    Set<String> places = new HashSet<>();
    Set<String> names = new HashSet<>();
    was.service().operations().stream()
        .filter(endpoint -> isWritten(was.storage(), endpoint))
        .forEach(endpoint -> {
          places.add(endpoint.place());
          names.add(endpoint.name());
        });
    Set<String> known = new HashSet<>();
    was.service().operations().forEach(endpoint -> known.add(endpoint.place()));
    Map<String, Operation> operations = new HashMap<>();
    contract.operations().forEach(o -> operations.put(o.place().toString(), o));
    return made.storage().stubs(made.service()).stream()
        .filter(stub -> places.contains(stub.place())
            || !known.contains(stub.place()) && names.contains(stub.name()))
        .map(stub -> operations.get(stub.place()))
        .map(operation -> warning(operation, made.storage()))
        .toList();
  }

  private static boolean isWritten(Storage storage, Endpoint endpoint) {
    return storage.handler(endpoint).isPresent();
  }

  private static Diagnostic warning(Operation operation, Storage storage) {
    return Diagnostic.warning(
            "update-unstored",
            operation.position(),
            "hew stored what `" + operation.method() + " " + operation.path().text()
                + "` does, and makes a stub of it now: "
                + storage.reason(operation.place().toString()))
        .withHint(
            "change the contract so that hew can store it again, or write the method yourself;"
                + " what you have edited in it is merged, and a file that is yours stays");
  }
}
