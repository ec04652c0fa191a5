package dev.hew.flow;

import dev.hew.code.SourceFile;
import dev.hew.code.SourceFileCodec;
import dev.hew.compiler.JavaParser;
import dev.hew.disk.KeptFiles;
import dev.hew.disk.SourceTree;
import dev.hew.report.Source;
import dev.hew.split.facts.FactsBuilder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** Parses Java files on all processors; those that have not changed since the last run are taken from the cache. */
final class JavaFiles {
  /** Smaller code bases are parsed sooner than looked up. */
  private static final int WORTH_KEEPING = 500;

  private final Path top;
  private final Optional<Path> cache;
  private final String maker;
  private final FactsBuilder gaps;
  private final Map<String, KeptFiles.Kept> next = new ConcurrentHashMap<>();

  /**
   * @param cache where parsed files are kept; empty for nowhere
   * @param parser what parses them, with its version
   * @param gaps told the files that are not UTF-8 or may not be read, by several threads
   */
  JavaFiles(Path top, Optional<Path> cache, String parser, FactsBuilder gaps) {
    this.top = top;
    this.cache = cache;
    this.maker = parser + ", format " + SourceFileCodec.FORMAT;
    this.gaps = gaps;
  }

  List<SourceFile> parse(List<SourceTree.Entry> files, Progress progress) throws IOException {
    Optional<Path> keeping = cache.filter(c -> files.size() >= WORTH_KEEPING);
    Map<String, KeptFiles.Kept> kept =
        keeping.map(c -> KeptFiles.read(c, top, maker)).orElse(Map.of());
    progress.at("Java files", 0, files.size());
    List<SourceFile> parsed = Workers.map(
            Workers.batches(files, CodeBase.BATCH),
            batch -> batch(batch, kept, keeping.isPresent()),
            done -> progress.at(
                "Java files", Math.min(files.size(), done * CodeBase.BATCH), files.size()))
        .stream()
        .flatMap(List::stream)
        .toList();
    if (!next.equals(kept)) {
      keeping.ifPresent(c -> KeptFiles.write(c, top, maker, new TreeMap<>(next)));
    }
    return parsed;
  }

  private List<SourceFile> batch(
      List<SourceTree.Entry> batch, Map<String, KeptFiles.Kept> kept, boolean keeping)
      throws IOException {
    List<SourceFile> result = new ArrayList<>();
    List<Source> fresh = new ArrayList<>();
    List<SourceTree.Entry> entries = new ArrayList<>();
    for (SourceTree.Entry entry : batch) {
      KeptFiles.Kept before = kept.get(entry.path());
      Optional<SourceFile> known = known(entry, before);
      if (known.isPresent()) {
        result.add(known.get());
        next.put(entry.path(), before);
      } else {
        read(entry, fresh, entries);
      }
    }
    List<SourceFile> parsed = fresh.isEmpty() ? List.of() : JavaParser.parse(fresh);
    for (int i = 0; keeping && i < parsed.size(); i++) {
      keep(entries.get(i), parsed.get(i));
    }
    result.addAll(parsed);
    return result;
  }

  /** A file that is not UTF-8 is not kept, so that the next run names it again. */
  private void read(SourceTree.Entry entry, List<Source> fresh, List<SourceTree.Entry> entries) {
    try {
      SourceTree.Decoded decoded = SourceTree.read(top, entry.path(), CodeBase.LARGEST);
      if (!decoded.utf()) {
        gaps.addEncoding(entry.path());
      }
      fresh.add(decoded.source());
      entries.add(decoded.utf() ? entry : null);
    } catch (IOException e) {
      gaps.addRefused(List.of(entry.path()));
    }
  }

  /** What was made of a file that is as it was. */
  private static Optional<SourceFile> known(SourceTree.Entry entry, KeptFiles.Kept before) {
    if (before == null || before.size() != entry.size() || before.modified() != entry.modified()) {
      return Optional.empty();
    }
    try {
      return Optional.of(SourceFileCodec.decode(before.made()));
    } catch (IOException damaged) {
      return Optional.empty();
    }
  }

  private void keep(SourceTree.Entry entry, SourceFile file) {
    if (entry != null) {
      try {
        next.put(
            entry.path(),
            new KeptFiles.Kept(entry.size(), entry.modified(), SourceFileCodec.encode(file)));
      } catch (IOException e) {
        next.remove(entry.path()); // a text too long to keep: parsed again next time
      }
    }
  }
}
