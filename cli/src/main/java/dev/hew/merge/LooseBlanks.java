package dev.hew.merge;

import java.nio.charset.StandardCharsets;
import org.eclipse.jgit.diff.RawText;
import org.eclipse.jgit.diff.RawTextComparator;

/** Takes two lines for the same that differ in blanks which say nothing: not between two words, and not inside quotes. */
final class LooseBlanks extends RawTextComparator {
  static final RawTextComparator LINES = new LooseBlanks();

  private LooseBlanks() {}

  @Override
  public boolean equals(RawText a, int ai, RawText b, int bi) {
    return Tokens.same(a.getString(ai), b.getString(bi));
  }

  /** Equal for equal lines, as it leaves out all blanks. */
  @Override
  protected int hashRegion(byte[] raw, int from, int to) {
    int hash = 5381;
    for (char c : new String(raw, from, to - from, StandardCharsets.UTF_8).toCharArray()) {
      if (!Character.isWhitespace(c)) {
        hash = hash * 31 + c;
      }
    }
    return hash;
  }
}
