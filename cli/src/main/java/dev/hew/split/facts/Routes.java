package dev.hew.split.facts;

import dev.hew.code.Annotation;
import dev.hew.code.TypeDeclaration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The requests that a class answers: Spring MVC and WebFlux, JAX-RS, servlets. */
final class Routes {
  private static final Map<String, String> SPRING = Map.of(
      "RequestMapping", "*",
      "GetMapping", "GET",
      "PostMapping", "POST",
      "PutMapping", "PUT",
      "PatchMapping", "PATCH",
      "DeleteMapping", "DELETE",
      "MessageMapping", "MESSAGE");
  private static final List<String> JAX_RS =
      List.of("GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS");

  private final Constants constants;

  Routes(Constants constants) {
    this.constants = constants;
  }

  List<ClassFact.Route> of(TypeIndex.Declared declared) {
    List<ClassFact.Route> routes = new ArrayList<>();
    TypeDeclaration type = declared.type;
    List<String> prefixes = type.annotation("RequestMapping", "Path", "FeignClient")
        .map(a -> paths(a, declared))
        .orElse(List.of(""));
    for (TypeDeclaration.Method method : type.methods()) {
      for (Annotation annotation : method.annotations()) {
        String spring = SPRING.get(annotation.name());
        if (spring != null) {
          List<String> methods = annotation.all("method").stream()
              .map(m -> m.substring(m.lastIndexOf('.') + 1).toUpperCase(Locale.ROOT))
              .toList();
          String verb = methods.isEmpty() ? spring : String.join(",", methods);
          add(verb, prefixes, paths(annotation, declared), method, annotation, declared, routes);
        } else if (JAX_RS.contains(annotation.name())) {
          List<String> paths = Annotation.find(method.annotations(), "Path")
              .map(a -> paths(a, declared))
              .orElse(List.of(""));
          add(annotation.name(), prefixes, paths, method, annotation, declared, routes);
        }
      }
    }
    type.annotation("ServerEndpoint").ifPresent(endpoint -> type.methods().stream()
        .forEach(method -> Annotation.find(
                method.annotations(), "OnOpen", "OnMessage", "OnClose", "OnError")
            .ifPresent(a -> add(
                "WEBSOCKET",
                List.of(""),
                paths(endpoint, declared),
                method,
                a,
                declared,
                routes))));
    type.annotation("WebServlet", "WebFilter", "UrlBinding", "ServerEndpoint")
        .ifPresent(a -> paths(a, declared)
            .forEach(path -> routes.add(
                new ClassFact.Route("*", path, "", new Place(declared.file.path(), a.line())))));
    return routes;
  }

  private static void add(
      String verb,
      List<String> prefixes,
      List<String> paths,
      TypeDeclaration.Method method,
      Annotation annotation,
      TypeIndex.Declared declared,
      List<ClassFact.Route> routes) {
    for (String prefix : prefixes) {
      for (String path : paths) {
        routes.add(new ClassFact.Route(
            verb,
            join(prefix, path),
            Frameworks.member(method),
            new Place(declared.file.path(), annotation.line())));
      }
    }
  }

  private List<String> paths(Annotation annotation, TypeIndex.Declared declared) {
    List<String> given = annotation.named("value", "path", "urlPatterns");
    return given.isEmpty()
        ? List.of("")
        : given.stream().map(v -> constants.value(v, declared)).toList();
  }

  private static String join(String prefix, String path) {
    String joined = "/" + prefix + "/" + path;
    String clean = joined.replaceAll("/{2,}", "/");
    return clean.length() > 1 && clean.endsWith("/")
        ? clean.substring(0, clean.length() - 1)
        : clean;
  }
}
