package dev.hew.change;

import dev.hew.lock.Lock;
import dev.hew.merge.LineEnds;
import dev.hew.merge.Merged;
import dev.hew.merge.Merger;
import dev.hew.merge.Note;
import dev.hew.tree.Content;
import dev.hew.tree.FileTree;
import dev.hew.tree.RelPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Decides what becomes of one file. */
final class Decision {
  private static final Content NOTHING = Content.of("");
  private static final String YOURS = "you";
  private final Carried carried;
  private final FileTree disk;
  private final Merger merger;
  private final Set<RelPath> left;

  /**
   * @param left paths that files of hew's leave, or may leave: what lies there is nobody else's
   */
  Decision(Carried carried, Merger merger, Set<RelPath> left) {
    this.carried = carried;
    this.disk = carried.disk();
    this.merger = merger;
    this.left = left;
  }

  Change of(Pair pair) {
    Change change =
        pair.base().isEmpty() ? newcomer(pair) : known(pair, pair.base().get());
    return change.content().isPresent() && blocked(pair) ? collision(pair, change) : change;
  }

  private Change newcomer(Pair pair) {
    Content wanted = pair.wanted().orElseThrow().content();
    Optional<Content> there = disk.get(pair.target()).filter(c -> !left.contains(pair.target()));
    if (there.isEmpty()) {
      return new Change.Create(file(pair, "new"), wanted);
    }
    if (pair.owner().equals(YOURS)) {
      return new Change.Keep(file(pair, "yours: written once, if it is not there"));
    }
    return LineEnds.sameText(there.get(), wanted)
        ? new Change.Keep(file(pair, "already as hew would write it"))
        : new Change.Create(file(pair, "new"), wanted);
  }

  private Change known(Pair pair, Lock.Entry base) {
    if (pair.wanted().isEmpty()) {
      return leaver(pair, base);
    }
    if (pair.place().isEmpty()) {
      return new Change.Keep(file(pair, "you deleted it: it stays away"));
    }
    Content ours = disk.get(pair.place().get()).orElseThrow();
    Content wanted = pair.wanted().get().content();
    boolean moves = !pair.place().get().equals(pair.target());
    if (pair.owner().equals(YOURS)) {
      return new Change.Keep(stays(pair, "yours: never touched"));
    }
    List<Note> carriedNotes = carried.notes(pair.id());
    if (LineEnds.sameText(ours, base.content()) && !carriedNotes.isEmpty()) {
      return new Change.Merge(
          file(pair, "code has moved with its operation"),
          LineEnds.like(ours, wanted),
          carriedNotes,
          carried.sides(pair));
    }
    if (LineEnds.sameText(ours, base.content())) {
      if (moves || !LineEnds.sameText(wanted, base.content())) {
        return new Change.Update(
            file(pair, moves ? "it has a new path" : "not edited"), LineEnds.like(ours, wanted));
      }
      return new Change.Keep(file(pair, "nothing new"));
    }
    return edited(pair, merger.merge(pair.target(), base.content(), ours, wanted), ours, moves);
  }

  private Change edited(Pair pair, Merged merged, Content ours, boolean moves) {
    String whose = pair.owner().equals("hew") ? "you edited a file of hew's" : "you edited it";
    if (merged instanceof Merged.Conflicting conflicting) {
      return new Change.Conflict(
          file(pair, whose + ", and hew has something else for the same place"),
          conflicting.content(),
          conflicting.conflicts(),
          carried.sides(pair));
    }
    Merged.Clean clean = (Merged.Clean) merged;
    List<Note> notes = new ArrayList<>(carried.notes(pair.id()));
    notes.addAll(clean.notes());
    return !moves && clean.content().equals(ours) && notes.isEmpty()
        ? new Change.Keep(file(pair, whose + "; hew has nothing new for it"))
        : new Change.Merge(
            file(pair, whose + "; what is new stands beside"),
            clean.content(),
            notes,
            carried.sides(pair));
  }

  private Change leaver(Pair pair, Lock.Entry base) {
    if (pair.place().isEmpty()) {
      return new Change.Retire(file(pair, "no longer wanted, and already gone"));
    }
    Content ours = disk.get(pair.place().get()).orElseThrow();
    if (base.owner().equals(YOURS)) {
      return new Change.Orphan(stays(pair, "no longer wanted; it is yours"));
    }
    return LineEnds.sameText(ours, base.content())
        ? new Change.Retire(stays(pair, "no longer wanted"))
        : new Change.Orphan(stays(pair, "no longer wanted; you edited it"));
  }

  /** Whether something else lies where this file is to go. */
  private boolean blocked(Pair pair) {
    RelPath target = pair.target();
    return disk.get(target).isPresent()
        && !pair.place().equals(Optional.of(target))
        && !left.contains(target);
  }

  private Change collision(Pair pair, Change change) {
    Content there = disk.get(pair.target()).orElseThrow();
    Content wanted = change.content().orElseThrow();
    Merged merged = merger.merge(pair.target(), NOTHING, there, wanted);
    if (merged instanceof Merged.Clean clean) {
      return new Change.Update(
          file(pair, "the same file already lies there, or an empty one"), clean.content());
    }
    Merged.Conflicting conflicting = (Merged.Conflicting) merged;
    String reason = "another file of yours lies where it is to go";
    // no markers can hold both in one file, so each stays where it is
    boolean apart = LineEnds.binary(there) || LineEnds.binary(wanted);
    return new Change.Conflict(
        apart
            ? new Change.File(pair.id(), pair.target(), Optional.empty(), pair.owner(), reason)
            : file(pair, reason),
        conflicting.content(),
        conflicting.conflicts(),
        new Change.Sides(Optional.empty(), there, wanted));
  }

  private static Change.File file(Pair pair, String reason) {
    RelPath target = pair.target();
    return new Change.File(
        pair.id(), target, pair.place().filter(p -> !p.equals(target)), pair.owner(), reason);
  }

  /** The file where it lies now. */
  private static Change.File stays(Pair pair, String reason) {
    return new Change.File(
        pair.id(), pair.place().orElseThrow(), Optional.empty(), pair.owner(), reason);
  }
}
