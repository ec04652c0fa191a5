package dev.hew.flow;

import dev.hew.cases.Examples;
import dev.hew.cases.Proof;
import dev.hew.contract.Contract;
import dev.hew.schema.Containment;
import java.util.Map;

/** What a contract says whatever the stack, worked out while the stack is read and the service is modelled. */
final class Evidence {
  private final Workers.Begun<Known> known;

  /**
   * Each of these uses what the one before has found, so they are worked out one after the other.
   *
   * @param schemas the names of the schemas of bodies and parameters
   * @param ready the proof, when what all its cases share is worked out too
   */
  private record Known(
      Proof proof,
      Map<String, String> schemas,
      Workers.Begun<Examples> examples,
      Workers.Begun<Proof> ready) {}

  private Evidence(Workers.Begun<Known> known) {
    this.known = known;
  }

  static Evidence of(Contract contract) {
    return new Evidence(Workers.begin("proof", () -> {
      Proof proof = Proof.of(contract);
      Map<String, String> schemas = proof.schemaNames();
      Workers.Begun<Examples> examples = Workers.begin("examples", proof::examples);
      Workers.Begun<Proof> ready = Workers.begin("refusals", () -> {
        examples.result();
        return proof.prepared();
      });
      return new Known(proof, schemas, examples, ready);
    }));
  }

  /** What proves that a service does as the contract says. */
  Proof proof() {
    return known.value().ready().value();
  }

  /** The names of the schemas of JSON bodies, by the place of their media type, and of parameters, by their own. */
  Map<String, String> schemas() {
    return known.value().schemas();
  }

  /** Tells whether what may be sent can be given back. */
  Containment containment() {
    return known.value().proof().containment();
  }

  /** The answers that stubs give. */
  Examples examples() {
    return known.value().examples().value();
  }
}
