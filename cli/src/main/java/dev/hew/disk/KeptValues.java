package dev.hew.disk;

import dev.hew.tree.Content;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32;

/**
 * What a run finds out about a folder, kept in the user's cache folder for the next run. A help, never a need: whatever is
 * wrong with it, there is nothing kept.
 */
public final class KeptValues {
  /** Larger files, in bytes, are none of hew's. */
  private static final long LARGEST = 1L << 30;

  /** What is kept of more folders goes, the oldest first. */
  private static final int MOST_FOLDERS = 20;

  private static final int SUM = 8;

  private final Optional<Path> place;
  private final String maker;

  private KeptValues(Optional<Path> place, String maker) {
    this.place = place;
    this.maker = maker;
  }

  /**
   * The values of a folder.
   *
   * @param cache where they are kept; empty for nowhere
   * @param maker what makes them; what another maker made is not read
   */
  public static KeptValues of(Optional<Path> cache, Path folder, String maker) {
    String name = Content.of(folder.toAbsolutePath().normalize().toString()).sha256();
    return new KeptValues(
        cache.map(path -> path.resolve("split").resolve(name.substring(0, 24))), maker);
  }

  /** Whether what is written may be read again. */
  public boolean keeps() {
    return place.isPresent();
  }

  /** The value of this name; empty when none is kept, or not by this maker. */
  public <T extends Record> Optional<T> read(String name, Class<T> type) {
    return place.flatMap(folder -> {
      try {
        Path file = folder.resolve(name);
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) || Files.size(file) > LARGEST) {
          return Optional.empty();
        }
        RecordCodec<T> codec = RecordCodec.of(type);
        byte[] bytes = Files.readAllBytes(file);
        byte[] head = head(codec);
        int end = bytes.length - SUM;
        boolean whole = end >= head.length
            && Arrays.equals(head, 0, head.length, bytes, 0, head.length)
            && ByteBuffer.wrap(bytes).getLong(end) == sum(bytes, head.length, end);
        return whole ? Optional.of(codec.decode(bytes, head.length, end)) : Optional.empty();
      } catch (IOException e) {
        return Optional.empty();
      }
    });
  }

  /** Keeps a value for the next run; not when it is too large or the cache folder cannot be written. */
  public <T extends Record> void write(String name, Class<T> type, T value) {
    place.ifPresent(folder -> {
      try {
        RecordCodec<T> codec = RecordCodec.of(type);
        byte[] body = codec.encode(value);
        Files.createDirectories(folder);
        Path beside = Files.createTempFile(folder, "new-", null);
        try {
          try (OutputStream out = Files.newOutputStream(beside)) {
            out.write(head(codec));
            out.write(body);
            out.write(
                ByteBuffer.allocate(SUM).putLong(sum(body, 0, body.length)).array());
          }
          Files.move(beside, folder.resolve(name), StandardCopyOption.REPLACE_EXISTING);
        } finally {
          Files.deleteIfExists(beside);
        }
        evict(folder.getParent());
      } catch (IOException e) {
        // too large, or nowhere to write to: the next run finds out again
      }
    });
  }

  /** Who wrote what follows, in which layout. */
  private byte[] head(RecordCodec<?> codec) {
    return Content.of(maker + "\n" + codec.layout()).sha256().getBytes(StandardCharsets.US_ASCII);
  }

  private static long sum(byte[] bytes, int start, int end) {
    CRC32 sum = new CRC32();
    sum.update(bytes, start, end - start);
    return sum.getValue();
  }

  /** Deletes what was written longest ago. */
  private static void evict(Path all) throws IOException {
    record Dated(Path folder, long modified) {}
    List<Dated> folders = new ArrayList<>();
    try (DirectoryStream<Path> inside = Files.newDirectoryStream(all)) {
      for (Path folder : inside) {
        folders.add(new Dated(folder, Files.getLastModifiedTime(folder).toMillis()));
      }
    }
    folders.sort(Comparator.comparingLong(Dated::modified).reversed());
    for (Dated old : folders.subList(Math.min(MOST_FOLDERS, folders.size()), folders.size())) {
      Folder.delete(old.folder);
    }
  }
}
