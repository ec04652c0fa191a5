package dev.hew.cases;

import dev.hew.contract.Parameter;
import dev.hew.contract.SecurityScheme;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * What a request carries to prove who sends it.
 *
 * @param byCarrier what is sent, unescaped, by the place where it stands as in {@link SecurityScheme#carrier()}
 */
record Credentials(Map<String, Sent> byCarrier) {
  static final Credentials NONE = new Credentials(Map.of());

  /** A credential in its place. */
  record Sent(String in, String name, String value) {}

  /** The right ones for schemes that are needed together, each with its scopes; one token will do for all of its kind. */
  static Credentials right(Map<SecurityScheme, List<String>> way) {
    Set<String> scopes = new LinkedHashSet<>();
    way.forEach((scheme, needed) -> scopes.addAll(scheme.isBearer() ? needed : List.of()));
    Credentials all = NONE;
    for (SecurityScheme scheme : way.keySet()) {
      if (!all.byCarrier.containsKey(scheme.carrier())) {
        all = all.with(scheme, CredentialPlace.of(scheme, scheme.isBearer() ? scopes : Set.of()));
      }
    }
    return all;
  }

  /** These and one more, or another one in the place of one of these. */
  Credentials with(SecurityScheme scheme, String value) {
    Map<String, Sent> all = new LinkedHashMap<>(byCarrier);
    Sent sent = scheme.isKey()
        ? new Sent(scheme.in().orElseThrow(), scheme.parameter().orElseThrow(), value)
        : new Sent("header", "Authorization", word(scheme) + " " + value);
    all.put(scheme.carrier(), sent);
    return new Credentials(all);
  }

  private static String word(SecurityScheme scheme) {
    return scheme.isBearer()
        ? "Bearer"
        : scheme.isBasic() ? "Basic" : Names.safe(scheme.scheme().orElse("Unknown"));
  }

  /** Whether the place of a parameter is taken by one of these. */
  boolean carry(Parameter parameter) {
    boolean header = parameter.in() == Parameter.In.HEADER;
    String name = header ? parameter.name().toLowerCase(Locale.ROOT) : parameter.name();
    return byCarrier.containsKey(parameter.in().word() + " " + name);
  }

  List<Sent> in(String place) {
    return byCarrier.values().stream().filter(sent -> sent.in().equals(place)).toList();
  }
}
