package dev.hew.verify;

import dev.hew.cases.Case;
import dev.hew.verify.Server.NoAnswer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Puts a server to the proof. */
public final class Trial {
  /** The header that marks a stub's answer. */
  private static final String STUB = "Hew-Stub";

  /** How many cases in a row may stay without an answer before the rest is not sent. */
  private static final int MOST_SILENT = 10;

  private final Judge judge;
  private final Server server;

  public Trial(Judge judge, Server server) {
    this.judge = judge;
    this.server = server;
  }

  /**
   * Sends all cases in their order.
   *
   * @param watcher told of each finding when it is made
   * @return one finding a case, in the same order; when the server falls silent in between, the cases that are left have
   *     failed
   * @throws NoAnswer when the server could not be reached from the start
   */
  public List<Finding> run(List<Case> cases, Consumer<Finding> watcher) throws NoAnswer {
    List<Finding> findings = new ArrayList<>();
    boolean met = false;
    int silent = 0;
    for (Case one : cases) {
      Finding finding;
      if (one.exempt().isPresent()) {
        finding = Finding.exempt(one);
      } else if (silent >= MOST_SILENT) {
        finding = Finding.failed(
            one, List.of("not sent: the server no longer answers"), Optional.empty());
      } else {
        try {
          finding = prove(one);
        } catch (NoAnswer e) {
          if (!met && e.unreachable()) {
            throw e;
          }
          finding = Finding.failed(one, List.of(e.getMessage()), request(one));
        }
        met = true;
        silent = finding.answer().isPresent() ? 0 : silent + 1;
      }
      findings.add(finding);
      watcher.accept(finding);
    }
    return List.copyOf(findings);
  }

  private static Optional<Case.Request> request(Case one) {
    return one.steps().stream().findFirst().map(Case.Step::request);
  }

  /**
   * Sends one case.
   *
   * @throws NoAnswer when there is none
   */
  public Finding prove(Case one) throws NoAnswer {
    if (one.exempt().isPresent()) {
      return Finding.exempt(one);
    }
    Finding worst = null;
    References references = References.NONE;
    for (Case.Step step : one.steps()) {
      Finding next = prove(one, step, references);
      worst = worst == null || next.outcome().compareTo(worst.outcome()) > 0 ? next : worst;
      if (next.failed()) {
        return next;
      }
      references = references.and(next.answer().orElseThrow());
    }
    return worst;
  }

  private Finding prove(Case one, Case.Step step, References references) throws NoAnswer {
    List<String> unknown = references.problems(step.request());
    if (!unknown.isEmpty()) {
      return Finding.failed(one, unknown, Optional.of(step.request()));
    }
    Case.Request request = references.filledIn(step.request());
    List<String> wrong = judge.problems(request);
    if (!wrong.isEmpty()) {
      return Finding.failed(one, wrong, Optional.of(request));
    }
    Answer answer = server.answer(request);
    List<String> problems = judge.problems(step.expect(), request.method(), answer);
    boolean other = step.alternatives().stream()
        .anyMatch(e -> judge.problems(e, request.method(), answer).isEmpty());
    Outcome outcome = !problems.isEmpty() && !other
        ? Outcome.FAILED
        : !answer.values(STUB).isEmpty()
            ? Outcome.STUBBED
            : problems.isEmpty() ? Outcome.PASSED : Outcome.FIXTURE;
    if (step.walk().isPresent() && outcome == Outcome.PASSED) {
      Case.Walk walk = step.walk().get();
      Way way = new Way(walk, references.known(walk.sees()), references.known(walk.misses()));
      return walked(one, step, way, request, answer);
    }
    return new Finding(
        one,
        outcome,
        outcome == Outcome.FAILED ? problems : List.of(),
        Optional.of(request),
        Optional.of(answer));
  }

  /** Goes on through the parts of a list, of which the first is there. */
  private Finding walked(Case one, Case.Step step, Way way, Case.Request first, Answer part)
      throws NoAnswer {
    Case.Request last = first;
    Answer answer = part;
    Optional<Case.Request> next = way.after(last, answer);
    while (next.isPresent()) {
      last = next.get();
      answer = server.answer(last);
      List<String> problems = judge.problems(step.expect(), last.method(), answer);
      if (!problems.isEmpty()) {
        return new Finding(one, Outcome.FAILED, problems, Optional.of(last), Optional.of(answer));
      }
      next = way.after(last, answer);
    }
    List<String> problems = way.problems();
    return new Finding(
        one,
        problems.isEmpty() ? Outcome.PASSED : Outcome.FAILED,
        problems,
        Optional.of(last),
        Optional.of(answer));
  }
}
