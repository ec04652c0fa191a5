package dev.hew.cases;

import dev.hew.contract.Contract;

/** All that a contract yields to prove a service by: the cases, and the answers of its stubs. */
public record Proof(Cases cases, Examples examples) {

  /** A pure function of the contract: the same one always gives the same proof. */
  public static Proof of(Contract contract) {
    Workshop workshop = Workshop.of(contract);
    return new Proof(Cases.of(contract, workshop), Examples.of(contract, workshop));
  }
}
