package dev.hew.mutants;

import dev.hew.cases.Case;
import dev.hew.contract.Operation;
import dev.hew.contract.Parameter;
import dev.hew.contract.PathTemplate;
import dev.hew.contract.Schemas;
import dev.hew.mutants.Mutant.Kind;
import dev.hew.report.Source;
import dev.hew.resource.Paging;
import dev.hew.resource.Resource;
import dev.hew.resource.Role;
import dev.hew.verify.Answer;
import dev.hew.verify.Server;
import dev.hew.yaml.JsonWriter;
import dev.hew.yaml.Node;
import dev.hew.yaml.NodeReader;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Servers that do not keep what they say they keep. Each stands in front of the right one. */
final class StateMutants {
  private static final List<String> PRECONDITIONS =
      List.of("If-Match", "If-None-Match", "If-Unmodified-Since", "If-Modified-Since");

  private final Resource resource;
  private final Schemas schemas;
  private final Function<Operation, Optional<Answer>> success;
  private final List<Wrong> made = new ArrayList<>();

  private StateMutants(
      Resource resource, Schemas schemas, Function<Operation, Optional<Answer>> success) {
    this.resource = resource;
    this.schemas = schemas;
    this.success = success;
  }

  /** A wrong server, which has to be made anew for each run. */
  record Wrong(Mutant mutant, Function<Server, Server> before) {}

  /**
   * The wrong servers for a resource that is kept.
   *
   * @param success what the right server answers to a right request
   */
  static List<Wrong> of(
      Resource resource, Schemas schemas, Function<Operation, Optional<Answer>> success) {
    StateMutants mutants = new StateMutants(resource, schemas, success);
    for (Resource.Member member : resource.members()) {
      mutants.add(member.operation(), member.role());
    }
    return mutants.made;
  }

  private void add(Operation operation, Role role) {
    boolean read = resource.first(Role.READ).isPresent();
    switch (role) {
      case CREATE -> {
        if (read && resource.itemPath().isPresent() && resource.key().isPresent()) {
          made(Kind.CREATE_NOT_KEPT, operation, "", server -> forgetful(server, operation));
        }
      }
      case REPLACE, PATCH -> {
        if (read
            && resource
                .first(Role.CREATE)
                .or(() -> resource.first(Role.REPLACE))
                .isPresent()) {
          made(Kind.UPDATE_LOST, operation, "", server -> stale(server, operation));
        }
      }
      case DELETE ->
        success
            .apply(operation)
            .filter(a -> read)
            .ifPresent(answer -> made(
                Kind.DELETE_LEAVES,
                operation,
                "",
                server -> request -> is(operation, request) ? answer : server.answer(request)));
      case LIST -> ofList(operation);
      case READ -> {}
    }
    for (String header : PRECONDITIONS) {
      operation
          .header(header)
          .filter(p -> role != Role.LIST)
          .ifPresent(p -> made(
              Kind.PRECONDITION_IGNORED,
              operation,
              header,
              server -> request ->
                  server.answer(is(operation, request) ? without(request, p) : request)));
    }
  }

  private void ofList(Operation list) {
    Paging paging = Paging.of(list, resource, schemas);
    Optional<String> place =
        paging.cursor().map(Paging.Cursor::parameter).or(paging::number).or(paging::offset);
    place
        .filter(p -> paging.limit().isPresent())
        .ifPresent(
            name -> made(Kind.PAGE_REPEATED, list, name, server -> selective(server, list, name)));
    for (Parameter filter : Paging.filters(list, resource, schemas)) {
      made(
          Kind.FILTER_IGNORED,
          list,
          filter.name(),
          server -> selective(server, list, filter.name()));
    }
  }

  private void made(Kind kind, Operation operation, String place, Function<Server, Server> before) {
    String title = operation.method() + " " + operation.path().text();
    made.add(new Wrong(new Mutant(kind, title, place, (request, answer) -> answer), before));
  }

  /** Answers as if it had added an item, and knows nothing of it. */
  private Server forgetful(Server server, Operation create) {
    Set<String> forgotten = new HashSet<>();
    return request -> {
      for (String key : forgotten) {
        if (request.target().contains("/" + key)) {
          String other = key.substring(0, key.length() - 1) + (key.endsWith("0") ? "1" : "0");
          return server.answer(
              request.withTarget(request.target().replace("/" + key, "/" + other)));
        }
      }
      Answer answer = server.answer(request);
      if (is(create, request) && answer.status() < 300) {
        json(answer)
            .or(() -> request.body().flatMap(b -> b.text()).flatMap(StateMutants::json))
            .flatMap(body -> body.get(resource.key().orElseThrow()))
            .map(key -> key.string().orElseGet(() -> JsonWriter.compact(key)))
            .map(key -> URLEncoder.encode(key, StandardCharsets.UTF_8).replace("+", "%20"))
            .ifPresent(forgotten::add);
      }
      return answer;
    };
  }

  /** Goes on answering with what was there before one kind of change. */
  private Server stale(Server server, Operation change) {
    Operation read = resource.first(Role.READ).orElseThrow();
    Map<String, Answer> known = new HashMap<>();
    Set<String> changed = new HashSet<>();
    return request -> {
      String path = request.target().split("\\?", 2)[0];
      if (is(change, request)) {
        changed.add(path);
      }
      if (is(read, request) && changed.contains(path) && known.containsKey(path)) {
        return known.get(path);
      }
      Answer answer = server.answer(request);
      if (is(read, request) && answer.status() < 300) {
        known.put(path, answer);
      } else if (request.method().equals("DELETE") && answer.status() < 300) {
        known.remove(path);
      }
      return answer;
    };
  }

  /** Does not look at a parameter of a list. */
  private static Server selective(Server server, Operation list, String name) {
    String start = URLEncoder.encode(name, StandardCharsets.UTF_8) + "=";
    return request -> {
      String[] target = request.target().split("\\?", 2);
      if (!is(list, request) || target.length == 1) {
        return server.answer(request);
      }
      String query = Arrays.stream(target[1].split("&"))
          .filter(piece -> !piece.startsWith(start))
          .collect(Collectors.joining("&"));
      return server.answer(request.withTarget(target[0] + (query.isEmpty() ? "" : "?" + query)));
    };
  }

  /** The request without a header; with any version where there has to be one. */
  private static Case.Request without(Case.Request request, Parameter header) {
    Map<String, String> headers = new LinkedHashMap<>(request.headers());
    boolean there = headers.keySet().removeIf(name -> name.equalsIgnoreCase(header.name()));
    if (there && header.name().equalsIgnoreCase("If-Match")) {
      headers.put(header.name(), "*");
    }
    return request.withHeaders(headers);
  }

  private static boolean is(Operation operation, Case.Request request) {
    String pattern = operation.path().parts().stream()
        .map((PathTemplate.Part part) -> part.variable() ? "[^/]+" : Pattern.quote(part.text()))
        .collect(Collectors.joining());
    return request.method().equals(operation.method())
        && request.target().split("\\?", 2)[0].matches(pattern);
  }

  private static Optional<Node> json(Answer answer) {
    return json(new String(answer.body().bytes(), StandardCharsets.UTF_8));
  }

  private static Optional<Node> json(String text) {
    return NodeReader.json(new Source("", text));
  }
}
