package dev.hew.merge;

import dev.hew.tree.Content;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.eclipse.jgit.diff.HistogramDiff;
import org.eclipse.jgit.diff.RawText;
import org.eclipse.jgit.diff.RawTextComparator;
import org.eclipse.jgit.merge.MergeAlgorithm;
import org.eclipse.jgit.merge.MergeChunk;
import org.eclipse.jgit.merge.MergeFormatter;
import org.eclipse.jgit.merge.MergeResult;

/** Merges line by line, as git does. */
final class Lines {
  private Lines() {}

  static Merged merge(Content base, Content ours, Content theirs, Labels labels) {
    MergeResult<RawText> result = new MergeAlgorithm(new HistogramDiff())
        .merge(
            RawTextComparator.DEFAULT,
            new RawText(base.bytes()),
            new RawText(ours.bytes()),
            new RawText(theirs.bytes()));
    Content text = Content.of(formatted(result, labels));
    return result.containsConflicts()
        ? new Merged.Conflicting(text, conflicts(result))
        : new Merged.Clean(text, List.of());
  }

  private static int conflicts(MergeResult<RawText> result) {
    int count = 0;
    for (MergeChunk chunk : result) {
      if (chunk.getConflictState() == MergeChunk.ConflictState.FIRST_CONFLICTING_RANGE) {
        count++;
      }
    }
    return count;
  }

  private static byte[] formatted(MergeResult<RawText> result, Labels labels) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      new MergeFormatter()
          .formatMergeDiff3(
              out,
              result,
              List.of(labels.base(), labels.ours(), labels.theirs()),
              StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("writing in memory cannot fail", e);
    }
    return out.toByteArray();
  }
}
