package dev.hew.cases;

import dev.hew.contract.Operation;
import dev.hew.contract.Parameter;
import dev.hew.contract.PathTemplate;
import dev.hew.contract.Schemas;
import dev.hew.model.Shape;
import dev.hew.resource.Resource;
import dev.hew.resource.Resources;
import dev.hew.resource.Role;
import dev.hew.schema.Values;
import dev.hew.yaml.Node;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * What has to be sent before a request: an item is added before it is read, changed or removed. What an answer gave is
 * referred to as {@code {{step.$.property}}}.
 */
final class Preparation {
  static final Set<Role> ON_ITEMS = Set.of(Role.READ, Role.REPLACE, Role.PATCH, Role.DELETE);

  private final Resources resources;
  private final Resources perhaps;
  private final Schemas schemas;
  private final ItemAnswers answers;
  private final ItemBodies bodies;
  private final ItemKeys keys;
  private final Function<Operation, Optional<Case.Step>> plain;
  private final Function<Operation, Optional<Case.Step>> adding;
  private final Function<Operation, Case.Expect> missing;

  /**
   * @param resources what the server keeps
   * @param perhaps what may be kept beside, though nobody says so
   * @param plain the first right request of an operation, with its answer
   * @param adding the same of a replacement, with the answer that it gets when it adds what it sends
   * @param missing the answer of an operation where what it is asked for is not there
   */
  Preparation(
      Resources resources,
      Resources perhaps,
      Schemas schemas,
      ItemBodies bodies,
      ItemKeys keys,
      Function<Operation, Optional<Case.Step>> plain,
      Function<Operation, Optional<Case.Step>> adding,
      Function<Operation, Case.Expect> missing) {
    this.resources = resources;
    this.perhaps = perhaps;
    this.schemas = schemas;
    this.answers = new ItemAnswers(schemas);
    this.bodies = bodies;
    this.keys = keys;
    this.plain = plain;
    this.adding = adding;
    this.missing = missing;
  }

  /**
   * What has to be sent first, and what it leads to.
   *
   * @param path what stands in a path for each variable, escaped or a reference
   * @param key what stands in a body for the item's key
   * @param tag what stands for the tag of the item's version, where an answer gave it
   */
  record Before(
      List<Case.Step> steps, Map<String, String> path, Optional<Node> key, Optional<String> tag) {
    static final Before NOTHING =
        new Before(List.of(), Map.of(), Optional.empty(), Optional.empty());
  }

  /** The steps of a right request: what it works on is added first, where that can be done. */
  List<Case.Step> steps(Operation operation, Case.Step step) {
    Optional<Resource> resource = resources.of(operation);
    Optional<Role> role = resources.role(operation);
    if (resource.isEmpty()) {
      return List.of(perhaps
          .of(operation)
          .filter(r -> perhaps.role(operation).equals(Optional.of(Role.CREATE)))
          .map(r -> keys.fresh(step, operation, r))
          .orElse(step));
    }
    if (role.get() == Role.CREATE) {
      return above(resource.get())
          .map(before -> joined(before, operation, keys.fresh(step, operation, resource.get())))
          .orElseGet(() -> List.of(keys.fresh(step, operation, resource.get())));
    }
    if (Versions.isMeant(step)) {
      return told(resource.get())
          .map(b -> joined(b, operation, Versions.meant(step, b.tag().orElseThrow())))
          .orElse(List.of(step));
    }
    boolean upsert = isUpsert(resource.get(), role.get(), operation);
    if (upsert && !resource.get().singleton() && operation.documents(201)) {
      boolean adds = step.expect().status().contains("201");
      return adds
          ? above(resource.get())
              .flatMap(place -> put(resource.get(), operation, step, place))
              .map(Before::steps)
              .orElse(List.of(step))
          : added(resource.get()).map(b -> joined(b, operation, step)).orElse(List.of(step));
    }
    boolean ofItem = ON_ITEMS.contains(role.get());
    Optional<Before> before = ofItem && !upsert ? added(resource.get()) : above(resource.get());
    return before
        .map(b -> joined(b, operation, step))
        .orElseGet(() -> List.of(ofItem ? orMissing(operation, step) : step));
  }

  /** The same where nothing tells which items are there: it may be that this one is not. */
  private Case.Step orMissing(Operation operation, Case.Step step) {
    if (operation.documents(404)) {
      return step;
    }
    List<Case.Expect> alternatives = new ArrayList<>(step.alternatives());
    alternatives.add(missing.apply(operation));
    return new Case.Step(
        States.anyAnswer(step.request(), operation), step.expect(), alternatives, step.walk());
  }

  /** Whether a replacement may be what adds the item. */
  static boolean isUpsert(Resource resource, Role role, Operation operation) {
    return role == Role.REPLACE && resource.addsByReplacing(operation);
  }

  private static List<Case.Step> joined(Before before, Operation operation, Case.Step step) {
    List<Case.Step> all = new ArrayList<>(before.steps());
    all.add(placed(step, operation, before.path()));
    return all;
  }

  /**
   * What is needed for the items of a resource to have a place: an item of the resource above. Where nothing above is
   * kept, any place that its path may name will do, such as one of a few that the contract lists.
   */
  Optional<Before> above(Resource resource) {
    return resource
        .parent()
        .flatMap(resources::at)
        .map(this::added)
        .orElseGet(() -> place(resource)
            .map(path -> new Before(List.of(), path, Optional.empty(), Optional.empty())));
  }

  /**
   * A right value for each variable of a resource's path, of its own for each case where the keys of items are but a few
   * that the contract lists; empty when one has none.
   */
  private Optional<Map<String, String>> place(Resource resource) {
    List<String> variables = new PathTemplate(resource.path()).variables();
    Map<String, String> path = new LinkedHashMap<>();
    if (variables.isEmpty()) {
      return Optional.of(path);
    }
    boolean few = !keys.choices(resource).isEmpty();
    resource.members().stream()
        .flatMap(member -> member.operation().parameters().stream())
        .filter(p -> p.in() == Parameter.In.PATH && variables.contains(p.name()))
        .filter(p -> !path.containsKey(p.name()))
        .forEach(
            p -> (few ? keys.own(p) : keys.usual(p)).ifPresent(value -> path.put(p.name(), value)));
    return Optional.of(path).filter(p -> p.keySet().containsAll(variables));
  }

  /** An item that was just added, with what its version is called; any, where nothing tells that. */
  Optional<Before> told(Resource resource) {
    return added(resource).map(before -> {
      if (before.tag().isPresent()) {
        return before;
      }
      List<Case.Step> steps = new ArrayList<>(before.steps());
      Optional<Operation> read = resource.first(Role.READ).filter(Versions::tells);
      Optional<Case.Step> reading =
          read.flatMap(plain).map(s -> placed(s, read.get(), before.path()));
      reading.ifPresent(steps::add);
      String tag = reading.map(s -> Versions.tagOf(steps.size())).orElse("*");
      return new Before(List.copyOf(steps), before.path(), before.key(), Optional.of(tag));
    });
  }

  /** An item that was just added, with all that it hangs on. */
  Optional<Before> added(Resource resource) {
    Optional<Operation> create = resource.first(Role.CREATE).or(() -> resource.first(Role.REPLACE));
    boolean put = resource.first(Role.CREATE).isEmpty();
    Optional<Before> above = above(resource);
    Optional<Case.Step> bare = create.flatMap(put ? adding : plain);
    if (above.isEmpty() || bare.isEmpty()) {
      return Optional.empty();
    }
    if (put && !resource.singleton()) {
      return put(resource, create.get(), bare.get(), above.get());
    }
    int number = above.get().steps().size() + 1;
    Case.Step step = keys.fresh(bare.get(), create.get(), resource);
    Optional<Node> sent = keys.keyIn(step, create.get(), resource);
    Map<String, String> path = new LinkedHashMap<>(above.get().path());
    Optional<Node> key = Optional.empty();
    if (!resource.singleton()) {
      Optional<String> given = answers.key(create.get(), resource);
      if (resource.variable().isEmpty()) {
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
    Optional<String> tag = create.filter(Versions::tells).map(o -> Versions.tagOf(number));
    return Optional.of(new Before(List.copyOf(steps), path, key, tag));
  }

  /** An item that a replacement adds at a path that nobody used before. */
  private Optional<Before> put(Resource resource, Operation replace, Case.Step bare, Before above) {
    Optional<Parameter> variable = replace.parameters().stream()
        .filter(p -> p.in() == Parameter.In.PATH)
        .filter(p -> resource.variable().filter(p.name()::equals).isPresent())
        .findFirst();
    if (!resource.addsByReplacing(replace) || Versions.isMeant(bare) || variable.isEmpty()) {
      return Optional.empty();
    }
    Optional<Node> key = keys.fresh(variable.get());
    Optional<Case.Step> step = key.flatMap(k -> keys.keyIn(bare, replace, resource).isEmpty()
        ? Optional.of(bare)
        : keys.having(bare, resource.key().orElseThrow(), k, replace, resource));
    return step.map(s -> {
      Map<String, String> path = new LinkedHashMap<>(above.path());
      path.put(variable.get().name(), Wire.path(variable.get(), key.get()));
      List<Case.Step> steps = new ArrayList<>(above.steps());
      steps.add(placed(s, replace, path));
      Optional<String> tag =
          Optional.of(replace).filter(Versions::tells).map(o -> Versions.tagOf(steps.size()));
      return new Before(List.copyOf(steps), path, key, tag);
    });
  }

  /**
   * Items that were just added to one place.
   *
   * @param path what stands in a path for each variable of the place
   * @param keys of the items: values, or references to the answers that gave them
   */
  record Several(List<Case.Step> steps, Map<String, String> path, List<Node> keys) {}

  /** Some items that were just added to one place, with all that it hangs on; empty when their keys are not known. */
  Optional<Several> several(Resource resource, int count) {
    return added(resource, Collections.nCopies(count, step -> Optional.of(step)));
  }

  /** The same, each with another value of a property; empty when it is not for callers to set. */
  Optional<Several> differing(Resource resource, String property, List<Node> values) {
    Optional<Operation> create = resource.first(Role.CREATE);
    boolean settable = create
        .flatMap(operation -> bodies.schema(operation, resource))
        .map(schema -> Shape.of(schema, schemas).properties().get(property))
        .filter(schema -> !Shape.of(schema, schemas).flag("readOnly"))
        .isPresent();
    if (!settable || resource.key().filter(property::equals).isPresent()) {
      return Optional.empty();
    }
    return added(
        resource,
        values.stream()
            .map(value -> (Function<Case.Step, Optional<Case.Step>>)
                step -> keys.having(step, property, value, create.orElseThrow(), resource))
            .toList());
  }

  private Optional<Several> added(
      Resource resource, List<Function<Case.Step, Optional<Case.Step>>> items) {
    Optional<Operation> create = resource.first(Role.CREATE);
    Optional<Before> above = above(resource);
    Optional<Case.Step> bare = create.flatMap(plain);
    if (above.isEmpty() || bare.isEmpty() || resource.key().isEmpty()) {
      return Optional.empty();
    }
    List<Case.Step> steps = new ArrayList<>(above.get().steps());
    List<Node> all = new ArrayList<>();
    for (Function<Case.Step, Optional<Case.Step>> item : items) {
      Optional<Case.Step> step = item.apply(keys.fresh(bare.get(), create.get(), resource));
      step.ifPresent(s -> steps.add(placed(s, create.get(), above.get().path())));
      int number = steps.size();
      step.flatMap(s -> answers
              .key(create.get(), resource)
              .<Node>map(key -> Values.text("{{" + number + ".$." + key + "}}"))
              .or(() -> keys.keyIn(s, create.get(), resource)))
          .ifPresent(all::add);
    }
    return all.size() == items.size()
        ? Optional.of(new Several(List.copyOf(steps), above.get().path(), List.copyOf(all)))
        : Optional.empty();
  }

  /** A request with what was added before in its path. */
  static Case.Step placed(Case.Step step, Operation operation, Map<String, String> values) {
    Case.Request r = step.request();
    StringBuilder path = new StringBuilder();
    for (PathTemplate.Part part : operation.path().parts()) {
      if (part.variable() && !values.containsKey(part.text())) {
        return step;
      }
      path.append(part.variable() ? values.get(part.text()) : Draft.literal(part));
    }
    int query = r.target().indexOf('?');
    String target = path + (query < 0 ? "" : r.target().substring(query));
    return step.with(r.withTarget(target));
  }
}
