package dev.hew.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hew.command.Console;
import dev.hew.command.HewCommand;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Conflicts of an update in git's index, as a real git sees them. */
class StagesTest {
  private static final Path CASE =
      Path.of("src", "test", "resources", "cases", "update-conflict", "given");
  private static final String NOTE = "src/main/java/com/example/notes/api/model/Note.java";

  @TempDir
  Path top;

  private final StringWriter printed = new StringWriter();

  private int hew(boolean terminal, String... arguments) {
    printed.getBuffer().setLength(0);
    PrintWriter out = new PrintWriter(printed);
    return HewCommand.run(
        new Console(InputStream.nullInputStream(), out, out, top, terminal), arguments);
  }

  private String git(String... arguments) throws IOException {
    List<String> command =
        new ArrayList<>(List.of("git", "-C", top.resolve("all").toString(), "-c", "user.name=a"));
    command.addAll(List.of("-c", "user.email=a@example.org"));
    command.addAll(List.of(arguments));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    try {
      assertEquals(0, process.waitFor(), text);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
    return text;
  }

  private Path note() {
    return top.resolve("all/notes").resolve(NOTE);
  }

  /** A service in a subdirectory of a repository, whose type was edited where the next contract changes it. */
  private void conflict(boolean terminal) throws IOException {
    for (String name : List.of("v1.yaml", "v2.yaml")) {
      Files.copy(CASE.resolve(name), top.resolve(name));
    }
    Files.createDirectory(top.resolve("all"));
    git("init", "-q");
    assertEquals(0, hew(false, "new", "v1.yaml", "all/notes", "--minimal", "--no-git"));
    Files.writeString(top.resolve("all/other.txt"), "one\n");
    git("add", "-A");
    git("commit", "-qm", "One");
    Files.writeString(
        note(), Files.readString(note()).replace("String text", "String text /* mine */"));
    Files.writeString(top.resolve("all/other.txt"), "two\n");
    git("add", "other.txt");
    assertEquals(1, hew(terminal, "update", "all/notes", "--spec", "v2.yaml"));
  }

  private void resolve() throws IOException {
    Files.writeString(
        note(),
        "package com.example.notes.api.model;\n\npublic record Note(String text, String author) {}\n");
  }

  @Test
  void withoutATerminalTheIndexStaysAsItIs() throws IOException {
    conflict(false);
    assertEquals("", git("ls-files", "-u"));
    resolve();
    assertEquals(0, hew(false, "update", "all/notes", "--continue"));
    assertTrue(git("status", "--porcelain").contains(" M notes/" + NOTE));
  }

  @Test
  void withATerminalMergeToolsFindTheVersions() throws IOException {
    conflict(true);
    assertEquals(
        List.of("1", "2", "3"),
        git("ls-files", "-u")
            .lines()
            .map(line -> line.replaceFirst("^100644 \\w+ (\\d)\tnotes/" + NOTE + "$", "$1"))
            .toList());
    String base = git("show", ":1:notes/" + NOTE);
    assertTrue(base.contains("String text") && !base.contains("author"), "the base");
    assertTrue(!base.contains("mine"), "the base");
    assertTrue(git("show", ":2:notes/" + NOTE).contains("String text /* mine */"), "ours");
    assertTrue(git("show", ":3:notes/" + NOTE).contains("author"), "theirs");
    String status = git("status", "--porcelain");
    assertTrue(status.contains("UU notes/" + NOTE), status);
    assertTrue(status.contains("M  other.txt"), "what was staged still is");
    assertEquals("", git("fsck", "--no-dangling").replaceAll("(?m)^(Checking|notice).*\\R?", ""));
  }

  @Test
  void continueSettlesThem() throws IOException {
    conflict(true);
    assertEquals(1, hew(true, "update", "all/notes", "--continue"), "marks are left");
    assertTrue(git("status", "--porcelain").contains("UU notes/" + NOTE));
    resolve();
    assertEquals(0, hew(true, "update", "all/notes", "--continue"));
    String status = git("status", "--porcelain");
    assertTrue(status.contains("M  notes/" + NOTE), status);
    assertTrue(status.contains("M  other.txt"), status);
    assertEquals(Files.readString(note()), git("show", ":notes/" + NOTE));
  }

  @Test
  void continueWorksAfterGitAdd() throws IOException {
    conflict(true);
    resolve();
    git("add", "notes/" + NOTE);
    assertEquals(0, hew(true, "update", "all/notes", "--continue"));
    assertEquals("", git("ls-files", "-u"));
  }

  @Test
  void aMergeToolSettlesThemToo() throws IOException {
    conflict(true);
    git(
        "-c",
        "merge.tool=theirs",
        "-c",
        "mergetool.keepBackup=false",
        "-c",
        "mergetool.theirs.cmd=cp \"$REMOTE\" \"$MERGED\"",
        "-c",
        "mergetool.theirs.trustExitCode=true",
        "mergetool",
        "--no-prompt");
    assertEquals("", git("ls-files", "-u"));
    assertTrue(Files.readString(note()).contains("author"));
    assertEquals(0, hew(true, "update", "all/notes", "--continue"));
  }

  @Test
  void undoTakesThemOut() throws IOException {
    conflict(true);
    assertEquals(0, hew(true, "undo", "all/notes"));
    assertEquals("", git("ls-files", "-u"));
    assertTrue(Files.readString(note()).contains("/* mine */"));
  }

  @Test
  void conflictsOfGitsOwnAreLeftAlone() throws IOException {
    conflict(false);
    resolve();
    String blob = git("hash-object", "-w", "other.txt").strip();
    String zero = "0 0000000000000000000000000000000000000000\tnotes/" + NOTE + "\n";
    Path stages = top.resolve("stages");
    Files.writeString(stages, zero + "100644 " + blob + " 2\tnotes/" + NOTE + "\n");
    Process update = new ProcessBuilder(
            "git", "-C", top.resolve("all").toString(), "update-index", "--index-info")
        .redirectInput(stages.toFile())
        .start();
    try {
      assertEquals(0, update.waitFor());
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
    assertEquals(0, hew(true, "update", "all/notes", "--continue"));
    assertTrue(git("ls-files", "-u").contains(NOTE));
  }

  @Test
  void aLockedIndexIsAWarning() throws IOException {
    for (String name : List.of("v1.yaml", "v2.yaml")) {
      Files.copy(CASE.resolve(name), top.resolve(name));
    }
    assertEquals(0, hew(false, "new", "v1.yaml", "all", "--minimal"));
    Path note = top.resolve("all").resolve(NOTE);
    Files.writeString(
        note, Files.readString(note).replace("String text", "String text /* mine */"));
    Files.writeString(top.resolve("all/.git/index.lock"), "");
    assertEquals(1, hew(true, "update", "all", "--spec", "v2.yaml"));
    assertTrue(printed.toString().contains("warning[update-index]"), printed.toString());
    assertTrue(Files.readString(note).contains("<<<<<<< yours"));
  }

  @Test
  void anIndexThatIsLockedWhenTheyAreSettledIsAWarningToo() throws IOException {
    conflict(true);
    resolve();
    Files.writeString(top.resolve("all/.git/index.lock"), "");
    assertEquals(0, hew(true, "update", "all/notes", "--continue"), printed.toString());
    assertTrue(printed.toString().contains("warning[update-index]"), printed.toString());
    Files.delete(top.resolve("all/.git/index.lock"));
    assertTrue(git("ls-files", "-u").contains(NOTE), "the index is as it was");
  }
}
