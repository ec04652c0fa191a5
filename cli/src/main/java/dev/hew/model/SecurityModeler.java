package dev.hew.model;

import dev.hew.contract.Contract;
import dev.hew.contract.Guard;
import dev.hew.contract.Operation;
import dev.hew.contract.SecurityScheme;
import dev.hew.model.Security.Access;
import dev.hew.model.Security.Authority;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Makes rules of what the operations of a contract ask for. */
final class SecurityModeler {
  private final Set<SecurityScheme> schemes = new LinkedHashSet<>();
  /** What each credential by itself grants. */
  private final Set<Authority> credentials = new LinkedHashSet<>();

  private SecurityModeler() {}

  /**
   * @param paths the paths of the operations as they are matched, by the operation's place; others are not served
   */
  static Optional<Security> of(Contract contract, Map<String, Route> paths) {
    SecurityModeler modeler = new SecurityModeler();
    List<Operation> served = contract.operations().stream()
        .filter(operation -> paths.containsKey(operation.place().toString()))
        .toList();
    served.forEach(operation -> Guard.of(operation, contract)
        .alternatives()
        .forEach(way -> modeler.schemes.addAll(way.keySet())));
    return modeler.schemes.isEmpty()
        ? Optional.empty()
        : Optional.of(modeler.security(contract, served, paths));
  }

  /** The names of the schemes that operations ask for and that a server cannot check. */
  static List<Text> unchecked(Contract contract) {
    return contract.operations().stream()
        .flatMap(o -> o.security().stream())
        .flatMap(r -> r.schemes().keySet().stream())
        .filter(name -> !contract.securitySchemes().get(name).isCheckable())
        .distinct()
        .map(Text::of)
        .toList();
  }

  private Security security(Contract contract, List<Operation> served, Map<String, Route> paths) {
    schemes.forEach(scheme -> credentials.add(authority(scheme)));
    SecurityRules rules = new SecurityRules();
    served.forEach(operation -> rules.add(
        operation, paths.get(operation.place().toString()), access(Guard.of(operation, contract))));
    return new Security(
        keys(),
        schemes.stream().anyMatch(SecurityScheme::isBasic),
        schemes.stream().anyMatch(SecurityScheme::isBearer),
        schemes.stream()
            .map(s -> new Security.Scheme(kind(s), Text.of(s.name()), Text.of(s.slug())))
            .toList(),
        rules.rules(),
        rules.rest());
  }

  private static String kind(SecurityScheme scheme) {
    return scheme.isBearer() ? "bearer" : scheme.isBasic() ? "basic" : "key";
  }

  private static Authority authority(SecurityScheme scheme) {
    return new Authority(kind(scheme), Text.of(scheme.isKey() ? scheme.name() : ""));
  }

  private List<Security.Key> keys() {
    Names members = new Names(
        "camel", Set.of("password", "environment", "request", "response", "chain", "granted"));
    Names variables = new Names("constant", Set.of());
    List<Security.Key> keys = new ArrayList<>();
    for (SecurityScheme scheme : schemes) {
      if (scheme.isKey()) {
        String name = members.take(ascii(scheme.name()), "api key");
        keys.add(new Security.Key(
            Text.of(scheme.name()),
            scheme.in().orElseThrow(),
            Text.of(scheme.parameter().orElseThrow()),
            name,
            Words.of(name).kebab(),
            variables.take(variable(Words.of(name)), "api key")));
      }
    }
    return keys;
  }

  /** The words that say of a variable that it holds a key. */
  private static Words variable(Words name) {
    if (name.words().equals(List.of("key"))) {
      return Words.of("api key");
    }
    return name.plus(Words.of("key"));
  }

  /** The words of a name that can stand in an environment variable. */
  private static Words ascii(String name) {
    return Words.of(name.replaceAll("[^\\x00-\\x7f]", " "));
  }

  private Access access(Guard guard) {
    if (guard.isOpen()) {
      return Access.OPEN;
    }
    Set<Set<Authority>> ways = guard.alternatives().stream()
        .map(SecurityModeler::authorities)
        .collect(Collectors.toCollection(LinkedHashSet::new));
    List<List<Authority>> needed = ways.stream()
        .filter(way -> ways.stream().noneMatch(less -> !less.equals(way) && way.containsAll(less)))
        .<List<Authority>>map(List::copyOf)
        .toList();
    boolean any = credentials.stream().allMatch(one -> needed.contains(List.of(one)));
    return any ? Access.KNOWN : new Access("granted", needed);
  }

  /** What credentials of these schemes grant together; a scope can only come with a token. */
  private static Set<Authority> authorities(Map<SecurityScheme, List<String>> way) {
    Set<Authority> all = new LinkedHashSet<>();
    way.forEach((scheme, scopes) -> {
      if (scheme.isBearer() && !scopes.isEmpty()) {
        scopes.forEach(scope -> all.add(new Authority("scope", Text.of(scope))));
      } else {
        all.add(authority(scheme));
      }
    });
    if (all.stream().anyMatch(a -> a.kind().equals("scope"))) {
      all.removeIf(a -> a.kind().equals("bearer"));
    }
    return all;
  }
}
