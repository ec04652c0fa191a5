package dev.hew.disk;

import dev.hew.tree.Content;
import dev.hew.tree.RelPath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** What hew remembers about a service on one machine: a folder that git ignores. */
public final class LocalFolder {
  private static final String PLACE = ".hew/local";

  private LocalFolder() {}

  /** The folder, made when it is not there. */
  static Path of(Path service) throws IOException {
    Path local = service.resolve(PLACE);
    Files.createDirectories(local);
    Path ignore = local.resolve(".gitignore");
    if (!Files.exists(ignore, LinkOption.NOFOLLOW_LINKS)) {
      Files.writeString(ignore, "*\n");
    }
    return local;
  }

  /** Keeps a text under a name; one that is there is replaced. */
  public static void note(Path service, String name, String text) throws IOException {
    TextFile.write(of(service).resolve(name), text);
  }

  /** The text that was kept under a name; empty when there is none that can be read. */
  public static Optional<String> noted(Path service, String name) throws IOException {
    RelPath path = RelPath.of(PLACE + "/" + name);
    return GuardedFiles.read(service, List.of(path))
        .toOptional()
        .flatMap(files -> files.get(path))
        .map(Content::text);
  }
}
