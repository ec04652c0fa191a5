package dev.hew.command;

import java.util.List;

/** {@code hew split}: a monolith becomes services. */
final class SplitCommand implements Runnable {
  private final Arguments arguments = new Arguments(
          this,
          "split",
          "Shows where a monolith comes apart and what that costs.",
          "hew split map .")
      .withCommands(List.of(
          new SplitMapCommand().arguments(),
          new SplitCostCommand().arguments(),
          new SplitGuardCommand().arguments(),
          new SplitScoreCommand().arguments()));

  Arguments arguments() {
    return arguments;
  }

  @Override
  public void run() {
    throw arguments.misused("a command is missing");
  }
}
