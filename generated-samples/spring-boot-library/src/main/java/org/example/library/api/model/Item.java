package org.example.library.api.model;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** One of the types that the contract allows here. */
@JsonTypeInfo(
    use = JsonTypeInfo.Id.NAME,
    include = JsonTypeInfo.As.EXISTING_PROPERTY,
    property = "kind",
    visible = true)
@JsonSubTypes({
  @JsonSubTypes.Type(value = Book.class, name = "book"),
  @JsonSubTypes.Type(value = Journal.class, name = "journal"),
  @JsonSubTypes.Type(value = Film.class, name = "film"),
})
public sealed interface Item permits Book, Journal, Film {
}
