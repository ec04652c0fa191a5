package dev.hew.flow;

import dev.hew.disk.GuardedFiles;
import dev.hew.disk.Installation;
import dev.hew.disk.TextFile;
import dev.hew.lock.Lock;
import dev.hew.report.Source;
import dev.hew.spec.Spec;
import dev.hew.spec.SpecReader;
import dev.hew.tree.Content;
import dev.hew.tree.FileTree;
import dev.hew.tree.RelPath;
import dev.hew.yaml.NodeReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Spares making a service again when nothing that it is made of has changed. What hew makes is a function of hew itself
 * with its packs, a pack from elsewhere, the manifest, the contract and the names in the lock. So when a run found that all of it gives what the
 * lock says, it notes a digest of them, and the same digest later means the same result.
 */
final class ShortCut {
  private static final RelPath MANIFEST = RelPath.of("hew.yaml");
  private static final RelPath NOTE = RelPath.of(".hew/local/made");

  private ShortCut() {}

  /** A service that is as its lock says, whatever was edited in it since. */
  record Known(String name) {}

  /** What an earlier run found; empty when there was none, or something has changed. */
  static Optional<Known> find(Path folder, Lock lock) throws IOException {
    Optional<Content> note =
        GuardedFiles.read(folder, List.of(NOTE)).toOptional().flatMap(files -> files.get(NOTE));
    if (note.isEmpty()) {
      return Optional.empty();
    }
    Optional<Spec> manifest = manifest(folder);
    return manifest.flatMap(Spec::name).isPresent()
            && key(folder, lock).filter(note.get().text()::equals).isPresent()
        ? Optional.of(new Known(manifest.flatMap(Spec::name).orElseThrow()))
        : Optional.empty();
  }

  /** Notes that contract and manifest, as they are on disk now, give what the lock says. */
  static void note(Path folder, Lock lock) throws IOException {
    Optional<String> key = key(folder, lock);
    if (key.isPresent()) {
      TextFile.write(folder.resolve(NOTE.value()), key.get());
    }
  }

  private static Optional<Spec> manifest(Path folder) throws IOException {
    return GuardedFiles.read(folder, List.of(MANIFEST))
        .toOptional()
        .flatMap(files -> files.get(MANIFEST))
        .flatMap(content -> NodeReader.read(new Source(MANIFEST.value(), content.text()))
            .then(SpecReader::read)
            .toOptional());
  }

  /** All that decides over the result; empty where it cannot be told. */
  private static Optional<String> key(Path folder, Lock lock) throws IOException {
    Optional<String> build = Installation.build();
    Optional<Spec> manifest = manifest(folder);
    boolean ownContract =
        manifest.filter(m -> m.contract().equals(ContractFiles.ROOT.value())).isPresent();
    if (build.isEmpty() || !ownContract) {
      return Optional.empty();
    }
    TreeSet<RelPath> paths = new TreeSet<>(List.of(MANIFEST, Lock.PATH));
    lock.entries().stream()
        .filter(e -> e.id().startsWith("contract#"))
        .forEach(e -> paths.add(e.path()));
    FileTree files = GuardedFiles.read(folder, paths).toOptional().orElse(FileTree.empty());
    if (!files.files().keySet().equals(paths)) {
      return Optional.empty();
    }
    StringBuilder all = new StringBuilder(build.get());
    // a commit stays what it is and stands in the lock; a folder may hold something else by now
    manifest
        .flatMap(m -> Packs.digest(m, folder))
        .ifPresent(digest -> all.append('\n').append(digest));
    files
        .files()
        .forEach(
            (path, content) -> all.append('\n').append(path).append(' ').append(content.sha256()));
    return Optional.of(Content.of(all.toString()).sha256());
  }
}
