package dev.hew.disk;

import dev.hew.tree.Content;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.Optional;
import java.util.TreeSet;
import java.util.zip.ZipFile;

/** The hew that runs. */
public final class Installation {
  private Installation() {}

  /**
   * A text that is another one for every build: two runs of the same text do the same with the same input. Empty where hew
   * runs from a folder of classes, which may change from one moment to the next.
   */
  public static Optional<String> build() throws IOException {
    CodeSource source = Installation.class.getProtectionDomain().getCodeSource();
    if (source == null || !source.getLocation().getPath().endsWith(".jar")) {
      return Optional.empty();
    }
    Path jar = Path.of(uri(source));
    TreeSet<String> libraries = new TreeSet<>();
    try (DirectoryStream<Path> beside = Files.newDirectoryStream(jar.getParent(), "*.jar")) {
      for (Path library : beside) {
        libraries.add(library.getFileName() + " " + Files.size(library));
      }
    }
    StringBuilder all = new StringBuilder();
    try (ZipFile zip = new ZipFile(jar.toFile())) {
      // the jar lists a checksum of each of its files, which takes less time to read than to work
      // out
      zip.stream()
          .forEach(entry ->
              all.append(entry.getName()).append(' ').append(entry.getCrc()).append('\n'));
    }
    return Optional.of(Content.of(all.append(libraries).toString()).sha256());
  }

  private static URI uri(CodeSource source) throws IOException {
    try {
      return source.getLocation().toURI();
    } catch (URISyntaxException e) {
      throw new IOException("hew does not find itself at `" + source.getLocation() + "`", e);
    }
  }
}
