package dev.hew.change;

import dev.hew.lock.Lock;
import dev.hew.tree.Content;
import dev.hew.tree.FileTree;
import dev.hew.tree.RelPath;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;

/**
 * Finds which of the files wanted now is which of those written last: by id, then by path (an object that outgrew its
 * template keeps its path), then by likeness among those of one template (a part of the contract was renamed). Finds a
 * file that its owner renamed by its likeness too.
 */
final class Pairing {
  private final FileTree disk;
  private final List<Lock.Entry> newcomers;
  private final List<Lock.Entry> leavers;
  private final Map<Lock.Entry, Lock.Entry> wantedByBase = new LinkedHashMap<>();

  private Pairing(List<Lock.Entry> wanted, List<Lock.Entry> base, FileTree disk) {
    this.disk = disk;
    this.newcomers = new ArrayList<>(wanted);
    this.leavers = new ArrayList<>(base);
  }

  static List<Pair> of(List<Lock.Entry> wanted, List<Lock.Entry> base, FileTree disk) {
    Pairing pairing = new Pairing(wanted, base, disk);
    pairing.match((b, w) -> b.id().equals(w.id()));
    pairing.match((b, w) -> b.path().equals(w.path()));
    pairing.matchAlike();
    return pairing.pairs(wanted, base);
  }

  private void match(BiPredicate<Lock.Entry, Lock.Entry> same) {
    for (Lock.Entry base : List.copyOf(leavers)) {
      newcomers.stream().filter(w -> same.test(base, w)).findFirst().ifPresent(w -> join(base, w));
    }
  }

  /** The likest first; what else was made of the same two parts of the contract goes with them. */
  private void matchAlike() {
    List<Candidate<Lock.Entry>> candidates = new ArrayList<>();
    for (Lock.Entry base : leavers) {
      for (Lock.Entry wanted : newcomers) {
        if (template(base).equals(template(wanted))) {
          candidates.add(Candidate.of(base, wanted, wanted.content()));
        }
      }
    }
    for (Candidate<Lock.Entry> candidate : Candidate.likeliest(candidates)) {
      if (leavers.contains(candidate.base()) && newcomers.contains(candidate.other())) {
        String from = pointer(candidate.base());
        String to = pointer(candidate.other());
        join(candidate.base(), candidate.other());
        match((b, w) -> template(b).equals(template(w))
            && !from.isEmpty()
            && pointer(b).equals(from)
            && pointer(w).equals(to));
      }
    }
  }

  private void join(Lock.Entry base, Lock.Entry wanted) {
    leavers.remove(base);
    newcomers.remove(wanted);
    wantedByBase.put(base, wanted);
  }

  private static String template(Lock.Entry entry) {
    return entry.id().substring(0, entry.id().indexOf('#') + 1);
  }

  private static String pointer(Lock.Entry entry) {
    return entry.id().substring(entry.id().indexOf('#') + 1);
  }

  private List<Pair> pairs(List<Lock.Entry> wanted, List<Lock.Entry> base) {
    Map<Lock.Entry, RelPath> renamed = renamedByOwner(wanted, base);
    List<Pair> pairs = new ArrayList<>();
    for (Lock.Entry entry : base) {
      Optional<Lock.Entry> now = Optional.ofNullable(wantedByBase.get(entry));
      Optional<RelPath> place = Optional.of(entry.path())
          .filter(path -> disk.get(path).isPresent())
          .or(() -> Optional.ofNullable(renamed.get(entry)));
      pairs.add(new Pair(Optional.of(entry), now, place));
    }
    newcomers.forEach(w -> pairs.add(new Pair(Optional.empty(), Optional.of(w), Optional.empty())));
    pairs.sort(Comparator.comparing(Pair::target).thenComparing(Pair::id));
    return pairs;
  }

  /** The files that are not where hew wrote them, by where they lie now. */
  private Map<Lock.Entry, RelPath> renamedByOwner(List<Lock.Entry> wanted, List<Lock.Entry> base) {
    List<Lock.Entry> missing =
        base.stream().filter(b -> disk.get(b.path()).isEmpty()).toList();
    Map<Lock.Entry, RelPath> renamed = new LinkedHashMap<>();
    Set<RelPath> known = new HashSet<>();
    base.forEach(b -> known.add(b.path()));
    for (Lock.Entry entry : missing) {
      Optional.ofNullable(wantedByBase.get(entry))
          .map(Lock.Entry::path)
          .filter(path -> disk.get(path).isPresent() && known.add(path))
          .ifPresent(path -> renamed.put(entry, path));
    }
    wanted.forEach(w -> known.add(w.path()));
    List<Candidate<RelPath>> candidates = new ArrayList<>();
    for (Lock.Entry entry : missing) {
      if (!renamed.containsKey(entry)) {
        disk.files().forEach((path, content) -> {
          if (!known.contains(path) && extension(path).equals(extension(entry.path()))) {
            candidates.add(Candidate.of(entry, path, content));
          }
        });
      }
    }
    for (Candidate<RelPath> candidate : Candidate.likeliest(candidates)) {
      if (!renamed.containsKey(candidate.base()) && known.add(candidate.other())) {
        renamed.put(candidate.base(), candidate.other());
      }
    }
    return renamed;
  }

  private static String extension(RelPath path) {
    return path.name().substring(path.name().lastIndexOf('.') + 1);
  }

  /** What a file may have become. */
  private record Candidate<T>(Lock.Entry base, T other, double likeness) {
    static <T> Candidate<T> of(Lock.Entry base, T other, Content content) {
      return new Candidate<>(base, other, Likeness.of(base.content(), content));
    }

    /** The likest first, without those that are less than half alike. */
    static <T> List<Candidate<T>> likeliest(List<Candidate<T>> candidates) {
      return candidates.stream()
          .filter(c -> c.likeness >= Likeness.ENOUGH)
          .sorted(Comparator.comparingDouble((Candidate<T> c) -> -c.likeness))
          .toList();
    }
  }
}
