package dev.hew.command;

import java.nio.file.Path;
import java.util.Optional;

/** Where hew keeps what spares a later run work; it may be deleted at any time. */
final class CacheFolder {
  private CacheFolder() {}

  /** The user's cache folder for hew; empty where the environment names none. */
  static Optional<Path> find() {
    return variable("XDG_CACHE_HOME")
        .map(given -> Path.of(given, "hew"))
        .or(() -> variable("HOME")
            .or(() -> variable("LOCALAPPDATA"))
            .map(home -> Path.of(home, ".cache", "hew")));
  }

  private static Optional<String> variable(String name) {
    return Optional.ofNullable(System.getenv(name)).filter(value -> !value.isEmpty());
  }
}
