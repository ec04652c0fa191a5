package dev.hew.model;

import dev.hew.contract.Contract;
import dev.hew.contract.Operation;
import dev.hew.contract.Percent;
import dev.hew.contract.Place;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Makes the model that templates see of a contract. */
public final class ServiceModeler {
  /** What a server that speaks HTTP/1.1 is ready for. */
  private static final Set<String> METHODS =
      Set.of("GET", "PUT", "POST", "DELETE", "OPTIONS", "HEAD", "PATCH", "TRACE");

  private ServiceModeler() {}

  /** A service's name in the casings that options and files need. */
  public static Service.Name name(String name) {
    return Service.Name.of(Words.of(name));
  }

  /**
   * @param schemas the names that {@code contract/schemas.json} gives to the schemas of JSON bodies, by the place of their
   *     media type, and of parameters, by their own
   * @param known what types are called already, by the place of their schema, and groups of operations, by the pointer
   *     of their tag
   */
  public static Service of(
      Contract contract,
      String name,
      Language language,
      Map<String, String> schemas,
      Map<String, String> known) {
    Service anew = modeled(contract, name, language, schemas, Map.of(), known);
    Map<String, String> names = names(anew);
    Map<String, String> pinned = new LinkedHashMap<>(known);
    pinned.keySet().retainAll(names.keySet());
    pinned.values().removeAll(language.reservedTypes());
    return names.entrySet().containsAll(pinned.entrySet())
        ? anew
        : modeled(contract, name, language, schemas, pinned, known);
  }

  /** What the types of a service are called, by the place of their schema. */
  public static SortedMap<String, String> names(Service service) {
    SortedMap<String, String> names = new TreeMap<>();
    for (TypeDef type : service.types()) {
      // a union of heirs shares its schema with one of its variants, and is the type of that schema
      names.merge(type.pointer(), type.name(), (a, b) -> type.kind().equals("union") ? b : a);
    }
    return names;
  }

  private static Service modeled(
      Contract contract,
      String name,
      Language language,
      Map<String, String> schemas,
      Map<String, String> pinned,
      Map<String, String> known) {
    TypeModeler types = new TypeModeler(contract, language, pinned);
    EndpointModeler endpoints = new EndpointModeler(types, language, schemas);
    Names methods = new Names(language.casing().member(), language.reservedMembers());
    Map<String, List<Endpoint>> byTag = new LinkedHashMap<>();
    Map<String, Route> paths = new LinkedHashMap<>();
    for (Operation operation : contract.operations()) {
      if (METHODS.contains(operation.method())) {
        String tag = operation.tags().isEmpty() ? "" : operation.tags().get(0);
        String method = methods.take(EndpointModeler.words(operation), "operation");
        List<Endpoint> made = endpoints.of(operation, method);
        byTag.computeIfAbsent(tag, t -> new ArrayList<>()).addAll(made);
        paths.put(operation.place().toString(), made.get(0).path());
      }
    }
    apart(byTag, paths);
    List<TypeDef> made = types.types();
    ApiNames apiNames = new ApiNames(
        name, language, made.stream().map(TypeDef::name).collect(Collectors.toSet()), known);
    apiNames.keep(byTag.keySet().stream().map(ServiceModeler::pointer).collect(Collectors.toSet()));
    List<Service.Api> apis = new ArrayList<>();
    byTag.forEach((tag, list) -> {
      Text doc = Text.of(contract.tags().stream()
          .filter(t -> t.name().equals(tag))
          .flatMap(t -> t.description().stream())
          .findFirst()
          .orElse(""));
      apis.add(new Service.Api(
          apiNames.take(tag, pointer(tag)),
          pointer(tag),
          Text.of(tag.isEmpty() ? contract.info().title() : tag),
          doc,
          List.copyOf(list)));
    });
    List<Text> unserved = contract.unserved().stream()
        .map(u -> Text.of(u.kind() + " " + u.name()))
        .distinct()
        .toList();
    return new Service(
        name(name),
        Text.of(contract.info().title()),
        Text.of(contract.info().description().orElse("")),
        Text.of(Percent.decode(contract.basePath())),
        apis,
        made,
        SecurityModeler.of(contract, paths),
        SecurityModeler.unchecked(contract),
        unserved);
  }

  /** Takes from the paths of operations what others of their method have literally, where Spring could not tell them apart. */
  private static void apart(Map<String, List<Endpoint>> byTag, Map<String, Route> paths) {
    Map<String, Set<Route>> byMethod = byTag.values().stream()
        .flatMap(List::stream)
        .filter(endpoint -> endpoint.path().holdsMarks())
        .collect(Collectors.groupingBy(
            Endpoint::method, Collectors.mapping(Endpoint::path, Collectors.toSet())));
    byTag
        .values()
        .forEach(list -> list.replaceAll(endpoint -> {
          Route route = endpoint.path();
          for (Route other : byMethod.getOrDefault(endpoint.method(), Set.of())) {
            route = route.apartFrom(other);
          }
          paths.put(endpoint.place(), route);
          return endpoint.at(route);
        }));
  }

  private static String pointer(String tag) {
    return new Place("", "").child("tags", tag).toString();
  }
}
