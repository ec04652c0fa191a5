package dev.hew.command;

import java.nio.file.Path;
import picocli.CommandLine.Parameters;

/** A command of {@code hew split} whose argument is the code base. */
abstract class SplitFolderCommand extends SplitShared {
  @Parameters(
      index = "0",
      paramLabel = "DIR",
      arity = "0..1",
      description = "the code base (default: the current folder)")
  private Path dir;

  /** The code base's folder. */
  Path top() {
    return top(dir);
  }
}
