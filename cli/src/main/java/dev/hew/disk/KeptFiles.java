package dev.hew.disk;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;

/**
 * What a run made of each file of a folder, kept in the user's cache folder for the next run. A help, never a need:
 * whatever is wrong with it, there is nothing kept.
 */
public final class KeptFiles {
  private static final int LARGEST = 64 << 20;

  private KeptFiles() {}

  /** What was made of a file as it was then. */
  public record Kept(long size, long modified, byte[] made) {}

  /** All that is kept for a folder, by path. */
  public static Map<String, Kept> read(Path cache, Path folder, int format) {
    Map<String, Kept> kept = new HashMap<>();
    Path file = file(cache, folder);
    if (!Files.isRegularFile(file)) {
      return kept;
    }
    try (DataInputStream in =
        new DataInputStream(new BufferedInputStream(Files.newInputStream(file), 1 << 16))) {
      if (in.readInt() != format) {
        return kept;
      }
      int count = in.readInt();
      for (int i = 0; i < count; i++) {
        String path = in.readUTF();
        long size = in.readLong();
        long modified = in.readLong();
        int length = in.readInt();
        if (length < 0 || length > LARGEST) {
          return new HashMap<>();
        }
        kept.put(path, new Kept(size, modified, in.readNBytes(length)));
      }
      return kept;
    } catch (IOException e) {
      return new HashMap<>();
    }
  }

  /** Keeps this for the next run; nothing when the cache folder cannot be written. */
  public static void write(Path cache, Path folder, int format, Map<String, Kept> kept) {
    Path file = file(cache, folder);
    try {
      Files.createDirectories(file.getParent());
      Path beside = Files.createTempFile(file.getParent(), "new-", ".kept");
      try (DataOutputStream out =
          new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(beside), 1 << 16))) {
        out.writeInt(format);
        out.writeInt(kept.size());
        for (Map.Entry<String, Kept> entry : kept.entrySet()) {
          out.writeUTF(entry.getKey());
          out.writeLong(entry.getValue().size());
          out.writeLong(entry.getValue().modified());
          out.writeInt(entry.getValue().made().length);
          out.write(entry.getValue().made());
        }
      }
      Files.move(beside, file, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      // the next run parses again
    }
  }

  private static Path file(Path cache, Path folder) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256")
          .digest(folder.toAbsolutePath().normalize().toString().getBytes(StandardCharsets.UTF_8));
      return cache.resolve("split").resolve(HexFormat.of().formatHex(digest, 0, 12) + ".kept");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
