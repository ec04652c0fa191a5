package dev.hew.flow;

import dev.hew.cases.WrongExamples;
import dev.hew.report.Checked;

/** Every problem of a contract, those included that hinder no service. */
public final class ContractCheck {
  private ContractCheck() {}

  /** What was read, with a warning for each of its examples and defaults that its own schemas refuse. */
  public static Checked<SpecInput> of(Checked<SpecInput> input) {
    return input.then(read -> Checked.of(read, WrongExamples.of(read.contract())));
  }
}
