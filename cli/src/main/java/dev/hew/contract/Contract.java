package dev.hew.contract;

import dev.hew.report.Source;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A whole contract, in the terms of OpenAPI 3.1 whatever version it was written in.
 *
 * @param version the version as written, for example {@code 3.0.3} or {@code 2.0}
 * @param info title, version and description
 * @param servers as written, Swagger 2.0's {@code host}, {@code basePath} and {@code schemes} included
 * @param operations what is served, in the order of the document
 * @param tags the declared tags, in the order of the document
 * @param securitySchemes by name, in the order of the document
 * @param schemas every schema that a {@code $ref} can lead to
 * @param unserved what the contract holds that the service does not answer: webhooks, callbacks, links, unusual methods
 * @param sources the texts that the contract was read from, the root first
 */
public record Contract(
    String version,
    Info info,
    List<Server> servers,
    List<Operation> operations,
    List<Tag> tags,
    Map<String, SecurityScheme> securitySchemes,
    Schemas schemas,
    List<Unserved> unserved,
    List<Text> sources) {

  /** The path of the first server's URL with its variables at their defaults; empty, or starts with {@code /}. */
  public String basePath() {
    return servers.isEmpty() ? "" : servers.get(0).path();
  }

  /**
   * A text of the contract.
   *
   * @param document as in {@link Place#document()}: where references find it, whatever messages call it
   */
  public record Text(String document, Source source) {}

  public record Info(
      String title, String version, Optional<String> summary, Optional<String> description) {}

  /**
   * @param url as written, with variables
   * @param path the URL's path with the variables at their defaults; no trailing slash; empty for none
   */
  public record Server(String url, String path, Optional<String> description) {}

  public record Tag(String name, Optional<String> description) {}

  /**
   * @param kind {@code webhook}, {@code callback}, {@code link} or {@code operation}
   * @param name the key that it stands under; method and path of an operation
   */
  public record Unserved(String kind, String name, Place place) {}
}
