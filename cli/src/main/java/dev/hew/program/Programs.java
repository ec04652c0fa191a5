package dev.hew.program;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Finds programs of this machine. */
public final class Programs {
  private static final List<String> ENDINGS = List.of("", ".exe", ".cmd", ".bat");

  private Programs() {}

  /** The first executable of this name in a search path, as an absolute path: it may be started from any folder. */
  public static Optional<Path> find(String name, String searchPath) {
    if (searchPath == null) {
      return Optional.empty();
    }
    return List.of(searchPath.split(File.pathSeparator)).stream()
        .filter(folder -> !folder.isEmpty())
        .flatMap(folder -> ENDINGS.stream().map(ending -> Path.of(folder, name + ending)))
        .filter(file -> Files.isRegularFile(file) && Files.isExecutable(file))
        .findFirst()
        .map(Path::toAbsolutePath);
  }
}
