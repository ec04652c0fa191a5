package dev.hew.command;

import java.util.concurrent.Callable;
import picocli.AutoComplete;

/** {@code hew completion}: a script that lets a shell complete hew's commands. */
final class CompletionCommand extends Shared implements Callable<Integer> {
  CompletionCommand() {
    super("completion", "Prints a completion script for bash and zsh.", "source <(hew completion)");
  }

  @Override
  public Integer call() {
    console().out().print(AutoComplete.bash("hew", arguments().spec().root().commandLine()));
    return Exit.DONE;
  }
}
