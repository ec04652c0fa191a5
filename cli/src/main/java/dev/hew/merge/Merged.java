package dev.hew.merge;

import dev.hew.tree.Content;
import java.util.List;

/** What came of merging one file. */
public sealed interface Merged {
  /** The file with both changes in it. */
  record Clean(Content content, List<Note> notes) implements Merged {
    public Clean {
      notes = List.copyOf(notes);
    }
  }

  /**
   * Both changed the same lines.
   *
   * @param content the file with both changes in it, and all three versions between markers where they meet; the owner's
   *     file as it was where it holds no text
   * @param conflicts how many places want a decision, at least one
   */
  record Conflicting(Content content, int conflicts) implements Merged {}
}
