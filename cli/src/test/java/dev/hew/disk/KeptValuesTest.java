package dev.hew.disk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeptValuesTest {
  private record Value(String text, List<Integer> numbers) {}

  private record Other(String text, List<String> numbers) {}

  private static final Value VALUE = new Value("a", List.of(1, 2));

  @TempDir
  private Path cache;

  private KeptValues of(String maker) {
    return KeptValues.of(Optional.of(cache), cache, maker);
  }

  private List<Path> files() throws IOException {
    try (var files = Files.walk(cache.resolve("split"))) {
      return files.filter(Files::isRegularFile).sorted().toList();
    }
  }

  @Test
  void onlyWhatTheSameMakerMadeIsKept() {
    of("hew 1").write("v", Value.class, VALUE);
    assertEquals(Optional.of(VALUE), of("hew 1").read("v", Value.class));
    assertEquals(Optional.empty(), of("hew 2").read("v", Value.class));
    assertEquals(Optional.empty(), of("hew 1").read("w", Value.class));
    assertEquals(Optional.empty(), of("hew 1").read("v", Other.class));
  }

  @Test
  void nothingIsKeptOfADamagedFile() throws IOException {
    of("hew 1").write("v", Value.class, VALUE);
    Path file = files().get(0);
    byte[] bytes = Files.readAllBytes(file);
    for (int i = 0; i < bytes.length; i++) {
      byte[] damaged = bytes.clone();
      damaged[i] ^= 1;
      Files.write(file, damaged);
      assertEquals(Optional.empty(), of("hew 1").read("v", Value.class), "byte " + i);
      Files.write(file, Arrays.copyOf(bytes, i));
      assertEquals(Optional.empty(), of("hew 1").read("v", Value.class), i + " bytes");
    }
  }

  @Test
  void nothingIsLeftBehindWhenItCannotBeWritten() throws IOException {
    of("hew 1").write("v", Value.class, VALUE);
    Path file = files().get(0);
    Files.delete(file);
    Files.createDirectories(file.resolve("in the way"));
    of("hew 1").write("v", Value.class, VALUE);
    assertEquals(List.of(), files());
  }

  @Test
  void whatWasWrittenLongestAgoGoes() throws IOException {
    Path split = Files.createDirectories(cache.resolve("split"));
    for (int i = 0; i < 30; i++) {
      Path old = Files.createDirectory(split.resolve("" + (i + 10)));
      Files.writeString(old.resolve("facts"), "");
      Files.setLastModifiedTime(old, FileTime.fromMillis(1000L * i));
    }
    of("hew 1").write("v", Value.class, VALUE);
    assertEquals(20, files().size());
    assertEquals(Optional.of(VALUE), of("hew 1").read("v", Value.class));
    assertFalse(Files.exists(split.resolve("20")));
    assertTrue(Files.exists(split.resolve("21")));
  }

  @Test
  void withoutAFolderNothingIsKept() {
    KeptValues none = KeptValues.of(Optional.empty(), cache, "hew 1");
    none.write("v", Value.class, VALUE);
    assertFalse(none.keeps());
    assertEquals(Optional.empty(), none.read("v", Value.class));
  }
}
