package dev.hew.flow;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hew.Hew;
import dev.hew.command.Console;
import dev.hew.command.HewCommand;
import dev.hew.disk.Folder;
import dev.hew.report.Diagnostic;
import dev.hew.tree.FileTree;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Updates with {@code --verify}; a script stands in for Maven, which takes a minute. */
class RehearsalTest {
  private static final Path DOCS = Path.of("src", "test", "resources", "docs");
  private static final Duration LONG = Duration.ofMinutes(1);

  @TempDir
  Path top;

  private Path service;
  private Path programs;
  private final List<String> started = new ArrayList<>();

  @BeforeEach
  void service() throws IOException {
    for (String name : List.of("health.yaml", "health-2.yaml")) {
      Files.copy(DOCS.resolve(name), top.resolve(name));
    }
    PrintWriter out = new PrintWriter(new StringWriter());
    Console console = new Console(InputStream.nullInputStream(), out, out, top);
    assertEquals(0, HewCommand.run(console, "new", "health.yaml", "health", "--no-git"));
    service = top.resolve("health");
    programs = Files.createDirectory(top.resolve("bin"));
    Files.createDirectories(service.resolve("target/classes"));
    Files.writeString(service.resolve("target/classes/Old.class"), "old");
    Files.writeString(service.resolve("mine.txt"), "mine");
  }

  /** Something else is called Maven. */
  private void mvn(String script) throws IOException {
    Path file = programs.resolve("mvn");
    Files.writeString(file, "#!/bin/sh\n" + script + "\n");
    assertTrue(file.toFile().setExecutable(true));
  }

  private Update.Outcome update(String spec, Duration most) throws IOException {
    Update.Request request = new Update.Request(
        service,
        Optional.of(spec),
        top,
        Optional.empty(),
        InputStream.nullInputStream(),
        Optional.empty(),
        Map.of(),
        false,
        false,
        false,
        Packs.Access.LOCAL,
        "unreleased");
    return Update.verified(request, new Rehearsal(programs.toString(), most, started::add));
  }

  private FileTree files() throws IOException {
    FileTree all = Folder.read(service);
    FileTree files = FileTree.empty();
    for (var file : all.files().entrySet()) {
      if (!file.getKey().value().startsWith(".hew/local/")) {
        files = files.with(file.getKey(), file.getValue());
      }
    }
    return files;
  }

  private void nothingLiesAround() {
    assertFalse(Files.exists(service.resolve(".hew/local/scratch")));
    assertFalse(Files.exists(service.resolve(".hew/local/run")));
  }

  /** It may take the system a moment to take note of an end. */
  private static void assertEnds(long id) {
    ProcessHandle.of(id)
        .ifPresent(process -> assertDoesNotThrow(
            () -> process.onExit().get(10, TimeUnit.SECONDS), () -> id + " still runs"));
  }

  private static String code(Update.Outcome outcome) {
    return outcome.plan().diagnostics().stream()
        .filter(Diagnostic::isError)
        .map(Diagnostic::code)
        .findFirst()
        .orElse("none");
  }

  @Test
  void whatPassesIsWritten() throws IOException {
    mvn("echo \"$*\" && cat mine.txt && ls -A && ls target; cat contract/schemas.json >&2");
    FileTree before = files();
    Update.Outcome outcome = update("health-2.yaml", LONG);
    assertEquals("none", code(outcome));
    assertEquals(List.of("mvn -B -ntp verify"), started);
    String log = Files.readString(service.resolve(Rehearsal.LOG));
    assertTrue(log.startsWith("-B -ntp verify\nmine"), log);
    assertTrue(log.contains("\npom.xml\n") && !log.contains("Old.class"), log);
    assertTrue(
        log.contains(Files.readString(service.resolve("contract/schemas.json"))),
        "the copy is updated");
    assertFalse(files().equals(before));
    nothingLiesAround();
  }

  @Test
  void whatFailsIsNotWritten() throws IOException {
    mvn("echo broken; exit 7");
    FileTree before = files();
    Update.Outcome outcome = update("health-2.yaml", LONG);
    assertEquals("update-verify-failed", code(outcome));
    assertEquals("`broken`", outcome.plan().diagnostics().get(1).message());
    assertTrue(outcome.plan().diagnostics().get(0).message().contains("ended with 7"));
    assertEquals(before, files());
    assertEquals("broken\n", Files.readString(service.resolve(Rehearsal.LOG)));
    nothingLiesAround();
  }

  @Test
  void whatTakesTooLongIsEnded() throws IOException {
    mvn("sleep 600 & echo $! && wait");
    FileTree before = files();
    Update.Outcome outcome = update("health-2.yaml", Duration.ofSeconds(1));
    assertEquals("update-verify-slow", code(outcome));
    assertEquals(before, files());
    long child = Long.parseLong(Files.readString(service.resolve(Rehearsal.LOG)).strip());
    assertEnds(child);
    nothingLiesAround();
  }

  @Test
  void withoutTheToolNothingIsDone() throws IOException {
    FileTree before = files();
    Update.Outcome outcome = update("health-2.yaml", LONG);
    assertEquals("update-verify-tool", code(outcome));
    assertEquals(before, files());
  }

  @Test
  void whereNothingIsToBeDoneNothingRuns() throws IOException {
    assertEquals("none", code(update("health.yaml", LONG)));
    assertEquals(List.of(), started);
  }

  @Test
  void aConflictIsNotWritten() throws IOException {
    mvn("true");
    Path type =
        service.resolve("src/main/java/com/example/health/api/model/GetHealthResponse.java");
    Files.writeString(type, Files.readString(type).replaceAll("(?m)^public record .*", "$0 // x"));
    FileTree before = files();
    Update.Outcome outcome = update("health-2.yaml", LONG);
    assertEquals("update-verify-conflict", code(outcome));
    assertEquals(before, files());
    assertEquals(List.of(), started);
  }

  @Test
  void endsWithHew() throws Exception {
    mvn("sleep 600 & echo $$ $! >" + top + "/part && mv " + top + "/part " + top
        + "/running; wait");
    FileTree before = files();
    ProcessBuilder hew = new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            Hew.class.getName(),
            "update",
            "health",
            "--verify",
            "--spec",
            "health-2.yaml")
        .directory(top.toFile())
        .redirectErrorStream(true)
        .redirectOutput(top.resolve("out").toFile());
    hew.environment().put("PATH", programs + ":" + System.getenv("PATH"));
    Process process = hew.start();
    Path running = top.resolve("running");
    while (!Files.exists(running) && process.isAlive()) {
      Thread.sleep(20);
    }
    assertTrue(process.isAlive(), () -> "it ended by itself");
    process.destroy();
    assertTrue(process.waitFor(1, TimeUnit.MINUTES));
    for (String id : Files.readString(running).strip().split(" ")) {
      assertEnds(Long.parseLong(id));
    }
    nothingLiesAround();
    assertEquals(before, files());
  }
}
