package dev.hew.git;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.jgit.lib.ObjectId;
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
   * The paths that each of the newest commits changed that lead to the one checked out, from the folder, under the names
   * that they had then; newest first, merges left out.
   *
   * @param most how many commits are looked at
   * @return nothing when the folder is in no repository or nothing is committed
   * @throws IOException when the repository cannot be read
   */
  public static List<List<String>> below(Path folder, int most) throws IOException {
    Path top = folder.toAbsolutePath().normalize();
    FileRepositoryBuilder builder = new FileRepositoryBuilder().findGitDir(top.toFile());
    List<List<String>> commits = new ArrayList<>();
    if (builder.getGitDir() == null) {
      return commits;
    }
    try (Repository repository = builder.build();
        RevWalk walk = new RevWalk(repository);
        TreeWalk trees = new TreeWalk(repository)) {
      ObjectId head = repository.resolve("HEAD^{commit}");
      if (head == null || repository.isBare()) {
        return commits;
      }
      String prefix = prefix(repository.getWorkTree().toPath(), top);
      walk.markStart(walk.parseCommit(head));
      walk.sort(RevSort.COMMIT_TIME_DESC);
      trees.setRecursive(true);
      trees.setFilter(TreeFilter.ANY_DIFF);
      int seen = 0;
      for (RevCommit commit = walk.next(); commit != null && seen < most; commit = walk.next()) {
        seen++;
        if (commit.getParentCount() == 1) {
          RevCommit parent = walk.parseCommit(commit.getParent(0));
          List<String> changed = changed(trees, parent, commit, prefix);
          if (!changed.isEmpty()) {
            commits.add(changed);
          }
        }
      }
    }
    return commits;
  }

  /** A text that is the same as long as {@link #below} finds the same. */
  public static String state(Path folder) throws IOException {
    Path top = folder.toAbsolutePath().normalize();
    FileRepositoryBuilder builder = new FileRepositoryBuilder().findGitDir(top.toFile());
    if (builder.getGitDir() == null) {
      return "";
    }
    try (Repository repository = builder.build()) {
      return repository.resolve("HEAD^{commit}") + " "
          + repository.getObjectDatabase().getShallowCommits() + " "
          + (repository.isBare() ? "" : prefix(repository.getWorkTree().toPath(), top));
    }
  }

  private static String prefix(Path workTree, Path top) throws IOException {
    String relative = workTree.toRealPath().relativize(top.toRealPath()).toString();
    return relative.isEmpty() ? "" : relative.replace('\\', '/') + "/";
  }

  private static List<String> changed(
      TreeWalk trees, RevCommit before, RevCommit after, String prefix) throws IOException {
    List<String> changed = new ArrayList<>();
    trees.reset(before.getTree(), after.getTree());
    while (trees.next() && changed.size() < MOST_FILES) {
      String path = trees.getPathString();
      if (path.startsWith(prefix)) {
        changed.add(path.substring(prefix.length()));
      }
    }
    return changed;
  }
}
