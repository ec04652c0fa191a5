package dev.hew.disk;

import dev.hew.report.Source;
import dev.hew.tree.Content;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** The files of a code base, without what tools have put there. Symbolic links are not followed. */
public final class SourceTree {
  private static final Set<String> NEVER = Set.of(
      ".git", ".svn", ".hg", ".gradle", ".idea", ".mvn", ".settings", "node_modules", ".hew");
  private static final Set<String> BUILT = Set.of("target", "build", "out", "bin", "dist");

  /** File systems tell times apart that are so many milliseconds apart. */
  private static final long COARSEST = 2000;

  private static final List<String> BUILD_FILES =
      List.of("pom.xml", "build.gradle", "build.gradle.kts", "build.xml");

  private SourceTree() {}

  /**
   * A file.
   *
   * @param path from the top, with {@code /}
   * @param modified when it was last written, in nanoseconds
   * @param key what the file system knows it by; empty where it tells nothing
   * @param settled whether it was last written long enough ago for another write to get another time
   */
  public record Entry(String path, long size, long modified, String key, boolean settled) {}

  /**
   * What a file holds.
   *
   * @param utf whether it is UTF-8 (or UTF-16 that says so); if not it was read as Latin-1
   * @param digest of its bytes
   */
  public record Decoded(Source source, boolean utf, String digest) {}

  /**
   * All files whose path is wanted, sorted by path. A folder that cannot be opened is left out.
   *
   * @param refused where the paths of folders that cannot be opened are added
   */
  public static List<Entry> list(Path top, Predicate<String> wanted, List<String> refused)
      throws IOException {
    List<Entry> found = new ArrayList<>();
    long settled = System.currentTimeMillis() - COARSEST;
    Files.walkFileTree(top, new SimpleFileVisitor<>() {
      @Override
      public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
        if (folder.equals(top)) {
          return FileVisitResult.CONTINUE;
        }
        String name = folder.getFileName().toString();
        boolean skipped =
            NEVER.contains(name) || (BUILT.contains(name) && isModule(folder.getParent()));
        return skipped ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
      }

      @Override
      public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
        if (attributes.isRegularFile()) {
          String path = relative(top, file);
          if (wanted.test(path)) {
            FileTime modified = attributes.lastModifiedTime();
            found.add(new Entry(
                path,
                attributes.size(),
                modified.to(TimeUnit.NANOSECONDS),
                Objects.toString(attributes.fileKey(), ""),
                modified.toMillis() < settled));
          }
        }
        return FileVisitResult.CONTINUE;
      }

      @Override
      public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
        if (file.equals(top)) {
          throw failure;
        }
        refused.add(relative(top, file));
        return FileVisitResult.CONTINUE;
      }
    });
    found.sort((a, b) -> a.path().compareTo(b.path()));
    return found;
  }

  private static boolean isModule(Path folder) {
    return BUILD_FILES.stream().anyMatch(name -> Files.exists(folder.resolve(name)));
  }

  private static String relative(Path top, Path file) {
    return top.relativize(file).toString().replace(file.getFileSystem().getSeparator(), "/");
  }

  /**
   * A file's text.
   *
   * @throws IOException when it cannot be read, is no regular file (a symbolic link is none) or has more bytes than this
   */
  public static Decoded read(Path top, String path, int most) throws IOException {
    byte[] bytes = bytes(top.resolve(path), most);
    String digest = Content.of(bytes).sha256();
    Charset marked = marked(bytes);
    if (marked != null) {
      return new Decoded(new Source(path, new String(bytes, marked).substring(1)), true, digest);
    }
    try {
      String text =
          StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return new Decoded(new Source(path, text), true, digest);
    } catch (CharacterCodingException e) {
      String text = new String(bytes, StandardCharsets.ISO_8859_1);
      return new Decoded(new Source(path, text), false, digest);
    }
  }

  private static byte[] bytes(Path file, int most) throws IOException {
    if (!Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS)
        .isRegularFile()) {
      throw new FileSystemException(
          file.toString(), null, "no regular file, and links are not followed");
    }
    try (InputStream in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
      byte[] bytes = in.readNBytes(most + 1);
      if (bytes.length > most) {
        throw new FileSystemException(file.toString(), null, "more than " + most + " bytes");
      }
      return bytes;
    }
  }

  /** The encoding that a byte order mark tells; {@code null} without one. */
  private static Charset marked(byte[] bytes) {
    if (bytes.length >= 3
        && bytes[0] == (byte) 0xEF
        && bytes[1] == (byte) 0xBB
        && bytes[2] == (byte) 0xBF) {
      return StandardCharsets.UTF_8;
    }
    if (bytes.length >= 2 && bytes[0] == (byte) 0xFE && bytes[1] == (byte) 0xFF) {
      return StandardCharsets.UTF_16BE;
    }
    return bytes.length >= 2 && bytes[0] == (byte) 0xFF && bytes[1] == (byte) 0xFE
        ? StandardCharsets.UTF_16LE
        : null;
  }
}
