package dev.hew.contract;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

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
    List<Map<SecurityScheme, List<String>>> passable = new ArrayList<>();
    for (Map<SecurityScheme, List<String>> way : alternatives) {
      if (!way.isEmpty() && isPassable(way.keySet())) {
        passable.add(way);
      }
    }
    return passable;
  }

  private static boolean isPassable(Set<SecurityScheme> together) {
    Set<String> taken = new HashSet<>();
    boolean bearer = false;
    for (SecurityScheme scheme : together) {
      boolean again = bearer && scheme.isBearer(); // one token serves them all
      if (!again && !taken.add(scheme.carrier())) {
        return false;
      }
      bearer |= scheme.isBearer();
    }
    return true;
  }
}
