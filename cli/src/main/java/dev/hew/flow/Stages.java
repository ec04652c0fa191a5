package dev.hew.flow;

import dev.hew.change.Change;
import dev.hew.disk.Reasons;
import dev.hew.git.UnmergedFiles;
import dev.hew.lock.Lock;
import dev.hew.merge.LineEnds;
import dev.hew.report.Diagnostic;
import dev.hew.tree.Content;
import dev.hew.tree.RelPath;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Conflicts of an update as git keeps its own: in the index, where merge tools look for them. The update itself does not
 * need git, so that what goes wrong here is a warning.
 */
public final class Stages {
  private Stages() {}

  /** Puts the versions of the files in conflict into the index, where git knows the files. */
  public static List<Diagnostic> mark(Path folder, UpdatePlan plan) {
    List<UnmergedFiles.Versions> versions = new ArrayList<>();
    for (Change change : plan.changes()) {
      if (change instanceof Change.Conflict conflict) {
        Change.Sides sides = conflict.sides();
        Content ours = sides.ours();
        versions.add(new UnmergedFiles.Versions(
            change.path(),
            sides.base().map(base -> LineEnds.like(ours, base)),
            ours,
            LineEnds.like(ours, sides.theirs())));
      }
    }
    try {
      if (!versions.isEmpty()) {
        UnmergedFiles.mark(folder, versions);
      }
      return List.of();
    } catch (IOException e) {
      return List.of(refused(e));
    }
  }

  /** Takes out again what {@link #mark} has put in: the files as they are now count as added. */
  public static List<Diagnostic> settle(Path folder) {
    try {
      Map<RelPath, Content> known = new TreeMap<>();
      ServiceFolder.lock(folder)
          .toOptional()
          .map(Lock::entries)
          .orElse(List.of())
          .forEach(entry -> known.put(entry.path(), entry.content()));
      UnmergedFiles.settle(folder, known);
      return List.of();
    } catch (IOException e) {
      return List.of(refused(e));
    }
  }

  private static Diagnostic refused(IOException why) {
    return Diagnostic.warning(
            "update-index", "git's index cannot be written, and is as it was: " + Reasons.of(why))
        .withHint("the files themselves are as they should be; `git status` shows them");
  }
}
