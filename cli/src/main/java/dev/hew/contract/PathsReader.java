package dev.hew.contract;

import dev.hew.report.Position;
import dev.hew.yaml.Node;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Reads paths and their operations. */
final class PathsReader {
  private static final Set<String> METHODS =
      Set.of("get", "put", "post", "delete", "options", "head", "patch", "trace");

  private final Reading reading;
  private final SecurityReader security;
  private final ParameterReader parameters;
  private final ResponseReader responses;
  private final BodyReader bodies;

  /** Methods by path with the variables' names taken away, to find paths that no request can tell apart. */
  private final Map<String, String> served = new HashMap<>();

  private final Map<String, Position> operationIds = new HashMap<>();

  PathsReader(Reading reading, SecurityReader security) {
    this.reading = reading;
    this.security = security;
    ContentReader content = new ContentReader(reading);
    this.parameters = new ParameterReader(reading, content);
    this.bodies = new BodyReader(reading, content);
    this.responses = new ResponseReader(reading, content);
  }

  List<Operation> operations(Spot root) {
    List<Operation> operations = new ArrayList<>();
    Optional<Spot> paths = reading.mapping(root, "paths");
    if (paths.isEmpty() && root.get("paths").isEmpty() && !reading.dialect(root).isModern()) {
      reading.missing(root, "paths", "the document");
    }
    List<SecurityRequirement> inherited = security.requirements(root).orElse(List.of());
    for (Spot path : paths.map(reading.names::in).orElse(List.of())) {
      if (!path.name().startsWith("x-") && !path.isNull()) {
        operations.addAll(path(path, inherited));
      }
    }
    return operations;
  }

  private List<Operation> path(Spot path, List<SecurityRequirement> inherited) {
    List<Spot> layers = layers(path);
    PathTemplate template = template(path);
    List<Operation> operations = new ArrayList<>();
    Set<String> methods = new HashSet<>();
    for (Spot layer : layers) {
      reading.known(layer, Keys.PATH_ITEM, "a path");
      servers(layer);
      for (Spot entry : layer.entries()) {
        if (METHODS.contains(entry.name()) && !entry.isNull() && methods.add(entry.name())) {
          if (reading.isMapping(entry, "an operation")) {
            operations.add(operation(path, template, layers, entry, inherited));
          }
        } else if (entry.name().equals("query") && reading.isMapping(entry, "an operation")) {
          reading.unserved.add("operation", "QUERY " + template.text(), entry);
        } else if (entry.name().equals("additionalOperations")) {
          for (Spot other : reading.isMapping(entry, "`additionalOperations`")
              ? entry.entries()
              : List.<Spot>of()) {
            reading.unserved.add("operation", other.name() + " " + template.text(), other);
          }
        }
      }
    }
    return operations;
  }

  /** A path item and those that its {@code $ref} leads to; what stands in an earlier one wins. */
  private List<Spot> layers(Spot path) {
    List<Spot> layers = new ArrayList<>();
    Set<Place> passed = new HashSet<>();
    Optional<Spot> current = Optional.of(path);
    while (current.isPresent() && reading.isMapping(current.get(), "a path")) {
      Spot layer = current.get();
      if (!passed.add(layer.place())) {
        reading.problems.error(
            "ref-circle",
            layer.get("$ref").orElse(layer).node(),
            "`$ref` leads back to itself",
            Optional.of("describe the path in one of the places, or remove it"));
        break;
      }
      layers.add(layer);
      current =
          layer.get("$ref").flatMap(ref -> reading.documents.follow(layer.place(), ref.node()));
    }
    return layers;
  }

  private PathTemplate template(Spot path) {
    String text = path.name();
    if (!text.startsWith("/")) {
      reading.problems.warnAtKey(
          "path-slash",
          path,
          "path `" + text + "` does not start with `/`; it is read as `/" + text + "`",
          Optional.empty());
      text = "/" + text;
    }
    PathTemplate template = new PathTemplate(text);
    Set<String> names = new HashSet<>();
    if (template.parts().stream()
        .anyMatch(p -> !p.variable() && (p.text().contains("{") || p.text().contains("}")))) {
      reading.problems.warnAtKey(
          "path-braces",
          path,
          "a brace in the path has no partner and is plain text",
          Optional.of("a variable is written `{name}`; a brace that is meant, `%7B` or `%7D`"));
    }
    literal(template, path);
    for (String name : template.variables()) {
      if (name.isBlank()) {
        reading.problems.errorAtKey(
            "path-variable-name",
            path,
            "a variable in the path has no name",
            Optional.of("such as `{id}`"));
      }
      if (!names.add(name)) {
        reading.problems.warnAtKey(
            "path-variable-twice",
            path,
            "variable `{" + name + "}` stands twice in the path; both have to hold the same",
            Optional.of("give each variable a name of its own"));
      }
    }
    return template;
  }

  /** Warns of what is no literal text for servers, or for the writer. */
  private void literal(PathTemplate template, Spot path) {
    if (template.isRefused()) {
      reading.problems.warnAtKey(
          "path-refused",
          path,
          "servers refuse a path with " + PathTemplate.REFUSALS,
          Optional.of("give the path segments that say something"));
    }
    Optional<String> mark = template.parts().stream()
        .filter(part -> !part.variable())
        .flatMap(part -> Stream.of("*", "?").filter(part.text()::contains))
        .findFirst();
    mark.ifPresent(m -> reading.problems.warnAtKey(
        "path-wildcard",
        path,
        "`" + m + "` in a path is plain text",
        Optional.of(
            m.equals("*")
                ? "OpenAPI has no wildcards: what changes is a variable, such as `{name}`"
                : "what follows in the query is described as parameters with `in: query`")));
  }

  private void once(String id, Node at) {
    Position first = operationIds.putIfAbsent(id, at.position());
    if (first != null) {
      reading.problems.warn(
          "operation-id-twice",
          at,
          "operation id `" + id + "` is used twice",
          Optional.of(
              first.equals(at.position())
                  ? "several paths lead to this operation; describe it once for each, with an id of its own"
                  : "the other one is at " + first + "; give one of them an id of its own"));
    }
  }

  private Operation operation(
      Spot path,
      PathTemplate template,
      List<Spot> layers,
      Spot key,
      List<SecurityRequirement> inherited) {
    String method = key.name().toUpperCase(Locale.ROOT);
    Spot spot = referenced(key);
    boolean swagger = reading.dialect(spot).isSwagger();
    reading.known(spot, swagger ? Keys.SWAGGER_OPERATION : Keys.OPERATION, "an operation");
    servers(spot);
    distinct(key, method, template);
    Optional<String> id = reading.text(spot, "operationId").filter(i -> !i.isBlank());
    id.ifPresent(text -> once(text, spot.get("operationId").orElseThrow().node()));
    List<Spot> declared = parameters.merge(layers, spot);
    reading.mapping(spot, "callbacks").ifPresent(all -> reading.unserved.all("callback", all));
    return new Operation(
        path.place().child(key.name()),
        key.namePosition(),
        method,
        template,
        id,
        reading.texts(spot, "tags"),
        reading.text(spot, "summary"),
        reading.text(spot, "description"),
        reading.flag(spot, "deprecated", false),
        parameters.read(declared, template, spot),
        swagger ? bodies.swagger(declared, spot) : bodies.read(spot),
        responses.read(spot),
        security.requirements(spot).orElse(inherited));
  }

  /** The standard has no {@code $ref} for operations, but contracts of many files are written with it. */
  private Spot referenced(Spot operation) {
    Optional<Spot> ref = operation.get("$ref");
    if (ref.isEmpty()) {
      return operation;
    }
    reading.problems.warnAtKey(
        "operation-ref",
        ref.get(),
        "the standard knows no `$ref` for an operation; it is followed all the same",
        Optional.of("other tools may pass over it: write the `$ref` at the path instead"));
    return reading
        .documents
        .follow(operation.place(), ref.get().node())
        .filter(target -> reading.isMapping(target, "an operation"))
        .orElse(operation);
  }

  /** The document's first server gives the path below which everything is served. */
  private void servers(Spot owner) {
    owner
        .get("servers")
        .ifPresent(s -> reading.problems.warnAtKey(
            "servers-passed-over", s, "only the document's own `servers` count", Optional.empty()));
  }

  private void distinct(Spot spot, String method, PathTemplate template) {
    StringBuilder shape = new StringBuilder(method).append(' ');
    template.parts().forEach(part -> shape.append(part.variable() ? "{}" : part.decoded()));
    String earlier = served.putIfAbsent(shape.toString(), template.text());
    if (earlier != null) {
      reading.problems.errorAtKey(
          "path-ambiguous",
          spot,
          "no request can tell `" + method + " " + template.text() + "` from `" + method + " "
              + earlier + "`",
          Optional.of("remove one of them, or give them different paths"));
    }
  }
}
