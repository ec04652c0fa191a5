package dev.hew.command;

import java.nio.file.Path;

/** A command of {@code hew split} whose argument is the code base. */
abstract class SplitFolderCommand extends SplitShared {
  private final Argument<Path> dir = arguments()
      .optionalPosition(Path.class, "DIR", "the code base (default: the current folder)");

  SplitFolderCommand(String name, String description, String example) {
    super(name, description, example);
  }

  @Override
  Path top() {
    return top(dir);
  }
}
