package dev.hew.flow;

import dev.hew.disk.KeptValues;
import dev.hew.disk.SourceTree;
import dev.hew.tree.Content;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The files of a code base as the last run saw them and as this one does. A file of the same size, date and place is as it
 * was, unless it was written so shortly before it was looked at that another write could have got the same date. May be
 * asked and told by several threads.
 */
final class FileStates {
  private static final String NAME = "files";
  private static final int DIGITS = 32;

  private final KeptValues kept;
  private final Map<String, State> before = new HashMap<>();
  private final Map<String, State> now = new ConcurrentHashMap<>();

  /**
   * A file.
   *
   * @param size -1 when neither it nor the date says whether the file is as it was
   * @param digest of its bytes
   * @param made of what was made of it: the same for files that differ in nothing that matters
   */
  record State(
      String path, long size, long modified, String key, boolean utf, String digest, String made) {}

  /** What is kept. */
  record All(List<State> states) {}

  /** As they were left by the last run over the same folder. */
  FileStates(KeptValues kept) {
    this.kept = kept;
    kept.read(NAME, All.class)
        .ifPresent(all -> all.states().forEach(state -> before.put(state.path(), state)));
  }

  /** Half of a SHA-256, which is enough to tell files apart. */
  static String digest(byte[] bytes) {
    return shortened(Content.of(bytes).sha256());
  }

  /** The same of a file. */
  static String digest(SourceTree.Decoded read) {
    return shortened(read.digest());
  }

  private static String shortened(String digest) {
    return digest.substring(0, DIGITS);
  }

  /** Whether the last run left anything. */
  boolean isFirst() {
    return before.isEmpty();
  }

  /** Whether a file is as it was, by all that can be seen without reading it. */
  boolean looksSame(SourceTree.Entry entry) {
    State state = before.get(entry.path());
    boolean same = state != null
        && state.size() == entry.size()
        && state.modified() == entry.modified()
        && state.key().equals(entry.key());
    if (same) {
      now.put(entry.path(), state);
    }
    return same;
  }

  /** Whether a file that has been read holds what it held. */
  boolean isSame(SourceTree.Entry entry, SourceTree.Decoded read) {
    State state = before.get(entry.path());
    boolean same = state != null && state.digest().equals(digest(read));
    if (same) {
      note(entry, read, state.made());
    }
    return same;
  }

  /** A file of which only its bytes count. */
  void note(SourceTree.Entry entry, SourceTree.Decoded read) {
    note(entry, read, digest(read));
  }

  /** A file as it is now. */
  void note(SourceTree.Entry entry, SourceTree.Decoded read, String made) {
    now.put(
        entry.path(),
        new State(
            entry.path(),
            entry.settled() ? entry.size() : -1,
            entry.modified(),
            entry.key(),
            read.utf(),
            digest(read),
            made));
  }

  /** What was made of a file that was seen in this run; empty when it could not be read. */
  Optional<String> made(String path) {
    return Optional.ofNullable(now.get(path)).map(State::made);
  }

  /** What was made of a file in the last run. */
  Optional<String> madeBefore(String path) {
    return Optional.ofNullable(before.get(path)).map(State::made);
  }

  /** Those of these files that are not UTF-8. */
  List<String> encodings(Collection<SourceTree.Entry> entries) {
    return entries.stream()
        .map(SourceTree.Entry::path)
        .filter(path -> now.containsKey(path) && !now.get(path).utf())
        .toList();
  }

  /** What was made of each of these files, by path. */
  Map<String, String> made(Collection<SourceTree.Entry> entries) {
    Map<String, String> made = new TreeMap<>();
    entries.forEach(entry -> made(entry.path()).ifPresent(one -> made.put(entry.path(), one)));
    return made;
  }

  /** Leaves them for the next run. */
  void keep() {
    if (!now.equals(before)) {
      kept.write(NAME, All.class, new All(List.copyOf(new TreeMap<>(now).values())));
    }
  }
}
