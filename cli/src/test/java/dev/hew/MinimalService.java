package dev.hew;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hew.flow.Generation;
import dev.hew.flow.NewService;
import dev.hew.flow.SpecInput;
import dev.hew.report.Checked;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** What hew makes of a contract that it accepts, with the option {@code minimal} where nothing else is said. */
final class MinimalService {
  private MinimalService() {}

  /**
   * @param contract the name of a file in {@code src/test/resources/services}
   */
  static Generation of(String contract) {
    Path file = Path.of("src", "test", "resources", "services", contract);
    return made(file.toString(), InputStream.nullInputStream(), Map.of("minimal", "true"));
  }

  static Generation ofText(String contract) {
    return ofText(contract, Map.of("minimal", "true"));
  }

  /**
   * @param options by name
   */
  static Generation ofText(String contract, Map<String, String> options) {
    return made("-", new ByteArrayInputStream(contract.getBytes(StandardCharsets.UTF_8)), options);
  }

  private static Generation made(String spec, InputStream in, Map<String, String> options) {
    Checked<Generation> made = SpecInput.read(spec, Path.of(""), Optional.empty(), in)
        .input()
        .then(i -> NewService.plan(i, Optional.empty(), options, "test"));
    assertTrue(made.ok(), () -> made.diagnostics().toString());
    return made.value();
  }
}
