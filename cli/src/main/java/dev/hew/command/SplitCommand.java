package dev.hew.command;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code hew split}: a monolith becomes services. */
@Command(
    name = "split",
    description = "Shows where a monolith comes apart and what that costs.",
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {
      SplitMapCommand.class,
      SplitCostCommand.class,
      SplitGuardCommand.class,
      SplitScoreCommand.class
    },
    footer = {"", "Example:", "  hew split map ."})
final class SplitCommand implements Runnable {
  @Spec
  private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "a command is missing");
  }
}
