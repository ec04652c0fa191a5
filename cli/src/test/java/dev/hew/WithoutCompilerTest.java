package dev.hew;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hew.command.Console;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What hew says where Java comes without its compiler, as a JRE does. */
class WithoutCompilerTest {
  private static final Path GIVEN =
      Path.of("src", "test", "resources", "cases", "update-breaks", "given");
  private static final String MINE = """
      package com.example.notes.web;

      class Mine {
        String of(com.example.notes.api.model.Note note) {
          return note.text();
        }
      }
      """;

  @TempDir
  Path folder;

  /** What a run came to. */
  private record Run(int code, String out) {
    long count(String text) {
      return out.lines().filter(line -> line.contains(text)).count();
    }
  }

  private void service() throws Exception {
    for (String contract : List.of("v1.yaml", "v2.yaml")) {
      Files.copy(
          GIVEN.resolve(contract), folder.resolve(contract), StandardCopyOption.REPLACE_EXISTING);
    }
    PrintWriter nowhere = new PrintWriter(PrintWriter.nullWriter());
    Console console = new Console(InputStream.nullInputStream(), nowhere, nowhere, folder);
    assertEquals(0, Hew.run(console, "new", "v1.yaml", "notes", "--minimal", "--no-git"));
  }

  private void edit() throws IOException {
    Files.writeString(folder.resolve("notes/src/main/java/com/example/notes/web/Mine.java"), MINE);
  }

  /** Runs hew in a Java of all modules but the compiler's. */
  private Run run(String... arguments) throws Exception {
    String modules = ModuleLayer.boot().modules().stream()
        .map(Module::getName)
        .filter(name -> name.startsWith("java.") && !name.equals("java.se"))
        .collect(Collectors.joining(","));
    List<String> command = new ArrayList<>(List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "--limit-modules",
        modules,
        "-cp",
        System.getProperty("java.class.path"),
        "dev.hew.Hew"));
    command.addAll(List.of(arguments));
    Process process = new ProcessBuilder(command)
        .directory(folder.toFile())
        .redirectErrorStream(true)
        .start();
    process.getOutputStream().close();
    String out = new String(process.getInputStream().readAllBytes());
    return new Run(process.waitFor(), out);
  }

  @Test
  void thatNobodyLookedIsSaidOnce() throws Exception {
    service();
    edit();
    for (String way : List.of("--dry-run", "--quiet")) {
      Run run = run("update", "notes", "--spec", "v2.yaml", way);
      assertEquals(0, run.code(), run.out());
      assertEquals(1, run.count("warning[update-unlooked]"), run.out());
      assertTrue(run.out().contains("has no compiler"), run.out());
      assertTrue(run.out().contains("hint: `hew update --verify`"), run.out());
    }
  }

  @Test
  void whereNobodyWroteJavaThereIsNothingToLookAt() throws Exception {
    service();
    Run run = run("update", "notes", "--spec", "v2.yaml");
    assertEquals(0, run.code(), run.out());
    assertFalse(run.out().contains("update-unlooked"), run.out());
  }
}
