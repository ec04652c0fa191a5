package dev.hew.contract;

import java.util.List;
import java.util.Optional;

/** One documented answer of an operation. */
public record Response(
    Place place,
    Status status,
    Optional<String> description,
    List<Header> headers,
    List<MediaType> content) {

  /** The schema of its body in JSON; empty where it has none, or the contract gives none. */
  public Optional<Schema> json() {
    return content.stream()
        .filter(MediaType::isJson)
        .flatMap(media -> media.schema().stream())
        .findFirst();
  }

  /** Where it stands tells it from all others, and a JVM need not weave this anew at every start. */
  @Override
  public int hashCode() {
    return place.hashCode();
  }
}
