package dev.hew.cases;

import dev.hew.contract.MediaType;
import dev.hew.contract.Operation;
import dev.hew.contract.Parameter;
import dev.hew.contract.PathTemplate;
import dev.hew.contract.Response;
import dev.hew.contract.Schema;
import dev.hew.contract.Schemas;
import dev.hew.model.Shape;
import dev.hew.report.Source;
import dev.hew.resource.Resource;
import dev.hew.resource.Resources;
import dev.hew.resource.Role;
import dev.hew.schema.Direction;
import dev.hew.schema.Values;
import dev.hew.yaml.JsonWriter;
import dev.hew.yaml.Node;
import dev.hew.yaml.NodeReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Requests that hang on what was sent before: an item is added before it is read, changed or removed. What an answer
 * gave is referred to as {@code {{step.$.property}}}.
 */
final class States {
  private static final Set<Role> ON_ITEMS =
      Set.of(Role.READ, Role.REPLACE, Role.PATCH, Role.DELETE);

  private final Resources resources;
  private final Workshop workshop;
  private final Schemas schemas;
  private final Expectations expectations;
  private final Function<Operation, Optional<Case.Step>> plain;
  private int keys;

  /**
   * @param resources what the server keeps
   * @param plain the first right request of an operation, with its answer
   */
  States(
      Resources resources,
      Workshop workshop,
      Schemas schemas,
      Expectations expectations,
      Function<Operation, Optional<Case.Step>> plain) {
    this.resources = resources;
    this.workshop = workshop;
    this.schemas = schemas;
    this.expectations = expectations;
    this.plain = plain;
  }

  /**
   * What has to be sent first, and what it leads to.
   *
   * @param path what stands in a path for each variable, escaped or a reference
   * @param key what stands in a body for the item's key
   */
  private record Before(List<Case.Step> steps, Map<String, String> path, Optional<Node> key) {
    static final Before NOTHING = new Before(List.of(), Map.of(), Optional.empty());
  }

  /** A case to be. */
  record Found(Operation operation, String name, List<Case.Step> steps) {}

  /** The steps of a right request: what it works on is added first, where that can be done. */
  List<Case.Step> steps(Operation operation, Case.Step step) {
    Optional<Resource> resource = resources.of(operation);
    Optional<Role> role = resources.role(operation);
    if (resource.isEmpty()) {
      return List.of(step);
    }
    if (role.get() == Role.CREATE) {
      return above(resource.get())
          .map(before ->
              joined(before, operation, fresh(step, resource.get(), keyIn(step, resource.get()))))
          .orElse(List.of(step));
    }
    boolean ofItem = ON_ITEMS.contains(role.get());
    Optional<Before> before = ofItem && !isUpsert(resource.get(), role.get())
        ? added(resource.get())
        : above(resource.get());
    return before.map(b -> joined(b, operation, step)).orElse(List.of(step));
  }

  /** Nothing can be kept of a body that is left out, even where the contract allows that: it may be refused. */
  List<Case.Expect> orRefused(Operation operation, List<Case.Expect> others) {
    return resources.of(operation).isEmpty()
        ? others
        : Stream.concat(others.stream(), Stream.of(expectations.badInput(operation)))
            .toList();
  }

  private static boolean isUpsert(Resource resource, Role role) {
    return role == Role.REPLACE
        && (resource.singleton() || resource.first(Role.CREATE).isEmpty());
  }

  private static List<Case.Step> joined(Before before, Operation operation, Case.Step step) {
    List<Case.Step> all = new ArrayList<>(before.steps());
    all.add(placed(step, operation, before.path()));
    return all;
  }

  /** The cases of all that is kept: how items live, and what is said of items that are not there. */
  List<Found> cases() {
    List<Found> found = new ArrayList<>();
    for (Resource resource : resources.all()) {
      life(resource).ifPresent(found::add);
      twice(resource).ifPresent(found::add);
      for (Resource.Member member : resource.members()) {
        unknown(resource, member).ifPresent(found::add);
      }
    }
    return found;
  }

  /** What is needed for the items of a resource to have a place: an item of the resource above. */
  private Optional<Before> above(Resource resource) {
    return resource.parent().isEmpty()
        ? Optional.of(Before.NOTHING).filter(b -> !resource.path().contains("{"))
        : resources.at(resource.parent().get()).flatMap(this::added);
  }

  /** An item that was just added, with all that it hangs on. */
  private Optional<Before> added(Resource resource) {
    Optional<Operation> create = resource.first(Role.CREATE).or(() -> resource.first(Role.REPLACE));
    Optional<Before> above = above(resource);
    Optional<Case.Step> bare = create.flatMap(plain);
    if (above.isEmpty() || bare.isEmpty()) {
      return Optional.empty();
    }
    int number = above.get().steps().size() + 1;
    Optional<Node> chosen = keyIn(bare.get(), resource);
    Case.Step step = fresh(bare.get(), resource, chosen);
    Optional<Node> sent = keyIn(step, resource);
    boolean put = resource.first(Role.CREATE).isEmpty();
    Map<String, String> path = new LinkedHashMap<>(above.get().path());
    Optional<Node> key = Optional.empty();
    if (!resource.singleton()) {
      Optional<String> given = resource.key().filter(k -> answers(create.get(), k));
      if (put || resource.variable().isEmpty()) {
        return Optional.empty();
      }
      if (given.isPresent()) {
        key = Optional.of(Values.text("{{" + number + ".$." + given.get() + "}}"));
        path.put(resource.variable().get(), "{{" + number + ".$." + given.get() + "}}");
      } else if (sent.isPresent()) {
        key = sent;
        path.put(resource.variable().get(), Wire.escape(Wire.text(sent.get()), ""));
      } else {
        return Optional.empty();
      }
    }
    List<Case.Step> steps = new ArrayList<>(above.get().steps());
    steps.add(placed(step, create.get(), above.get().path()));
    return Optional.of(new Before(List.copyOf(steps), path, key));
  }

  /** Whether the answer of an operation holds a property under a name that a reference can carry. */
  private boolean answers(Operation operation, String property) {
    return property.matches("[\\w-]+")
        && answer(operation).map(s -> properties(s).containsKey(property)).orElse(false);
  }

  private Optional<Schema> answer(Operation operation) {
    return operation.successes().stream()
        .filter(r -> r.status().hundreds() == 2)
        .flatMap(r -> r.content().stream())
        .filter(MediaType::isJson)
        .flatMap(m -> m.schema().stream())
        .findFirst();
  }

  private Map<String, Schema> properties(Schema schema) {
    return Shape.of(schema, schemas).properties();
  }

  private static Optional<Node> json(Case.Step step) {
    return step.request()
        .body()
        .filter(b -> step.request().schema().isPresent())
        .flatMap(Payload::text)
        .flatMap(text -> NodeReader.read(new Source("body", text)).toOptional());
  }

  /** The key that a body chooses, unless only the server sets it. */
  private Optional<Node> keyIn(Case.Step step, Resource resource) {
    return resource
        .key()
        .filter(k -> resource
            .item()
            .map(i -> properties(i).get(k))
            .map(s -> !Shape.of(s, schemas).flag("readOnly"))
            .orElse(false))
        .flatMap(k -> json(step).flatMap(body -> body.get(k)));
  }

  /** The same request with another key where the body chooses one, so that no two cases add the same item. */
  private Case.Step fresh(Case.Step step, Resource resource, Optional<Node> chosen) {
    if (chosen.isEmpty()) {
      return step;
    }
    keys++;
    Node body = json(step).orElseThrow();
    return another(chosen.get(), keys)
        .map(key -> Values.with(body, resource.key().orElseThrow(), key))
        .filter(
            changed -> workshop.validator().isValid(step.request().schema().orElseThrow(), changed))
        .map(changed -> withBody(step, changed))
        .orElse(step);
  }

  /** Another value of the same form. */
  private static Optional<Node> another(Node value, int number) {
    if (value.string().isEmpty()) {
      return Optional.of(Values.number(1_000_000L + number));
    }
    String text = value.string().get();
    boolean uuid = text.matches("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
    String digits = Integer.toString(number);
    return Optional.of(Values.text(
        uuid
            ? text.substring(0, 24) + "0".repeat(12 - digits.length()) + digits
            : text + "-" + number));
  }

  private static Case.Step withBody(Case.Step step, Node body) {
    Case.Request r = step.request();
    Case.Request changed = new Case.Request(
        r.method(),
        r.target(),
        r.headers(),
        Optional.of(Payload.of(JsonWriter.compact(body))),
        r.schema(),
        r.violates());
    return new Case.Step(changed, step.expect(), step.alternatives());
  }

  /** A request with what was added before in its path. */
  private static Case.Step placed(Case.Step step, Operation operation, Map<String, String> values) {
    Case.Request r = step.request();
    StringBuilder path = new StringBuilder();
    for (PathTemplate.Part part : operation.path().parts()) {
      if (part.variable() && !values.containsKey(part.text())) {
        return step;
      }
      path.append(part.variable() ? values.get(part.text()) : Draft.literal(part.text()));
    }
    int query = r.target().indexOf('?');
    String target = path + (query < 0 ? "" : r.target().substring(query));
    Case.Request changed =
        new Case.Request(r.method(), target, r.headers(), r.body(), r.schema(), r.violates());
    return new Case.Step(changed, step.expect(), step.alternatives());
  }

  /** Adds an item, reads it back, changes it in every way that there is, removes it, and finds it gone. */
  private Optional<Found> life(Resource resource) {
    Optional<Before> before = added(resource);
    Optional<Operation> read = resource.first(Role.READ);
    if (before.isEmpty() || read.isEmpty()) {
      return Optional.empty();
    }
    List<Case.Step> steps = new ArrayList<>(before.get().steps());
    Case.Step created = steps.get(steps.size() - 1);
    Map<String, String> path = before.get().path();
    Optional<Case.Step> reading = plain.apply(read.get()).map(s -> placed(s, read.get(), path));
    if (reading.isEmpty()) {
      return Optional.empty();
    }
    steps.add(holding(reading.get(), json(created), read.get()));
    resource
        .first(Role.LIST)
        .flatMap(o -> plain.apply(o).map(s -> placed(s, o, path)))
        .ifPresent(steps::add);
    for (Role role : List.of(Role.REPLACE, Role.PATCH)) {
      Optional<Operation> change = resource.first(role);
      Optional<Case.Step> step = change
          .flatMap(plain)
          .map(s -> keyed(placed(s, change.get(), path), resource, change.get(), before.get()));
      if (step.isPresent()) {
        steps.add(step.get());
        steps.add(holding(reading.get(), json(step.get()), read.get()));
      }
    }
    Optional<Operation> delete = resource.first(Role.DELETE);
    Optional<Case.Step> deleting = delete.flatMap(plain).map(s -> placed(s, delete.get(), path));
    if (deleting.isPresent()) {
      steps.add(deleting.get());
      steps.add(gone(reading.get(), read.get()));
      steps.add(gone(deleting.get(), delete.get()));
    }
    Operation first =
        resource.first(Role.CREATE).or(() -> resource.first(Role.REPLACE)).orElseThrow();
    return Optional.of(new Found(first, "life", steps));
  }

  /** A body that carries the key has to carry that of the item that was added. */
  private static Case.Step keyed(
      Case.Step step, Resource resource, Operation operation, Before before) {
    boolean inPath =
        resource.variable().filter(operation.path().variables()::contains).isPresent();
    Optional<Node> body = json(step);
    if (inPath || body.isEmpty() || before.key().isEmpty()) {
      return step;
    }
    return withBody(
        step, Values.with(body.get(), resource.key().orElseThrow(), before.key().get()));
  }

  /** The step with what its answer has to hold: what was sent, as far as it is ever shown. */
  private Case.Step holding(Case.Step step, Optional<Node> sent, Operation read) {
    Optional<Schema> shown = answer(read);
    if (sent.isEmpty() || shown.isEmpty()) {
      return step;
    }
    Map<String, Schema> known = properties(shown.get());
    Map<String, Node> held = new LinkedHashMap<>();
    sent.get().entries().forEach(e -> {
      Schema schema = known.get(e.key());
      if (schema != null && !isHidden(schema)) {
        held.put(e.key(), e.value());
      }
    });
    return new Case.Step(
        step.request(), step.expect().holding(Values.map(held)), step.alternatives());
  }

  private boolean isHidden(Schema schema) {
    Shape shape = Shape.of(schema, schemas);
    return shape.flag("readOnly") || shape.flag("writeOnly");
  }

  /** The same request, now that what it asks for is not there any more. */
  private Case.Step gone(Case.Step step, Operation operation) {
    return new Case.Step(
        anyAnswer(step.request(), operation), expectations.refusal(operation, 404), List.of());
  }

  /** A refusal may come in another form than success. */
  private static Case.Request anyAnswer(Case.Request request, Operation operation) {
    Map<String, String> headers = new LinkedHashMap<>(request.headers());
    List<String> types = new ArrayList<>();
    operation.responses().forEach(r -> r.content().forEach(m -> types.add(m.type())));
    types.add(Expectations.PROBLEM);
    headers.put("Accept", String.join(", ", types.stream().distinct().toList()));
    return new Case.Request(
        request.method(),
        request.target(),
        headers,
        request.body(),
        request.schema(),
        request.violates());
  }

  /** An item whose key the sender chooses cannot be added twice. */
  private Optional<Found> twice(Resource resource) {
    Optional<Operation> create = resource.first(Role.CREATE);
    Optional<Before> above = above(resource);
    Optional<Case.Step> bare = create.flatMap(plain);
    if (above.isEmpty() || bare.isEmpty() || keyIn(bare.get(), resource).isEmpty()) {
      return Optional.empty();
    }
    Case.Step step = placed(
        fresh(bare.get(), resource, keyIn(bare.get(), resource)),
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
    boolean ofItem = ON_ITEMS.contains(member.role()) && !resource.singleton();
    boolean creates = isUpsert(resource, member.role());
    boolean keyless = ofItem
        && resource.variable().filter(operation.path().variables()::contains).isEmpty();
    if (keyless
        || creates && resource.parent().isEmpty()
        || !ofItem && resource.parent().isEmpty()) {
      return Optional.empty();
    }
    if (documents(operation, "201") && member.role() == Role.REPLACE) {
      return Optional.empty();
    }
    Optional<Case.Step> step = plain.apply(operation);
    Map<String, String> path = new LinkedHashMap<>();
    for (Parameter parameter : operation.parameters()) {
      if (parameter.in() == Parameter.In.PATH) {
        unlike(parameter).ifPresent(value -> path.put(parameter.name(), value));
      }
    }
    boolean all = operation.path().variables().stream().allMatch(path::containsKey);
    return step.filter(s -> all && !path.isEmpty())
        .map(s ->
            new Found(operation, "unknown", List.of(gone(placed(s, operation, path), operation))));
  }

  private static boolean documents(Operation operation, String status) {
    return operation.responses().stream()
        .map(Response::status)
        .anyMatch(s -> s.text().equals(status));
  }

  /** A value for the path that nobody has given to an item. */
  private Optional<String> unlike(Parameter parameter) {
    String schema = workshop.bundle().name(parameter.schema(), Direction.WRITE);
    return workshop
        .value(parameter)
        .flatMap(value -> Stream.of(999_999_999, 7)
            .flatMap(n -> another(value, n).stream())
            .filter(other ->
                workshop.validator().isValid(schema, other) && Travel.arrives(parameter, other))
            .findFirst())
        .map(value -> Wire.path(parameter, value));
  }
}
