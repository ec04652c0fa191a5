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
        byte[] bytes = bytes(file);
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
   * nor is what is unusually large or much.
   */
  public static FileTree strangers(Path folder, Collection<RelPath> known) throws IOException {
    Set<String> kinds = new HashSet<>();
    known.forEach(path -> kinds.add(kind(path.name())));
    TreeMap<RelPath, Content> files = new TreeMap<>();
    Files.walkFileTree(folder, new SimpleFileVisitor<>() {
      @Override
      public FileVisitResult preVisitDirectory(Path inner, BasicFileAttributes attributes) {
        String name = String.valueOf(inner.getFileName());
        boolean skipped = !inner.equals(folder) && (name.startsWith(".") || FILLED.contains(name));
        return skipped ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
      }

      @Override
      public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
          throws IOException {
        if (attributes.isRegularFile()
            && attributes.size() <= LARGEST_STRANGER
            && kinds.contains(kind(file.getFileName().toString()))) {
          Optional<RelPath> path = relative(folder, file).filter(p -> !known.contains(p));
          if (path.isPresent()) {
            files.put(
                path.get(), Content.of(bytes(file)).executable(Permissions.isExecutable(file)));
          }
        }
        return files.size() < MOST_STRANGERS ? FileVisitResult.CONTINUE : FileVisitResult.TERMINATE;
      }

      @Override
      public FileVisitResult visitFileFailed(Path file, IOException failure) {
        return FileVisitResult.CONTINUE; // what may not be read was not renamed either
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

  private static byte[] bytes(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
      return in.readNBytes(LARGEST + 1);
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
