package dev.hew.storage;

import dev.hew.model.Part;
import java.util.List;

/**
 * What the database has to do to follow a changed contract.
 *
 * @param version one more than any that is there
 * @param name what it does, in words of small letters with underscores
 * @param statements SQL, each with its semicolon and the comments above it
 * @param gone the names that the database knows no more when it has run
 * @param open what it leaves to its owner
 */
public record Migration(
    int version, String name, List<String> statements, List<Gone> gone, List<Open> open)
    implements Part {
  public Migration {
    statements = List.copyOf(statements);
    gone = List.copyOf(gone);
    open = List.copyOf(open);
  }

  @Override
  public String pointer() {
    return String.valueOf(version);
  }
}
