package dev.hew.disk;

import dev.hew.tree.RelPath;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/**
 * A copy of a service in which something can be tried out, below its {@code .hew/local}, which git ignores. It goes when
 * it is closed; what a killed process has left goes when the next transaction begins.
 */
public final class Scratch implements AutoCloseable {
  private static final String NAME = "scratch";

  private final Path folder;

  private Scratch(Path folder) {
    this.folder = folder;
  }

  /**
   * Copies files as they are, and then takes steps in the copy. Symbolic links are copied as links.
   *
   * @param service where they are
   * @param files relative to it
   * @throws IOException when a file cannot be copied; nothing is left behind then
   */
  public static Scratch of(Path service, List<Path> files, List<Transaction.Step> steps)
      throws IOException {
    Path local = service.resolve(".hew/local");
    clear(local);
    Scratch scratch = new Scratch(Files.createDirectories(local.resolve(NAME)));
    try {
      for (Path file : files) {
        Path copy = scratch.folder.resolve(file.toString());
        Files.createDirectories(copy.getParent());
        Files.copy(
            service.resolve(file),
            copy,
            LinkOption.NOFOLLOW_LINKS,
            StandardCopyOption.COPY_ATTRIBUTES);
      }
      for (Transaction.Step step : steps) {
        scratch.take(step);
      }
      return scratch;
    } catch (IOException e) {
      scratch.close();
      throw e;
    }
  }

  /** Removes what was left behind by a process that was killed. */
  static void clear(Path local) throws IOException {
    Path left = local.resolve(NAME);
    if (Files.exists(left, LinkOption.NOFOLLOW_LINKS)) {
      Folder.delete(left);
    }
  }

  private void take(Transaction.Step step) throws IOException {
    RelPath path = step.path();
    if (GuardedFiles.isLinked(folder, path)) {
      throw new IOException("`" + path + "` is, or lies below, a symbolic link");
    }
    Path file = folder.resolve(path.value());
    if (step.after().isEmpty()) {
      Files.deleteIfExists(file);
    } else {
      Files.createDirectories(file.getParent());
      Files.write(file, step.after().get().bytes());
      Permissions.setExecutable(file, step.after().get().executable());
    }
  }

  /** Where the copy is. */
  public Path folder() {
    return folder;
  }

  /**
   * Deletes the copy with all that has been made in it.
   *
   * @throws UncheckedIOException when something in it cannot be deleted
   */
  @Override
  public synchronized void close() {
    try {
      if (Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
        Folder.delete(folder);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
