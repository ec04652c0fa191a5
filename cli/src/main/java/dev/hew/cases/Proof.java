package dev.hew.cases;

import dev.hew.contract.Contract;
import dev.hew.contract.MediaType;
import dev.hew.contract.Operation;
import dev.hew.contract.Parameter;
import dev.hew.contract.RequestBody;
import dev.hew.resource.CarriedItem;
import dev.hew.resource.Resources;
import dev.hew.schema.Containment;
import dev.hew.schema.Direction;
import dev.hew.schema.SchemaSet;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * All that a contract yields to prove a service by: the cases, and the answers of its stubs. What one of these works out
 * serves the next, so only one may be asked for at a time.
 */
public final class Proof {
  private final Contract contract;
  private final Workshop workshop;
  private Refusals refusals;

  private Proof(Contract contract, Workshop workshop) {
    this.contract = contract;
    this.workshop = workshop;
  }

  /** A pure function of the contract: the same one always gives the same proof. */
  public static Proof of(Contract contract) {
    return new Proof(contract, Workshop.of(contract));
  }

  /** Works out what the cases have in common whatever a service keeps, where there is time for it before they are asked for. */
  public Proof prepared() {
    refusals = refusals == null ? Refusals.of(contract, workshop) : refusals;
    return this;
  }

  /** The answers that stubs give. */
  public Examples examples() {
    return Examples.of(contract, workshop);
  }

  /**
   * The cases as a service has them in its repository: its own runner starts it with nothing in it.
   *
   * @param kept what the service keeps
   */
  public Cases cases(Resources kept) {
    return cases(kept, 0);
  }

  /**
   * The cases.
   *
   * @param kept what the service keeps
   * @param given how many keys of items count as given already. Where callers choose keys, those of one number are others
   *     than those of another one, unless the contract leaves too few.
   */
  public Cases cases(Resources kept, int given) {
    return Cases.of(contract, kept, given, workshop, prepared().refusals);
  }

  /** Tells whether one schema allows what another one does, without what the rest of the proof works out. */
  public Containment containment() {
    return new Containment(workshop.bundle().schemas());
  }

  /** The schemas that the cases name, and others by their names, with all that they lead to. */
  public SchemaSet schemas(Cases cases, Collection<String> more) {
    List<String> names = new ArrayList<>(cases.schemas().definitions().keySet());
    names.addAll(more);
    return workshop.bundle().schemas().closure(names);
  }

  /**
   * The names of the schemas that bodies in JSON, in parts or as a form keep to, sent and answered, by the place of their media
   * type, those of parameters by their own, and those of what bodies may only carry by {@link CarriedItem#place}.
   */
  public Map<String, String> schemaNames() {
    Map<String, String> byPlace = new LinkedHashMap<>(workshop.bundle().carried());
    for (Operation operation : contract.operations()) {
      operation.body().map(RequestBody::content).stream()
          .flatMap(content -> content.stream())
          .forEach(media -> workshop
              .bodies()
              .body(media, Direction.WRITE)
              .flatMap(Bodies.Body::schema)
              .ifPresent(schema -> byPlace.put(media.place().toString(), schema)));
      operation.body().map(RequestBody::content).stream()
          .flatMap(content -> content.stream())
          .filter(media -> media.isMultipart() || media.isForm())
          .forEach(media -> media
              .schema()
              .map(schema -> workshop.bundle().name(schema, Direction.WRITE))
              .ifPresent(schema -> byPlace.put(media.place().toString(), schema)));
      for (Parameter parameter : operation.parameters()) {
        byPlace.put(
            parameter.place().toString(),
            workshop.bundle().name(parameter.schema(), Direction.WRITE));
      }
      operation.responses().stream()
          .flatMap(response -> response.content().stream())
          .filter(MediaType::isJson)
          .forEach(media -> media
              .schema()
              .ifPresent(schema -> byPlace.put(
                  media.place().toString(), workshop.bundle().name(schema, Direction.READ))));
    }
    return byPlace;
  }
}
