package dev.hew.command;

import dev.hew.report.Diagnostic;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Exit codes, by who must act. */
final class Exit {
  static final int DONE = 0;

  /** A person has to look at it: something failed or differs. */
  static final int EYE = 1;

  /** The command line is wrong. */
  static final int USAGE = 2;

  /** The spec, pack, plan or lock is wrong. */
  static final int SPEC = 3;

  /** The machine or a repository is in the way. */
  static final int MACHINE = 4;

  /** hew is wrong. */
  static final int BUG = 5;

  private static final Set<String> FOR_EYES = Set.of(
      "conflict-left",
      "contract-conflict",
      "pack-changed",
      "undo-edited",
      "undo-nothing",
      "update-verify-conflict",
      "update-verify-failed",
      "update-verify-line",
      "update-verify-slow");

  private static final Set<String> OF_MACHINES = Set.of(
      "pack-kept-broken",
      "pack-not-kept",
      "pack-unreachable",
      "pack-unreadable",
      "update-busy",
      "update-hindered",
      "update-unfinished",
      "update-verify-tool");

  private Exit() {}

  /**
   * The code of a command that is refused: what all the errors ask of a person, or of the machine; else the spec, the
   * pack or the lock is to blame.
   */
  static int of(List<Diagnostic> diagnostics) {
    Set<String> codes = diagnostics.stream()
        .filter(Diagnostic::isError)
        .map(Diagnostic::code)
        .collect(Collectors.toSet());
    return FOR_EYES.containsAll(codes) ? EYE : OF_MACHINES.containsAll(codes) ? MACHINE : SPEC;
  }

  /**
   * The same, where some errors say that the command line is wrong.
   *
   * @param usage the codes of these errors
   */
  static int of(List<Diagnostic> diagnostics, Set<String> usage) {
    boolean asked = diagnostics.stream().anyMatch(d -> d.isError() && usage.contains(d.code()));
    return asked ? USAGE : of(diagnostics);
  }
}
