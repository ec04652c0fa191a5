package dev.hew.verify;

import dev.hew.cases.Case;
import dev.hew.cases.CredentialPlace;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Who calls: headers of a user's own, and credentials for the places that cases have for them. A case that goes without
 * credentials, or with wrong ones, on purpose stays as it is.
 *
 * @param headers added to each request that has none of that name
 * @param credentials what is filled in; where there is none, nobody's
 */
public record Caller(Map<String, String> headers, List<Credential> credentials) {

  public Caller {
    headers = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(headers));
    credentials = List.copyOf(credentials);
  }

  /**
   * A credential and where it belongs.
   *
   * @param in {@code header}, {@code query} or {@code cookie}
   * @param name of the header, parameter or cookie
   * @param scheme what the header's value starts with, such as {@code bearer}; empty where anything will do
   * @param value the header's, parameter's or cookie's whole value
   */
  public record Credential(String in, String name, String scheme, String value) {

    boolean fills(String place, String other, String sent) {
      return in.equals(place)
          && (place.equals("header") ? name.equalsIgnoreCase(other) : name.equals(other))
          && CredentialPlace.is(sent)
          && sent.toLowerCase(Locale.ROOT).startsWith(scheme);
    }
  }

  /** Who sends the same, with nothing secret in it: for what is printed. */
  Caller masked(Mask mask) {
    Map<String, String> shown = new LinkedHashMap<>();
    headers.forEach((name, value) -> shown.put(name, mask.ofValue(value)));
    return new Caller(
        shown,
        credentials.stream()
            .map(c -> new Credential(c.in(), c.name(), c.scheme(), mask.ofValue(c.value())))
            .toList());
  }

  /** The request as this caller sends it. */
  public Case.Request dressed(Case.Request request) {
    Map<String, String> dressed = new LinkedHashMap<>();
    request
        .headers()
        .forEach((name, value) -> dressed.put(
            name,
            name.equalsIgnoreCase("Cookie")
                ? pieces("cookie", value, "; ")
                : real("header", name, value)
                    .orElseGet(() -> CredentialPlace.filledByNobody(value))));
    headers.forEach((name, value) -> {
      if (dressed.keySet().stream().noneMatch(name::equalsIgnoreCase)) {
        dressed.put(name, value);
      }
    });
    int query = request.target().indexOf('?') + 1;
    String target = query == 0
        ? request.target()
        : request.target().substring(0, query)
            + pieces("query", request.target().substring(query), "&");
    return request.withTarget(target).withHeaders(dressed);
  }

  private Optional<String> real(String in, String name, String value) {
    return credentials.stream()
        .filter(credential -> credential.fills(in, name, value))
        .map(Credential::value)
        .findFirst();
  }

  /** Pieces {@code name=value} with the credentials in their places. */
  private String pieces(String in, String text, String delimiter) {
    boolean escaped = in.equals("query");
    List<String> pieces = new ArrayList<>();
    for (String piece : text.split(Pattern.quote(delimiter), -1)) {
      String[] parts = piece.split("=", 2);
      String name = escaped ? unescaped(parts[0]) : parts[0];
      Optional<String> real = parts.length == 1 ? Optional.empty() : real(in, name, parts[1]);
      pieces.add(real.map(r -> parts[0] + "=" + (escaped ? escaped(r) : r))
          .orElseGet(() -> CredentialPlace.filledByNobody(piece)));
    }
    return String.join(delimiter, pieces);
  }

  private static String unescaped(String text) {
    return java.net.URLDecoder.decode(text, StandardCharsets.UTF_8);
  }

  private static String escaped(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
