package dev.hew.cases;

import dev.hew.contract.Contract;
import dev.hew.contract.Guard;
import dev.hew.contract.Operation;
import dev.hew.contract.SecurityScheme;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Requests that are right but for their credentials: none, malformed and wrong ones, too few, a token without its
 * scopes; and each of several ways in by itself.
 */
final class AuthCases {
  /** Three parts as a token has, well-formed, but signed by nobody. */
  private static final String FORGED =
      "eyJhbGciOiJSUzI1NiIsInR5cCI6IkpXVCJ9.eyJzdWIiOiJoZXciLCJzY29wZSI6IiJ9.aGV3";

  private final Contract contract;
  private final Expectations expectations;

  AuthCases(Contract contract, Expectations expectations) {
    this.contract = contract;
    this.expectations = expectations;
  }

  /** The credentials that an operation's requests carry when nothing else is said. */
  static Credentials usual(Operation operation, Contract contract) {
    Guard guard = Guard.of(operation, contract);
    return guard.passable().stream()
        .findFirst()
        .map(Credentials::right)
        .orElseGet(() ->
            guard.alternatives().isEmpty() ? unchecked(operation, contract) : Credentials.NONE);
  }

  /** What a request carries for schemes of HTTP that a server needs more than itself to check. */
  private static Credentials unchecked(Operation operation, Contract contract) {
    return operation.security().stream()
        .limit(1)
        .flatMap(way -> way.schemes().keySet().stream())
        .map(contract.securitySchemes()::get)
        .filter(scheme -> scheme.type().equals("http"))
        .findFirst()
        .map(scheme -> Credentials.right(Map.of(scheme, List.of())))
        .orElse(Credentials.NONE);
  }

  /**
   * Credentials of the first operation on the same path that asks for any: without, nobody is told what is not there.
   */
  static Credentials ofPath(Operation operation, Contract contract) {
    return contract.operations().stream()
        .filter(other -> other.path().text().equals(operation.path().text()))
        .map(other -> usual(other, contract))
        .filter(credentials -> !credentials.byCarrier().isEmpty())
        .findFirst()
        .orElse(Credentials.NONE);
  }

  /** Whether no request can be let in. */
  static boolean isShut(Operation operation, Contract contract) {
    Guard guard = Guard.of(operation, contract);
    return !guard.isOpen() && guard.passable().isEmpty();
  }

  /** A case to be, that expects a refusal. */
  record Refused(String name, Draft draft, Case.Expect expect) {}

  /** A case to be, that expects what any right request is answered with. */
  record Admitted(String name, Credentials credentials) {}

  /** Every way in but the one that all other cases take, and none where none is needed. */
  List<Admitted> admitted(Operation operation) {
    Guard guard = Guard.of(operation, contract);
    List<Admitted> found = new ArrayList<>();
    List<Map<SecurityScheme, List<String>>> ways = guard.passable();
    for (int i = 1; i < ways.size(); i++) {
      found.add(new Admitted("auth.alternative-" + (i + 1), Credentials.right(ways.get(i))));
    }
    if (guard.isOpen() && !ways.isEmpty()) {
      found.add(new Admitted("auth.none", Credentials.NONE));
    }
    return found;
  }

  /**
   * @param draft a right request that takes every answer
   */
  List<Refused> refused(Operation operation, Draft draft) {
    Guard guard = Guard.of(operation, contract);
    List<Refused> found = new ArrayList<>();
    if (guard.isOpen()) {
      return found;
    }
    Case.Expect unknown = expectations.refusal(operation, 401);
    found.add(new Refused("auth.none", draft.withCredentials(Credentials.NONE), unknown));
    schemes(guard).forEach((scheme, scopes) -> {
      if (!scheme.isKey()) {
        found.add(refused("malformed", scheme, "hew", draft, unknown));
      }
      String wrong = scheme.isBearer() ? FORGED : scheme.isBasic() ? "aGV3Ondyb25n" : "hew-wrong";
      found.add(refused("wrong", scheme, wrong, draft, unknown));
    });
    for (Map<SecurityScheme, List<String>> way : guard.passable()) {
      tooLittle(way, guard, operation, draft, found);
    }
    return found;
  }

  private static Map<SecurityScheme, List<String>> schemes(Guard guard) {
    Map<SecurityScheme, List<String>> all = new LinkedHashMap<>();
    guard.alternatives().forEach(all::putAll);
    return all;
  }

  private static Refused refused(
      String what, SecurityScheme scheme, String value, Draft draft, Case.Expect expect) {
    Credentials one = Credentials.NONE.with(scheme, value);
    return new Refused("auth." + what + "-" + scheme.name(), draft.withCredentials(one), expect);
  }

  /** Half of what is needed together, and all of it but the scopes. */
  private void tooLittle(
      Map<SecurityScheme, List<String>> way,
      Guard guard,
      Operation operation,
      Draft draft,
      List<Refused> found) {
    way.forEach((scheme, scopes) -> {
      Map<SecurityScheme, List<String>> alone = new LinkedHashMap<>(Map.of(scheme, scopes));
      if (way.size() > 1 && !suffices(alone, guard)) {
        // Whoever is known by one credential of two may be called unknown or not allowed.
        Case.Expect either =
            new Case.Expect(List.of("401", "403"), List.of(), Optional.empty(), List.of());
        found.add(new Refused(
            "auth.only-" + scheme.name(), draft.withCredentials(Credentials.right(alone)), either));
      }
    });
    Map<SecurityScheme, List<String>> plain = new LinkedHashMap<>();
    way.forEach((scheme, scopes) -> plain.put(scheme, List.of()));
    boolean scoped = way.entrySet().stream()
        .anyMatch(e -> e.getKey().isBearer() && !e.getValue().isEmpty());
    if (scoped && !suffices(plain, guard)) {
      String names =
          String.join("-", way.keySet().stream().map(SecurityScheme::name).toList());
      found.add(new Refused(
          "auth.without-scopes-" + names,
          draft.withCredentials(Credentials.right(plain)),
          expectations.refusal(operation, 403)));
    }
  }

  /** Whether these credentials are enough for any way in. */
  private static boolean suffices(Map<SecurityScheme, List<String>> given, Guard guard) {
    boolean token = given.keySet().stream().anyMatch(SecurityScheme::isBearer);
    Set<String> scopes = new HashSet<>();
    given.forEach((scheme, some) -> scopes.addAll(scheme.isBearer() ? some : List.of()));
    return guard.alternatives().stream()
        .anyMatch(way -> way.entrySet().stream()
            .allMatch(e -> e.getKey().isBearer()
                ? token && scopes.containsAll(e.getValue())
                : given.keySet().stream().anyMatch(s -> same(s, e.getKey()))));
  }

  /** Whether one credential will do for both: users are the same whichever scheme asks for them. */
  private static boolean same(SecurityScheme one, SecurityScheme other) {
    return one.equals(other) || one.isBasic() && other.isBasic();
  }
}
