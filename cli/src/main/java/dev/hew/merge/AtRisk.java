package dev.hew.merge;

import dev.hew.tree.Content;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.jgit.diff.Edit;
import org.eclipse.jgit.diff.EditList;
import org.eclipse.jgit.diff.HistogramDiff;
import org.eclipse.jgit.diff.RawText;
import org.eclipse.jgit.diff.RawTextComparator;

/** Finds what an owner has edited where hew changes the same lines or some beside them. */
public final class AtRisk {
  /** Lines that lie no further apart are beside each other. */
  private static final int NEAR = 3;

  private AtRisk() {}

  /**
   * The owner's lines, in their own file, in its order; none of a file that holds no text. Where lines were taken out, those around the gap.
   *
   * @param base what hew last wrote
   * @param ours what its owner made of it
   * @param theirs what hew would write now
   */
  public static List<Span> lines(Content base, Content ours, Content theirs) {
    if (LineEnds.binary(base) || LineEnds.binary(ours) || LineEnds.binary(theirs)) {
      return List.of();
    }
    RawText was = raw(base);
    RawText mine = raw(ours);
    EditList wished = diff(was, raw(theirs));
    List<Span> spans = new ArrayList<>();
    for (Edit edit : diff(was, mine)) {
      boolean near = wished.stream()
          .anyMatch(wish -> edit.getBeginA() <= wish.getEndA() + NEAR
              && wish.getBeginA() <= edit.getEndA() + NEAR);
      if (near && mine.size() > 0) {
        boolean gap = edit.getLengthB() == 0;
        int first = gap ? edit.getBeginB() : edit.getBeginB() + 1;
        int last = gap ? edit.getBeginB() + 1 : edit.getEndB();
        spans.add(new Span(Math.max(1, first), Math.min(Math.max(1, last), mine.size())));
      }
    }
    return spans;
  }

  private static EditList diff(RawText one, RawText other) {
    return new HistogramDiff().diff(RawTextComparator.DEFAULT, one, other);
  }

  private static RawText raw(Content content) {
    return new RawText(LineEnds.lf(content).text().getBytes(StandardCharsets.UTF_8));
  }
}
