package dev.hew.program;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProgramRunTest {
  @TempDir
  Path folder;

  private OptionalInt run(String script, Duration most) throws IOException {
    return ProgramRun.of(
        List.of("/bin/sh", "-c", script), folder, folder.resolve("log"), most, () -> {});
  }

  private void orphanEnds() throws IOException {
    // what stands below it are the shell's words about what was ended before itself
    long id = Long.parseLong(Files.readAllLines(folder.resolve("log")).get(0));
    ProcessHandle.of(id)
        .ifPresent(process -> assertDoesNotThrow(
            () -> process.onExit().get(10, TimeUnit.SECONDS), () -> id + " still runs"));
  }

  @Test
  void whatAnEndedProgramHasLeftRunningIsEnded() throws IOException {
    assertEquals(
        OptionalInt.of(3), run("sleep 60 & echo $!; sleep 2; exit 3", Duration.ofSeconds(50)));
    orphanEnds();
  }

  @Test
  void whoseParentHasEndedIsEndedToo() throws IOException {
    assertEquals(
        OptionalInt.empty(),
        run("sh -c 'sleep 60 & echo $!; sleep 2'; sleep 60", Duration.ofSeconds(4)));
    orphanEnds();
  }

  @Test
  void aProgramIsFoundAsAnAbsolutePath() throws IOException {
    Path tool = Files.writeString(folder.resolve("some-tool"), "");
    assertTrue(tool.toFile().setExecutable(true));
    Path here = Path.of("").toAbsolutePath();
    Optional<Path> found =
        Programs.find("some-tool", here.relativize(folder.toAbsolutePath()).toString());
    assertTrue(found.orElseThrow().isAbsolute());
    assertTrue(Files.isSameFile(tool, found.get()));
  }
}
