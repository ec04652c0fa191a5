package dev.hew.disk;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** A single text file. */
public final class TextFile {
  private TextFile() {}

  /**
   * The text of a file, read as UTF-8.
   *
   * @throws IOException when it cannot be read or has more bytes than this
   */
  public static String read(Path file, int most) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes(most + 1);
      if (bytes.length > most) {
        throw new IOException("`" + file + "` is longer than " + most + " bytes");
      }
      return new String(bytes, StandardCharsets.UTF_8);
    }
  }

  /**
   * Looks whether a file could be written here, as far as that can be seen beforehand.
   *
   * @throws IOException when there is a folder of this name
   */
  public static void refuseFolder(Path file) throws IOException {
    WholeFile.refuseFolder(file);
  }

  /**
   * Writes a file, whole or not at all; one that is there is replaced. Missing folders above it are made.
   *
   * @throws IOException when it cannot be written; nothing is left behind then
   */
  public static void write(Path file, String text) throws IOException {
    Path target = file.toAbsolutePath().normalize();
    Files.createDirectories(target.getParent());
    WholeFile.write(target, text.getBytes(StandardCharsets.UTF_8));
  }
}
