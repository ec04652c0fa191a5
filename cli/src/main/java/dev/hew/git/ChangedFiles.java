package dev.hew.git;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevSort;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.eclipse.jgit.treewalk.filter.TreeFilter;

/** Which files changed in which commit. */
public final class ChangedFiles {
  /** The rest of a larger commit is not looked at. */
  private static final int MOST_FILES = 100;

  private ChangedFiles() {}

  /**
   * What a repository's history says of a folder.
   *
   * @param commits the paths that each commit changed, from the folder, under the names of today where git's order of
   *     commits tells; newest first
   * @param seconds for each path when it was first and last changed, in seconds since 1970
   */
  public record Log(List<List<String>> commits, Map<String, long[]> seconds) {}

  /**
   * The newest commits that lead to the one checked out, merges left out.
   *
   * @param most how many commits are looked at
   * @return an empty log when the folder is in no repository or nothing is committed
   * @throws IOException when the repository cannot be read
   */
  public static Log below(Path folder, int most) throws IOException {
    Path top = folder.toAbsolutePath().normalize();
    FileRepositoryBuilder builder = new FileRepositoryBuilder().findGitDir(top.toFile());
    List<List<String>> commits = new ArrayList<>();
    Map<String, long[]> seconds = new HashMap<>();
    if (builder.getGitDir() == null) {
      return new Log(commits, seconds);
    }
    try (Repository repository = builder.build();
        RevWalk walk = new RevWalk(repository);
        ObjectReader reader = repository.newObjectReader()) {
      ObjectId head = repository.resolve("HEAD^{commit}");
      if (head == null || repository.isBare()) {
        return new Log(commits, seconds);
      }
      String prefix = prefix(repository.getWorkTree().toPath(), top);
      walk.markStart(walk.parseCommit(head));
      walk.sort(RevSort.COMMIT_TIME_DESC);
      int seen = 0;
      for (RevCommit commit = walk.next(); commit != null && seen < most; commit = walk.next()) {
        seen++;
        if (commit.getParentCount() == 1) {
          RevCommit parent = walk.parseCommit(commit.getParent(0));
          List<String> changed = changed(reader, parent, commit, prefix);
          if (!changed.isEmpty()) {
            commits.add(changed);
            note(changed, commit.getCommitTime(), seconds);
          }
        }
      }
    }
    return new Log(commits, seconds);
  }

  private static void note(List<String> changed, long time, Map<String, long[]> seconds) {
    for (String path : changed) {
      long[] span = seconds.computeIfAbsent(path, p -> new long[] {time, time});
      span[0] = Math.min(span[0], time);
      span[1] = Math.max(span[1], time);
    }
  }

  private static String prefix(Path workTree, Path top) throws IOException {
    String relative = workTree.toRealPath().relativize(top.toRealPath()).toString();
    return relative.isEmpty() ? "" : relative.replace('\\', '/') + "/";
  }

  private static List<String> changed(
      ObjectReader reader, RevCommit before, RevCommit after, String prefix) throws IOException {
    List<String> changed = new ArrayList<>();
    try (TreeWalk trees = new TreeWalk(reader)) {
      trees.addTree(before.getTree());
      trees.addTree(after.getTree());
      trees.setRecursive(true);
      trees.setFilter(TreeFilter.ANY_DIFF);
      while (trees.next() && changed.size() <= MOST_FILES) {
        String path = trees.getPathString();
        if (path.startsWith(prefix)) {
          changed.add(path.substring(prefix.length()));
        }
      }
    }
    return changed;
  }
}
