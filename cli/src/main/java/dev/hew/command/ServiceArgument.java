package dev.hew.command;

import java.nio.file.Path;

/** The argument DIR: the service that a command is about. */
final class ServiceArgument {
  private final Argument<Path> directory;

  ServiceArgument(Arguments arguments) {
    directory = arguments.optionalPosition(
        Path.class, "DIR", "the service's folder (default: the current one)");
  }

  /**
   * The service's folder.
   *
   * @param start where relative paths start
   */
  Path folder(Path start) {
    return start.resolve(directory.or(Path.of(""))).normalize();
  }

  /** How the service's files are called from there. */
  FileNames names(Path start) {
    return new FileNames(folder(start), start);
  }
}
