package dev.hew.disk;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * What the system says of files without reading them: size, mode, place on disk, and when content and state last
 * changed. As long as it says the same, a file is the same; git relies on it too.
 */
public final class Stamps {
  private static final String ASKED = "unix:size,mode,ino,lastModifiedTime,ctime";

  /** A second change within a tick of the system's clock shows in no stamp. The longest tick is 10 ms long. */
  private static final Duration TICK = Duration.ofMillis(20);

  private Stamps() {}

  /**
   * The moment, by the clock that the dates of a service's files are written by: a file server may have one of its own.
   *
   * @throws IOException when nothing can be written there
   */
  public static Instant now(Path service) throws IOException {
    Path file = LocalFolder.of(service).resolve("clock");
    Files.deleteIfExists(file);
    Files.write(file, new byte[1], StandardOpenOption.CREATE_NEW);
    Instant now = Files.getLastModifiedTime(file).toInstant();
    Files.delete(file);
    return now;
  }

  /**
   * The stamps of files, one a line; a file that is not there has one too.
   *
   * @param paths relative to the folder, or absolute
   * @param before when somebody began to look what the files hold, by the clock of {@link #now}
   * @return empty where no stamp is to be relied on: a file has changed since, or the system remembers too little
   */
  public static Optional<String> of(Path folder, Collection<String> paths, Instant before) {
    if (!FileSystems.getDefault().supportedFileAttributeViews().contains("unix")) {
      return Optional.empty();
    }
    FileTime settled = FileTime.from(before.minus(TICK));
    boolean fine = false;
    StringBuilder stamps = new StringBuilder();
    for (String path : paths) {
      Map<String, Object> said;
      try {
        said = said(folder, path);
      } catch (IOException e) {
        return Optional.empty(); // what cannot be looked at cannot be known to stay
      }
      FileTime changed = (FileTime) said.getOrDefault("ctime", FileTime.fromMillis(0));
      if (changed.compareTo(settled) > 0 || path.contains("\n")) {
        return Optional.empty();
      }
      fine |= !path.startsWith("/") && changed.to(TimeUnit.NANOSECONDS) % 1_000_000_000 != 0;
      stamps.append(stamp(said)).append('\t').append(path).append('\n');
    }
    return fine ? Optional.of(stamps.toString()) : Optional.empty();
  }

  /**
   * Whether files have the stamps still that {@link #of} gave.
   *
   * @param needed paths that have to be among them, and there
   * @return false also where the text is none of its
   */
  public static boolean hold(Path folder, String stamps, Collection<String> needed) {
    Set<String> missing = new HashSet<>(needed);
    for (String line : stamps.lines().toList()) {
      int tab = line.indexOf('\t');
      String path = line.substring(tab + 1);
      try {
        Map<String, Object> said = said(folder, path);
        if (tab < 0 || !stamp(said).equals(line.substring(0, tab))) {
          return false;
        }
        if (!said.isEmpty()) {
          missing.remove(path);
        }
      } catch (IOException | InvalidPathException e) {
        return false;
      }
    }
    return missing.isEmpty();
  }

  /** What the system says of a file; nothing where there is none. */
  private static Map<String, Object> said(Path folder, String path) throws IOException {
    try {
      return Files.readAttributes(folder.resolve(path), ASKED, LinkOption.NOFOLLOW_LINKS);
    } catch (NoSuchFileException e) {
      return Map.of();
    }
  }

  private static String stamp(Map<String, Object> said) {
    return said.isEmpty()
        ? "-"
        : said.get("size") + " " + said.get("mode") + " " + said.get("ino") + " "
            + nanos(said, "lastModifiedTime") + " " + nanos(said, "ctime");
  }

  private static long nanos(Map<String, Object> said, String name) {
    return ((FileTime) said.get(name)).to(TimeUnit.NANOSECONDS);
  }
}
