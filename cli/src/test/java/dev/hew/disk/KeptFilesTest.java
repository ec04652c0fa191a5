package dev.hew.disk;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeptFilesTest {
  private static final Map<String, KeptFiles.Kept> KEPT = Map.of(
      "A.java", new KeptFiles.Kept(7, 8, new byte[] {1, 2, 3}),
      "B.java", new KeptFiles.Kept(9, 10, new byte[] {4, 5, 6}));

  @TempDir
  private Path cache;

  private List<Path> files() throws IOException {
    try (var files = Files.list(cache.resolve("split"))) {
      return files.sorted().toList();
    }
  }

  private Map<String, KeptFiles.Kept> read(String maker) {
    return KeptFiles.read(cache, cache, maker);
  }

  @Test
  void onlyWhatTheSameMakerMadeIsKept() {
    KeptFiles.write(cache, cache, "hew 1", KEPT);
    assertEquals(KEPT.keySet(), read("hew 1").keySet());
    assertArrayEquals(new byte[] {1, 2, 3}, read("hew 1").get("A.java").made());
    assertEquals(Map.of(), read("hew 2"));
  }

  @Test
  void nothingIsKeptOfADamagedFile() throws IOException {
    KeptFiles.write(cache, cache, "hew 1", KEPT);
    Path file = files().get(0);
    byte[] bytes = Files.readAllBytes(file);
    for (int i = 0; i < bytes.length; i++) {
      byte[] damaged = bytes.clone();
      damaged[i] ^= 1;
      Files.write(file, damaged);
      assertEquals(Map.of(), read("hew 1"), "byte " + i);
      Files.write(file, Arrays.copyOf(bytes, i));
      assertEquals(Map.of(), read("hew 1"), i + " bytes");
    }
  }

  @Test
  void nothingIsLeftBehindWhenItCannotBeWritten() throws IOException {
    KeptFiles.write(cache, cache, "hew 1", KEPT);
    Path file = files().get(0);
    Files.delete(file);
    Files.createDirectories(file.resolve("in the way"));
    KeptFiles.write(cache, cache, "hew 1", KEPT);
    assertEquals(List.of(file), files());
  }

  @Test
  void whatWasWrittenLongestAgoGoes() throws IOException {
    Path split = Files.createDirectories(cache.resolve("split"));
    for (int i = 0; i < 30; i++) {
      Path old = Files.writeString(split.resolve((i + 10) + ".kept"), "");
      Files.setLastModifiedTime(old, FileTime.fromMillis(1000L * i));
    }
    KeptFiles.write(cache, cache, "hew 1", KEPT);
    assertEquals(20, files().size());
    assertEquals(KEPT.keySet(), read("hew 1").keySet());
    assertFalse(Files.exists(split.resolve("20.kept")));
    assertTrue(Files.exists(split.resolve("21.kept")));
  }
}
