package dev.hew.disk;

import dev.hew.tree.FileTree;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The packs that come with hew. */
public final class BundledPacks {
  private BundledPacks() {}

  /** Their names, sorted. */
  public static List<String> names() {
    return inTemplates(templates -> {
      List<String> names = new ArrayList<>();
      try (DirectoryStream<Path> folders = Files.newDirectoryStream(templates)) {
        for (Path folder : folders) {
          if (Files.exists(folder.resolve("pack.yaml"))) {
            names.add(folder.getFileName().toString().replace("/", ""));
          }
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      Collections.sort(names);
      return names;
    });
  }

  /** A pack's folder; empty when there is none of this name. */
  public static Optional<FileTree> folder(String name) {
    if (!names().contains(name)) {
      return Optional.empty();
    }
    return inTemplates(templates -> {
      try {
        return Optional.of(Folder.read(templates.resolve(name)));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    });
  }

  private static <T> T inTemplates(Function<Path, T> use) {
    URL marker = BundledPacks.class.getResource("/templates/README.md");
    if (marker == null) {
      throw new IllegalStateException("the packs are missing from hew's jar");
    }
    try {
      URI uri = marker.toURI();
      if (!uri.getScheme().equals("jar")) {
        return use.apply(Path.of(uri).getParent());
      }
      Path jar = Path.of(URI.create(uri.getRawSchemeSpecificPart()
          .substring(0, uri.getRawSchemeSpecificPart().indexOf("!"))));
      try (FileSystem zip = FileSystems.newFileSystem(jar, Map.of())) {
        return use.apply(zip.getPath("/templates"));
      }
    } catch (URISyntaxException e) {
      throw new IllegalStateException("hew's own jar has no proper address", e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
