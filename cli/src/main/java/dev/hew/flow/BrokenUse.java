package dev.hew.flow;

import dev.hew.report.Diagnostic;
import dev.hew.report.Position;
import dev.hew.report.Source;
import java.util.function.UnaryOperator;

/**
 * A line of somebody's code that compiled before an update and does not afterwards, because it uses what the update
 * takes away or changes.
 *
 * @param before where it stands now, or the line that it takes the place of
 * @param after where it stands once the update is done
 * @param what the compiler's words
 * @param old whether an earlier update broke it
 */
public record BrokenUse(Place before, Place after, String what, boolean old) {

  /** The same, with the file called otherwise. */
  public BrokenUse named(UnaryOperator<String> names) {
    return new BrokenUse(before.named(names), after.named(names), what, old);
  }

  /** A line of a file, and where in it. */
  public record Place(Source source, int line, int column) {
    private Place named(UnaryOperator<String> names) {
      return new Place(new Source(names.apply(source.name()), source.text()), line, column);
    }

    /** What the line says from there on. */
    String rest() {
      String text = source.line(line);
      int at = 0;
      for (int width = 0; at < text.length() && width < column - 1; at++) {
        width = text.charAt(at) == '\t' ? width / 8 * 8 + 8 : width + 1; // as the compiler counts
      }
      return text.substring(at);
    }

    /** As it follows a message: path and line. */
    public String words() {
      return source.name() + ":" + line;
    }
  }

  /** What is to be said of it. */
  public Diagnostic diagnostic(boolean written) {
    Place place = place(written);
    String state = old
        ? "does not compile since an earlier update"
        : written ? "no longer compiles" : "would no longer compile";
    String hint =
        old ? "" : written ? "; `hew undo` takes the update back" : " once the update is done";
    return Diagnostic.warning(
            "update-breaks",
            new Position(place.source.name(), place.line, place.column),
            "this line of yours " + state + ": " + what)
        .withHint("write it for the new contract" + hint);
  }

  /**
   * By what it is known again, wherever it has moved in its file and whatever else has changed on its line: the file, and
   * the name that the compiler points at. The compiler's words are another JDK's business.
   */
  String mark() {
    String name = after.rest().replaceFirst("^\\W+", "").replaceFirst("(?s)\\W.*", "");
    return after.source.name() + " " + name;
  }

  /** Where somebody who is told of it finds it. */
  public Place place(boolean written) {
    return written ? after : before;
  }
}
