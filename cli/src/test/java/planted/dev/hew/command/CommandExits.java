package planted.dev.hew.command;

/** Breaks the rule {@code output} by a call. */
public final class CommandExits {
  void forbidden() {
    System.exit(1);
  }
}
