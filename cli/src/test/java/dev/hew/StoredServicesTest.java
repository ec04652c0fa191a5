package dev.hew;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hew.flow.Generation;
import dev.hew.flow.NewService;
import dev.hew.flow.SpecInput;
import dev.hew.flow.Verification;
import dev.hew.http.Connection;
import dev.hew.report.Checked;
import dev.hew.verify.Address;
import dev.hew.verify.Caller;
import dev.hew.verify.Finding;
import dev.hew.verify.Judge;
import dev.hew.verify.Outcome;
import dev.hew.verify.Server;
import dev.hew.verify.Trial;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Services that keep things do so: started with a database of their own, they pass all their contract cases. */
class StoredServicesTest {
  private static final Path CONTRACTS = Path.of("src", "test", "resources", "services");

  @TempDir
  Path folder;

  /** The operations named are left to their owners, each for a reason that the README has. */
  @ParameterizedTest
  @CsvSource({"stored.yaml, listMarks addMark", "pages.yaml, listParcels addParcel"})
  void passTheirCases(String contract, String stubs) throws Exception {
    Checked<SpecInput> input = SpecInput.read(
            CONTRACTS.resolve(contract).toString(),
            Path.of(""),
            Optional.empty(),
            InputStream.nullInputStream())
        .input();
    Checked<Generation> made =
        input.then(i -> NewService.plan(i, Optional.empty(), Map.of("minimal", "true"), "test"));
    assertTrue(made.ok(), () -> made.diagnostics().toString());
    try (RunningService service = RunningService.start(made.value().tree(), folder)) {
      Server server = Verification.server(
          Address.of("http://127.0.0.1:" + service.port()).value(),
          new Caller(Map.of(), List.of()),
          new Connection(Duration.ofSeconds(30)));
      List<Finding> findings = new Trial(new Judge(made.value().cases().schemas()), server)
          .run(made.value().cases().cases(), finding -> {});
      List<String> failed = findings.stream()
          .filter(Finding::failed)
          .map(f -> f.one().id() + ": " + f.problems() + " " + f.request() + " " + f.answer())
          .toList();
      assertEquals(List.of(), failed);
      List<String> stubbed = findings.stream()
          .filter(f -> f.outcome() == Outcome.STUBBED)
          .map(f -> f.one().id().substring(0, f.one().id().indexOf('.')))
          .distinct()
          .toList();
      assertEquals(List.of(stubs.split(" ")), stubbed);
    }
  }
}
