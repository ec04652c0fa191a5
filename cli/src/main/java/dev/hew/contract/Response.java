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

  /** Where it stands tells it from all others, and a JVM need not weave this anew at every start. */
  @Override
  public int hashCode() {
    return place.hashCode();
  }
}
