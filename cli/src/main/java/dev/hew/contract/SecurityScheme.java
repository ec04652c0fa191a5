package dev.hew.contract;

import dev.hew.yaml.Node;
import java.util.Optional;

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
    Node node) {}
