package dev.hew.command;

/** The machine or a repository is in the way: a full disk, a folder that cannot be written. */
final class MachineException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  MachineException(String message, Throwable cause) {
    super(message, cause);
  }
}
