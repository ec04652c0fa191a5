package dev.hew.storage;

import dev.hew.model.Text;
import java.util.Optional;

/**
 * A column of a table.
 *
 * @param name as SQL writes it
 * @param type PostgreSQL's
 * @param required whether it is never null
 * @param initial what it holds when nothing is written to it, as SQL; {@code generated} for a number that counts up
 * @param constant whether that is the same for every row or made up for each, and nothing says that it is right
 * @param touched whether it is set to the time of each change
 * @param value the value in the service's language
 * @param formerly what the contract called it before, where it says so ({@code x-renamed-from})
 * @param filler what rows get that were there before the column, as SQL
 * @param kept what it holds, where a property of the contract says that
 * @param secret whether that is a password
 */
public record Column(
    String name,
    String type,
    boolean required,
    Optional<String> initial,
    boolean constant,
    boolean touched,
    Value value,
    Optional<String> formerly,
    String filler,
    Optional<Kept> kept,
    boolean secret) {

  /** What stands above a column whose value nothing but its owner's code can say. */
  String note() {
    return "-- " + madeUp() + " until you compute it";
  }

  /** What every row holds until its owner's code says it, in words. */
  public String madeUp() {
    return initial.filter(i -> i.startsWith("gen_random_uuid")).isPresent()
        ? "made up for each row"
        : "the same in every row";
  }

  /** The same column as another value. */
  Column with(Value other) {
    return new Column(
        name, type, required, initial, constant, touched, other, formerly, filler, kept, secret);
  }

  /** What every row holds until something is written, as SQL. */
  public Text untilWritten() {
    return Text.of(initial.orElse("null"));
  }

  /** Whether the database gives it ever higher numbers. */
  public boolean generated() {
    return initial.filter("generated"::equals).isPresent();
  }

  /**
   * The column as {@code create table} has it.
   *
   * @param primary whether it alone is the primary key
   * @param chosen whether callers may set it
   * @param computed whether nothing but its owner's code can say what belongs there
   */
  String definition(boolean primary, boolean chosen, boolean computed) {
    return (computed ? note() + "\n  " : "") + definition(primary, chosen);
  }

  /** The same without a word about it. */
  String definition(boolean primary, boolean chosen) {
    String made = generated()
        ? " generated " + (chosen ? "by default" : "always") + " as identity"
        : initial.map(i -> " default " + i).orElse("");
    return name + " " + type + (primary ? " primary key" : required ? " not null" : "") + made;
  }
}
