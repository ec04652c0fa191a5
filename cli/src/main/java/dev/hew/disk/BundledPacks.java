package dev.hew.disk;

import dev.hew.tree.Content;
import dev.hew.tree.FileTree;
import dev.hew.tree.RelPath;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** The packs that come with hew. */
public final class BundledPacks {
  private static final String ROOT = "templates/";
  private static final Pattern MANIFEST = Pattern.compile("([^/]+)/pack\\.yaml");

  private BundledPacks() {}

  /** Their names, sorted. */
  public static List<String> names() {
    return List.copyOf(manifests().keySet());
  }

  /** Their manifests by name, sorted. */
  public static Map<String, Content> manifests() {
    Map<String, Content> manifests = new LinkedHashMap<>();
    files(path -> MANIFEST.matcher(path).matches())
        .files()
        .forEach((path, manifest) -> manifests.put(path.folder(), manifest));
    return manifests;
  }

  /** Their folders by name, sorted. */
  public static Map<String, FileTree> all() {
    FileTree files = files(path -> true);
    Map<String, FileTree> folders = new LinkedHashMap<>();
    files.files().keySet().stream()
        .filter(path -> MANIFEST.matcher(path.value()).matches())
        .map(RelPath::folder)
        .forEach(name -> folders.put(name, files.below(name)));
    return folders;
  }

  /** A pack's folder; empty when there is none of this name. */
  public static Optional<FileTree> folder(String name) {
    FileTree folder = files(path -> path.startsWith(name + "/")).below(name);
    return folder.get(RelPath.of("pack.yaml")).map(manifest -> folder);
  }

  /** The files of packs, in hew's jar or, where hew has not been packaged, on the class path. */
  private static FileTree files(Predicate<String> wanted) {
    try {
      Optional<Path> jar = Installation.jar();
      return jar.isPresent() ? inJar(jar.get(), wanted) : inFolder(wanted);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Most commands read few of the files: each is read when it is asked for, and the jar stays open until then. */
  private static FileTree inJar(Path jar, Predicate<String> wanted) throws IOException {
    TreeMap<RelPath, Content> files = new TreeMap<>();
    ZipFile zip = new ZipFile(jar.toFile());
    for (ZipEntry entry : Collections.list(zip.entries())) {
      if (entry.getName().startsWith(ROOT) && !entry.isDirectory()) {
        String path = entry.getName().substring(ROOT.length());
        if (wanted.test(path)) {
          files.put(RelPath.of(path), Content.lazy(() -> bytes(zip, entry)));
        }
      }
    }
    return new FileTree(files);
  }

  private static byte[] bytes(ZipFile zip, ZipEntry entry) {
    try (InputStream content = zip.getInputStream(entry)) {
      return content.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static FileTree inFolder(Predicate<String> wanted) throws IOException {
    Path templates = Installation.place().resolve(ROOT);
    TreeMap<RelPath, Content> files = new TreeMap<>(Folder.read(templates).files());
    files.keySet().removeIf(path -> !wanted.test(path.value()));
    return new FileTree(files);
  }
}
