package dev.hew.disk;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.CheckedOutputStream;

/**
 * What a run made of each file of a folder, kept in the user's cache folder for the next run. A help, never a need:
 * whatever is wrong with it, there is nothing kept.
 */
public final class KeptFiles {
  private static final int LARGEST = 64 << 20;
  private static final String ENDING = ".kept";

  /** What is kept of more folders goes, the oldest first. */
  private static final int MOST_FOLDERS = 20;

  private KeptFiles() {}

  /** What was made of a file as it was then. */
  public record Kept(long size, long modified, byte[] made) {}

  /**
   * All that is kept for a folder, by path.
   *
   * @param maker what made it; nothing is kept of what another maker made
   */
  public static Map<String, Kept> read(Path cache, Path folder, String maker) {
    Map<String, Kept> kept = new HashMap<>();
    Path file = file(cache, folder);
    if (!Files.isRegularFile(file)) {
      return kept;
    }
    CRC32 sum = new CRC32();
    try (DataInputStream in = new DataInputStream(new CheckedInputStream(
        new BufferedInputStream(Files.newInputStream(file), 1 << 16), sum))) {
      if (!in.readUTF().equals(maker)) {
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
        byte[] made = in.readNBytes(length);
        if (made.length < length) {
          return new HashMap<>();
        }
        kept.put(path, new Kept(size, modified, made));
      }
      long written = sum.getValue();
      return in.readLong() == written ? kept : new HashMap<>();
    } catch (IOException e) {
      return new HashMap<>();
    }
  }

  /** Keeps this for the next run; nothing when the cache folder cannot be written. */
  public static void write(Path cache, Path folder, String maker, Map<String, Kept> kept) {
    Path file = file(cache, folder);
    try {
      Files.createDirectories(file.getParent());
      Path beside = Files.createTempFile(file.getParent(), "new-", ENDING);
      try {
        fill(beside, maker, kept);
        Files.move(beside, file, StandardCopyOption.REPLACE_EXISTING);
      } finally {
        Files.deleteIfExists(beside);
      }
      evict(file.getParent());
    } catch (IOException e) {
      // the next run parses again
    }
  }

  private static void fill(Path file, String maker, Map<String, Kept> kept) throws IOException {
    CRC32 sum = new CRC32();
    try (DataOutputStream out = new DataOutputStream(new CheckedOutputStream(
        new BufferedOutputStream(Files.newOutputStream(file), 1 << 16), sum))) {
      out.writeUTF(maker);
      out.writeInt(kept.size());
      for (Map.Entry<String, Kept> entry : kept.entrySet()) {
        out.writeUTF(entry.getKey());
        out.writeLong(entry.getValue().size());
        out.writeLong(entry.getValue().modified());
        out.writeInt(entry.getValue().made().length);
        out.write(entry.getValue().made());
      }
      out.writeLong(sum.getValue());
    }
  }

  /** Deletes what was written longest ago, what a run left behind when it was stopped included. */
  private static void evict(Path folder) throws IOException {
    record Dated(Path file, long modified) {}
    List<Dated> all = new ArrayList<>();
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*" + ENDING)) {
      for (Path file : files) {
        all.add(new Dated(file, Files.getLastModifiedTime(file).toMillis()));
      }
    }
    all.sort(Comparator.comparingLong(Dated::modified).reversed());
    for (Dated old : all.subList(Math.min(MOST_FOLDERS, all.size()), all.size())) {
      Files.deleteIfExists(old.file);
    }
  }

  private static Path file(Path cache, Path folder) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256")
          .digest(folder.toAbsolutePath().normalize().toString().getBytes(StandardCharsets.UTF_8));
      return cache.resolve("split").resolve(HexFormat.of().formatHex(digest, 0, 12) + ENDING);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
