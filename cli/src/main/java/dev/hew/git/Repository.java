package dev.hew.git;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;

/** A git repository. */
public final class Repository {
  private Repository() {}

  /** Whether a folder, which need not exist, lies within a repository. */
  public static boolean surrounds(Path folder) {
    File start = folder.toAbsolutePath().normalize().toFile();
    return new FileRepositoryBuilder().findGitDir(start).getGitDir() != null;
  }

  /**
   * Makes a folder a repository and commits all that is in it.
   *
   * @throws IOException when git cannot do so
   */
  public static void begin(Path folder, String message) throws IOException {
    try (Git git =
        Git.init().setDirectory(folder.toFile()).setInitialBranch("main").call()) {
      git.add().addFilepattern(".").call();
      git.commit().setMessage(message).setSign(false).call();
    } catch (GitAPIException e) {
      throw new IOException(e.getMessage(), e);
    }
  }
}
