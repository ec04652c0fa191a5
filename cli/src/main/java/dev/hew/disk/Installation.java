package dev.hew.disk;

import dev.hew.tree.Content;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import java.util.zip.ZipFile;

/** The hew that runs. */
public final class Installation {
  private Installation() {}

  /**
   * A text that is another one for every build: two runs of the same text do the same with the same input. Empty where hew
   * runs from a folder of classes, which may change from one moment to the next.
   */
  public static Optional<String> build() throws IOException {
    Optional<Path> jar = jar();
    if (jar.isEmpty()) {
      return Optional.empty();
    }
    List<String> libraries = new ArrayList<>();
    for (Path library : jars()) {
      libraries.add(library.getFileName() + " " + Files.size(library));
    }
    StringBuilder all = new StringBuilder();
    try (ZipFile zip = new ZipFile(jar.get().toFile())) {
      // the jar lists a checksum of each of its files, which takes less time to read than to work
      // out
      zip.stream()
          .forEach(entry ->
              all.append(entry.getName()).append(' ').append(entry.getCrc()).append('\n'));
    }
    return Optional.of(Content.of(all.append(libraries).toString()).sha256());
  }

  /** All jars, which stay as they are while hew is the same; nothing where it runs from a folder of classes. */
  public static List<Path> jars() throws IOException {
    Optional<Path> jar = jar();
    if (jar.isEmpty()) {
      return List.of();
    }
    try (DirectoryStream<Path> all = Files.newDirectoryStream(jar.get().getParent(), "*.jar")) {
      return StreamSupport.stream(all.spliterator(), false).sorted().toList();
    }
  }

  /** hew's own jar; empty where hew runs from a folder of classes. */
  static Optional<Path> jar() throws IOException {
    return Optional.of(place()).filter(Files::isRegularFile);
  }

  /** The jar or the folder that holds hew's classes. */
  static Path place() throws IOException {
    CodeSource source = Installation.class.getProtectionDomain().getCodeSource();
    try {
      return Path.of(source.getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IOException("hew does not find itself at `" + source.getLocation() + "`", e);
    }
  }
}
