package dev.hew.verify;

import dev.hew.cases.Case;

/** What cases are sent to. */
@FunctionalInterface
public interface Server {

  /**
   * Sends a request and waits for the answer.
   *
   * @throws NoAnswer when there is none
   */
  Answer answer(Case.Request request) throws NoAnswer;

  /** There is no answer; the message says why. */
  final class NoAnswer extends Exception {
    private static final long serialVersionUID = 1L;

    private final boolean unreachable;

    /**
     * @param unreachable whether no connection came about, so that the request was not even sent
     */
    public NoAnswer(String reason, boolean unreachable) {
      super(reason);
      this.unreachable = unreachable;
    }

    public boolean unreachable() {
      return unreachable;
    }
  }
}
