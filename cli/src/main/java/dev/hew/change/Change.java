package dev.hew.change;

import dev.hew.merge.AtRisk;
import dev.hew.merge.Note;
import dev.hew.merge.Span;
import dev.hew.tree.Content;
import dev.hew.tree.RelPath;
import java.util.List;
import java.util.Optional;

/** What becomes of one file. */
public sealed interface Change {
  /** Which file it is, and why this becomes of it. */
  File file();

  /** What the file holds afterwards, where that is not what it holds now. */
  default Optional<Content> content() {
    return Optional.empty();
  }

  default String id() {
    return file().id();
  }

  default RelPath path() {
    return file().path();
  }

  /** Where the file lies now, if it moves to {@link #path()}. */
  default Optional<RelPath> former() {
    return file().former();
  }

  default String owner() {
    return file().owner();
  }

  default String reason() {
    return file().reason();
  }

  /**
   * A file that hew writes.
   *
   * @param id as in the lock
   * @param path where it lies afterwards
   * @param former where it lies now, if that is elsewhere: the file moves
   * @param owner {@code hew}, {@code both} or {@code you}
   * @param reason in words, without a full stop
   */
  record File(String id, RelPath path, Optional<RelPath> former, String owner, String reason) {}

  /** A new file. */
  record Create(File file, Content written) implements Change {
    @Override
    public Optional<Content> content() {
      return Optional.of(written);
    }
  }

  /** A file that nobody else has touched takes its new form. */
  record Update(File file, Content written) implements Change {
    @Override
    public Optional<Content> content() {
      return Optional.of(written);
    }
  }

  /** A file stays as it is, or stays away. */
  record Keep(File file) implements Change {}

  /**
   * The versions of a file that its owner and hew have both changed.
   *
   * @param base what hew last wrote; empty when it wrote nothing here
   * @param ours what lies there
   * @param theirs what hew would write now
   */
  record Sides(Optional<Content> base, Content ours, Content theirs) {
    /** The owner's lines where hew changes the same ones or some beside them; all of them where hew wrote nothing. */
    public List<Span> atRisk() {
      return AtRisk.lines(base.orElse(Content.of("")), ours, theirs);
    }
  }

  /** Which lines of its owner's lie where hew changes something; only a file that both have changed has such. */
  default List<Span> atRisk() {
    return List.of();
  }

  /** A file that was edited takes what is new beside the edits. */
  record Merge(File file, Content written, List<Note> notes, Sides sides) implements Change {
    public Merge {
      notes = List.copyOf(notes);
    }

    @Override
    public List<Span> atRisk() {
      return sides.atRisk();
    }

    @Override
    public Optional<Content> content() {
      return Optional.of(written);
    }
  }

  /**
   * A file in which a place wants a decision.
   *
   * @param written with the versions between markers; as it is on the disk where it holds no text
   * @param conflicts how many places
   */
  record Conflict(File file, Content written, int conflicts, Sides sides) implements Change {
    @Override
    public List<Span> atRisk() {
      return sides.atRisk();
    }

    @Override
    public Optional<Content> content() {
      return Optional.of(written);
    }
  }

  /** A file that is no longer wanted, and that nobody has edited, goes. */
  record Retire(File file) implements Change {}

  /** A file that is no longer wanted, and that was edited, stays; hew no longer knows it. */
  record Orphan(File file) implements Change {}
}
