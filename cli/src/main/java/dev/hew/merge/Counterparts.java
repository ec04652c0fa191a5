package dev.hew.merge;

import java.nio.charset.StandardCharsets;
import org.eclipse.jgit.diff.Edit;
import org.eclipse.jgit.diff.EditList;
import org.eclipse.jgit.diff.HistogramDiff;
import org.eclipse.jgit.diff.RawText;
import org.eclipse.jgit.diff.RawTextComparator;

/** Which line of one text a line of another one was. */
public final class Counterparts {
  private final EditList edits;
  private final int size;

  private Counterparts(EditList edits, int size) {
    this.edits = edits;
    this.size = size;
  }

  /** Of a text before it was edited, and after; the ends of its lines are no edit. */
  public static Counterparts of(String before, String after) {
    RawText one = lines(before);
    RawText other = lines(after);
    return new Counterparts(
        new HistogramDiff().diff(RawTextComparator.DEFAULT, one, other), one.size());
  }

  private static RawText lines(String text) {
    return new RawText(text.replace("\r\n", "\n").getBytes(StandardCharsets.UTF_8));
  }

  /**
   * The number of a line before, or that of the line in whose place it has come.
   *
   * @param line its number after, from 1
   * @return from 1; 1 where there was no line at all
   */
  public int before(int line) {
    int at = line - 1;
    int shift = 0;
    for (Edit edit : edits) {
      if (at < edit.getBeginB()) {
        break;
      }
      if (at < edit.getEndB()) {
        int last = Math.max(edit.getBeginA(), edit.getEndA() - 1);
        return within(Math.min(last, edit.getBeginA() + at - edit.getBeginB()));
      }
      shift = edit.getEndA() - edit.getEndB();
    }
    return within(at + shift);
  }

  private int within(int index) {
    return Math.max(1, Math.min(index + 1, size));
  }
}
