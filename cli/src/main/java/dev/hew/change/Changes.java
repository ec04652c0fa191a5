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
    Decision first = new Decision(carried, merger, places(pairs));
    Set<RelPath> left = new HashSet<>();
    for (Pair pair : pairs) {
      Change change = first.of(pair);
      if (change instanceof Change.Retire || change.former().isPresent()) {
        pair.place().ifPresent(left::add);
      }
    }
    Decision last = new Decision(carried, merger, left);
    return new Changes(pairs.stream().map(last::of).toList(), disk);
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
