package dev.hew.flow;

import dev.hew.code.SourceFile;
import dev.hew.compiler.JavaParser;
import dev.hew.disk.KeptValues;
import dev.hew.disk.SourceTree;
import dev.hew.report.Source;
import dev.hew.split.facts.MemberNames;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntConsumer;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/** Parses Java files on all processors; what was parsed of those that have not changed is taken from the last run. */
final class JavaFiles {
  /** What was parsed is kept in so many parts, so that little is written again when little changes. */
  private static final int PARTS = 64;

  private final Path top;
  private final KeptValues kept;
  private final FileStates states;
  private final List<List<SourceTree.Entry>> parts;
  private final int total;
  private final Map<String, SourceFile> fresh = new ConcurrentHashMap<>();
  private final Map<String, SourceFile> before = new ConcurrentHashMap<>();
  private final Map<String, ParsedFile> same = new ConcurrentHashMap<>();
  private final AtomicReference<Workers.Begun<Map<String, SourceFile>>> ahead =
      new AtomicReference<>();
  private final Set<String> refused = new ConcurrentSkipListSet<>();

  private record Part(List<ParsedFile> files) {}

  /** A file that has been read because it may have changed. */
  private record Read(SourceTree.Entry entry, SourceTree.Decoded file) {}

  JavaFiles(Path top, KeptValues kept, FileStates states, List<SourceTree.Entry> files) {
    this.top = top;
    this.kept = kept;
    this.states = states;
    this.total = files.size();
    this.parts = kept.keeps() ? parts(files) : Workers.batches(files, CodeBase.BATCH);
  }

  /** Whatever files come and go, the others stay in their parts. */
  private static List<List<SourceTree.Entry>> parts(Collection<SourceTree.Entry> files) {
    List<List<SourceTree.Entry>> parts = new ArrayList<>();
    for (int part = 0; part < PARTS; part++) {
      parts.add(new ArrayList<>());
    }
    files.forEach(
        file -> parts.get(Math.floorMod(file.path().hashCode(), PARTS)).add(file));
    return parts;
  }

  /** Parses the files that have changed, and notes how all of them are. */
  void look(Progress progress) throws IOException {
    progress.at("Java files", 0, total);
    List<List<SourceTree.Entry>> doubtful = parts.stream()
        .map(part -> part.stream().filter(entry -> !states.looksSame(entry)).toList())
        .toList();
    if (doubtful.stream().mapToInt(List::size).sum() > CodeBase.BATCH) {
      each(
          part -> {
            note(part, parse(doubtful.get(part)));
            return part;
          },
          done -> progress.at("Java files", done, total));
    } else {
      // so few are parsed sooner by one compiler than by several; on a worker, which has the stack
      // for it
      List<SourceTree.Entry> all = doubtful.stream().flatMap(List::stream).toList();
      Map<String, ParsedFile> made =
          Workers.map(List.of(all), this::parseFew, done -> {}).get(0);
      for (int part = 0; part < parts.size(); part++) {
        Map<String, ParsedFile> own = new TreeMap<>(made);
        own.keySet()
            .retainAll(doubtful.get(part).stream().map(SourceTree.Entry::path).toList());
        note(part, own);
      }
    }
  }

  /** All files as parsed; those that have not changed may be without what their text mentions. */
  List<SourceFile> all() throws IOException {
    Workers.Begun<Map<String, SourceFile>> begun = ahead.get();
    Map<String, SourceFile> heads = begun == null ? Map.of() : begun.result();
    return each(part -> all(part, heads), done -> {}).stream()
        .flatMap(List::stream)
        .toList();
  }

  /** Whether a file, one of {@link #all}, asks for one of these names, as {@link MemberNames} has them. */
  boolean asks(SourceFile file, int[] names) {
    ParsedFile parsed = same.get(file.path());
    return parsed == null || parsed.asks(names);
  }

  /** These files, of {@link #all}, with what their text mentions. */
  List<SourceFile> whole(List<SourceFile> files) throws IOException {
    return Workers.map(
            Workers.batches(files, CodeBase.BATCH),
            batch -> {
              List<SourceFile> whole = new ArrayList<>();
              for (SourceFile file : batch) {
                ParsedFile parsed = same.get(file.path());
                whole.add(parsed == null ? file : whole(parsed));
              }
              return whole;
            },
            done -> {})
        .stream()
        .flatMap(List::stream)
        .toList();
  }

  private <R> List<R> each(Workers.Work<Integer, R> work, IntConsumer files) throws IOException {
    return Workers.map(
        IntStream.range(0, parts.size()).boxed().toList(),
        work,
        done -> files.accept((int) ((long) total * done / parts.size())));
  }

  /** What a file was parsed to in the last run; empty when it is as it was, or nothing is kept of it. */
  Optional<SourceFile> before(String path) {
    return Optional.ofNullable(before.get(path));
  }

  /** What a changed file was parsed to. */
  Optional<SourceFile> fresh(String path) {
    return Optional.ofNullable(fresh.get(path));
  }

  /** The files that could not be read. */
  Set<String> refused() {
    return refused;
  }

  private SourceFile whole(ParsedFile parsed) throws IOException {
    Optional<SourceFile> whole = parsed.whole();
    if (whole.isEmpty()) { // damaged
      Source source = SourceTree.read(top, parsed.path(), CodeBase.LARGEST).source();
      whole = Optional.of(JavaParser.parse(List.of(source)).get(0));
    }
    return whole.get();
  }

  /** The changed ones of these few files, parsed; if there is one, the others will be asked for, and are read meanwhile. */
  private Map<String, ParsedFile> parseFew(List<SourceTree.Entry> doubtful) throws IOException {
    return parse(doubtful, read -> {
      boolean changed = !states.isSame(read.entry, read.file);
      if (changed && kept.keeps() && ahead.get() == null) {
        ahead.set(Workers.begin("ahead", () -> unchanged(doubtful)));
      }
      return changed;
    });
  }

  /** What was kept of all files but these, without what their text mentions. */
  private Map<String, SourceFile> unchanged(List<SourceTree.Entry> doubtful) {
    Map<String, SourceFile> files = new HashMap<>();
    Set<SourceTree.Entry> others = Set.copyOf(doubtful);
    for (int part = 0; part < parts.size(); part++) {
      Map<String, ParsedFile> old = kept(part);
      for (SourceTree.Entry entry : parts.get(part)) {
        if (!others.contains(entry)) {
          same(old.get(entry.path())).ifPresent(file -> files.put(file.path(), file));
        }
      }
    }
    return files;
  }

  /** The changed ones of these files, parsed. */
  private Map<String, ParsedFile> parse(List<SourceTree.Entry> doubtful) throws IOException {
    return parse(doubtful, read -> !states.isSame(read.entry, read.file));
  }

  /** Keeps what was parsed of a part's files, those left out that were parsed to the same as before. */
  private void note(int part, Map<String, ParsedFile> parsed) {
    Map<String, ParsedFile> made = new TreeMap<>(parsed);
    made.keySet().removeIf(path -> states.made(path).equals(states.madeBefore(path)));
    if (!made.isEmpty()) {
      Map<String, ParsedFile> old = kept(part);
      made.keySet().stream()
          .filter(old::containsKey)
          .forEach(
              path -> old.get(path).withoutReferences().ifPresent(file -> before.put(path, file)));
      keep(part, old, made);
    }
  }

  private List<SourceFile> all(int part, Map<String, SourceFile> heads) throws IOException {
    List<SourceFile> files = new ArrayList<>();
    List<SourceTree.Entry> missing = new ArrayList<>();
    List<SourceTree.Entry> same = new ArrayList<>();
    for (SourceTree.Entry entry : parts.get(part)) {
      SourceFile file = fresh.getOrDefault(entry.path(), heads.get(entry.path()));
      if (file == null) {
        same.add(entry);
      } else {
        files.add(file);
      }
    }
    Map<String, ParsedFile> old = same.isEmpty() ? Map.of() : kept(part);
    for (SourceTree.Entry entry : same) {
      same(old.get(entry.path())).ifPresentOrElse(files::add, () -> missing.add(entry));
    }
    Map<String, ParsedFile> made = parse(missing, read -> true);
    missing.forEach(entry -> fresh(entry.path()).ifPresent(files::add));
    if (!made.isEmpty()) {
      keep(part, old, made);
    }
    return files;
  }

  /**
   * Parses those of these files that are wanted when they have been read.
   *
   * @return what has to be kept of them, by path
   */
  private Map<String, ParsedFile> parse(List<SourceTree.Entry> files, Predicate<Read> wanted)
      throws IOException {
    Map<String, ParsedFile> made = new TreeMap<>();
    for (List<SourceTree.Entry> batch : Workers.batches(files, CodeBase.BATCH)) {
      List<Read> read =
          batch.stream().flatMap(entry -> read(entry).stream()).filter(wanted).toList();
      List<Source> sources = read.stream().map(one -> one.file.source()).toList();
      List<SourceFile> parsed = sources.isEmpty() ? List.of() : JavaParser.parse(sources);
      for (int i = 0; i < parsed.size(); i++) {
        note(read.get(i), parsed.get(i), made);
      }
    }
    return made;
  }

  private void note(Read read, SourceFile file, Map<String, ParsedFile> made) {
    String path = read.entry.path();
    String digest = "";
    if (kept.keeps()) {
      try {
        ParsedFile parsed = ParsedFile.of(file);
        digest = parsed.made();
        made.put(path, parsed);
      } catch (IOException tooLarge) {
        digest = FileStates.digest(read.file);
      }
    }
    fresh.put(path, file);
    states.note(read.entry, read.file, digest);
  }

  private Optional<Read> read(SourceTree.Entry entry) {
    try {
      return Optional.of(new Read(entry, SourceTree.read(top, entry.path(), CodeBase.LARGEST)));
    } catch (IOException e) {
      refused.add(entry.path());
      return Optional.empty();
    }
  }

  /** Puts what was parsed in the place of what was kept of the same files. */
  private void keep(int part, Map<String, ParsedFile> old, Map<String, ParsedFile> made) {
    List<ParsedFile> next = new ArrayList<>();
    for (SourceTree.Entry entry : parts.get(part)) {
      ParsedFile one = made.getOrDefault(entry.path(), old.get(entry.path()));
      if (one != null) {
        next.add(one);
      }
    }
    kept.write(name(part), Part.class, new Part(next));
  }

  /** What is kept and was made of the files as they were in the last run. */
  private Map<String, ParsedFile> kept(int part) {
    Map<String, ParsedFile> files = new HashMap<>();
    kept.read(name(part), Part.class)
        .ifPresent(all -> all.files.forEach(file -> {
          if (states.madeBefore(file.path()).filter(file.made()::equals).isPresent()) {
            files.put(file.path(), file);
          }
        }));
    return files;
  }

  /** A file that has not changed, without what its text mentions; empty when it is not kept. */
  private Optional<SourceFile> same(ParsedFile parsed) {
    Optional<SourceFile> file = Optional.ofNullable(parsed).flatMap(ParsedFile::withoutReferences);
    file.ifPresent(f -> same.put(f.path(), parsed));
    return file;
  }

  private static String name(int part) {
    return "java-" + part;
  }
}
