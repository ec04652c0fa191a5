package dev.hew.contract;

import java.util.List;
import java.util.Optional;

/** What an operation takes in its body, one entry a media type in the order of the document. */
public record RequestBody(
    Place place, boolean required, Optional<String> description, List<MediaType> content) {}
