package dev.hew.survival;

import dev.hew.disk.Folder;
import dev.hew.tree.Content;
import dev.hew.tree.FileTree;
import dev.hew.tree.RelPath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A folder in which programs of others run. */
record ToolFolder(Path path) {

  /** Holds these files afterwards, and nothing else. */
  ToolFolder holding(FileTree tree) throws IOException {
    if (Files.exists(path)) {
      try (Stream<Path> all = Files.walk(path)) {
        for (Path one : all.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(one);
        }
      }
    }
    Files.createDirectories(path);
    return with(tree);
  }

  /** Holds these files too. */
  ToolFolder with(FileTree tree) throws IOException {
    for (Map.Entry<RelPath, Content> file : tree.files().entrySet()) {
      Path target = path.resolve(file.getKey().value());
      Files.createDirectories(target.getParent());
      Files.write(target, file.getValue().bytes());
    }
    return this;
  }

  /** Has these files instead of those that are there; git's own stay. */
  ToolFolder replaced(FileTree tree) throws IOException {
    for (RelPath old : files().files().keySet()) {
      if (tree.get(old).isEmpty()) {
        Files.delete(path.resolve(old.value()));
      }
    }
    return with(tree);
  }

  /** All files but git's own. */
  FileTree files() throws IOException {
    TreeMap<RelPath, Content> files = new TreeMap<>(Folder.read(path).files());
    files.keySet().removeIf(file -> file.value().startsWith(".git/"));
    files.replaceAll((file, content) -> Content.of(content.bytes()));
    return new FileTree(files);
  }

  /**
   * Runs a program here.
   *
   * @return what it printed
   * @throws IllegalStateException when it ends with another code than those
   */
  String run(List<Integer> codes, Map<String, String> environment, String... command)
      throws IOException {
    Path log = Files.createTempFile("tool", ".log");
    try {
      ProcessBuilder builder =
          new ProcessBuilder(command).directory(path.toFile()).redirectErrorStream(true);
      builder.redirectOutput(log.toFile()).environment().putAll(environment);
      int code = builder.start().waitFor();
      String printed = Files.readString(log);
      if (!codes.contains(code)) {
        throw new IllegalStateException(List.of(command) + " ended with " + code + "\n" + printed);
      }
      return printed;
    } catch (InterruptedException e) {
      throw new IOException(e);
    } finally {
      Files.delete(log);
    }
  }

  /** git, as somebody whose name is of no matter. */
  String git(List<Integer> codes, String... arguments) throws IOException {
    List<String> command = new java.util.ArrayList<>(List.of(
        "git", "-c", "user.name=t", "-c", "user.email=t@example.org", "-c", "core.autocrlf=false"));
    command.addAll(List.of(arguments));
    return run(codes, Map.of(), command.toArray(String[]::new));
  }

  /** Commits all that is there. */
  void commit(String message) throws IOException {
    git(List.of(0), "add", "--all", "--force");
    git(List.of(0), "commit", "--quiet", "--allow-empty", "--message", message);
  }
}
