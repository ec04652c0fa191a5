package dev.hew.flow;

import dev.hew.disk.SourceTree;
import dev.hew.split.facts.OtherFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;

/** Reads the files of a code base that are not Java on all processors; only the changed ones when nothing asks further. */
final class OtherTexts {
  private final Path top;
  private final FileStates states;
  private final List<SourceTree.Entry> files;
  private final Set<String> refused = new ConcurrentSkipListSet<>();
  private List<OtherFiles> said;

  OtherTexts(Path top, FileStates states, List<SourceTree.Entry> files) {
    this.top = top;
    this.states = states;
    this.files = files;
  }

  /** Reads the files that may have changed, and notes how all of them are. */
  void look(Progress progress) throws IOException {
    if (states.isFirst()) {
      said = read(progress);
      return;
    }
    List<SourceTree.Entry> doubtful =
        files.stream().filter(file -> !states.looksSame(file)).toList();
    Workers.map(doubtful, file -> read(file).isPresent(), done -> {});
  }

  /** What the files say, in the order of their paths. */
  List<OtherFiles> said(Progress progress) throws IOException {
    if (said == null) {
      said = read(progress);
    }
    return said;
  }

  /** The files that could not be read. */
  Set<String> refused() {
    return refused;
  }

  private List<OtherFiles> read(Progress progress) throws IOException {
    return Workers.map(
        Workers.batches(files, CodeBase.BATCH),
        batch -> {
          OtherFiles some = new OtherFiles();
          batch.forEach(file -> read(file).ifPresent(text -> some.add(text.source())));
          return some;
        },
        done -> progress.at(
            "other files", Math.min(files.size(), done * CodeBase.BATCH), files.size()));
  }

  /** A file that may not be read is named; the others count all the same. */
  private Optional<SourceTree.Decoded> read(SourceTree.Entry file) {
    try {
      SourceTree.Decoded read = SourceTree.read(top, file.path(), FileListing.most(file.path()));
      states.note(file, read);
      return Optional.of(read);
    } catch (IOException e) {
      refused.add(file.path());
      return Optional.empty();
    }
  }
}
