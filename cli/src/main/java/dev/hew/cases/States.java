package dev.hew.cases;

import dev.hew.contract.Operation;
import dev.hew.contract.Parameter;
import dev.hew.contract.Schema;
import dev.hew.contract.Schemas;
import dev.hew.model.Shape;
import dev.hew.resource.Resource;
import dev.hew.resource.Resources;
import dev.hew.resource.Role;
import dev.hew.schema.Values;
import dev.hew.yaml.Node;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** The cases of what a server keeps: how items live, and what is said of items that are not there. */
final class States {
  private final Resources resources;
  private final Schemas schemas;
  private final Shown shown;
  private final Expectations expectations;
  private final Function<Operation, Optional<Case.Step>> plain;
  private final ItemKeys keys;
  private final Preparation preparation;
  private final Versions versions;
  private final Walks walks;
  private final Merges merges;

  /**
   * @param resources what the server keeps
   * @param perhaps what it may keep beside, though nobody says so: what is added has a key of its own
   * @param given how many keys of items count as given already, see {@link Proof#cases}
   * @param plain the first right request of an operation, with its answer
   * @param adding the same of a replacement, with the answer that it gets when it adds what it sends
   */
  States(
      Resources resources,
      Resources perhaps,
      int given,
      Workshop workshop,
      Schemas schemas,
      Expectations expectations,
      Function<Operation, Optional<Case.Step>> plain,
      Function<Operation, Optional<Case.Step>> adding) {
    this.resources = resources;
    this.schemas = schemas;
    this.shown = new Shown(schemas);
    this.expectations = expectations;
    this.plain = plain;
    this.keys = new ItemKeys(workshop, schemas, given);
    ItemBodies bodies = new ItemBodies(schemas, workshop.bundle());
    this.preparation = new Preparation(
        resources,
        perhaps,
        schemas,
        bodies,
        keys,
        plain,
        adding,
        o -> expectations.refusal(o, 404));
    this.versions = new Versions(workshop, preparation, expectations, plain);
    this.merges = new Merges(workshop, schemas, bodies, preparation, plain);
    this.walks = new Walks(resources, workshop, schemas, preparation, expectations, plain);
  }

  /** A case to be. */
  record Found(Operation operation, String name, List<Case.Step> steps) {}

  /** The steps of a right request: what it works on is added first, where that can be done. */
  List<Case.Step> steps(Operation operation, Case.Step step) {
    boolean lacks = resources
        .of(operation)
        .filter(r -> ItemBodies.lacks(step, operation, r))
        .isPresent();
    return preparation.steps(
        operation,
        lacks
            ? new Case.Step(
                step.request(),
                step.expect(),
                orRefused(operation, step.alternatives()),
                step.walk())
            : step);
  }

  /** Whether a parameter takes only what an answer gave. */
  boolean isGiven(Operation operation, Parameter parameter) {
    return walks.isCursor(operation, parameter);
  }

  /** Nothing can be kept of a body that is left out, even where the contract allows that: it may be refused. */
  List<Case.Expect> orRefused(Operation operation, List<Case.Expect> others) {
    return resources.of(operation).isEmpty()
        ? others
        : Stream.concat(others.stream(), Stream.of(expectations.badInput(operation)))
            .toList();
  }

  /** The cases of all that is kept: how items live, and what is said of items that are not there. */
  List<Found> cases() {
    List<Found> found = new ArrayList<>();
    for (Resource resource : resources.all()) {
      life(resource).ifPresent(found::add);
      twice(resource).ifPresent(found::add);
      merges.inside(resource).ifPresent(found::add);
      found.addAll(walks.cases(resource));
      for (Resource.Member member : resource.members()) {
        unknown(resource, member).ifPresent(found::add);
        found.addAll(versions.cases(resource, member));
      }
    }
    return found;
  }

  /** Adds an item, reads it back, changes it in every way that there is, removes it, and finds it gone. */
  private Optional<Found> life(Resource resource) {
    Optional<Preparation.Before> before = preparation.added(resource);
    Optional<Operation> read = resource.first(Role.READ);
    if (before.isEmpty() || read.isEmpty()) {
      return Optional.empty();
    }
    List<Case.Step> steps = new ArrayList<>(before.get().steps());
    Case.Step created = steps.get(steps.size() - 1);
    Operation first =
        resource.first(Role.CREATE).or(() -> resource.first(Role.REPLACE)).orElseThrow();
    Optional<Node> item = ItemBodies.item(created, first, resource);
    Map<String, String> path = before.get().path();
    Optional<Case.Step> reading =
        plain.apply(read.get()).map(s -> Preparation.placed(s, read.get(), path));
    if (reading.isEmpty()) {
      return Optional.empty();
    }
    steps.add(holding(reading.get(), item, read.get(), resource, Optional.empty()));
    String tag = Versions.tells(read.get())
        ? Versions.tagOf(steps.size())
        : before.get().tag().orElse("*");
    resource
        .first(Role.LIST)
        .flatMap(o -> plain.apply(o).map(s -> Preparation.placed(s, o, path)))
        .ifPresent(steps::add);
    for (Role role : List.of(Role.REPLACE, Role.PATCH)) {
      Optional<Operation> change = resource.first(role);
      Optional<Case.Step> step = change
          .flatMap(plain)
          .map(s -> keyed(
              Preparation.placed(s, change.get(), path), resource, change.get(), before.get()))
          .map(s -> keys.unlike(s, item, change.get(), resource));
      if (step.isPresent()) {
        steps.add(Versions.meant(step.get(), tag));
        Optional<Node> sent =
            ItemBodies.item(step.get(), change.get(), resource).map(Patches::set);
        steps.add(holding(reading.get(), sent, read.get(), resource, resource.key()));
        tag = Versions.tells(read.get()) ? Versions.tagOf(steps.size()) : "*";
      }
    }
    Optional<Operation> delete = resource.first(Role.DELETE);
    Optional<Case.Step> deleting =
        delete.flatMap(plain).map(s -> Preparation.placed(s, delete.get(), path));
    if (deleting.isPresent()) {
      steps.add(Versions.meant(deleting.get(), tag));
      steps.add(gone(reading.get(), read.get()));
      steps.add(gone(deleting.get(), delete.get()));
    }
    return Optional.of(new Found(first, "life", steps));
  }

  /** A body that carries the key has to carry that of the item that was added. */
  private static Case.Step keyed(
      Case.Step step, Resource resource, Operation operation, Preparation.Before before) {
    boolean inPath =
        resource.variable().filter(operation.path().variables()::contains).isPresent();
    Optional<Node> item = ItemBodies.item(step, operation, resource);
    if (inPath || item.isEmpty() || before.key().isEmpty()) {
      return step;
    }
    Node keyed =
        Values.with(item.get(), resource.key().orElseThrow(), before.key().get());
    return ItemKeys.withBody(step, ItemBodies.with(step, keyed, operation, resource));
  }

  /**
   * The step with what its answer has to hold: what was sent, as far as it is ever shown.
   *
   * @param kept the property that what was sent does not change: the path says which item is meant
   */
  private Case.Step holding(
      Case.Step step,
      Optional<Node> sent,
      Operation read,
      Resource resource,
      Optional<String> kept) {
    Optional<Schema> answer = new ItemAnswers(schemas).item(read, resource);
    if (sent.isEmpty() || answer.isEmpty()) {
      return step;
    }
    Map<String, Schema> known = Shape.of(answer.get(), schemas).properties();
    Map<String, Node> held = new LinkedHashMap<>();
    sent.get().entries().forEach(e -> {
      Schema schema = known.get(e.key());
      if (schema != null && !shown.isHidden(schema) && !kept.equals(Optional.of(e.key()))) {
        held.put(e.key(), shown.of(e.value(), schema));
      }
    });
    Node expected = ItemAnswers.around(Values.map(held), read, resource);
    return new Case.Step(step.request(), step.expect().holding(expected), step.alternatives());
  }

  /** The same request, now that what it asks for is not there any more. */
  private Case.Step gone(Case.Step step, Operation operation) {
    return new Case.Step(
        anyAnswer(step.request(), operation), expectations.refusal(operation, 404), List.of());
  }

  /** A refusal may come in another form than success. */
  static Case.Request anyAnswer(Case.Request request, Operation operation) {
    Map<String, String> headers = new LinkedHashMap<>(request.headers());
    List<String> types = new ArrayList<>();
    operation.responses().forEach(r -> r.content().forEach(m -> types.add(m.type())));
    types.add(Expectations.PROBLEM);
    headers.put("Accept", String.join(", ", types.stream().distinct().toList()));
    return request.withHeaders(headers);
  }

  /** An item whose key the sender chooses cannot be added twice. */
  private Optional<Found> twice(Resource resource) {
    Optional<Operation> create = resource.first(Role.CREATE);
    Optional<Preparation.Before> above = preparation.above(resource);
    Optional<Case.Step> bare = create.flatMap(plain);
    if (above.isEmpty()
        || bare.isEmpty()
        || keys.keyIn(bare.get(), create.get(), resource).isEmpty()) {
      return Optional.empty();
    }
    Case.Step step = Preparation.placed(
        keys.fresh(bare.get(), create.get(), resource),
        create.get(),
        above.get().path());
    List<Case.Step> steps = new ArrayList<>(above.get().steps());
    steps.add(step);
    steps.add(new Case.Step(
        anyAnswer(step.request(), create.get()),
        expectations.refusal(create.get(), 409),
        List.of()));
    return Optional.of(new Found(create.get(), "twice", steps));
  }

  /** What is asked of an item, or of a place for items, that is not there. */
  private Optional<Found> unknown(Resource resource, Resource.Member member) {
    Operation operation = member.operation();
    boolean ofItem = Preparation.ON_ITEMS.contains(member.role()) && !resource.singleton();
    boolean creates = Preparation.isUpsert(resource, member.role(), operation);
    boolean keyless = ofItem
        && resource.variable().filter(operation.path().variables()::contains).isEmpty();
    if (keyless
        || creates && resource.parent().isEmpty()
        || !ofItem && resource.parent().isEmpty()) {
      return Optional.empty();
    }
    if (operation.documents(201) && member.role() == Role.REPLACE) {
      return Optional.empty();
    }
    Optional<Case.Step> step = plain.apply(operation);
    Map<String, String> path = new LinkedHashMap<>();
    for (Parameter parameter : operation.parameters()) {
      if (parameter.in() == Parameter.In.PATH) {
        boolean anyPlace = ofItem
            && !resource.variable().equals(Optional.of(parameter.name()))
            && resource.parent().isEmpty();
        keys.unlike(parameter)
            .or(() -> Optional.of(parameter).filter(p -> anyPlace).flatMap(keys::usual))
            .ifPresent(value -> path.put(parameter.name(), value));
      }
    }
    boolean all = operation.path().variables().stream().allMatch(path::containsKey);
    return step.filter(s -> all && !path.isEmpty())
        .map(s -> new Found(
            operation,
            "unknown",
            List.of(gone(Preparation.placed(s, operation, path), operation))));
  }
}
