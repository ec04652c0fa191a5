package dev.hew.split.cut;

import dev.hew.split.facts.Place;
import java.util.List;

/**
 * What a set of classes is tied to the rest by: every item is a thing that somebody has to change, with its places.
 *
 * @param name of the module, or what it was asked for
 * @param classes inside
 * @param tables owned by the inside
 * @param callsIn the rest calls the inside
 * @param callsOut the inside calls the rest
 * @param mentions types of the other side named without a call: fields, parameters, results, casts
 * @param associations entities tied to entities of the other side
 * @param foreignKeys tables tied to tables of the other side
 * @param contested tables that both sides write
 * @param foreignReads tables that the side reads that does not own them
 * @param transactions methods whose transaction writes tables of both sides
 * @param templates pages of one side that read entities of the other
 * @param loops calls across that stand in a loop: static suspects for one remote call a row
 * @param remote requests that would need remote calls, with how many at least
 * @param cochange pairs of classes on both sides that changed together
 * @param keptChange how many changes in common stay on one side
 * @param copied shared classes that the inside needs too
 * @param files what an extraction would touch outside
 */
public record Cut(
    String name,
    List<String> classes,
    List<String> tables,
    List<Item> callsIn,
    List<Item> callsOut,
    List<Item> mentions,
    List<Item> associations,
    List<Item> foreignKeys,
    List<Item> contested,
    List<Item> foreignReads,
    List<Item> transactions,
    List<Item> templates,
    List<Item> loops,
    List<Item> remote,
    List<Item> cochange,
    int keptChange,
    List<String> copied,
    List<String> files) {

  /**
   * One thing that crosses the cut.
   *
   * @param what in words
   * @param count how often
   * @param places where, as many as are worth looking at
   */
  public record Item(String from, String to, String what, int count, List<Place> places) {
    public Item {
      places = List.copyOf(places);
    }
  }

  /** How often all of these happen. */
  public static int count(List<Item> items) {
    return items.stream().mapToInt(Item::count).sum();
  }
}
