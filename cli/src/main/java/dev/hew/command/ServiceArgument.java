package dev.hew.command;

import java.nio.file.Path;
import picocli.CommandLine.Parameters;

/** The argument DIR: the service that a command is about. */
final class ServiceArgument {
  @Parameters(
      index = "0",
      paramLabel = "DIR",
      arity = "0..1",
      description = "the service's folder (default: the current one)")
  private Path directory = Path.of("");

  /**
   * The service's folder.
   *
   * @param start where relative paths start
   */
  Path folder(Path start) {
    return start.resolve(directory).normalize();
  }
}
