package dev.hew.change;

import dev.hew.lock.Lock;
import dev.hew.merge.Merger;
import dev.hew.tree.Content;
import dev.hew.tree.FileTree;
import dev.hew.tree.RelPath;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;

/**
 * What becomes of each file that hew wrote or wants, and of nothing else.
 *
 * @param all by path
 * @param disk what the files were before
 */
public record Changes(List<Change> all, FileTree disk) {
  public Changes {
    all = all.stream()
        .sorted(Comparator.comparing(Change::path).thenComparing(Change::id))
        .toList();
  }

  /**
   * @param wanted what hew would write now, with the owners that hold now
   * @param base what hew last wrote
   * @param disk what lies there; files of neither list are looked at only to find one that was renamed, or that lies
   *     where a new one is to go
   */
  public static Changes between(
      List<Lock.Entry> wanted, List<Lock.Entry> base, FileTree disk, Merger merger) {
    Carried carried = Carried.of(Pairing.of(wanted, base, disk), disk, merger);
    List<Pair> pairs = carried.pairs();
    Set<RelPath> left = places(pairs);
    while (true) {
      Decision decision = new Decision(carried, merger, left);
      List<Change> changes = pairs.stream().map(decision::of).toList();
      Set<RelPath> leaving = leaving(pairs, changes);
      if (left.equals(leaving)) {
        return new Changes(changes, disk);
      }
      // a file that stays may block another one, which then stays too
      left = leaving;
    }
  }

  /** The places whose files move elsewhere or go. */
  private static Set<RelPath> leaving(List<Pair> pairs, List<Change> changes) {
    Set<RelPath> places = new HashSet<>();
    for (int i = 0; i < pairs.size(); i++) {
      Change change = changes.get(i);
      if (change instanceof Change.Retire || change.former().isPresent()) {
        pairs.get(i).place().ifPresent(places::add);
      }
    }
    return places;
  }

  private static Set<RelPath> places(List<Pair> pairs) {
    Set<RelPath> places = new HashSet<>();
    pairs.forEach(pair -> pair.place().ifPresent(places::add));
    return places;
  }

  /** Whether any file wants a decision. */
  public boolean conflicts() {
    return all.stream().anyMatch(Change.Conflict.class::isInstance);
  }

  /** The files as they are after all changes. */
  public FileTree after() {
    TreeMap<RelPath, Content> files = new TreeMap<>(disk.files());
    for (Change change : all) {
      change.former().ifPresent(files::remove);
      if (change instanceof Change.Retire) {
        files.remove(change.path());
      }
    }
    all.forEach(change -> change.content().ifPresent(c -> files.put(change.path(), c)));
    return new FileTree(files);
  }
}
