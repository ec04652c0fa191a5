package dev.hew.cases;

import dev.hew.contract.Contract;
import dev.hew.contract.ContractReader;
import dev.hew.report.Checked;
import dev.hew.report.Diagnostic;
import dev.hew.report.Source;
import java.util.List;
import java.util.Optional;

/** Contracts for tests, from text. */
final class Contracts {
  private Contracts() {}

  /** The contract whose document goes on like this after its head. */
  static Contract of(String rest) {
    return read("openapi: 3.0.3\ninfo: {title: t, version: '1'}\n" + rest);
  }

  static Contract read(String text) {
    Checked<Contract> contract = ContractReader.read(
        new Source("openapi.yaml", text), path -> Checked.failed(Diagnostic.error("none", path)));
    if (!contract.ok()) {
      throw new IllegalArgumentException(contract.diagnostics().toString());
    }
    return contract.value();
  }

  static List<Case> cases(String rest) {
    return Cases.of(of(rest)).cases();
  }

  static Case find(List<Case> cases, String id) {
    return cases.stream()
        .filter(one -> one.id().equals(id))
        .findFirst()
        .orElseThrow(() -> new AssertionError(
            id + " is none of " + cases.stream().map(Case::id).toList()));
  }

  static Optional<Case> maybe(List<Case> cases, String id) {
    return cases.stream().filter(one -> one.id().equals(id)).findFirst();
  }

  static Case.Request request(List<Case> cases, String id) {
    return find(cases, id).steps().get(0).request();
  }

  static Case.Expect expect(List<Case> cases, String id) {
    return find(cases, id).steps().get(0).expect();
  }
}
