package dev.hew.command;

import dev.hew.flow.ContractCheck;
import dev.hew.flow.SpecInput;
import dev.hew.report.Checked;
import dev.hew.report.JsonReport;
import java.util.Map;
import java.util.concurrent.Callable;

/** {@code hew check}: every problem of a contract, with places. */
final class CheckCommand extends Shared implements Callable<Integer> {

  private final SpecArgument spec = new SpecArgument(arguments());

  CheckCommand() {
    super("check", "Reports every problem of a contract.", "hew check openapi.yaml");
  }

  @Override
  public Integer call() {
    SpecInput.Reading reading = spec.read(folder(), console().in());
    Checked<SpecInput> input = ContractCheck.of(reading.input());
    if (!input.ok()) {
      report(input.diagnostics(), reading.sources());
      return Exit.SPEC;
    }
    int operations = input.value().contract().operations().size();
    if (json()) {
      console().out().println(JsonReport.of(input.diagnostics(), Map.of("operations", operations)));
      return Exit.DONE;
    }
    report(input.diagnostics(), reading.sources());
    say("`" + spec + "` can be served: " + counted(operations, "operation") + ", "
        + counted(input.diagnostics().size(), "warning"));
    return Exit.DONE;
  }
}
