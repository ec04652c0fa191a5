package dev.hew.contract;

import java.util.List;
import java.util.Optional;

/** One documented answer of an operation. */
public record Response(
    Place place,
    Status status,
    Optional<String> description,
    List<Header> headers,
    List<MediaType> content) {}
