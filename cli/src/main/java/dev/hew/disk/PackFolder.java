package dev.hew.disk;

import dev.hew.report.Checked;
import dev.hew.report.Diagnostic;
import dev.hew.tree.FileTree;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;

/** A pack in a folder of this machine. Symbolic links are not followed. */
public final class PackFolder {
  private PackFolder() {}

  /**
   * Its files.
   *
   * @param place what messages call the folder
   * @throws IOException when the system refuses
   */
  public static Checked<FileTree> read(Path folder, String place) throws IOException {
    if (!Files.isDirectory(folder)) {
      return Checked.failed(
          Diagnostic.error("pack-not-found", "there is no folder `" + place + "`")
              .withHint(
                  "a pack's folder is named from where `hew.yaml` is; `URL@REVISION` names a repository"));
    }
    PackEntries entries = new PackEntries(place);
    Files.walkFileTree(folder, new SimpleFileVisitor<>() {
      @Override
      public FileVisitResult preVisitDirectory(Path inner, BasicFileAttributes attributes) {
        if (inner.equals(folder)) {
          return FileVisitResult.CONTINUE;
        }
        String path = path(inner);
        return !PackEntries.isPart(path)
            ? FileVisitResult.SKIP_SUBTREE
            : entries.folder(path) ? FileVisitResult.CONTINUE : FileVisitResult.TERMINATE;
      }

      @Override
      public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
          throws IOException {
        String path = path(file);
        if (!PackEntries.isPart(path)) {
          return FileVisitResult.CONTINUE;
        }
        if (!attributes.isRegularFile()) {
          entries.refuse(
              path, attributes.isSymbolicLink() ? "is a symbolic link" : "is no plain file");
          return FileVisitResult.CONTINUE;
        }
        return entries.file(path, most -> bytes(file, most))
            ? FileVisitResult.CONTINUE
            : FileVisitResult.TERMINATE;
      }

      private String path(Path inner) {
        return folder
            .relativize(inner)
            .toString()
            .replace(inner.getFileSystem().getSeparator(), "/");
      }
    });
    return entries.all();
  }

  private static byte[] bytes(Path file, int most) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return in.readNBytes(most);
    }
  }
}
