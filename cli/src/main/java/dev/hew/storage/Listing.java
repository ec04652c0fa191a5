package dev.hew.storage;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * How a list is put together.
 *
 * @param filters what rows are selected by
 * @param sort the parameter that says how they are ordered
 * @param page which of them are given back; empty for all
 * @param wrapper what stands around the items; empty when they come bare
 */
public record Listing(
    List<Filter> filters, Optional<Sort> sort, Optional<Page> page, Optional<Wrapper> wrapper) {

  /**
   * A parameter that a column has to be equal to.
   *
   * @param value the parameter, or one item of it
   * @param several whether it is a list, of which one has to be equal
   * @param type the parameter's type as it is written
   */
  public record Filter(Column column, Value value, boolean several, String type) {}

  /**
   * A parameter that says how to order.
   *
   * @param required whether it is always there
   * @param choices what its values mean
   */
  public record Sort(
      String parameter, String type, boolean required, List<Choice> choices, Set<String> imports) {}

  /**
   * One order.
   *
   * @param constant the value
   * @param order as SQL has it behind {@code order by}
   */
  public record Choice(String constant, String order) {}

  /**
   * Which part of a list is given back.
   *
   * @param limit the parameter that says how many
   * @param most how many there are without it
   * @param offset the parameter that says how many are left out in front
   * @param number the parameter that says which page it is, counted from {@code first}
   */
  public record Page(
      Optional<Bound> limit, long most, Optional<Bound> offset, Optional<Bound> number, int first) {
    /** Whether callers may ask for fewer than none. */
    public boolean limitMayBeNegative() {
      return limit.filter(b -> b.least() < 0).isPresent();
    }

    /** Whether callers may ask for what stands in front of the first, or for a page so far that counting fails. */
    public boolean offsetMayBeNegative() {
      return offset.filter(b -> b.least() < 0).isPresent()
          || number.filter(b -> b.least() < first || b.type().equals("Long")).isPresent()
          || number.isPresent() && limitMayBeNegative();
    }

    /** Whether a page may have no room at all. */
    public boolean limitMayBeZero() {
      return limit.filter(b -> b.least() < 1).isPresent();
    }
  }

  /**
   * A number that the caller gives.
   *
   * @param required whether it is always there
   * @param least the smallest that is let through; -1 when there is no such bound
   */
  public record Bound(String parameter, String type, boolean required, int least) {}

  /**
   * An object with the items and what there is to say of them.
   *
   * @param type its name
   * @param members what each of its members holds, in their order: {@code items total page size offset pages more none absent rest}
   */
  public record Wrapper(String type, List<Member> members, Set<String> imports) {
    /** Whether a member holds this. */
    public boolean has(String what) {
      return members.stream().anyMatch(m -> m.holds().equals(what));
    }

    /** Whether the items have to be counted. */
    public boolean counts() {
      return members.stream().anyMatch(m -> List.of("total", "pages", "more").contains(m.holds()));
    }
  }

  /** A member of a wrapper. */
  public record Member(String holds, boolean maybe, String type) {}

  Set<String> imports() {
    Set<String> all = new TreeSet<>();
    filters.forEach(f -> all.addAll(f.value().imports()));
    sort.ifPresent(s -> all.addAll(s.imports()));
    return all;
  }
}
