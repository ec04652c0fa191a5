package dev.hew.mutants;

import dev.hew.cases.Case;
import dev.hew.verify.Answer;

/**
 * A server that is wrong in one way about one operation.
 *
 * @param operation method and path
 * @param place what it is wrong about
 * @param change what it answers instead; the same answer where it is not wrong
 */
record Mutant(Kind kind, String operation, String place, Change change) {

  /** How a server can be wrong. */
  enum Kind {
    REQUIRED_FIELD_DROPPED("a required field dropped"),
    WRONG_TYPE("a wrong type"),
    BODY_DROPPED("a body left out"),
    UNDOCUMENTED_STATUS("an undocumented status"),
    SERVER_ERROR("a 500"),
    WRONG_MEDIA_TYPE("a wrong media type"),
    REQUIRED_HEADER_DROPPED("a required header dropped"),
    WRONG_HEADER("a wrong header"),
    BODY_CONSTRAINT_IGNORED("a constraint of a body ignored"),
    BODY_NOT_READ("a missing or malformed body accepted"),
    PARAMETER_CONSTRAINT_IGNORED("a constraint of a parameter ignored"),
    PARAMETER_NOT_REQUIRED("a missing parameter accepted"),
    NEGOTIATION_IGNORED("method or media types ignored"),
    AUTHENTICATION_IGNORED("authentication ignored"),
    CREATE_NOT_KEPT("a new item not kept"),
    UPDATE_LOST("a change lost"),
    DELETE_LEAVES("a removed item still there"),
    FILTER_IGNORED("a filter ignored"),
    PAGE_REPEATED("the first part of a list repeated"),
    PRECONDITION_IGNORED("a precondition ignored");

    final String words;

    Kind(String words) {
      this.words = words;
    }
  }

  /** What becomes of an answer. It may look at what is on the wire, and at nothing that only a case knows. */
  @FunctionalInterface
  interface Change {
    Answer of(Case.Request request, Answer answer);
  }

  @Override
  public String toString() {
    return kind.words + ": " + operation + " " + place;
  }
}
