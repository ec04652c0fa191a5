package dev.hew.disk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hew.tree.RelPath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GuardedFilesTest {
  private static final Set<RelPath> KNOWN = Set.of(RelPath.of("known.txt"));

  @TempDir
  Path folder;

  @Test
  void whatCannotBeReadIsNoStranger() throws IOException {
    Files.writeString(folder.resolve("a.txt"), "a");
    Path closed = Files.writeString(folder.resolve("b.txt"), "b");
    Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("---------"));
    Files.writeString(folder.resolve("c.txt"), "c");
    Set<RelPath> found = GuardedFiles.strangers(folder, KNOWN).files().keySet();
    assertTrue(found.contains(RelPath.of("a.txt")) && found.contains(RelPath.of("c.txt")));
    assertEquals(Files.isReadable(closed), found.contains(RelPath.of("b.txt")));
  }

  /** Whoever may read all files, as root may, still meets those that go while they are looked for. */
  @Test
  void whatVanishesMeanwhileIsNoStranger() throws Exception {
    Path kept = Files.writeString(folder.resolve("kept.txt"), "kept");
    Path fleeting = folder.resolve("fleeting.txt");
    AtomicBoolean over = new AtomicBoolean();
    Thread other = new Thread(() -> {
      try {
        while (!over.get()) {
          Files.writeString(fleeting, "here");
          Files.deleteIfExists(fleeting);
        }
      } catch (IOException e) {
        throw new AssertionError(e);
      }
    });
    other.start();
    try {
      for (int i = 0; i < 3_000; i++) {
        assertTrue(
            GuardedFiles.strangers(folder, KNOWN).get(RelPath.of("kept.txt")).isPresent());
      }
    } finally {
      over.set(true);
      other.join();
    }
    assertTrue(Files.exists(kept));
  }

  @Test
  void strangersAreHeldOnlyUpToABound() throws IOException {
    byte[] bytes = new byte[1024 * 1024];
    for (int i = 0; i < 80; i++) {
      Files.write(folder.resolve(i + ".txt"), bytes);
    }
    assertEquals(64, GuardedFiles.strangers(folder, KNOWN).files().size());
  }
}
