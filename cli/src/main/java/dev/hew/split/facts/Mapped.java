package dev.hew.split.facts;

import java.util.ArrayList;
import java.util.List;

/**
 * What a mapping file says of classes: Hibernate's or JPA's.
 *
 * @param associations with classes as the file names them; the other side empty where it names none: the type of the field
 * @param queries by the names that code asks for them by
 */
record Mapped(List<Type> types, List<ClassFact.Association> associations, List<Query> queries) {
  Mapped {
    types = List.copyOf(types);
    associations = List.copyOf(associations);
    queries = List.copyOf(queries);
  }

  /** How the rows of a class are kept. */
  enum Kind {
    /** In a table of its own. */
    ENTITY,
    /** In the table of the class that it extends. */
    SAME_TABLE,
    /** In the tables of those that hold or extend it. */
    PART
  }

  /**
   * A mapped class.
   *
   * @param table empty when the file does not name it
   */
  record Type(String name, Kind kind, String table, Place place) {}

  /** A query that code asks for by name. */
  record Query(String name, String text, Place place) {}

  /** Gathers what a file says. */
  static final class Draft {
    final List<Type> types = new ArrayList<>();
    final List<ClassFact.Association> associations = new ArrayList<>();
    final List<Query> queries = new ArrayList<>();

    Mapped mapped() {
      return new Mapped(types, associations, queries);
    }
  }

  /** A class's name as a file writes it, {@code $} in front of nested ones; empty stays empty. */
  static String qualified(String packageName, String name) {
    String dotted = name.replace('$', '.');
    return packageName.isEmpty() || dotted.contains(".") || dotted.isEmpty()
        ? dotted
        : packageName + "." + dotted;
  }
}
