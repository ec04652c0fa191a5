package dev.hew.flow;

import dev.hew.spec.Spec;
import dev.hew.storage.Migration;
import dev.hew.storage.MigrationModeler;
import dev.hew.storage.PastTables;
import dev.hew.storage.Storage;
import dev.hew.storage.Table;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a new form of a service has to respect of the earlier one.
 *
 * @param names what types are called, by the place of their schema, and what stores them, by its pointer
 * @param tables what the contract of the earlier form asks to be stored; none where nothing was
 * @param same whether that contract is the one of the new form, whose tables these then are
 * @param past what the migrations that are there have left in the database
 * @param migration the number of the next migration
 * @param dropping whether a migration may drop what the contract no longer has
 */
public record Earlier(
    Map<String, String> names,
    List<Table> tables,
    boolean same,
    PastTables past,
    int migration,
    boolean dropping) {

  /** A service that is yet to be made. */
  static final Earlier NOTHING = new Earlier(Map.of(), List.of(), false, PastTables.NONE, 1, false);

  /**
   * How the database follows; empty when it stays, when there is none, and when its owner writes migrations. A table that
   * no migration has made comes, whatever the contract said before: an earlier hew may have stored less of it.
   */
  Optional<Migration> migration(Storage storage, Spec manifest) {
    List<Table> asked = same ? storage.tables() : tables;
    return asked.isEmpty() || !storage.any() || !manifest.migrations()
        ? Optional.empty()
        : MigrationModeler.between(
            asked.stream().filter(table -> !past.lacks(table.name())).toList(),
            storage.tables(),
            migration,
            dropping,
            past);
  }
}
