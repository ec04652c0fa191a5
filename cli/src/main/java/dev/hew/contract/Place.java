package dev.hew.contract;

import java.util.List;

/**
 * The identity of something in a contract: the document it stands in and the JSON Pointer (RFC 6901) within.
 *
 * @param document the document's path relative to the root document's folder; empty for the root document itself
 * @param pointer a JSON Pointer, empty for the whole document
 */
public record Place(String document, String pointer) implements Comparable<Place> {

  /** The place one or more steps deeper; the tokens are plain text and are escaped here. */
  public Place child(String... tokens) {
    String path = pointer;
    for (String token : tokens) {
      path = String.join("/", path, token.replace("~", "~0").replace("/", "~1"));
    }
    return new Place(document, path);
  }

  /** The pointer's tokens, unescaped. */
  public List<String> tokens() {
    if (pointer.isEmpty()) {
      return List.of();
    }
    return List.of(pointer.substring(1).split("/", -1)).stream()
        .map(token -> token.replace("~1", "/").replace("~0", "~"))
        .toList();
  }

  // Places are the keys of most maps: equality in plain code, which a JVM need not weave anew at
  // every start.
  @Override
  public boolean equals(Object other) {
    return other instanceof Place that
        && pointer.equals(that.pointer)
        && document.equals(that.document);
  }

  @Override
  public int hashCode() {
    return 31 * document.hashCode() + pointer.hashCode();
  }

  @Override
  public int compareTo(Place other) {
    int byDocument = document.compareTo(other.document);
    return byDocument != 0 ? byDocument : pointer.compareTo(other.pointer);
  }

  @Override
  public String toString() {
    return document + "#" + pointer;
  }
}
