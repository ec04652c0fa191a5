package dev.hew.contract;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hew.report.Checked;
import dev.hew.report.Diagnostic;
import dev.hew.report.Source;
import java.util.List;
import java.util.Map;

/** Contracts out of texts in memory. */
final class Texts {
  private Texts() {}

  static Checked<Contract> read(String text) {
    return read(text, Map.of());
  }

  static Checked<Contract> read(String text, Map<String, String> files) {
    return ContractReader.read(
        new Source("api.yaml", text),
        path -> files.containsKey(path)
            ? Checked.of(new Source(path, files.get(path)))
            : Checked.failed(
                Diagnostic.error("spec-not-found", "there is no file `" + path + "`")));
  }

  static Contract contract(String text) {
    Checked<Contract> contract = read(text);
    assertTrue(contract.ok(), () -> contract.diagnostics().toString());
    return contract.value();
  }

  /** {@code code@line:column+length} of each problem. */
  static List<String> problems(Checked<Contract> contract) {
    return contract.diagnostics().stream().map(Texts::brief).toList();
  }

  static List<String> problems(String text) {
    return problems(read(text));
  }

  private static String brief(Diagnostic d) {
    return d.code()
        + d.position()
            .map(p -> "@" + p.line() + ":" + p.column() + "+" + d.length())
            .orElse("");
  }

  /** A contract in OpenAPI {@code version} with one operation and these schemas, indented by four. */
  static String withSchemas(String version, String schemas) {
    return "openapi: " + version
        + "\ninfo: {title: t, version: '1'}\npaths:\n  /a: {get: {responses: {'200': {description: ok}}}}\n"
        + "components:\n  schemas:\n" + schemas.indent(4);
  }
}
