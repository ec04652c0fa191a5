package dev.hew.model;

import dev.hew.contract.MediaType;
import dev.hew.contract.Operation;
import dev.hew.contract.Parameter;
import dev.hew.contract.PathTemplate;
import dev.hew.contract.Place;
import dev.hew.contract.RequestBody;
import dev.hew.contract.Response;
import dev.hew.contract.Schema;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Makes methods of operations. */
final class EndpointModeler {
  /** The scalar for a JSON object as it was sent. */
  private static final String OBJECT = "object";

  /** The parameter of the body, and fields of those who call or are called, which other parameters would hide. */
  private static final List<String> TAKEN = List.of("body", "jdbc", "json", "patches");

  private final TypeModeler types;
  private final Language language;
  private final ParameterModeler parameters;

  private final Map<String, String> schemas;

  /**
   * @param schemas the names of the schemas of JSON bodies, by the place of their media type, and of parameters, by their
   *     own
   */
  EndpointModeler(TypeModeler types, Language language, Map<String, String> schemas) {
    this.schemas = schemas;
    this.types = types;
    this.language = language;
    this.parameters = new ParameterModeler(types, schemas);
  }

  /** The words that an operation is called by: its id, or else what it does. */
  static Words words(Operation operation) {
    Words id = operation.operationId().map(Words::of).orElse(new Words(List.of()));
    return id.isEmpty()
        ? Words.of(operation.method().toLowerCase(java.util.Locale.ROOT) + " "
            + operation.path().text())
        : id;
  }

  /** One endpoint for each kind of body that the operation takes. */
  List<Endpoint> of(Operation operation, String name) {
    Words words = Words.of(name);
    List<Body> bodies = operation.body().map(b -> bodies(b, words)).orElse(List.of(Body.NONE));
    List<Endpoint> endpoints = new ArrayList<>();
    TypeUse result = result(operation, words);
    boolean required = operation.body().map(RequestBody::required).orElse(false);
    boolean absenceTaken = required;
    for (Body body : bodies) {
      boolean whole = body.type() != null && !body.kind().equals("multipart");
      endpoints.add(endpoint(operation, name, words, body, result, absenceTaken));
      absenceTaken |= whole;
    }
    if (!absenceTaken && bodies.stream().anyMatch(b -> b.kind().equals("multipart"))) {
      Endpoint without = endpoint(operation, name, words, Body.NONE, result, false);
      if (endpoints.stream()
          .noneMatch(e ->
              e.parameters().size() == without.parameters().size() && e.body().isEmpty())) {
        endpoints.add(without.withoutBody());
      }
    }
    return endpoints;
  }

  private Endpoint endpoint(
      Operation operation,
      String name,
      Words words,
      Body body,
      TypeUse result,
      boolean bodyRequired) {
    Names names = new Names(language.casing().member(), language.reservedMembers());
    TAKEN.forEach(names::reserve);
    List<Endpoint.Param> params = new ArrayList<>();
    Map<String, String> pathNames = new LinkedHashMap<>();
    for (Parameter parameter : operation.parameters()) {
      Endpoint.Param param = parameters.of(parameter, operation, words, names);
      params.add(param);
      if (parameter.in() == Parameter.In.PATH) {
        pathNames.put(parameter.name(), param.renamedInPath() ? parameter.name() : param.name());
      }
    }
    if (body.kind().equals("multipart")) {
      params.addAll(PartModeler.of(types, parameters, body.media().get(0), words, names));
    }
    boolean whole = !body.kind().equals("none") && !body.kind().equals("multipart");
    if (params.size() >= language.maxMembers()) {
      params = parameters.bundled(params, names);
    }
    return new Endpoint(
        name,
        operation.method(),
        route(operation.path(), pathNames),
        Text.of(operation.path().text()),
        operation.place().toString(),
        Text.of(operation.summary().orElse("")),
        Text.of(operation.description().orElse("")),
        operation.deprecated(),
        consumes(body),
        produces(operation),
        params,
        whole ? Optional.of(parameters.noticed(body.type())) : Optional.empty(),
        bodySchema(operation, body).map(Text::of),
        bodyRequired,
        false,
        result);
  }

  /**
   * The schema to hold a body against, JSON or a form, where its type accepts more than the contract, or a body in parts,
   * where parameters of a method do. In a change of parts a null that is not allowed is no property that was left out.
   */
  private Optional<String> bodySchema(Operation operation, Body body) {
    if (body.kind().equals("multipart")) {
      return PartModeler.saysTooLittle(body.media().get(0), types)
          ? Optional.ofNullable(schemas.get(body.media().get(0).place().toString()))
          : Optional.empty();
    }
    boolean parts = operation.method().equals("PATCH")
        || body.kind().equals("json") && body.type().isSent();
    boolean tooLittle = body.kind().equals("json")
        && body.media().stream()
            .filter(m -> m.isJson() || m.isForm() && hasPlainFields(m))
            .anyMatch(m -> m.schema()
                .filter(s -> parts && m.isJson() || !Expressible.byTypes(s, types.schemas()))
                .isPresent());
    return tooLittle
        ? body.media().stream()
            .flatMap(m -> Stream.ofNullable(schemas.get(m.place().toString())))
            .findFirst()
        : Optional.empty();
  }

  /** Whether each field of a form is a text, or JSON in one, and none is written in a way of its own. */
  private static boolean hasPlainFields(MediaType form) {
    return form.encoding().values().stream().allMatch(e -> e.style().isEmpty());
  }

  /**
   * The representations of a body that one method can take.
   *
   * @param kind {@code none json text binary multipart}; a form is read like JSON
   */
  private record Body(String kind, TypeUse type, List<MediaType> media) {
    static final Body NONE = new Body("none", null, List.of());
  }

  private List<Body> bodies(RequestBody body, Words words) {
    Map<String, Body> byType = new LinkedHashMap<>();
    boolean several = body.content().stream().map(this::kind).distinct().count() > 1;
    Set<Optional<Place>> sent = language.scalars().containsKey(OBJECT)
        ? body.content().stream()
            .filter(m -> MergePatch.isDeep(m, types.schemas()))
            .map(this::schemaPlace)
            .collect(Collectors.toSet())
        : Set.of();
    for (MediaType media : body.content()) {
      String kind = kind(media);
      Words hint =
          words.plus(Words.of(several && !kind.equals("json") ? kind + " request" : "request"));
      TypeUse type = switch (kind) {
        case "multipart" -> types.table().scalar("any");
        case "text" -> types.table().scalar("string");
        case "binary" -> types.table().scalar("resource");
        default ->
          media.isJson() && !media.isJsonPatch() && sent.contains(schemaPlace(media))
              ? types.table().scalar(OBJECT)
              : media
                  .schema()
                  .filter(s -> !media.isJsonPatch())
                  .map(s -> types.of(s, hint))
                  .orElseGet(() -> types.table().scalar("any"));
      };
      String key = kind.equals("multipart") ? kind : type.text();
      byType.merge(
          key,
          new Body(kind, type, List.of(media)),
          (one, more) -> new Body(one.kind(), one.type(), plus(one.media(), media)));
    }
    return byType.isEmpty() ? List.of(Body.NONE) : List.copyOf(byType.values());
  }

  private Optional<Place> schemaPlace(MediaType media) {
    return media.schema().map(s -> types.resolved(s).place());
  }

  private static List<MediaType> plus(List<MediaType> all, MediaType more) {
    List<MediaType> both = new ArrayList<>(all);
    both.add(more);
    return both;
  }

  /** How a body of this media type is read: {@code json}, {@code text}, {@code binary} or {@code multipart}. */
  private String kind(MediaType media) {
    if (media.isMultipart()) {
      return "multipart";
    }
    if (media.isText()) {
      return "text";
    }
    boolean structured = media.schema().map(this::structured).orElse(false);
    if (media.isJson() || media.isForm() || (media.isRange() && structured)) {
      return "json";
    }
    return "binary";
  }

  private boolean structured(Schema schema) {
    Set<String> found = Shape.of(types.resolved(schema), types.schemas()).types();
    return found.contains("object") || found.contains("array");
  }

  private static List<Text> consumes(Body body) {
    return body.media().stream().anyMatch(m -> m.essence().equals("*/*"))
        ? List.of()
        : mediaTypes(body.media());
  }

  private static List<Text> produces(Operation operation) {
    List<MediaType> all =
        operation.successes().stream().flatMap(r -> r.content().stream()).toList();
    boolean some = operation.successes().stream().anyMatch(r -> r.content().isEmpty());
    return some || all.stream().anyMatch(m -> m.essence().equals("*/*"))
        ? List.of()
        : mediaTypes(all);
  }

  private static List<Text> mediaTypes(List<MediaType> media) {
    return media.stream().map(MediaType::essence).distinct().map(Text::of).toList();
  }

  private TypeUse result(Operation operation, Words words) {
    List<Response> successes = operation.successes();
    Map<String, TypeUse> found = new LinkedHashMap<>();
    for (Response response : successes) {
      boolean first = successes.get(0) == response;
      Words hint = words.plus(
          Words.of(first ? "response" : "response " + response.status().text()));
      if (response.content().isEmpty()) {
        continue;
      }
      MediaType main = response.content().stream()
          .filter(m -> kind(m).equals("json"))
          .findFirst()
          .orElse(response.content().get(0));
      TypeUse type = switch (kind(main)) {
        case "text" -> types.table().scalar("string");
        case "binary", "multipart" -> types.table().scalar("resource");
        default ->
          main.schema()
              .map(s -> types.of(s, hint))
              .orElseGet(() -> types.table().scalar("any"));
      };
      found.put(type.text(), type.unconstrained());
    }
    if (found.isEmpty()) {
      return types.table().scalar("nothing");
    }
    return found.size() == 1 ? found.values().iterator().next() : types.table().scalar("several");
  }

  /** The path as it is matched: decoded, with the variables under names that they may have there. */
  private static Route route(PathTemplate template, Map<String, String> names) {
    Set<String> bound = new HashSet<>();
    List<Route.Part> parts = new ArrayList<>();
    for (PathTemplate.Part part : template.parts()) {
      String name = names.getOrDefault(part.text(), part.text());
      if (!part.variable()) {
        parts.add(new Route.Part(false, part.decoded()));
      } else {
        String unique = name;
        for (int i = 2; !bound.add(unique); i++) {
          unique = name + i;
        }
        parts.add(new Route.Part(true, unique));
      }
    }
    return new Route(parts);
  }
}
