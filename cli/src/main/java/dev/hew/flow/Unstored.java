package dev.hew.flow;

import dev.hew.contract.Contract;
import dev.hew.contract.Operation;
import dev.hew.model.Endpoint;
import dev.hew.model.Service;
import dev.hew.report.Diagnostic;
import dev.hew.storage.Storage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Operations that hew wrote for the earlier contract, and whose methods are stubs for the new one. */
final class Unstored {
  private Unstored() {}

  /**
   * One warning for each. An operation is the same one by its method and path, or else by the name of its method. One
   * that takes bodies of several kinds is several methods: what is new among these was never written.
   *
   * @param was what hew made of the earlier contract
   * @param contract the new one
   */
  static List<Diagnostic> of(Modeled was, Contract contract, Generation made) {
    Map<String, List<Endpoint>> written = new HashMap<>();
    Set<String> known = new HashSet<>();
    endpoints(was.service()).forEach(endpoint -> {
      known.add(endpoint.place());
      if (was.storage().handler(endpoint).isPresent()) {
        written.computeIfAbsent(endpoint.place(), p -> new ArrayList<>()).add(endpoint);
        written.computeIfAbsent(endpoint.name(), n -> new ArrayList<>()).add(endpoint);
      }
    });
    Map<String, List<Endpoint>> now =
        endpoints(made.service()).collect(Collectors.groupingBy(Endpoint::name));
    Map<String, Operation> operations = new HashMap<>();
    contract.operations().forEach(o -> operations.put(o.place().toString(), o));
    return made.storage().stubs(made.service()).stream()
        .filter(stub -> isLeft(
            written.getOrDefault(
                known.contains(stub.place()) ? stub.place() : stub.name(), List.of()),
            now.get(stub.name()),
            made.storage()))
        .map(stub -> operations.get(stub.place()))
        .map(operation -> warning(operation, made.storage()))
        .toList();
  }

  private static Stream<Endpoint> endpoints(Service service) {
    return service.apis().stream().flatMap(api -> api.endpoints().stream());
  }

  /**
   * Whether of what was written nothing is, or not for the same kind of body.
   *
   * @param was the methods of an operation that were written
   * @param now all of its methods
   */
  private static boolean isLeft(List<Endpoint> was, List<Endpoint> now, Storage storage) {
    List<Endpoint> stubs =
        now.stream().filter(e -> storage.handler(e).isEmpty()).toList();
    return !was.isEmpty()
        && (stubs.size() == now.size()
            || stubs.stream().anyMatch(stub -> was.stream().anyMatch(w -> areAlike(w, stub))));
  }

  private static boolean areAlike(Endpoint one, Endpoint other) {
    return one.consumes().isEmpty()
        ? other.consumes().isEmpty()
        : one.consumes().stream().anyMatch(other.consumes()::contains);
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
