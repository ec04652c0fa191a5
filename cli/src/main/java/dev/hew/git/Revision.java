package dev.hew.git;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.jgit.errors.RevisionSyntaxException;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.eclipse.jgit.treewalk.TreeWalk;

/** Files as they were at a revision. */
public final class Revision {
  private Revision() {}

  /**
   * A file's bytes at a revision of the repository around a folder.
   *
   * @param revision anything that git understands as one, for example {@code main} or {@code HEAD~2}
   * @param path from the repository's top level
   * @return empty when the revision has no such file
   * @throws IOException when there is no repository or no such revision, or it cannot be read
   */
  public static Optional<byte[]> read(Path folder, String revision, String path)
      throws IOException {
    FileRepositoryBuilder builder = new FileRepositoryBuilder()
        .findGitDir(folder.toAbsolutePath().normalize().toFile());
    if (builder.getGitDir() == null) {
      throw new IOException("there is no git repository around `" + folder + "`");
    }
    try (Repository repository = builder.build();
        RevWalk walk = new RevWalk(repository)) {
      ObjectId commit = repository.resolve(revision + "^{commit}");
      if (commit == null) {
        throw new IOException("there is no revision `" + revision + "`");
      }
      try (TreeWalk tree =
          TreeWalk.forPath(repository, path, walk.parseCommit(commit).getTree())) {
        return tree == null
            ? Optional.empty()
            : Optional.of(repository.open(tree.getObjectId(0)).getBytes());
      }
    } catch (RevisionSyntaxException e) {
      throw new IOException("`" + revision + "` is no revision", e);
    }
  }
}
