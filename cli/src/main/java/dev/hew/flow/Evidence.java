package dev.hew.flow;

import dev.hew.cases.Examples;
import dev.hew.cases.Proof;
import dev.hew.contract.Contract;
import java.util.Map;

/** What a contract says whatever the stack, worked out while the stack is read. */
final class Evidence {
  private final Workers.Begun<Known> known;

  /**
   * @param inputs the names of the schemas that input keeps to
   * @param examples worked out after them, since both use what the proof has found before
   */
  private record Known(Proof proof, Map<String, String> inputs, Workers.Begun<Examples> examples) {}

  private Evidence(Workers.Begun<Known> known) {
    this.known = known;
  }

  static Evidence of(Contract contract) {
    return new Evidence(Workers.begin("proof", () -> {
      Proof proof = Proof.of(contract);
      Map<String, String> inputs = proof.inputSchemas();
      return new Known(proof, inputs, Workers.begin("examples", proof::examples));
    }));
  }

  /** What proves that a service does as the contract says. May be asked for cases once the examples are there. */
  Proof proof() {
    return known.value().proof();
  }

  /** The names of the schemas that input keeps to: JSON bodies by the place of their operation, parameters by their own. */
  Map<String, String> inputs() {
    return known.value().inputs();
  }

  /** The answers that stubs give. */
  Examples examples() {
    return known.value().examples().value();
  }
}
