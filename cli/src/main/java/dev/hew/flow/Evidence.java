package dev.hew.flow;

import dev.hew.cases.Examples;
import dev.hew.cases.Proof;
import dev.hew.contract.Contract;
import java.util.Map;

/** What a contract says whatever the stack, worked out while the stack is read. */
final class Evidence {
  private final Workers.Begun<Known> known;

  /**
   * @param schemas the names of the schemas of bodies and parameters
   * @param examples worked out after them, since both use what the proof has found before
   */
  private record Known(
      Proof proof, Map<String, String> schemas, Workers.Begun<Examples> examples) {}

  private Evidence(Workers.Begun<Known> known) {
    this.known = known;
  }

  static Evidence of(Contract contract) {
    return new Evidence(Workers.begin("proof", () -> {
      Proof proof = Proof.of(contract);
      Map<String, String> schemas = proof.schemaNames();
      return new Known(proof, schemas, Workers.begin("examples", proof::examples));
    }));
  }

  /** What proves that a service does as the contract says. May be asked for cases once the examples are there. */
  Proof proof() {
    return known.value().proof();
  }

  /** The names of the schemas of JSON bodies, by the place of their media type, and of parameters, by their own. */
  Map<String, String> schemas() {
    return known.value().schemas();
  }

  /** The answers that stubs give. */
  Examples examples() {
    return known.value().examples().value();
  }
}
