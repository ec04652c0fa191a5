package dev.hew.disk;

import dev.hew.tree.Content;
import dev.hew.tree.FileTree;
import dev.hew.tree.RelPath;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** A folder on disk, read and written whole. */
public final class Folder {
  private Folder() {}

  /** All files below a folder. Symbolic links are not followed. */
  public static FileTree read(Path folder) throws IOException {
    TreeMap<RelPath, Content> files = new TreeMap<>();
    Files.walkFileTree(folder, new SimpleFileVisitor<>() {
      @Override
      public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
          throws IOException {
        if (attributes.isRegularFile()) {
          String path =
              folder.relativize(file).toString().replace(file.getFileSystem().getSeparator(), "/");
          files.put(RelPath.of(path), Content.of(Files.readAllBytes(file)));
        }
        return FileVisitResult.CONTINUE;
      }
    });
    return new FileTree(files);
  }

  public static boolean isThere(Path folder) {
    return Files.isDirectory(folder);
  }

  /** Whether anything is at a path, be it a link that leads nowhere. */
  public static boolean holds(Path folder, RelPath path) {
    return Files.exists(folder.resolve(path.value()), LinkOption.NOFOLLOW_LINKS);
  }

  /** What a folder's entries are called; nothing when there is no such folder. */
  public static List<String> names(Path folder) throws IOException {
    List<String> names = new ArrayList<>();
    if (Files.isDirectory(folder)) {
      try (DirectoryStream<Path> inside = Files.newDirectoryStream(folder)) {
        inside.forEach(path -> names.add(path.getFileName().toString()));
      }
    }
    return names;
  }

  /** The nearest folder above a path in which there is this file. */
  public static Optional<Path> above(Path path, RelPath file) {
    for (Path folder = path.getParent(); folder != null; folder = folder.getParent()) {
      if (Files.isRegularFile(folder.resolve(file.value()))) {
        return Optional.of(folder);
      }
    }
    return Optional.empty();
  }

  /** Whether something stands in the way of a new folder here; an empty folder does not. */
  public static boolean isTaken(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return false;
    }
    if (!Files.isDirectory(folder)) {
      return true;
    }
    try (DirectoryStream<Path> inside = Files.newDirectoryStream(folder)) {
      return inside.iterator().hasNext();
    }
  }

  /**
   * Makes a new folder, whole or not at all: it is filled beside its place and then moved there.
   *
   * @throws IOException when the folder cannot be written; nothing is left behind then
   */
  public static void create(Path folder, Filling filling) throws IOException {
    Path target = folder.toAbsolutePath().normalize();
    Files.createDirectories(target.getParent());
    Path beside = Files.createTempDirectory(target.getParent(), ".hew-new-");
    try {
      filling.fill(beside);
      openToOthers(beside);
      Files.move(beside, target, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException | RuntimeException | Error e) {
      try {
        delete(beside);
      } catch (IOException alsoFailed) {
        e.addSuppressed(alsoFailed);
      }
      throw e;
    }
  }

  /**
   * Writes files into a folder that is there, each whole or not at all.
   *
   * @throws IOException when one cannot be written; those before it are
   */
  public static void replace(Path folder, Map<RelPath, Content> files) throws IOException {
    for (Map.Entry<RelPath, Content> file : files.entrySet()) {
      WholeFile.write(folder.resolve(file.getKey().value()), file.getValue().bytes());
    }
  }

  /** Puts something into an empty folder. */
  @FunctionalInterface
  public interface Filling {
    void fill(Path folder) throws IOException;
  }

  /** Writes files into a new folder, and gives the folder. */
  public static Path write(Path folder, FileTree tree) throws IOException {
    Set<String> made = new HashSet<>();
    for (Map.Entry<RelPath, Content> file : tree.files().entrySet()) {
      Path path = folder.resolve(file.getKey().value());
      if (made.add(file.getKey().folder())) {
        Files.createDirectories(path.getParent());
      }
      Files.write(path, file.getValue().bytes());
      if (file.getValue().executable()) {
        Permissions.setExecutable(path, true);
      }
    }
    return folder;
  }

  /** A temporary folder is private; the service is to have the permissions of any other folder made here. */
  private static void openToOthers(Path folder) throws IOException {
    if (Permissions.areKept(folder)) {
      Path probe = Files.createDirectory(folder.resolve(".hew-probe"));
      Files.setPosixFilePermissions(folder, Files.getPosixFilePermissions(probe));
      Files.delete(probe);
    }
  }

  /** Deletes a folder with all that is in it. Symbolic links are not followed. */
  public static void delete(Path folder) throws IOException {
    Files.walkFileTree(folder, new SimpleFileVisitor<>() {
      @Override
      public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
          throws IOException {
        Files.delete(file);
        return FileVisitResult.CONTINUE;
      }

      @Override
      public FileVisitResult postVisitDirectory(Path inner, IOException failure)
          throws IOException {
        Files.delete(inner);
        return FileVisitResult.CONTINUE;
      }
    });
  }
}
