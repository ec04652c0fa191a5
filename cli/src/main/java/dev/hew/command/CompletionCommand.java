package dev.hew.command;

import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code hew completion}: a script that lets a shell complete hew's commands. */
@Command(
    name = "completion",
    description = "Prints a completion script for bash and zsh.",
    footer = {"", "Example:", "  source <(hew completion)"})
final class CompletionCommand extends Shared implements Callable<Integer> {
  @Spec
  private CommandSpec spec;

  @Override
  public Integer call() {
    console().out().print(AutoComplete.bash("hew", spec.root().commandLine()));
    return Exit.DONE;
  }
}
