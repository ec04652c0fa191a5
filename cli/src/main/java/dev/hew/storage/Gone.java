package dev.hew.storage;

import java.util.Optional;

/**
 * A name that the database knows no more once a migration has run.
 *
 * @param table the table, as it was called
 * @param column the column, as it was called; empty for the table itself
 * @param now what it is called now; empty when it was dropped
 */
public record Gone(String table, Optional<String> column, Optional<String> now) {
  /** The name itself. */
  public String name() {
    return column.orElse(table);
  }
}
