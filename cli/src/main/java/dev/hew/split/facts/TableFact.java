package dev.hew.split.facts;

import java.util.List;
import java.util.Locale;

/**
 * A table.
 *
 * @param name in the spelling first seen
 * @param places where it is defined: scripts, entities
 * @param accesses who reads and writes it
 */
public record TableFact(String name, List<Place> places, List<Access> accesses) {
  /** The word for rows that are written because those that refer to them are. */
  private static final String CASCADE = "cascade";

  public TableFact {
    places = List.copyOf(places);
    accesses = List.copyOf(accesses);
  }

  /** Whether a class is mapped to it, or keeps values or pairs in it. */
  public boolean isMapped() {
    return accesses.stream().anyMatch(Access::isMapping);
  }

  /** By what names of tables are compared, which databases do without regard to case. */
  public static String key(String name) {
    return name.toLowerCase(Locale.ROOT);
  }

  /**
   * A class touches a table.
   *
   * @param member the method that does, with its number of parameters; empty outside of one
   * @param how in a word: {@code mapping}, {@code generator}, {@code sql}, {@code mapper}, {@code
   *     repository}, {@code store}, {@code cascade}
   * @param by what tells it from others of the same method: the statement, or what is called, such as {@code
   *     OrderRepository.save}, or the association that cascades, such as {@code Order.lines}; empty for a mapping
   * @param entity the qualified name of the entity that has the association that cascades; empty elsewhere
   */
  public record Access(
      String from,
      String member,
      boolean writes,
      String how,
      String by,
      String entity,
      Place place) {

    /** An access that follows from no other. */
    public Access(String from, String member, boolean writes, String how, String by, Place place) {
      this(from, member, writes, how, by, "", place);
    }

    /** A write of rows because those that refer to them are written. */
    static Access cascade(String from, String member, String by, String entity, Place place) {
      return new Access(from, member, true, CASCADE, by, entity, place);
    }

    /** An access that nothing tells from others of the same method. */
    public Access(String from, String member, boolean writes, String how, Place place) {
      this(from, member, writes, how, "", place);
    }

    /** Whether it only follows from what is done to other rows. */
    public boolean isCascade() {
      return how.equals(CASCADE);
    }

    /** Whether a class only says here that its rows are in the table. */
    public boolean isMapping() {
      return how.equals("mapping");
    }
  }

  /**
   * A foreign key.
   *
   * @param name as a script names it; when none does, made of table and columns
   */
  public record ForeignKey(
      String name, String table, List<String> columns, String target, List<Place> places) {
    public ForeignKey {
      columns = List.copyOf(columns);
      places = List.copyOf(places);
    }
  }
}
