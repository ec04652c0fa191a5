package dev.hew.disk;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Writes single files so that nobody ever sees half of one. */
final class WholeFile {
  /** How the name of the folder starts in which a file is written; one is left when the process is killed there. */
  static final String BESIDE = ".hew-new-";

  private WholeFile() {}

  /**
   * Refuses a folder, an empty one of which would be replaced like a file.
   *
   * @throws IOException when there is a folder of this name
   */
  static void refuseFolder(Path file) throws IOException {
    if (Files.isDirectory(file)) {
      throw new FileSystemException(file.toString(), null, "there is a folder of this name");
    }
  }

  /**
   * Writes a file, whole or not at all; one that is there is replaced. It is written in a new private folder beside its
   * place, in which nobody can have laid a symbolic link, and then moved.
   *
   * @param file in a folder that is there
   * @throws IOException when it cannot be written; nothing is left behind then
   */
  static void write(Path file, byte[] bytes) throws IOException {
    Path target = file.toAbsolutePath();
    refuseFolder(target);
    Path folder = Files.createTempDirectory(target.getParent(), BESIDE);
    Path beside = folder.resolve(target.getFileName());
    try {
      Files.write(beside, bytes);
      Files.move(beside, target, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(beside);
      Files.delete(folder);
    }
  }
}
