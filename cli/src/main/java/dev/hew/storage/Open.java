package dev.hew.storage;

import dev.hew.report.Position;
import java.util.Optional;

/**
 * Something that a migration leaves to its owner.
 *
 * @param what in words
 * @param place where the contract says what gives rise to it, if at one place
 */
public record Open(String what, Optional<Position> place) {
  static Open of(String what) {
    return new Open(what, Optional.empty());
  }

  /** That a column has another type, with what that may do to rows, at the column's place in the contract. */
  static Open of(Table table, Column column, String from, String risk) {
    return new Open(
        "`" + table.name() + "." + column.name() + "` is " + column.type() + " now, and was " + from
            + ": " + risk,
        column.kept().map(Kept::place));
  }
}
