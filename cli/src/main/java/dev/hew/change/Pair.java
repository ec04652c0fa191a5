package dev.hew.change;

import dev.hew.lock.Lock;
import dev.hew.tree.Content;
import dev.hew.tree.RelPath;
import java.util.Optional;

/**
 * One file as hew last wrote it and as hew wants it now.
 *
 * @param base missing when the file is new
 * @param wanted missing when the file is no longer wanted
 * @param place where it lies on the disk; empty when it is not there
 */
record Pair(Optional<Lock.Entry> base, Optional<Lock.Entry> wanted, Optional<RelPath> place) {
  String id() {
    return wanted.or(() -> base).orElseThrow().id();
  }

  String owner() {
    return wanted.or(() -> base).orElseThrow().owner();
  }

  /** Where the file is to lie: where hew wants it, unless its owner has moved it. */
  RelPath target() {
    RelPath wish = wanted.or(() -> base).orElseThrow().path();
    boolean movedByOwner =
        place.isPresent() && base.isPresent() && !place.get().equals(base.get().path());
    return movedByOwner ? place.get() : wish;
  }

  /** The same file, had hew written something else last time. */
  Pair withBase(Content content) {
    return new Pair(base.map(entry -> with(entry, content)), wanted, place);
  }

  /** The same file, did hew want something else. */
  Pair withWanted(Content content) {
    return new Pair(base, wanted.map(entry -> with(entry, content)), place);
  }

  private static Lock.Entry with(Lock.Entry entry, Content content) {
    return new Lock.Entry(entry.id(), entry.path(), entry.owner(), content);
  }
}
