package dev.hew.merge;

import dev.hew.tree.Content;
import dev.hew.tree.RelPath;
import java.util.List;

/** Merges a file that its owner and hew have both changed since hew last wrote it. */
public final class Merger {
  private final Labels labels;

  /**
   * @param labels what stands beside the parts of a conflict
   */
  public Merger(Labels labels) {
    this.labels = labels;
  }

  /**
   * Both changes in one file.
   *
   * @param path says how the file is written
   * @param base what hew last wrote
   * @param ours what its owner made of it; its line ends stay
   * @param theirs what hew would write now
   */
  public Merged merge(RelPath path, Content base, Content ours, Content theirs) {
    boolean executable =
        ours.executable() == base.executable() ? theirs.executable() : ours.executable();
    Content mine = LineEnds.lf(ours).executable(false);
    Content before = LineEnds.lf(base).executable(false);
    Content after = LineEnds.lf(theirs).executable(false);
    if (mine.equals(before)) {
      return clean(ours, after, executable);
    }
    if (after.equals(before) || after.equals(mine)) {
      return clean(ours, mine, executable);
    }
    if (LineEnds.binary(mine) || LineEnds.binary(before) || LineEnds.binary(after)) {
      return new Merged.Conflicting(ours.executable(executable), 1);
    }
    Merged merged = Lines.merge(before, mine, after, labels);
    if (merged instanceof Merged.Clean clean) {
      return new Merged.Clean(written(ours, clean.content(), executable), clean.notes());
    }
    Merged.Conflicting conflicting = (Merged.Conflicting) merged;
    return new Merged.Conflicting(
        written(ours, conflicting.content(), executable), conflicting.conflicts());
  }

  private static Merged clean(Content ours, Content content, boolean executable) {
    return new Merged.Clean(written(ours, content, executable), List.of());
  }

  private static Content written(Content ours, Content content, boolean executable) {
    return LineEnds.like(ours, content).executable(executable);
  }
}
