package dev.hew.disk;

import dev.hew.report.Checked;
import dev.hew.report.Diagnostic;
import dev.hew.tree.Content;
import dev.hew.tree.FileTree;
import dev.hew.tree.RelPath;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Single files of a folder that others may have laid out: no symbolic link is followed, nothing huge is read. */
public final class GuardedFiles {
  /** A file larger than this, in bytes, is refused. */
  static final int LARGEST = 64 * 1024 * 1024;

  /** All that is read at once may not have more bytes than this. */
  private static final long LARGEST_SUM = 512L * 1024 * 1024;

  private static final int LARGEST_STRANGER = 1024 * 1024;
  private static final long LARGEST_STRANGERS = 64L * 1024 * 1024;
  private static final int MOST_STRANGERS = 5_000;
  private static final Set<String> FILLED = Set.of("target", "build", "out", "node_modules");

  private GuardedFiles() {}

  /**
   * The files at some paths as they are on disk; one that is not there is left out.
   *
   * @throws IOException when the system refuses
   */
  public static Checked<FileTree> read(Path folder, Collection<RelPath> paths) throws IOException {
    TreeMap<RelPath, Content> files = new TreeMap<>();
    List<Diagnostic> problems = new ArrayList<>();
    long sum = 0;
    for (RelPath path : paths) {
      Path file = folder.resolve(path.value());
      if (isLinked(folder, path)) {
        problems.add(Diagnostic.error(
                "file-linked",
                "`" + path + "` is, or lies below, a symbolic link; nothing was written")
            .withHint("put the file itself there"));
      } else if (Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS)) {
        problems.add(
            Diagnostic.error("file-is-folder", "`" + path + "` is a folder; nothing was written")
                .withHint("move the folder away"));
      } else if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
        byte[] bytes = bytes(file, LARGEST);
        sum += bytes.length;
        if (bytes.length > LARGEST || sum > LARGEST_SUM) {
          return Checked.failed(Diagnostic.error(
                  "file-too-large", "`" + path + "` is larger than anything hew writes")
              .withHint("move it away, or bring it back from version control"));
        }
        files.put(path, Content.of(bytes).executable(Permissions.isExecutable(file)));
      }
    }
    return Checked.of(new FileTree(files), problems);
  }

  /**
   * Files beside those that are known, of the same kinds. Folders that tools fill and hidden ones are not looked into,
   * nor is what is unusually large or much, or cannot be read.
   */
  public static FileTree strangers(Path folder, Collection<RelPath> known) throws IOException {
    Set<String> kinds = new HashSet<>();
    known.forEach(path -> kinds.add(kind(path.name())));
    TreeMap<RelPath, Content> files = new TreeMap<>();
    Files.walkFileTree(folder, new SimpleFileVisitor<>() {
      private long sum;

      @Override
      public FileVisitResult preVisitDirectory(Path inner, BasicFileAttributes attributes) {
        String name = String.valueOf(inner.getFileName());
        boolean skipped = !inner.equals(folder) && (name.startsWith(".") || FILLED.contains(name));
        return skipped ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
      }

      @Override
      public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
        if (attributes.isRegularFile()
            && attributes.size() <= LARGEST_STRANGER
            && kinds.contains(kind(file.getFileName().toString()))) {
          relative(folder, file)
              .filter(p -> !known.contains(p))
              .ifPresent(path -> take(path, file));
        }
        return files.size() < MOST_STRANGERS && sum < LARGEST_STRANGERS
            ? FileVisitResult.CONTINUE
            : FileVisitResult.TERMINATE;
      }

      private void take(RelPath path, Path file) {
        try {
          byte[] bytes = bytes(file, LARGEST_STRANGER);
          boolean executable = Permissions.isExecutable(file);
          if (bytes.length <= LARGEST_STRANGER) {
            files.put(path, Content.of(bytes).executable(executable));
            sum += bytes.length;
          }
        } catch (IOException e) {
          visitFileFailed(file, e);
        }
      }

      @Override
      public FileVisitResult visitFileFailed(Path file, IOException failure) {
        return FileVisitResult.CONTINUE; // what may not be read was not renamed either
      }

      @Override
      public FileVisitResult postVisitDirectory(Path inner, IOException failure) {
        return FileVisitResult
            .CONTINUE; // a folder that changes meanwhile is looked through as far as it goes
      }
    });
    return new FileTree(files);
  }

  /** Whether the system tells files that can be executed from others. */
  public static boolean keepsModes(Path folder) {
    return Permissions.areKept(folder);
  }

  /** The path within a folder; empty for one that hew would never write. */
  private static Optional<RelPath> relative(Path folder, Path file) {
    try {
      return Optional.of(RelPath.of(
          folder.relativize(file).toString().replace(file.getFileSystem().getSeparator(), "/")));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static String kind(String name) {
    return name.substring(name.lastIndexOf('.') + 1);
  }

  /** The bytes of a file; one more than the most when it is larger. */
  private static byte[] bytes(Path file, int most) throws IOException {
    try (InputStream in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
      return in.readNBytes(most + 1);
    }
  }

  /** Whether a path below a folder goes through a symbolic link or ends in one. */
  static boolean isLinked(Path folder, RelPath path) {
    Path at = folder;
    for (String part : path.value().split("/")) {
      at = at.resolve(part);
      if (Files.isSymbolicLink(at)) {
        return true;
      }
    }
    return false;
  }
}
