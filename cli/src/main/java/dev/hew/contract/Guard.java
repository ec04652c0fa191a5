package dev.hew.contract;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What a server can check of an operation's security by itself: API keys, basic authentication and bearer tokens. A
 * client certificate, say, is checked before a request arrives.
 *
 * @param alternatives the ways in, in the order of the contract: schemes that are needed together, each with its scopes.
 *     None when nobody is asked; an empty one when asking is optional
 */
public record Guard(List<Map<SecurityScheme, List<String>>> alternatives) {

  public static Guard of(Operation operation, Contract contract) {
    List<Map<SecurityScheme, List<String>>> ways = new ArrayList<>();
    for (SecurityRequirement requirement : operation.security()) {
      Map<SecurityScheme, List<String>> checked = new LinkedHashMap<>();
      requirement.schemes().forEach((name, scopes) -> {
        SecurityScheme scheme = contract.securitySchemes().get(name);
        if (scheme.isCheckable()) {
          checked.put(scheme, scopes);
        }
      });
      // A way of which nothing can be checked must not open the other ways.
      if (!checked.isEmpty() || requirement.schemes().isEmpty()) {
        ways.add(checked);
      }
    }
    return new Guard(List.copyOf(ways));
  }

  /** Whether a request without credentials is let in. */
  public boolean isOpen() {
    return alternatives.isEmpty() || alternatives.stream().anyMatch(Map::isEmpty);
  }

  /** The ways in that a request can take: no two different credentials in one and the same place of it. */
  public List<Map<SecurityScheme, List<String>>> passable() {
    return alternatives.stream()
        .filter(way -> !way.isEmpty())
        .filter(way -> {
          List<String> places = way.keySet().stream()
              .filter(scheme -> !scheme.isBearer())
              .map(SecurityScheme::carrier)
              .toList();
          Stream<String> bearer = way.keySet().stream()
              .filter(SecurityScheme::isBearer)
              .map(SecurityScheme::carrier)
              .limit(1);
          List<String> all = Stream.concat(places.stream(), bearer).toList();
          return all.stream().distinct().count() == all.size();
        })
        .toList();
  }
}
