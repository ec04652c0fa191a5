package dev.hew.contract;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads where the service is said to run; only the path matters for serving. */
final class ServerReader {
  private static final Pattern VARIABLE = Pattern.compile("\\{([^{}]*)}");
  private static final Pattern ORIGIN = Pattern.compile("^(?:[a-zA-Z][a-zA-Z0-9+.-]*:)?//[^/?#]*");

  private final Reading reading;

  ServerReader(Reading reading) {
    this.reading = reading;
  }

  List<Contract.Server> servers(Spot root) {
    if (reading.dialect(root).isSwagger()) {
      return swagger(root);
    }
    List<Contract.Server> servers = new ArrayList<>();
    for (Spot server : reading.list(root, "servers").map(Spot::items).orElse(List.of())) {
      if (reading.isMapping(server, "a server")) {
        reading.known(server, Keys.SERVER, "a server");
        reading
            .needed(server, "url", "the server")
            .ifPresent(url -> servers.add(
                new Contract.Server(url, path(url, server), reading.text(server, "description"))));
      }
    }
    return servers;
  }

  private List<Contract.Server> swagger(Spot root) {
    Optional<String> host = reading.text(root, "host");
    String base = reading.text(root, "basePath").orElse("");
    if (host.isEmpty() && base.isEmpty()) {
      return List.of();
    }
    List<String> schemes = reading.texts(root, "schemes");
    String origin = host.map(h -> (schemes.isEmpty() ? "https" : schemes.get(0)) + "://" + h)
        .orElse("");
    String path = clean(base);
    return List.of(new Contract.Server(origin + path, path, Optional.empty()));
  }

  private String path(String url, Spot server) {
    Optional<Spot> variables = reading.mapping(server, "variables");
    String filled = VARIABLE
        .matcher(url)
        .replaceAll(found -> Matcher.quoteReplacement(value(found.group(1), variables, server)));
    String path = ORIGIN.matcher(filled).replaceFirst("");
    return clean(path.replaceFirst("[?#].*$", ""));
  }

  private String value(String name, Optional<Spot> variables, Spot server) {
    Optional<String> value = variables
        .flatMap(v -> v.get(name))
        .filter(Spot::isMapping)
        .flatMap(v -> reading.text(v, "default"));
    if (value.isEmpty()) {
      reading.problems.warn(
          "server-variable",
          server.get("url").orElse(server).node(),
          "server variable `" + name + "` has no default value and is taken as empty");
    }
    return value.orElse("");
  }

  /** One slash before each part, none at the end. */
  private static String clean(String path) {
    StringBuilder clean = new StringBuilder();
    for (String part : path.split("/")) {
      if (!part.isEmpty() && !part.equals(".")) {
        clean.append('/').append(part);
      }
    }
    return clean.toString();
  }
}
