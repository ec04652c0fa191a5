package dev.hew.split.facts;

import java.util.List;

/**
 * A step of a script or a changelog that defines tables and foreign keys, or takes them away again.
 *
 * @param table whose; of an {@code INCLUDE} the path of the file that stands there
 * @param name of the key, the column or the table as it was; empty when there is none
 * @param to the name from now on, or the table that a key leads to; empty when there is none
 * @param columns of a key
 */
record SchemaChange(
    Kind kind, String table, String name, String to, List<String> columns, Place place) {
  /** What is done. */
  enum Kind {
    DEFINE,
    DROP,
    RENAME,
    KEY,
    DROP_KEY,
    DROP_KEYS,
    DROP_COLUMN,
    RENAME_COLUMN,
    INCLUDE
  }

  SchemaChange {
    columns = List.copyOf(columns);
  }

  /** Whether something has another name afterwards, or is gone. */
  boolean takes() {
    return switch (kind) {
      case DEFINE, KEY, INCLUDE -> false;
      default -> true;
    };
  }

  /** Whether it is a table that has another name afterwards, or is gone. */
  boolean movesTable() {
    return kind == Kind.DROP || kind == Kind.RENAME;
  }

  static SchemaChange define(String table, Place place) {
    return new SchemaChange(Kind.DEFINE, table, "", "", List.of(), place);
  }

  static SchemaChange drop(String table, Place place) {
    return new SchemaChange(Kind.DROP, table, "", "", List.of(), place);
  }

  static SchemaChange rename(String table, String to, Place place) {
    return new SchemaChange(Kind.RENAME, table, "", to, List.of(), place);
  }

  /**
   * @param name empty when the script gives none
   */
  static SchemaChange key(
      String name, String table, List<String> columns, String target, Place place) {
    return new SchemaChange(Kind.KEY, table, name, target, columns, place);
  }

  static SchemaChange dropKey(String table, String name, Place place) {
    return new SchemaChange(Kind.DROP_KEY, table, name, "", List.of(), place);
  }

  static SchemaChange dropKeys(String table, Place place) {
    return new SchemaChange(Kind.DROP_KEYS, table, "", "", List.of(), place);
  }

  static SchemaChange dropColumn(String table, String column, Place place) {
    return new SchemaChange(Kind.DROP_COLUMN, table, column, "", List.of(), place);
  }

  static SchemaChange renameColumn(String table, String column, String to, Place place) {
    return new SchemaChange(Kind.RENAME_COLUMN, table, column, to, List.of(), place);
  }

  /**
   * @param path of a file or, with a slash at its end, of a folder
   */
  static SchemaChange include(String path, Place place) {
    return new SchemaChange(Kind.INCLUDE, path, "", "", List.of(), place);
  }
}
