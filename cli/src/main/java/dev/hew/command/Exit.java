package dev.hew.command;

/** Exit codes, by who must act. */
final class Exit {
  static final int DONE = 0;

  /** Something needs the user's eye. */
  static final int LOOK = 1;

  /** The command line is wrong. */
  static final int USAGE = 2;

  /** The spec, pack, plan or lock is wrong. */
  static final int SPEC = 3;

  /** The machine or a repository is in the way. */
  static final int MACHINE = 4;

  /** hew is wrong. */
  static final int BUG = 5;

  private Exit() {}
}
