package dev.hew.flow;

import dev.hew.disk.Folder;
import dev.hew.disk.GuardedFiles;
import dev.hew.lock.Lock;
import dev.hew.lock.LockReader;
import dev.hew.pack.Pin;
import dev.hew.report.Checked;
import dev.hew.report.Diagnostic;
import dev.hew.report.Position;
import dev.hew.tree.Content;
import dev.hew.tree.FileTree;
import dev.hew.tree.RelPath;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A service on disk that hew made, as far as hew knows its files. */
final class ServiceFolder {
  /** What a service is made of. */
  static final RelPath MANIFEST = RelPath.of("hew.yaml");

  private static final Pattern START = Pattern.compile("(?m)^<<<<<<<( |$)");
  private static final Pattern END = Pattern.compile("(?m)^>>>>>>>( |$)");

  private ServiceFolder() {}

  /** A file of a service. */
  record Place(Path folder, RelPath path) {}

  /** The service around a file, which need not be there; empty when hew made none of the folders above it. */
  static Optional<Place> around(Path file) {
    Path target = file.toAbsolutePath().normalize();
    return Folder.above(target, Lock.PATH)
        .map(folder -> new Place(
            folder,
            RelPath.of(folder
                .relativize(target)
                .toString()
                .replace(target.getFileSystem().getSeparator(), "/"))));
  }

  /** What hew last wrote. */
  static Checked<Lock> lock(Path folder) throws IOException {
    Checked<FileTree> found = GuardedFiles.read(folder, List.of(Lock.PATH));
    if (found.ok() && found.value().get(Lock.PATH).isEmpty()) {
      return Checked.failed(Diagnostic.error(
              "lock-missing", "there is no service made by hew here: no `" + Lock.PATH + "`")
          .withHint("name the service's folder; `hew new` makes one, `hew adopt` takes one over"));
    }
    Checked<LockReader.Outline> outline =
        found.then(files -> LockReader.outline(files.get(Lock.PATH).orElseThrow()));
    if (!outline.ok()) {
      return Checked.failed(outline.diagnostics());
    }
    Checked<FileTree> base = GuardedFiles.read(folder, outline.value().needed());
    return base.then(files -> LockReader.lock(outline.value(), files));
  }

  /** The pack that a service was last made with, if the folder is one's and its lock can be read. */
  static Optional<Pin> pin(Optional<Path> folder) {
    try {
      return folder.isEmpty()
          ? Optional.empty()
          : lock(folder.get()).toOptional().flatMap(lock -> lock.pack().pin());
    } catch (IOException e) {
      return Optional.empty(); // then the pack is looked for as if for the first time
    }
  }

  /** The files at some paths; one that is not there is left out. */
  static Checked<FileTree> files(Path folder, Collection<RelPath> paths, FileTree base)
      throws IOException {
    boolean modes = GuardedFiles.keepsModes(folder);
    return GuardedFiles.read(folder, paths).map(raw -> {
      TreeMap<RelPath, Content> files = new TreeMap<>(raw.files());
      if (!modes) {
        files.replaceAll((path, content) ->
            content.executable(base.get(path).map(Content::executable).orElse(false)));
      }
      return new FileTree(files);
    });
  }

  /**
   * The same, and where a file is missing all of a sudden, what else is in the folder: it may have been renamed.
   *
   * @param known what is there for all that hew knows
   * @param contract what is no file of hew's, however alike it may be
   */
  static Checked<FileTree> filesAndStrangers(
      Path folder, Collection<RelPath> paths, FileTree base, Lock known, String contract)
      throws IOException {
    Checked<FileTree> files = files(folder, paths, base);
    boolean complete = files.ok()
        && known.entries().stream()
            .allMatch(e -> e.away() || files.value().get(e.path()).isPresent());
    if (!files.ok() || complete) {
      return files;
    }
    TreeMap<RelPath, Content> others =
        new TreeMap<>(GuardedFiles.strangers(folder, base.files().keySet()).files());
    others.keySet().removeIf(path -> path.value().equals(contract));
    return files.map(new FileTree(others)::plus);
  }

  /** Marks of conflicts that nobody has settled yet, one problem a conflict. */
  static List<Diagnostic> conflicts(FileTree files, Lock lock) {
    List<Diagnostic> left = new ArrayList<>();
    files.files().forEach((path, content) -> {
      String text = content.text();
      boolean written =
          lock.at(path).filter(e -> START.matcher(e.content().text()).find()).isPresent();
      Matcher start = START.matcher(text);
      Matcher end = END.matcher(text);
      int at = 0;
      while (!written && start.find(at) && end.find(start.end())) {
        left.add(conflict(path, text, start.start()));
        at = end.end();
      }
    });
    return left;
  }

  private static Diagnostic conflict(RelPath path, String text, int at) {
    int line = (int) text.substring(0, at).chars().filter(c -> c == '\n').count() + 1;
    return Diagnostic.error(
            "conflict-left", new Position(path.value(), line, 1), "a conflict waits to be settled")
        .withHint("keep the lines that are right, delete the marks, then `hew update --continue`");
  }
}
