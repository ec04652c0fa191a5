package dev.hew.contract;

import dev.hew.yaml.Node;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * A way to prove who calls.
 *
 * @param type {@code apiKey}, {@code http}, {@code oauth2}, {@code openIdConnect} or {@code mutualTLS}; Swagger 2.0's
 *     {@code basic} is here as {@code http}
 * @param scheme the HTTP scheme in lower case, for {@code http}
 * @param in {@code query}, {@code header} or {@code cookie}, for {@code apiKey}
 * @param parameter the parameter's name, for {@code apiKey}
 * @param node the scheme as written
 */
public record SecurityScheme(
    Place place,
    String name,
    String type,
    Optional<String> scheme,
    Optional<String> in,
    Optional<String> parameter,
    Node node) {
  private static final Set<String> CARRIERS = Set.of("header", "query", "cookie");

  /** Where it stands tells it from all others, and a JVM need not weave this anew at every start. */
  @Override
  public int hashCode() {
    return place.hashCode();
  }

  /** Whether it is a token in the {@code Authorization} header, whoever gave it out. */
  public boolean isBearer() {
    return type.equals("oauth2")
        || type.equals("openIdConnect")
        || scheme.filter("bearer"::equals).isPresent();
  }

  /** Whether it is a user's name and password in the {@code Authorization} header. */
  public boolean isBasic() {
    return scheme.filter("basic"::equals).isPresent();
  }

  public boolean isKey() {
    return type.equals("apiKey")
        && in.filter(CARRIERS::contains).isPresent()
        && parameter.isPresent();
  }

  /** Whether a server can check it with nothing but the request and its own configuration. */
  public boolean isCheckable() {
    return isBearer() || isBasic() || isKey();
  }

  /** The name in characters that need no quoting anywhere; its own for nearly every scheme. */
  public String slug() {
    return URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
  }

  /** Where in a request it stands: {@code header}, {@code query} or {@code cookie} with a name; for checkable ones. */
  public String carrier() {
    if (!isKey()) {
      return "header authorization";
    }
    boolean header = in.orElseThrow().equals("header");
    String name = parameter.orElseThrow();
    return in.orElseThrow() + " " + (header ? name.toLowerCase(Locale.ROOT) : name);
  }
}
