package dev.hew.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
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
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Updates of services as they lie in real checkouts. */
class CheckoutTest {
  private static final Path CASE =
      Path.of("src", "test", "resources", "cases", "update-conflict", "given");
  private static final String API = "src/main/java/com/example/notes/api/NotesApi.java";

  @TempDir
  Path top;

  @BeforeEach
  void contracts() throws IOException {
    for (String name : List.of("v1.yaml", "v2.yaml")) {
      Files.copy(CASE.resolve(name), top.resolve(name));
    }
  }

  private void hew(int code, String... arguments) {
    StringWriter printed = new StringWriter();
    PrintWriter out = new PrintWriter(printed);
    Console console = new Console(InputStream.nullInputStream(), out, out, top);
    assertEquals(code, HewCommand.run(console, arguments), printed.toString());
  }

  private String git(String folder, String... arguments) throws IOException {
    List<String> command =
        new ArrayList<>(List.of("git", "-C", top.resolve(folder).toString()));
    command.addAll(List.of("-c", "user.name=a", "-c", "user.email=a@example.org"));
    command.addAll(List.of(arguments));
    Process process = new ProcessBuilder(command)
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start();
    String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    try {
      assertEquals(0, process.waitFor(), String.join(" ", command));
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
    return text;
  }

  private String read(String path) throws IOException {
    return Files.readString(top.resolve(path));
  }

  private void write(String path, String text) throws IOException {
    Files.createDirectories(top.resolve(path).getParent());
    Files.writeString(top.resolve(path), text);
  }

  @Test
  void whatLiesAroundAServiceInALargerRepositoryStaysAsItIs() throws IOException {
    git(".", "init", "-q", "all");
    for (String name : List.of("staged", "changed", "both", "deleted")) {
      write("all/other/" + name + ".txt", "one\n");
    }
    hew(0, "new", "v1.yaml", "all/services/notes", "--minimal", "--no-git");
    git("all", "add", "-A");
    git("all", "commit", "-qm", "One");
    write("all/other/staged.txt", "two\n");
    write("all/other/both.txt", "two\n");
    git("all", "add", "-A");
    write("all/other/both.txt", "three\n");
    write("all/other/changed.txt", "two\n");
    write("all/other/new.txt", "new\n");
    write("all/services/notes.txt", "beside\n");
    Files.delete(top.resolve("all/other/deleted.txt"));
    String index = git("all", "ls-files", "-s");
    String status = git("all", "status", "--porcelain", "other", "services/notes.txt");
    String head = git("all", "log", "--format=%H %s");
    String api = "all/services/notes/" + API;
    write(api, read(api).replace("public interface", "/** Mine. */\npublic interface"));
    hew(0, "-C", "all/services/notes", "update", "--spec", "../../../v2.yaml");
    assertTrue(read(api).contains("/** Mine. */") && read(api).contains("readNote"));
    assertEquals(index, git("all", "ls-files", "-s"));
    assertEquals(status, git("all", "status", "--porcelain", "other", "services/notes.txt"));
    assertEquals(head, git("all", "log", "--format=%H %s"));
    assertEquals("three\n", read("all/other/both.txt"));
    hew(0, "undo", "all/services/notes");
    assertFalse(read(api).contains("readNote"));
    assertEquals(
        " M services/notes/" + API + "\n",
        git("all", "status", "--porcelain", "services/notes"),
        "nothing else of hew's is seen by git");
  }

  /** What git would commit is the same, whatever the line ends of the checkout. */
  @Test
  void aCheckoutWithOtherLineEndsUpdatesAlike() throws IOException {
    hew(0, "new", "v1.yaml", "lf", "--minimal");
    write("lf/.gitattributes", "*.jar binary\n"); // without hew's own word about line ends
    git("lf", "commit", "-qam", "Leave line ends to git");
    git(".", "clone", "-q", "-c", "core.autocrlf=true", "lf", "crlf");
    assertTrue(read("crlf/" + API).contains("\r\n"), "the checkout has changed the line ends");
    assertTrue(read("crlf/.hew/lock.yaml").contains("\r\n"));
    List<String> trees = new ArrayList<>();
    for (String folder : List.of("lf", "crlf")) {
      String end = folder.equals("lf") ? "\n" : "\r\n";
      String mine = "/** Mine. */" + end + "public interface";
      write(folder + "/" + API, read(folder + "/" + API).replace("public interface", mine));
      hew(0, "update", folder, "--spec", "v2.yaml");
      hew(0, "update", folder);
      assertTrue(read(folder + "/" + API).contains(mine));
      git(folder, "add", "-A");
      trees.add(git(folder, "write-tree"));
      Files.readAllLines(top.resolve(folder).resolve(API))
          .forEach(line -> assertFalse(line.endsWith("\r\r"), line));
    }
    assertEquals(trees.get(0), trees.get(1));
    assertFalse(
        read("crlf/" + API).replace("\r\n", "").contains("\n"), "a file keeps its line ends");
  }

  @Test
  void permissionsStay() throws IOException {
    hew(0, "new", "v1.yaml", "notes", "--minimal", "--no-git");
    Path closed = top.resolve("notes/" + API);
    Path executable = top.resolve("notes/src/main/resources/answers.json");
    Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("rw-------"));
    Files.setPosixFilePermissions(executable, PosixFilePermissions.fromString("rwxr-x---"));
    String before = Files.readString(executable);
    hew(0, "update", "notes", "--spec", "v2.yaml");
    assertFalse(Files.readString(executable).equals(before));
    assertTrue(Files.readString(closed).contains("readNote"));
    assertEquals("rw-------", permissions(closed));
    assertEquals("rwxr-x---", permissions(executable));
    hew(0, "undo", "notes");
    assertEquals(before, Files.readString(executable));
    assertEquals("rw-------", permissions(closed));
    assertEquals("rwxr-x---", permissions(executable));
    assertEquals(
        "rwx------",
        permissions(top.resolve("notes/.hew/local/undo")),
        "copies of a closed file are closed too");
  }

  private static String permissions(Path file) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
  }
}
