package dev.hew.flow;

import dev.hew.code.Reference;
import dev.hew.code.SourceFile;
import dev.hew.disk.RecordCodec;
import dev.hew.split.facts.MemberNames;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What was parsed of a Java file, as bytes to be kept. What its text mentions, which is most of it, is apart: few
 * questions ask for that.
 *
 * @param made the digest of the bytes
 * @param head all but what the text mentions
 * @param references what the text mentions
 * @param asked the names of members that it asks for, as {@link MemberNames} has them
 */
record ParsedFile(String path, String made, byte[] head, byte[] references, int[] asked) {
  private static final RecordCodec<SourceFile> HEADS = RecordCodec.of(SourceFile.class);
  private static final RecordCodec<References> REFERENCES = RecordCodec.of(References.class);

  /** What the text of each type mentions. */
  private record References(List<Of> types) {
    /** Of one type. */
    private record Of(List<Reference> all) {}
  }

  /**
   * A file as bytes.
   *
   * @throws IOException when it is too large to be kept
   */
  static ParsedFile of(SourceFile file) throws IOException {
    byte[] head = HEADS.encode(file.withoutReferences());
    byte[] references = REFERENCES.encode(
        new References(file.references().stream().map(References.Of::new).toList()));
    byte[] all = Arrays.copyOf(head, head.length + references.length);
    System.arraycopy(references, 0, all, head.length, references.length);
    return new ParsedFile(
        file.path(), FileStates.digest(all), head, references, MemberNames.asked(file));
  }

  /** The file without what its text mentions; empty when the bytes are damaged. */
  Optional<SourceFile> withoutReferences() {
    try {
      return Optional.of(HEADS.decode(head));
    } catch (IOException damaged) {
      return Optional.empty();
    }
  }

  /** The file with what its text mentions; empty when the bytes are damaged. */
  Optional<SourceFile> whole() {
    try {
      References all = REFERENCES.decode(references);
      return withoutReferences()
          .filter(file -> file.types().size() == all.types.size())
          .map(file -> file.with(all.types.stream().map(References.Of::all).toList()));
    } catch (IOException damaged) {
      return Optional.empty();
    }
  }

  /** Whether it asks for one of these names. */
  boolean asks(int[] names) {
    return Arrays.stream(names).anyMatch(name -> Arrays.binarySearch(asked, name) >= 0);
  }
}
