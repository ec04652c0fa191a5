package dev.hew.split.cut;

import dev.hew.split.facts.Place;
import java.util.List;
import java.util.function.UnaryOperator;

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
 * @param copied shared classes that the inside needs too, and helpers of either side that the other needs
 * @param travelling data that travels: classes without behaviour that are called across; a remote answer carries their
 *     values, so that these calls are none that a request would make
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
    List<String> travelling,
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

  /** The same with each thing that crosses replaced. */
  Cut with(UnaryOperator<Item> other) {
    return new Cut(
        name,
        classes,
        tables,
        replaced(callsIn, other),
        replaced(callsOut, other),
        replaced(mentions, other),
        replaced(associations, other),
        replaced(foreignKeys, other),
        replaced(contested, other),
        replaced(foreignReads, other),
        replaced(transactions, other),
        replaced(templates, other),
        replaced(loops, other),
        replaced(remote, other),
        replaced(cochange, other),
        keptChange,
        copied,
        travelling,
        files);
  }

  private static List<Item> replaced(List<Item> items, UnaryOperator<Item> other) {
    return items.stream().map(other).toList();
  }

  /** How often all of these happen. */
  public static int count(List<Item> items) {
    return items.stream().mapToInt(Item::count).sum();
  }
}
