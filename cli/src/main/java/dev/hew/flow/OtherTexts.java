package dev.hew.flow;

import dev.hew.disk.KeptValues;
import dev.hew.disk.SourceTree;
import dev.hew.split.facts.OtherFacts;
import dev.hew.split.facts.OtherFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;

/** Reads the files of a code base that are not Java on all processors; only the changed ones when nothing asks further. */
final class OtherTexts {
  private static final String NAME = "others";

  private final Path top;
  private final KeptValues kept;
  private final FileStates states;
  private final List<SourceTree.Entry> files;
  private final Set<String> refused = new ConcurrentSkipListSet<>();
  private OtherFacts facts;

  /** What is kept. */
  private record Kept(String fingerprint, OtherFacts facts) {}

  OtherTexts(Path top, KeptValues kept, FileStates states, List<SourceTree.Entry> files) {
    this.top = top;
    this.kept = kept;
    this.states = states;
    this.files = files;
  }

  /** Reads the files that may have changed, and notes how all of them are. */
  void look(Progress progress) throws IOException {
    if (states.isFirst()) {
      facts = read(progress);
      return;
    }
    List<SourceTree.Entry> doubtful =
        files.stream().filter(file -> !states.looksSame(file)).toList();
    Workers.map(doubtful, file -> read(file).isPresent(), done -> {});
  }

  /** What the files say. */
  OtherFacts facts(Progress progress) throws IOException {
    if (facts == null) {
      facts = kept.read(NAME, Kept.class)
          .filter(before -> before.fingerprint.equals(fingerprint()))
          .map(Kept::facts)
          .orElse(null);
    }
    if (facts == null) {
      facts = read(progress);
    }
    return facts;
  }

  /** The files that could not be read. */
  Set<String> refused() {
    return refused;
  }

  private OtherFacts read(Progress progress) throws IOException {
    List<OtherFiles> read = Workers.map(
        Workers.batches(files, CodeBase.BATCH),
        batch -> {
          OtherFiles some = new OtherFiles();
          batch.forEach(file -> read(file).ifPresent(text -> some.add(text.source())));
          return some;
        },
        done -> progress.at(
            "other files", Math.min(files.size(), done * CodeBase.BATCH), files.size()));
    OtherFacts all = OtherFiles.facts(read);
    kept.write(NAME, Kept.class, new Kept(fingerprint(), all));
    return all;
  }

  private String fingerprint() {
    return FileStates.digest(states.made(files).toString().getBytes(StandardCharsets.UTF_8));
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
