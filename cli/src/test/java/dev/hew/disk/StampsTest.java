package dev.hew.disk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever happens to a file shows in its stamp, and what shows in none is not relied on. */
class StampsTest {
  private static final List<String> PATHS = List.of("a.txt", "b/c.txt", "gone.txt");

  @TempDir
  private Path folder;

  @BeforeEach
  void write() throws IOException {
    Files.writeString(folder.resolve("a.txt"), "one");
    Files.createDirectory(folder.resolve("b"));
    Files.writeString(folder.resolve("b/c.txt"), "two");
  }

  private String settled() throws Exception {
    Optional<String> stamps = Optional.empty();
    for (int tries = 0; tries < 100 && stamps.isEmpty(); tries++) {
      Thread.sleep(10);
      stamps = Stamps.of(folder, PATHS, Instant.now());
    }
    return stamps.orElseThrow();
  }

  @Test
  void holdWhileNothingHappens() throws Exception {
    String stamps = settled();
    Files.readString(folder.resolve("a.txt"));
    assertTrue(Stamps.hold(folder, stamps, List.of("a.txt")));
    assertEquals(stamps, settled());
  }

  @Test
  void otherBytesOfTheSameLengthAndDateShow() throws Exception {
    String stamps = settled();
    Path file = folder.resolve("a.txt");
    FileTime date = Files.getLastModifiedTime(file);
    Files.writeString(file, "eno");
    Files.setLastModifiedTime(file, date);
    assertFalse(Stamps.hold(folder, stamps, List.of("a.txt")));
  }

  @Test
  void aCopyInItsPlaceShows() throws Exception {
    String stamps = settled();
    Files.copy(folder.resolve("a.txt"), folder.resolve("x"), StandardCopyOption.COPY_ATTRIBUTES);
    Files.move(folder.resolve("x"), folder.resolve("a.txt"), StandardCopyOption.REPLACE_EXISTING);
    assertFalse(Stamps.hold(folder, stamps, List.of("a.txt")));
  }

  @Test
  void aLinkInItsPlaceShows() throws Exception {
    String stamps = settled();
    Files.move(folder.resolve("a.txt"), folder.resolve("x"));
    Files.createSymbolicLink(folder.resolve("a.txt"), folder.resolve("x"));
    assertFalse(Stamps.hold(folder, stamps, List.of("a.txt")));
  }

  @Test
  void filesThatComeOrGoShow() throws Exception {
    String stamps = settled();
    Files.writeString(folder.resolve("gone.txt"), "");
    assertFalse(Stamps.hold(folder, stamps, List.of("a.txt")));
    Files.delete(folder.resolve("gone.txt"));
    assertTrue(Stamps.hold(folder, stamps, List.of("a.txt")));
    Files.delete(folder.resolve("b/c.txt"));
    assertFalse(Stamps.hold(folder, stamps, List.of("a.txt")));
  }

  @Test
  void aFileOfThisMomentIsNotReliedOn() throws Exception {
    settled();
    Files.writeString(folder.resolve("a.txt"), "new");
    assertEquals(Optional.empty(), Stamps.of(folder, PATHS, Instant.now()));
  }

  @Test
  void whatChangedWhileSomebodyLookedIsNotReliedOn() throws Exception {
    settled();
    Instant began = Instant.now();
    Files.writeString(folder.resolve("a.txt"), "new");
    Thread.sleep(50);
    assertEquals(Optional.empty(), Stamps.of(folder, PATHS, began));
  }

  @Test
  void nothingThatChangesLaterHasAnEarlierDate() throws Exception {
    for (int i = 0; i < 200; i++) {
      Instant now = Stamps.now(folder);
      Files.writeString(folder.resolve("a.txt"), String.valueOf(i));
      FileTime changed = Files.getLastModifiedTime(folder.resolve("a.txt"));
      assertFalse(changed.toInstant().isBefore(now), "the local clock is ahead of that of files");
    }
    assertFalse(Files.exists(folder.resolve(".hew/local/clock")));
  }

  @Test
  void noLinkLeadsTheClockElsewhere() throws Exception {
    Stamps.now(folder);
    Files.createSymbolicLink(folder.resolve(".hew/local/clock"), folder.resolve("a.txt"));
    Stamps.now(folder);
    assertEquals("one", Files.readString(folder.resolve("a.txt")));
  }

  @Test
  void whatIsNotThereCountsForNothing() throws Exception {
    String stamps = settled();
    assertFalse(Stamps.hold(folder, stamps, List.of("gone.txt")));
    assertFalse(Stamps.hold(folder, "-\tnope\n", List.of("a.txt")));
    assertFalse(Stamps.hold(folder, "-\t\0\n", List.of()));
  }

  @Test
  void aFileInThePlaceOfAFolderShows() throws Exception {
    String stamps = settled();
    Files.delete(folder.resolve("b/c.txt"));
    Files.delete(folder.resolve("b"));
    Files.writeString(folder.resolve("b"), "");
    assertFalse(Stamps.hold(folder, stamps, List.of()));
    assertEquals(Optional.empty(), Stamps.of(folder, PATHS, Instant.now().plusSeconds(9)));
  }

  @Test
  void noneAreNoStamps() throws Exception {
    settled();
    assertFalse(Stamps.hold(folder, "", List.of("a.txt")));
    assertFalse(Stamps.hold(folder, "a.txt\n", List.of()));
    assertFalse(Stamps.hold(folder, "-\ta.txt\n", List.of()));
  }
}
