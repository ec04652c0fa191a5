package dev.hew.flow;

import dev.hew.disk.GuardedFiles;
import dev.hew.disk.Installation;
import dev.hew.disk.LocalFolder;
import dev.hew.disk.Stamps;
import dev.hew.lock.Lock;
import dev.hew.report.Checked;
import dev.hew.report.Source;
import dev.hew.spec.Spec;
import dev.hew.spec.SpecReader;
import dev.hew.tree.Content;
import dev.hew.tree.FileTree;
import dev.hew.tree.RelPath;
import dev.hew.yaml.NodeReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Spares making a service again when nothing that it is made of has changed. What hew makes is a function of hew itself
 * with its packs, a pack from elsewhere, the manifest, the contract and the names in the lock. So when a run found that all of it gives what the
 * lock says, it notes a digest of them, and the same digest later means the same result.
 *
 * <p>Beside it stand the stamps of all files of hew and of the service. While they hold, nothing need be read at all.
 */
final class ShortCut {
  private static final String MADE = "made";
  private static final String SETTLED = "settled";

  private ShortCut() {}

  /** A service that is as its lock says, whatever was edited in it since. */
  record Known(String name) {}

  /** What an earlier run found; empty when there was none, or something has changed. */
  static Optional<Known> find(Path folder, Lock lock) throws IOException {
    Optional<String> note = LocalFolder.noted(folder, MADE);
    if (note.isEmpty()) {
      return Optional.empty();
    }
    Optional<Spec> manifest = manifest(folder);
    return manifest.flatMap(Spec::name).isPresent()
            && key(folder, lock).filter(note.get()::equals).isPresent()
        ? Optional.of(new Known(manifest.flatMap(Spec::name).orElseThrow()))
        : Optional.empty();
  }

  /**
   * Notes what a run found out, as far as it need not be found out again.
   *
   * @param before when the run began to read
   */
  static void remember(Path folder, Checked<UpdatePlan> found, Instant before) throws IOException {
    UpdatePlan plan = found.value();
    if (!plan.conflicts().isEmpty()) {
      return;
    }
    note(folder, plan.lock());
    // where nobody could look, what an earlier update broke may be broken still
    boolean clean = plan.edited().isEmpty() && plan.breakage().equals(Breakage.NONE);
    if (plan.isUpToDate() && clean && found.diagnostics().isEmpty()) {
      settle(folder, plan.lock(), plan.name(), before);
    }
  }

  /** The same for a service that was just made. */
  static void remember(Path folder, Generation made) throws IOException {
    note(folder, made.lock());
    settle(folder, made.lock(), made.name(), Stamps.now(folder));
  }

  /** Notes that contract and manifest, as they are on disk now, give what the lock says. */
  private static void note(Path folder, Lock lock) throws IOException {
    Optional<String> key = key(folder, lock);
    if (key.isPresent()) {
      LocalFolder.note(folder, MADE, key.get());
    }
  }

  /** A service in which nothing has changed since an earlier run found nothing to do; empty when that cannot be told. */
  static Optional<Known> settled(Path folder) throws IOException {
    String note = LocalFolder.noted(folder, SETTLED).orElse("");
    int end = note.indexOf('\n');
    List<Path> jars = Installation.jars();
    List<String> needed =
        new ArrayList<>(List.of(ServiceFolder.MANIFEST.value(), Lock.PATH.value()));
    jars.forEach(jar -> needed.add(jar.toString()));
    // another hew may have left the note, or nobody who knows the stamps of this one's jars
    return end > 0 && !jars.isEmpty() && Stamps.hold(folder, note.substring(end + 1), needed)
        ? Optional.of(new Known(note.substring(0, end)))
        : Optional.empty();
  }

  /**
   * Notes that nothing is to be done in a folder, and that none of the files is other than hew wants it.
   *
   * @param before when the run that found it began to read
   */
  private static void settle(Path folder, Lock lock, String name, Instant before)
      throws IOException {
    Optional<Spec> manifest = manifest(folder);
    List<Path> jars = Installation.jars();
    boolean known = manifest.isPresent()
        && manifest.get().contract().equals(ContractFiles.ROOT.value())
        && Packs.digest(manifest.get(), folder).isEmpty();
    if (jars.isEmpty() || !known) {
      return;
    }
    TreeSet<String> paths = new TreeSet<>(List.of(ServiceFolder.MANIFEST.value()));
    jars.forEach(jar -> paths.add(jar.toString()));
    lock.paths().forEach(path -> paths.add(path.value()));
    Optional<String> stamps = Stamps.of(folder, paths, before);
    if (stamps.isPresent()) {
      LocalFolder.note(folder, SETTLED, name + "\n" + stamps.get());
    }
  }

  private static Optional<Spec> manifest(Path folder) throws IOException {
    return GuardedFiles.read(folder, List.of(ServiceFolder.MANIFEST))
        .toOptional()
        .flatMap(files -> files.get(ServiceFolder.MANIFEST))
        .flatMap(
            content -> NodeReader.read(new Source(ServiceFolder.MANIFEST.value(), content.text()))
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
    TreeSet<RelPath> paths = new TreeSet<>(List.of(ServiceFolder.MANIFEST, Lock.PATH));
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
