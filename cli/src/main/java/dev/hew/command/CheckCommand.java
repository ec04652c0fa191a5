package dev.hew.command;

import dev.hew.flow.ContractCheck;
import dev.hew.flow.SpecInput;
import dev.hew.report.Checked;
import dev.hew.report.JsonReport;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code hew check}: every problem of a contract, with places. */
@Command(
    name = "check",
    description = "Reports every problem of a contract.",
    footer = {"", "Example:", "  hew check openapi.yaml"})
final class CheckCommand extends Shared implements Callable<Integer> {

  @Mixin
  private SpecArgument spec;

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
