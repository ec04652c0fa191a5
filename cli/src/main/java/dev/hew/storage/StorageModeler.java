package dev.hew.storage;

import dev.hew.contract.Contract;
import dev.hew.contract.Operation;
import dev.hew.model.Endpoint;
import dev.hew.model.Language;
import dev.hew.model.Service;
import dev.hew.model.TypeDef;
import dev.hew.resource.Envelope;
import dev.hew.resource.Passwords;
import dev.hew.resource.Resource;
import dev.hew.resource.Resources;
import dev.hew.resource.Role;
import dev.hew.schema.Containment;
import dev.hew.yaml.Node;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Works out how a service stores its resources. */
public final class StorageModeler {
  private static final String NEIGHBOUR = "what adds or reads the same is not stored";

  private StorageModeler() {}

  /**
   * @param schemas the names that {@code contract/schemas.json} gives to the schemas of JSON bodies, by the place of their
   *     media type
   * @param example a right answer of an operation, for what is in every answer and never sent
   * @param containment of those schemas: what may be sent and not given back is not stored
   * @param known what the classes of tables are called already, by the table's pointer
   */
  public static Storage of(
      Contract contract,
      Service service,
      Resources resources,
      Language language,
      Map<String, String> schemas,
      Function<Operation, Optional<Node>> example,
      Containment containment,
      Map<String, String> known) {
    Map<String, TypeDef> types = service.types().stream()
        .collect(Collectors.toMap(TypeDef::name, t -> t, (a, b) -> a, LinkedHashMap::new));
    List<Endpoint> all =
        service.apis().stream().flatMap(api -> api.endpoints().stream()).toList();
    Map<String, List<Endpoint>> endpoints = all.stream()
        .collect(Collectors.groupingBy(Endpoint::place, LinkedHashMap::new, Collectors.toList()));
    List<String> paths = resources.all().stream().map(Resource::path).toList();
    TableModeler tables = new TableModeler(
        contract,
        types,
        endpoints,
        example,
        names(all, language),
        type -> imports(language, type),
        new RepositoryNames(known, paths, types.keySet()));
    HandlerModeler handlers = new HandlerModeler(
        contract.schemas(),
        types,
        endpoints,
        schemas,
        containment,
        type -> imports(language, type));
    Map<String, Table> made = new LinkedHashMap<>();
    Map<String, String> unkept = new LinkedHashMap<>();
    for (Resource resource : parentsFirst(resources)) {
      Optional<Operation> login = Passwords.login(resource, contract);
      if (login.isPresent()) {
        resource.members().forEach(m -> unkept.put(m.operation().place().toString(), NEIGHBOUR));
        unkept.put(
            login.get().place().toString(),
            "its body is nothing but a password and whose it is, and anybody may send it: it opens something, and adds nothing");
        continue;
      }
      try {
        Table table = tables.table(resource, made);
        Table done = handlers.complete(table, resource, unkept);
        if (gives(done) && (takes(done) || refuses(done, resource)) && isWhole(done, resource)) {
          made.put(resource.path(), done);
        } else {
          resource
              .members()
              .forEach(m -> unkept.putIfAbsent(m.operation().place().toString(), NEIGHBOUR));
        }
      } catch (Unkept reason) {
        resource
            .members()
            .forEach(m -> unkept.put(m.operation().place().toString(), reason.getMessage()));
      }
    }
    Set<String> stored = made.values().stream()
        .flatMap(t -> t.handlers().stream())
        .map(h -> h.endpoint().place())
        .collect(Collectors.toSet());
    Envelope.of(contract, resources).stream()
        .filter(e -> e.places().stream().noneMatch(stored::contains))
        .forEach(e -> e.places().forEach(place -> unkept.put(place, e.why())));
    return new Storage(List.copyOf(made.values()), unkept);
  }

  private static Set<String> imports(Language language, String type) {
    return language.named().map(named -> Set.of(named.replace("{type}", type))).orElse(Set.of());
  }

  private static boolean gives(Table table) {
    return table.does("read") || table.does("list");
  }

  private static boolean takes(Table table) {
    return table.does("create") || table.handlers().stream().anyMatch(Handler::upsert);
  }

  /**
   * Whether items that nothing adds are replaced all the same, and the contract says everywhere what is answered where
   * one is not there: their owner's code adds them.
   */
  private static boolean refuses(Table table, Resource resource) {
    return table.does("replace")
        && resource.members().stream()
            .filter(m -> m.role() != Role.LIST)
            .allMatch(m -> m.operation().documents(404));
  }

  /**
   * Whether nobody looks for an item in vain: what is added is read, where the contract has that. A list may stay with
   * its owner, since many select in ways of their own.
   */
  private static boolean isWhole(Table table, Resource resource) {
    return Stream.of(Role.CREATE, Role.READ)
        .filter(role -> resource.first(role).isPresent())
        .allMatch(role -> table.does(role.word()));
  }

  private static List<Resource> parentsFirst(Resources resources) {
    return resources.all().stream()
        .sorted(
            Comparator.comparingLong(r -> r.path().chars().filter(c -> c == '/').count()))
        .toList();
  }

  /** What variables may not be called: parameters have these names, or the language does not allow them. */
  private static Set<String> names(List<Endpoint> endpoints, Language language) {
    Set<String> names = new HashSet<>(language.reservedMembers());
    names.addAll(List.of(
        "body",
        "jdbc",
        "json",
        "row",
        "number",
        "changes",
        "assignments",
        "conditions",
        "items",
        "item",
        "status",
        "total",
        "created",
        "deleted",
        "found",
        "patches",
        "current",
        "changed",
        "limit",
        "offset",
        "rows",
        "slice",
        "from",
        "page"));
    endpoints.forEach(e -> e.parameters().forEach(p -> names.add(p.name())));
    return names;
  }
}
