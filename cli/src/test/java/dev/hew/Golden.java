package dev.hew;

import static org.junit.jupiter.api.Assertions.fail;

import dev.hew.tree.Content;
import dev.hew.tree.FileTree;
import dev.hew.tree.RelPath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Expected output that is kept in files: compared byte for byte, or rewritten with {@code -Dhew.accept=true}. */
final class Golden {
  static final boolean ACCEPT = Boolean.getBoolean("hew.accept");

  private Golden() {}

  /** One line for each path at which two trees differ, sorted. */
  static List<String> differences(FileTree wanted, FileTree found) {
    TreeSet<RelPath> paths = new TreeSet<>(wanted.files().keySet());
    paths.addAll(found.files().keySet());
    List<String> lines = new ArrayList<>();
    for (RelPath path : paths) {
      Optional<Content> expected = wanted.get(path);
      Optional<Content> actual = found.get(path);
      if (actual.isEmpty()) {
        lines.add("missing    " + path);
      } else if (expected.isEmpty()) {
        lines.add("unexpected " + path);
      } else if (!Arrays.equals(expected.get().bytes(), actual.get().bytes())) {
        lines.add("different  " + path + " from line "
            + firstDifference(expected.get().text(), actual.get().text()));
      }
    }
    return lines;
  }

  private static int firstDifference(String one, String other) {
    int at = 0;
    while (at < one.length() && at < other.length() && one.charAt(at) == other.charAt(at)) {
      at++;
    }
    return 1 + (int) one.substring(0, at).chars().filter(c -> c == '\n').count();
  }

  /**
   * Makes a folder hold the wanted files instead of those found in it; whatever else is there stays.
   */
  static void write(Path folder, FileTree wanted, FileTree found) throws IOException {
    for (RelPath path : found.files().keySet()) {
      if (wanted.get(path).isEmpty()) {
        Path file = folder.resolve(path.value());
        Files.delete(file);
        deleteEmpty(file.getParent(), folder);
      }
    }
    for (var file : wanted.files().entrySet()) {
      Path path = folder.resolve(file.getKey().value());
      Files.createDirectories(path.getParent());
      Files.write(path, file.getValue().bytes());
    }
  }

  private static void deleteEmpty(Path folder, Path top) throws IOException {
    for (Path inner = folder; !inner.equals(top); inner = inner.getParent()) {
      try (Stream<Path> left = Files.list(inner)) {
        if (left.findAny().isPresent()) {
          return;
        }
      }
      Files.delete(inner);
    }
  }

  /** Fails when anything differs, naming the command that accepts what is there now. */
  static void expectNone(String what, List<String> differences, Class<?> test) {
    if (!differences.isEmpty()) {
      fail(what + ":\n  " + String.join("\n  ", differences)
          + "\nwhen this is as it should be, accept it with\n  mvn test -Dtest="
          + test.getSimpleName() + " -Dhew.accept=true");
    }
  }
}
