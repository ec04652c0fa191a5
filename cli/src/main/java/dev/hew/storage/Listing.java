package dev.hew.storage;

import dev.hew.model.Text;
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
 * @param each what each item becomes; empty where it stays as it is
 * @param wrapper what stands around the items; empty when they come bare
 * @param untold the parameters of which nothing tells what they select
 */
public record Listing(
    List<Filter> filters,
    Optional<Sort> sort,
    Optional<Page> page,
    Optional<Projection> each,
    Optional<Wrapper> wrapper,
    List<Handler.Untold> untold) {

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
   * @param most how many there are without it; empty for all
   * @param offset the parameter that says how many are left out in front
   * @param number the parameter that says which page it is, counted from {@code first}
   * @param cursor the parameter that says where the part before ended
   */
  public record Page(
      Optional<Bound> limit,
      Optional<Long> most,
      Optional<Bound> offset,
      Optional<Bound> number,
      int first,
      Optional<Cursor> cursor) {
    Page of(Optional<Long> most) {
      return new Page(limit, most, offset, number, first, cursor);
    }

    /** Whether callers may leave out how many they want, and then get a part of so many. */
    public boolean cuts() {
      return most.isPresent() && limit.filter(Bound::required).isEmpty();
    }

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
   * A place in a list that the caller gives, who has it from an answer.
   *
   * @param property what the contract calls it
   * @param told how an answer has the next one: {@code cursor link header key}
   */
  public record Cursor(
      String parameter, Text property, String type, String told, Set<String> imports) {
    /** Whether it is the key of an item. */
    public boolean isKey() {
      return told.equals("key");
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
   * @param members what each of its members holds, in their order
   */
  public record Wrapper(String type, List<Member> members, Set<String> imports) {
    /** Whether a member holds this, at any depth. */
    public boolean has(String what) {
      return members.stream()
          .anyMatch(
              m -> m.holds().equals(what) || m.nested().filter(n -> n.has(what)).isPresent());
    }

    /** Whether whoever reads it sees that there is more. */
    boolean tellsOfMore() {
      return List.of("total", "size", "pages", "more", "next", "link").stream().anyMatch(this::has);
    }

    /** Whether it makes no sense without a next part. */
    public boolean demandsNext() {
      return members.stream()
          .filter(Member::required)
          .anyMatch(m -> Set.of("next", "link").contains(m.holds())
              || m.nested().filter(Wrapper::demandsNext).isPresent());
    }

    Set<String> allImports() {
      Set<String> all = new TreeSet<>(imports);
      members.forEach(m -> m.nested().ifPresent(n -> all.addAll(n.allImports())));
      return all;
    }
  }

  /**
   * A member of a wrapper.
   *
   * @param holds {@code items total page size offset pages more next link object said none absent rest}
   * @param required whether it is never null
   * @param nested what stands in an object
   * @param said what is said of the call
   */
  public record Member(
      String holds,
      boolean maybe,
      boolean required,
      String type,
      Optional<Wrapper> nested,
      Optional<Projection.Member> said) {}

  /** Whether the items have to be counted. */
  public boolean counts() {
    boolean more = page.flatMap(Page::cursor).isEmpty();
    return wrapper
        .filter(w -> w.has("total") || w.has("pages") || more && w.has("more"))
        .isPresent();
  }

  /** The cursor that says where the list goes on. */
  public Optional<Cursor> cursor() {
    return page.flatMap(Page::cursor);
  }

  Set<String> imports() {
    Set<String> all = new TreeSet<>();
    filters.forEach(f -> all.addAll(f.value().imports()));
    sort.ifPresent(s -> all.addAll(s.imports()));
    cursor().ifPresent(c -> all.addAll(c.imports()));
    return all;
  }
}
