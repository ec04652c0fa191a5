package dev.hew.flow;

import dev.hew.change.Change;
import dev.hew.lock.Lock;
import dev.hew.merge.LineEnds;
import dev.hew.tree.Content;
import dev.hew.tree.FileTree;
import dev.hew.tree.RelPath;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What goes from one lock to the next besides what hew makes: whose a file is, where it lies, that it was deleted. */
final class NextLock {
  static final String MANIFEST = "hew.yaml#";
  static final String CONTRACT = "contract#";
  private static final String YOURS = "you";

  private NextLock() {}

  /** What hew wants, with the owners and the places that the user has chosen. */
  static List<Lock.Entry> wanted(Lock made, Lock before) {
    List<Lock.Entry> wanted = new ArrayList<>();
    for (Lock.Entry entry : made.entries()) {
      Optional<Lock.Entry> known = before.entry(entry.id());
      Lock.Entry owned =
          known.filter(Lock.Entry::chosen).map(k -> entry.ownedBy(k.owner())).orElse(entry);
      wanted.add(known
          .filter(k -> k.home().isPresent())
          .map(k -> owned.movedTo(k.path()))
          .orElse(owned));
    }
    before.entries().stream()
        .filter(e -> e.owner().equals(YOURS) && made.entry(e.id()).isEmpty())
        .forEach(wanted::add); // such as the migrations of earlier updates
    return wanted;
  }

  /** Where the files are that are their owner's, before an update and after it. */
  static Set<RelPath> owned(Lock before, Lock after) {
    return Stream.of(before, after)
        .flatMap(lock -> lock.entries().stream())
        .filter(entry -> entry.owner().equals(YOURS))
        .map(Lock.Entry::path)
        .collect(Collectors.toSet());
  }

  /**
   * What files are compared with. The manifest as its owner wrote it, and hew's way of writing the same, are one; and
   * the contract on disk is what everything else is made of.
   *
   * @param plain what hew would write for the manifest as it stands
   * @param ownContract whether the contract is the one in the service, with what its owner edited there
   */
  static List<Lock.Entry> base(Lock before, Lock plain, FileTree disk, boolean ownContract) {
    List<Lock.Entry> base = new ArrayList<>();
    for (Lock.Entry entry : before.entries()) {
      Optional<Content> read = entry.id().equals(MANIFEST)
          ? plain.entry(MANIFEST).map(Lock.Entry::content)
          : entry.id().startsWith(CONTRACT) && ownContract
              ? disk.get(entry.path()).map(LineEnds::lf)
              : Optional.empty();
      base.add(read.map(entry::holding).orElse(entry));
    }
    return base;
  }

  /** The next lock: what is wanted, where it now lies; what is its owner's as it was first written. */
  static Lock of(
      Lock made, List<Lock.Entry> wanted, Lock before, List<Change> changes, FileTree disk) {
    Map<String, Change> byId = new HashMap<>();
    changes.forEach(change -> byId.put(change.id(), change));
    List<Lock.Entry> entries = new ArrayList<>();
    for (Lock.Entry entry : wanted) {
      Change change = byId.get(entry.id());
      RelPath place = change.path();
      boolean there = change.content().isPresent() || disk.get(place).isPresent();
      Optional<Content> first = before
          .entry(entry.id())
          .filter(e -> entry.owner().equals(YOURS))
          .map(Lock.Entry::content);
      entries.add(entry.movedTo(place).away(!there).holding(first.orElse(entry.content())));
    }
    return new Lock(made.hew(), made.pack(), made.names(), entries);
  }
}
