package dev.hew.storage;

import dev.hew.contract.Operation;
import dev.hew.contract.Response;
import dev.hew.contract.Schemas;
import dev.hew.model.Endpoint;
import dev.hew.model.Text;
import dev.hew.model.TypeDef;
import dev.hew.model.TypeUse;
import dev.hew.resource.Resource;
import dev.hew.resource.Role;
import dev.hew.schema.Containment;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** Works out what the operations of a resource do with its table. */
final class HandlerModeler {
  private static final Text JSON_API = Text.of("application/vnd.api+json");

  private final Schemas schemas;
  private final Map<String, TypeDef> types;
  private final Map<String, List<Endpoint>> endpoints;
  private final GivenBack givenBack;
  private final ListingModeler listings;
  private final WriteModeler writer;
  private final AnswerModeler answered;
  private final Around around;

  /**
   * @param schemaNames those of JSON bodies, by the place of their media type
   * @param typeImports what a generated type needs
   */
  HandlerModeler(
      Schemas schemas,
      Map<String, TypeDef> types,
      Map<String, List<Endpoint>> endpoints,
      Map<String, String> schemaNames,
      Containment containment,
      Function<String, Set<String>> typeImports) {
    this.schemas = schemas;
    this.types = types;
    this.around = new Around(types);
    this.givenBack = new GivenBack(endpoints, schemaNames, containment, around);
    this.endpoints = endpoints;
    ProjectionModeler projections = new ProjectionModeler(schemas, types, typeImports);
    this.answered = new AnswerModeler(new SchemaTypes(schemas, types), projections);
    this.listings = new ListingModeler(schemas, types, projections);
    this.writer = new WriteModeler(schemas, types);
  }

  /**
   * The table with what its operations do.
   *
   * @param unkept why an operation is left out, by its place; added to
   */
  Table complete(Table table, Resource resource, Map<String, String> unkept) {
    List<Handler> handlers = new ArrayList<>();
    MethodNames names = new MethodNames(table);
    for (Resource.Member member : resource.members()) {
      String place = member.operation().place().toString();
      for (Endpoint endpoint : endpoints(member, unkept)) {
        try {
          Handler made = handler(table, resource, member, endpoint);
          Optional<Handler> same =
              handlers.stream().filter(h -> h.writesLike(made)).findFirst();
          handlers.add(made.called(same.map(Handler::method).orElseGet(() -> names.take(made))));
        } catch (Unkept reason) {
          unkept.put(place, reason.getMessage());
        }
      }
    }
    Set<String> filtered = new LinkedHashSet<>();
    handlers.forEach(h -> h.listing()
        .ifPresent(l -> l.filters().forEach(f -> filtered.add(f.column().name()))));
    table.primary().stream().limit(1).map(Column::name).forEach(filtered::remove);
    return table.with(handlers, List.copyOf(filtered));
  }

  private Handler handler(
      Table table, Resource resource, Resource.Member member, Endpoint endpoint) {
    Operation operation = member.operation();
    Response success = operation.goodAnswers().stream()
        .findFirst()
        .orElseThrow(() -> new Unkept("no successful answer is documented"));
    Preconditions.check(operation, member.role(), table, schemas);
    boolean dated = Preconditions.isDated(operation, member.role(), table);
    Demands.checkHeaders(operation, member.role(), dated);
    List<Handler.Argument> scope =
        table.scope().stream().map(c -> RowArguments.scope(endpoint, c)).toList();
    boolean lists = member.role() == Role.LIST;
    Optional<Listing> listing = lists
        ? Optional.of(listings.listing(operation, endpoint, resource, table))
        : Optional.empty();
    List<Handler.Untold> untold =
        listing.map(Listing::untold).orElseGet(() -> Demands.untold(endpoint, operation, resource));
    int status = status(operation, member.role(), success);
    Answered answered = lists
        ? Answered.WHOLE
        : this.answered.by(endpoint, success, table, resource, member, status);
    boolean located = success.headers().stream()
        .anyMatch(h -> h.required() && h.name().equalsIgnoreCase("Location"));
    if (located
        && (member.role() != Role.CREATE || table.key().isEmpty() || !operation.documents(201))) {
      throw new Unkept("its answer needs a location that nothing tells");
    }
    if (member.role() == Role.READ && !answered.showsItem()) {
      throw new Unkept("its answer does not say what an item is");
    }
    Optional<TypeDef> body = body(endpoint, table, member);
    Optional<Handler.Sent> sent = body.map(b -> around.given(endpoint, member));
    // what a patch leaves is held against the schema of answers as it comes
    if (!isPatch(endpoint)) {
      givenBack.check(member, resource, table);
    }
    List<Handler.Write> writes =
        body.map(b -> writer.writes(table, b, endpoint, member)).orElse(List.of());
    boolean ofItem = !table.singleton()
        && List.of(Role.READ, Role.REPLACE, Role.PATCH, Role.DELETE).contains(member.role());
    boolean upsert = member.role() == Role.REPLACE
        && (resource.addsByReplacing(operation) || operation.documents(201));
    if (upsert && answered.projection().isPresent()) {
      checkNew(endpoint, table, resource, member, answered);
    }
    Optional<Endpoint.Param> condition = Preconditions.condition(operation, endpoint);
    if (upsert && condition.filter(Endpoint.Param::required).isPresent()) {
      throw new Unkept("it asks for a version of what is not there yet");
    }
    return new Handler(
        endpoint,
        member.role().word(),
        member.role() == Role.READ ? "find" : member.role().word(),
        status,
        answered,
        scope,
        ofItem
            ? Optional.of(RowArguments.key(
                endpoint, table, resource, body.filter(b -> !isPatch(endpoint)), sent))
            : Optional.empty(),
        sent,
        patch(endpoint, resource, table),
        writes,
        condition,
        Preconditions.since(operation, endpoint),
        dated,
        upsert,
        operation.documents(201) ? 201 : success.status().code(200),
        resource.variable().isPresent(),
        resource.hasSlashedItems(),
        listing,
        untold);
  }

  /**
   * @throws Unkept when what is answered where the item is new is not the same, but for its status
   */
  private void checkNew(
      Endpoint endpoint, Table table, Resource resource, Resource.Member member, Answered known) {
    Resource.Member adding = member.as(Role.CREATE);
    boolean differs = member.operation().responses().stream()
        .filter(r -> r.status().text().equals("201"))
        .anyMatch(r -> !answered.by(endpoint, r, table, resource, adding, 201).equals(known));
    if (differs) {
      throw new Unkept("its answer differs from the one where the item is new");
    }
  }

  /** The first of the successes, but what is only for new items where the others are for known ones. */
  private static int status(Operation operation, Role role, Response success) {
    if (role == Role.REPLACE && success.status().text().equals("201")) {
      return Stream.of(200, 204).filter(operation::documents).findFirst().orElse(201);
    }
    return success.status().code(200);
  }

  /**
   * The endpoint that speaks JSON; for a change one of each kind: with the properties to be, with a merge patch and with a
   * list of changes.
   *
   * @param unkept why there is none; added to
   */
  private List<Endpoint> endpoints(Resource.Member member, Map<String, String> unkept) {
    String place = member.operation().place().toString();
    Role role = member.role();
    boolean needsBody = List.of(Role.CREATE, Role.REPLACE, Role.PATCH).contains(role);
    Stream<Endpoint> fitting = endpoints.getOrDefault(place, List.of()).stream()
        .filter(e -> needsBody
            ? isPatch(e) || e.body().filter(b -> types.containsKey(b.text())).isPresent()
            : e.body().isEmpty() && !e.onlyWithoutBody())
        .sorted(Comparator.comparing(e -> !takesJson(e)));
    Map<String, Endpoint> found = new LinkedHashMap<>();
    fitting.forEach(e -> found.putIfAbsent(role == Role.PATCH ? kind(e) : "", e));
    if (found.isEmpty()) {
      unkept.put(place, needsBody ? "its body is no JSON object" : "it takes a body");
      return List.of();
    }
    if (found.values().stream()
        .flatMap(e -> e.produces().stream())
        .anyMatch(t -> !t.isJsonType())) {
      unkept.put(
          place,
          "it answers in other forms than JSON too: take those out of the contract if nobody needs them");
      return List.of();
    }
    return List.copyOf(found.values());
  }

  private static boolean takesJson(Endpoint endpoint) {
    return endpoint.consumes().stream().anyMatch(Text::isJsonType);
  }

  /** What a body is: {@code merge list whole}. */
  private static String kind(Endpoint endpoint) {
    if (endpoint.body().filter(TypeUse::isSent).isPresent()) {
      return "merge";
    }
    return endpoint.consumes().contains(Text.of("application/json-patch+json")) ? "list" : "whole";
  }

  static boolean isPatch(Endpoint endpoint) {
    return !kind(endpoint).equals("whole");
  }

  private Optional<Handler.Patch> patch(Endpoint endpoint, Resource resource, Table table) {
    if (!isPatch(endpoint)) {
      return Optional.empty();
    }
    String schema = givenBack
        .schema(resource, table)
        .orElseThrow(
            () -> new Unkept("its body is a patch, and no answer says what is right afterwards"));
    return Optional.of(new Handler.Patch(kind(endpoint).equals("merge"), Text.of(schema)));
  }

  /** The type that says what is to be stored; for a patch that is the item itself. */
  private Optional<TypeDef> body(Endpoint endpoint, Table table, Resource.Member member) {
    Role role = member.role();
    if (!List.of(Role.CREATE, Role.REPLACE, Role.PATCH).contains(role)) {
      return Optional.empty();
    }
    if (role == Role.PATCH && endpoint.consumes().contains(JSON_API)) {
      throw new Unkept(
          "its body leaves as it is what it does not name in `attributes`, as JSON:API has it");
    }
    if (isPatch(endpoint)) {
      if (role != Role.PATCH) {
        throw new Unkept("its body is a patch");
      }
      return Optional.of(table.item());
    }
    TypeDef type = around.sent(endpoint, member).map(t -> types.get(t.text())).orElse(null);
    if (type == null || !type.kind().equals("record")) {
      throw new Unkept("its body may be of several types");
    }
    return Optional.of(type);
  }
}
