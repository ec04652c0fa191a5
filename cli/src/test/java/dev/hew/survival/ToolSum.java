package dev.hew.survival;

import dev.hew.change.Changes;
import dev.hew.survival.Account.Fate;
import dev.hew.tree.FileTree;
import dev.hew.tree.RelPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** What another tool does with edits, summed up. */
final class ToolSum {
  private int runs;
  private int kept;
  private int lost;
  private int without;
  private int conflicted;
  private int stale;

  /**
   * Counts one run.
   *
   * @param wanted what the tool makes of the new contract
   * @param after what it made of the edited service
   * @param conflicts the files that it reports to be in conflict, or leaves marks in
   */
  void count(
      FileTree base, FileTree edited, FileTree wanted, FileTree after, Set<RelPath> conflicts) {
    Account account = Account.of(base, edited, wanted, new Changes(List.of(), after));
    Set<RelPath> touched = touched(base, edited);
    boolean asEdited = touched.stream().allMatch(path -> after.get(path).equals(edited.get(path)));
    boolean lost = !asEdited
        && account.lines().containsKey(Fate.LOST)
        && !account.losses().stream().allMatch(loss -> isShown(loss, conflicts));
    boolean missing = touched.stream()
        .anyMatch(path ->
            !base.get(path).equals(wanted.get(path)) && after.get(path).equals(edited.get(path)));
    List<RelPath> left = new ArrayList<>(base.files().keySet());
    left.removeIf(path ->
        wanted.get(path).isPresent() || after.get(path).isEmpty() || conflicts.contains(path));
    runs++;
    if (lost) {
      this.lost++;
    } else if (!conflicts.isEmpty()) {
      conflicted++;
    } else if (missing) {
      without++;
    } else {
      kept++;
    }
    stale += left.isEmpty() ? 0 : 1;
  }

  /** A deleted file that is there again, but in conflict. */
  private static boolean isShown(String loss, Set<RelPath> conflicts) {
    return conflicts.stream().anyMatch(path -> loss.startsWith(path + ": deleted"));
  }

  /** The files of the tool's that somebody edited, deleted or renamed. */
  static Set<RelPath> touched(FileTree base, FileTree edited) {
    Set<RelPath> touched = new TreeSet<>(base.files().keySet());
    touched.removeIf(path -> base.get(path).equals(edited.get(path)));
    return touched;
  }

  int lost() {
    return lost;
  }

  int runs() {
    return runs;
  }

  /** A row of the table of all tools. */
  String row(String tool) {
    return String.format(
        Locale.ROOT,
        "| %s | %d | %d | %d | %d | %d | %d |",
        tool,
        runs,
        kept,
        lost,
        without,
        conflicted,
        stale);
  }
}
