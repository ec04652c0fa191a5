package dev.hew.merge;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.eclipse.jgit.diff.Edit;
import org.eclipse.jgit.diff.HistogramDiff;
import org.eclipse.jgit.diff.RawText;
import org.eclipse.jgit.diff.RawTextComparator;
import org.eclipse.jgit.merge.MergeAlgorithm;
import org.eclipse.jgit.merge.MergeChunk;
import org.eclipse.jgit.merge.MergeChunk.ConflictState;
import org.eclipse.jgit.merge.MergeResult;

/** Merges line by line, as git does. */
final class Lines {
  private final RawTextComparator comparator;
  private final RawText base;
  private final RawText ours;
  private final RawText theirs;
  private final Labels labels;

  private Lines(String base, String ours, String theirs, Labels labels, boolean looseBlanks) {
    this.comparator = looseBlanks ? LooseBlanks.LINES : RawTextComparator.DEFAULT;
    this.base = raw(base);
    this.ours = raw(ours);
    this.theirs = raw(theirs);
    this.labels = labels;
  }

  /**
   * What came of it.
   *
   * @param text with markers around what both have changed
   * @param conflicts how many places that is
   */
  record Result(String text, int conflicts) {}

  /**
   * Merges three texts.
   *
   * @param looseBlanks whether, if that is all that stands between the two changes, blanks may be taken for nothing: the
   *     owner's stay then
   */
  static Result merge(String base, String ours, String theirs, Labels labels, boolean looseBlanks) {
    Result strict = new Lines(base, ours, theirs, labels, false).merged();
    if (strict.conflicts() == 0 || !looseBlanks) {
      return strict;
    }
    Result loose = new Lines(base, ours, theirs, labels, true).merged();
    return loose.conflicts() < strict.conflicts() ? loose : strict;
  }

  private Result merged() {
    MergeResult<RawText> result =
        new MergeAlgorithm(new HistogramDiff()).merge(comparator, base, ours, theirs);
    int[] mine = counterparts();
    List<RawText> texts = List.of(base, ours, theirs);
    StringBuilder out = new StringBuilder();
    int conflicts = 0;
    ConflictState before = ConflictState.NO_CONFLICT;
    for (MergeChunk chunk : result) {
      ConflictState now = chunk.getConflictState();
      boolean first = now == ConflictState.FIRST_CONFLICTING_RANGE;
      if (before == ConflictState.NEXT_CONFLICTING_RANGE
          && now != ConflictState.NEXT_CONFLICTING_RANGE) {
        out.append(">>>>>>> ").append(labels.theirs()).append('\n');
      }
      switch (now) {
        case FIRST_CONFLICTING_RANGE -> {
          conflicts++;
          out.append("<<<<<<< ").append(labels.ours()).append('\n');
        }
        case BASE_CONFLICTING_RANGE ->
          out.append("||||||| ").append(labels.base()).append('\n');
        case NEXT_CONFLICTING_RANGE -> out.append("=======\n");
        default -> {}
      }
      RawText text = texts.get(chunk.getSequenceIndex());
      for (int line = chunk.getBegin(); line < chunk.getEnd(); line++) {
        boolean common =
            chunk.getSequenceIndex() == 0 && now == ConflictState.NO_CONFLICT && mine[line] >= 0;
        append(
            out,
            common ? ours : text,
            common ? mine[line] : line,
            first || now != ConflictState.NO_CONFLICT);
      }
      before = now;
    }
    if (before == ConflictState.NEXT_CONFLICTING_RANGE) {
      out.append(">>>>>>> ").append(labels.theirs()).append('\n');
    }
    return new Result(out.toString(), conflicts);
  }

  /** For each line of the base the owner's line that it is the same as, or -1. */
  private int[] counterparts() {
    int[] lines = new int[base.size()];
    int shift = 0;
    int line = 0;
    for (Edit edit : new HistogramDiff().diff(comparator, base, ours)) {
      for (; line < edit.getBeginA(); line++) {
        lines[line] = line + shift;
      }
      for (; line < edit.getEndA(); line++) {
        lines[line] = -1;
      }
      shift = edit.getEndB() - edit.getEndA();
    }
    for (; line < lines.length; line++) {
      lines[line] = line + shift;
    }
    return lines;
  }

  private static void append(StringBuilder out, RawText text, int line, boolean whole) {
    out.append(text.getString(line, line + 1, false));
    if (whole && out.charAt(out.length() - 1) != '\n') {
      out.append('\n');
    }
  }

  /** Byte for byte, so that a text in another encoding survives. */
  private static RawText raw(String text) {
    return new RawText(text.getBytes(StandardCharsets.UTF_8));
  }
}
