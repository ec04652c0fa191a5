package dev.hew;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hew.command.Console;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarOutputStream;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
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
    return run(limited("java.se"), System.getProperty("java.class.path"), arguments);
  }

  /** Leaves a Java all modules but the compiler's and the ones named. */
  private static List<String> limited(String... without) {
    return List.of(
        "--limit-modules",
        ModuleLayer.boot().modules().stream()
            .map(Module::getName)
            .filter(name -> name.startsWith("java.") && !List.of(without).contains(name))
            .collect(Collectors.joining(",")));
  }

  private Run run(List<String> options, String classPath, String... arguments) throws Exception {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(options);
    command.addAll(List.of("-cp", classPath, "dev.hew.Hew"));
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

  @Test
  void nobodyLooksEitherWhereEvenTheCompilersInterfaceIsMissing() throws Exception {
    service();
    edit();
    Run run = run(
        limited("java.se", "java.compiler"),
        System.getProperty("java.class.path"),
        "update",
        "notes",
        "--spec",
        "v2.yaml");
    assertEquals(0, run.code(), run.out());
    assertEquals(1, run.count("warning[update-unlooked]"), run.out());
    assertTrue(run.out().contains("has no compiler"), run.out());
  }

  /** hew as a jar, which alone notes that nothing is to be done. */
  private String installed() throws Exception {
    Path jar = folder.resolve("lib").resolve("hew.jar");
    Files.createDirectories(jar.getParent());
    Path classes =
        Path.of(Hew.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar));
        Stream<Path> files = Files.walk(classes)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        out.putNextEntry(new ZipEntry(classes.relativize(file).toString().replace('\\', '/')));
        Files.copy(file, out);
      }
    }
    return jar + File.pathSeparator + System.getProperty("java.class.path");
  }

  @Test
  void whatNobodyCouldLookAtStaysBroken() throws Exception {
    service();
    edit();
    String hew = installed();
    List<String> whole = List.of();
    assertEquals(1, run(whole, hew, "update", "notes", "--spec", "v2.yaml").code());
    Run blind = run(limited("java.se"), hew, "update", "notes");
    assertEquals(0, blind.code(), blind.out());
    assertEquals(1, blind.count("warning[update-unlooked]"), blind.out());
    Run still = run(limited("java.se"), hew, "update", "notes", "--check");
    assertEquals(1, still.count("warning[update-unlooked]"), still.out());
    Run seeing = run(whole, hew, "update", "notes", "--check");
    assertEquals(1, seeing.code(), seeing.out());
    assertEquals(1, seeing.count("does not compile since an earlier update"), seeing.out());
  }

  @Test
  void whereNothingIsRememberedNothingIsToBeDone() throws Exception {
    service();
    String hew = installed();
    assertEquals(0, run(limited("java.se"), hew, "update", "notes").code());
    Path settled = folder.resolve("notes/.hew/local/settled");
    assertTrue(Files.exists(settled));
  }
}
