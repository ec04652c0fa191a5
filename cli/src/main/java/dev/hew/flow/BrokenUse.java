package dev.hew.flow;

import dev.hew.report.Diagnostic;
import dev.hew.report.Position;
import dev.hew.report.Source;

/**
 * A line of somebody's code that compiled before an update and does not afterwards, because it uses what the update
 * takes away or changes.
 *
 * @param before where it stands now; as {@code after} where no such line stands in the same file
 * @param after where it stands once the update is done
 * @param what the compiler's words
 */
public record BrokenUse(Place before, Place after, String what) {

  /** A line of a file, and where in it. */
  public record Place(Source source, int line, int column) {
    /** As it follows a message: path and line. */
    public String words() {
      return source.name() + ":" + line;
    }
  }

  /** What is to be said of it. */
  public Diagnostic diagnostic(boolean written) {
    Place place = place(written);
    return Diagnostic.warning(
            "update-breaks",
            new Position(place.source.name(), place.line, place.column),
            "this line of yours " + (written ? "no longer compiles" : "would no longer compile")
                + ": " + what)
        .withHint(
            written
                ? "write it for the new contract; `hew undo` takes the update back"
                : "write it for the new contract once the update is done");
  }

  /** Where somebody who is told of it finds it. */
  public Place place(boolean written) {
    return written ? after : before;
  }
}
