package dev.hew.code;

import java.util.List;

/**
 * A call that hands something over to what may store or fetch it: a method named {@code save}, {@code persist},
 * {@code find} or the like, or one of the caller's own of any name.
 *
 * @param receiver the chain that it is called on (see {@link Reference}); {@code this} when none is written
 * @param call the name of the method called
 * @param given the arguments
 * @param member the method around it with the number of its parameters; empty outside of one
 */
public record Handover(String receiver, String call, List<Given> given, String member, int line) {
  public Handover {
    given = List.copyOf(given);
  }

  /**
   * An argument.
   *
   * @param chain where its value comes from; {@code ?} when the syntax does not tell
   * @param parameter which parameter of the method around it is, or an item of, counted from 0; -1 when none
   */
  public record Given(String chain, int parameter) {}
}
