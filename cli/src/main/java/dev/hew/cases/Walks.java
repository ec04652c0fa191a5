package dev.hew.cases;

import dev.hew.contract.Operation;
import dev.hew.contract.Parameter;
import dev.hew.contract.Schemas;
import dev.hew.model.Shape;
import dev.hew.resource.Paging;
import dev.hew.resource.Resource;
import dev.hew.resource.Resources;
import dev.hew.resource.Role;
import dev.hew.schema.Direction;
import dev.hew.schema.Values;
import dev.hew.yaml.Node;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** The cases of lists that come in parts: all parts together have every item once. */
final class Walks {
  /** How many items a part may have at most: for more, too many would have to be added first. */
  private static final int LARGEST = 5;

  /** A text that is no cursor, and nobody's key. */
  private static final String NOWHERE = "~hew~";

  private final Resources resources;
  private final Workshop workshop;
  private final Schemas schemas;
  private final Preparation preparation;
  private final Expectations expectations;
  private final Function<Operation, Optional<Case.Step>> plain;

  /**
   * @param resources what the server keeps
   * @param plain the first right request of an operation, with its answer
   */
  Walks(
      Resources resources,
      Workshop workshop,
      Schemas schemas,
      Preparation preparation,
      Expectations expectations,
      Function<Operation, Optional<Case.Step>> plain) {
    this.resources = resources;
    this.workshop = workshop;
    this.schemas = schemas;
    this.preparation = preparation;
    this.expectations = expectations;
    this.plain = plain;
  }

  /** Whether a parameter of a list that is kept takes only what an answer gave. */
  boolean isCursor(Operation operation, Parameter parameter) {
    return resources.role(operation).filter(r -> r == Role.LIST).isPresent()
        && parameter.in() == Parameter.In.QUERY
        && Paging.of(operation, resources.of(operation).orElseThrow(), schemas)
            .cursor()
            .filter(c -> c.parameter().equals(parameter.name()))
            .isPresent();
  }

  /** The cases of a resource's list. */
  List<States.Found> cases(Resource resource) {
    Optional<Operation> list = resource.first(Role.LIST);
    if (list.isEmpty()) {
      return List.of();
    }
    Paging paging = Paging.of(list.get(), resource, schemas);
    Stream<Optional<States.Found>> filtered = Paging.filters(list.get(), resource, schemas).stream()
        .map(filter -> filtered(resource, list.get(), paging, filter));
    return Stream.concat(
            Stream.of(walk(resource, list.get(), paging), nowhere(resource, list.get(), paging)),
            filtered)
        .flatMap(Optional::stream)
        .toList();
  }

  /** Of two items that differ in a property, the one that is asked for is in the list, and the other is not. */
  private Optional<States.Found> filtered(
      Resource resource, Operation list, Paging paging, Parameter filter) {
    Optional<Integer> limit = paging.limit().flatMap(name -> least(list, name));
    Optional<Case.Walk> way = limit
        .flatMap(n -> way(resource, list, paging, n))
        .or(() -> key(resource, list).filter(k -> isWhole(paging)).map(k -> whole(paging, k)));
    Optional<Case.Step> listing = plain.apply(list);
    List<Node> values = different(filter);
    if (way.isEmpty() || listing.isEmpty() || values.size() < 2 || list.demands(filter)) {
      return Optional.empty();
    }
    return preparation.differing(resource, filter.name(), values).map(before -> {
      Case.Step step = Preparation.placed(listing.get(), list, before.path());
      Case.Request first = first(step.request(), paging, way.get(), limit);
      Case.Request asked = with(first, filter.name(), Wire.text(values.get(0)));
      Case.Walk walk = way.get().past(before.keys().subList(0, 1), before.keys().subList(1, 2));
      List<Case.Step> steps = new ArrayList<>(before.steps());
      steps.add(new Case.Step(asked, step.expect(), List.of(), Optional.of(walk)));
      return new States.Found(list, "filter-" + filter.name(), steps);
    });
  }

  /** Two right values of a parameter, where there are so many. */
  private List<Node> different(Parameter parameter) {
    String schema = workshop.bundle().name(parameter.schema(), Direction.WRITE);
    List<Node> found = new ArrayList<>();
    Stream<Node> known = workshop.value(parameter).stream();
    Stream<Node> made = Stream.concat(
        Stream.of(Values.bool(true), Values.bool(false)),
        workshop.sampler().turns(schema, Direction.WRITE).stream());
    Stream.of(
            workshop.value(parameter).stream(),
            known.flatMap(value -> ItemKeys.another(value, 77).stream()),
            made)
        .flatMap(values -> values)
        .filter(value -> workshop.validator().isValid(schema, value))
        .filter(value -> workshop.arrives(parameter, value))
        .filter(value -> found.stream().noneMatch(other -> Values.same(other, value)))
        .limit(2)
        .forEach(found::add);
    return found;
  }

  private Optional<States.Found> walk(Resource resource, Operation list, Paging paging) {
    Optional<Integer> limit = paging.limit().flatMap(name -> least(list, name));
    Optional<Case.Walk> way = limit.flatMap(n -> way(resource, list, paging, n));
    Optional<Case.Step> listing = plain.apply(list);
    if (way.isEmpty() || listing.isEmpty()) {
      return Optional.empty();
    }
    return preparation.several(resource, limit.get() + 1).map(before -> {
      Case.Step step = Preparation.placed(listing.get(), list, before.path());
      Case.Request first = first(step.request(), paging, way.get(), limit);
      Case.Walk seeing = way.get().past(before.keys(), List.of());
      List<Case.Step> steps = new ArrayList<>(before.steps());
      steps.add(new Case.Step(first, step.expect(), List.of(), Optional.of(seeing)));
      return new States.Found(list, "parts", steps);
    });
  }

  /** The request for the first part. */
  private static Case.Request first(
      Case.Request request, Paging paging, Case.Walk way, Optional<Integer> limit) {
    Case.Request first =
        limit.map(n -> with(request, paging.limit().orElseThrow(), "" + n)).orElse(request);
    return way.by() == Case.Walk.By.NUMBER
        ? with(first, way.parameter(), "" + (paging.number().isPresent() ? paging.first() : 0))
        : first;
  }

  /** The property that tells the items of a list apart. */
  private Optional<String> key(Resource resource, Operation list) {
    return resource
        .key()
        .filter(k -> resource
            .item()
            .filter(i -> Shape.of(i, schemas).properties().containsKey(k))
            .isPresent())
        .filter(k -> Paging.shows(k, list, schemas));
  }

  private static boolean isWhole(Paging paging) {
    return Stream.of(paging.limit(), paging.offset(), paging.number(), paging.cursor())
        .allMatch(Optional::isEmpty);
  }

  /** A list that comes whole. */
  private static Case.Walk whole(Paging paging, String key) {
    return new Case.Walk(
        Case.Walk.By.NOTHING,
        "",
        List.of(),
        0,
        paging.items().stream().toList(),
        key,
        List.of(),
        List.of());
  }

  /** How the parts of a list follow each other. */
  private Optional<Case.Walk> way(Resource resource, Operation list, Paging paging, int limit) {
    Optional<String> key = key(resource, list);
    if (key.isEmpty()) {
      return Optional.empty();
    }
    List<String> items = paging.items().stream().toList();
    Optional<Case.Walk> byCursor = paging
        .cursor()
        .map(c -> new Case.Walk(
            Case.Walk.By.valueOf(c.told().name()),
            c.parameter(),
            c.path(),
            0,
            items,
            key.get(),
            List.of(),
            List.of()));
    return byCursor
        .or(() -> paging.number().map(name -> counted(name, 1, items, key.get())))
        .or(() -> paging.offset().map(name -> counted(name, limit, items, key.get())));
  }

  private static Case.Walk counted(String name, int stride, List<String> items, String key) {
    return new Case.Walk(
        Case.Walk.By.NUMBER, name, List.of(), stride, items, key, List.of(), List.of());
  }

  /** The smallest number of items in a part that leaves the way through all of them short. */
  private Optional<Integer> least(Operation list, String name) {
    return parameter(list, name)
        .map(p -> workshop.bundle().name(p.schema(), Direction.WRITE))
        .flatMap(schema -> Stream.iterate(2, n -> n <= LARGEST, n -> n + 1)
            .filter(n -> workshop.validator().isValid(schema, Values.number(n)))
            .findFirst());
  }

  private static Optional<Parameter> parameter(Operation operation, String name) {
    return operation.parameters().stream()
        .filter(p -> p.in() == Parameter.In.QUERY && p.name().equals(name))
        .findFirst();
  }

  /** A cursor that no answer gave leads nowhere. */
  private Optional<States.Found> nowhere(Resource resource, Operation list, Paging paging) {
    Optional<Parameter> cursor = paging.cursor().flatMap(c -> parameter(list, c.parameter()));
    Optional<Case.Step> listing = plain.apply(list);
    Optional<Preparation.Before> above = preparation.above(resource);
    Node value = Values.text(NOWHERE);
    if (cursor.isEmpty()
        || listing.isEmpty()
        || above.isEmpty()
        || !workshop
            .validator()
            .isValid(workshop.bundle().name(cursor.get().schema(), Direction.WRITE), value)) {
      return Optional.empty();
    }
    Case.Step step = Preparation.placed(listing.get(), list, above.get().path());
    Case.Request lost = with(step.request(), cursor.get().name(), NOWHERE);
    List<Case.Step> steps = new ArrayList<>(above.get().steps());
    steps.add(new Case.Step(States.anyAnswer(lost, list), expectations.badInput(list), List.of()));
    return Optional.of(new States.Found(list, "nowhere", steps));
  }

  /** The request with another value for a parameter of its query. */
  private static Case.Request with(Case.Request request, String name, String value) {
    String[] parts = request.target().split("\\?", 2);
    String start = Wire.escape(name, "") + "=";
    List<String> pieces = new ArrayList<>();
    if (parts.length == 2) {
      pieces.addAll(Arrays.asList(parts[1].split("&")));
      pieces.removeIf(piece -> piece.startsWith(start));
    }
    pieces.add(start + Wire.escape(value, ""));
    return request.withTarget(parts[0] + "?" + String.join("&", pieces));
  }
}
