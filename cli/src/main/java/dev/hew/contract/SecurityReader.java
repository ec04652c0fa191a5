package dev.hew.contract;

import dev.hew.report.Nearest;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads who may call. */
final class SecurityReader {
  private static final Set<String> TYPES =
      Set.of("apiKey", "http", "oauth2", "openIdConnect", "mutualTLS");

  private final Reading reading;
  private final Map<String, SecurityScheme> schemes = new LinkedHashMap<>();
  private final Map<String, SecurityScheme> undeclared = new LinkedHashMap<>();

  /** The names that are declared, those too that lead to nothing: that is told there. */
  private final Set<String> declaredNames = new HashSet<>();

  SecurityReader(Reading reading) {
    this.reading = reading;
  }

  /** The schemes by name, the declared ones first; complete when all requirements have been read. */
  Map<String, SecurityScheme> schemes() {
    Map<String, SecurityScheme> all = new LinkedHashMap<>(schemes);
    all.putAll(undeclared);
    return all;
  }

  /** Reads the declared schemes; to be done before the first requirement. */
  void declared(Spot root) {
    Optional<Spot> declared = reading.dialect(root).isSwagger()
        ? reading.mapping(root, "securityDefinitions")
        : root.get("components").flatMap(c -> reading.mapping(c, "securitySchemes"));
    for (Spot scheme : declared.map(reading.names::in).orElse(List.of())) {
      declaredNames.add(scheme.name());
      reading
          .resolve(scheme, "a security scheme")
          .ifPresent(spot -> schemes.put(scheme.name(), scheme(scheme, spot)));
    }
  }

  private SecurityScheme scheme(Spot named, Spot spot) {
    String written = reading.needed(spot, "type", "the security scheme").orElse("");
    boolean basic = written.equals("basic") && reading.dialect(spot).isSwagger();
    String type = basic ? "http" : known(written).orElse(written);
    if (!basic && !type.equals(written)) {
      reading.problems.warn(
          "security-type",
          spot.get("type").orElse(spot).node(),
          "security scheme type `" + written + "` is read as `" + type + "`",
          Optional.of("write `" + type + "`: OpenAPI tells capital letters from small ones"));
    } else if (!type.isEmpty() && !TYPES.contains(type)) {
      reading.problems.warn(
          "security-type",
          spot.get("type").orElse(spot).node(),
          "security scheme type `" + type + "` is not known; a bearer token is asked for",
          Nearest.to(type, TYPES).map(n -> "did you mean `" + n + "`?"));
      return unknown(named.name(), spot);
    }
    Optional<String> scheme = basic ? Optional.of("basic") : reading.text(spot, "scheme");
    boolean key = type.equals("apiKey");
    String in = key ? reading.text(spot, "in").orElse("") : "";
    String parameter = reading.text(spot, "name").orElse("");
    if (!parameter.isEmpty() && HeaderName.isWrong(in, parameter)) {
      HeaderName.report(
          reading.problems,
          spot.get("name").orElseThrow().node(),
          in,
          parameter,
          "a bearer token is asked for");
      return unknown(named.name(), spot);
    }
    return new SecurityScheme(
        spot.place(),
        named.name(),
        type,
        type.equals("http") ? scheme.map(s -> s.toLowerCase(Locale.ROOT)) : Optional.empty(),
        key ? reading.needed(spot, "in", "the security scheme") : Optional.empty(),
        key ? reading.needed(spot, "name", "the security scheme") : Optional.empty(),
        spot.node());
  }

  /** The type that differs from a text in capital letters at most. */
  private static Optional<String> known(String written) {
    return TYPES.stream().filter(written::equalsIgnoreCase).findFirst();
  }

  /** The alternatives of an operation or of the document; empty when nothing is said. */
  Optional<List<SecurityRequirement>> requirements(Spot owner) {
    return reading.list(owner, "security").map(list -> {
      List<SecurityRequirement> all = new ArrayList<>();
      for (Spot item : list.items()) {
        if (reading.isMapping(item, "a security requirement")) {
          all.add(requirement(item));
        }
      }
      return all;
    });
  }

  private SecurityRequirement requirement(Spot item) {
    Map<String, List<String>> needed = new LinkedHashMap<>();
    for (Spot entry : item.entries()) {
      if (!schemes.containsKey(entry.name())) {
        undeclared.putIfAbsent(entry.name(), unknown(entry.name(), entry));
      }
      if (!schemes.containsKey(entry.name()) && !declaredNames.contains(entry.name())) {
        reading.problems.warnAtKey(
            "security-unknown-scheme",
            entry,
            "security scheme `" + entry.name() + "` is not declared; a bearer token is asked for",
            Nearest.to(entry.name(), schemes.keySet())
                .map(n -> "did you mean `" + n + "`?")
                .or(() -> Optional.of("declare it, or take it out of `security`")));
      }
      needed.put(entry.name(), entry.isNull() ? List.of() : reading.texts(item, entry.name()));
    }
    return new SecurityRequirement(needed);
  }

  /** Where the contract asks for something that it does not explain, nobody gets in without any credentials at all. */
  private static SecurityScheme unknown(String name, Spot spot) {
    return new SecurityScheme(
        spot.place(),
        name,
        "http",
        Optional.of("bearer"),
        Optional.empty(),
        Optional.empty(),
        spot.node());
  }
}
