package dev.hew.verify;

import dev.hew.cases.Case;
import java.util.List;
import java.util.Optional;

/**
 * What came of a case.
 *
 * @param problems what is wrong, or why nothing was sent; empty when all is well
 * @param request the last one that was to be sent
 * @param answer to that request
 */
public record Finding(
    Case one,
    Outcome outcome,
    List<String> problems,
    Optional<Case.Request> request,
    Optional<Answer> answer) {

  public Finding {
    problems = List.copyOf(problems);
  }

  static Finding exempt(Case one) {
    return new Finding(
        one,
        Outcome.EXEMPT,
        List.of(one.exempt().orElseThrow()),
        Optional.empty(),
        Optional.empty());
  }

  static Finding failed(Case one, List<String> problems, Optional<Case.Request> request) {
    return new Finding(one, Outcome.FAILED, problems, request, Optional.empty());
  }

  public boolean failed() {
    return outcome == Outcome.FAILED;
  }
}
