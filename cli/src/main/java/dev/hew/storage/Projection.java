package dev.hew.storage;

import dev.hew.model.Text;
import dev.hew.model.TypeDef;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * An object that is made of an item: what stands around it in an answer, or a part of it.
 *
 * @param type its name
 * @param members what each of its members holds, in their order
 */
public record Projection(String type, List<Member> members, Set<String> imports) {

  /** An object of which the contract says nothing. */
  static final Projection EMPTY = new Projection("", List.of(), Set.of("java.util.Map"));

  /** Nothing beyond what the contract names. */
  static final Member REST =
      new Member("rest", "", "", false, false, Text.of(""), Optional.empty());

  public Projection {
    members = List.copyOf(members);
  }

  /**
   * What one member holds.
   *
   * @param holds {@code item} as it is, a {@code property} of it, a {@code text}, a {@code plain} number, flag or constant, an {@code
   *     object} that is made of the item, or nothing: {@code absent none rest}
   * @param from the item's member that it is taken from, or what is plain
   * @param type as it is written, without what marks it as possibly absent
   * @param opens whether what it is taken from may be absent, and this not
   * @param maybe whether this may be absent, and what it is taken from not
   * @param text what a text says
   * @param nested what stands in an object
   */
  public record Member(
      String holds,
      String from,
      String type,
      boolean opens,
      boolean maybe,
      Text text,
      Optional<Projection> nested) {

    static Member of(String holds, TypeDef.Field field) {
      return from(holds, "", field, false, field.maybe());
    }

    static Member from(
        String holds, String from, TypeDef.Field field, boolean opens, boolean maybe) {
      return new Member(
          holds, from, field.type().inner(), opens, maybe, Text.of(""), Optional.empty());
    }

    Member saying(Text what) {
      return new Member(holds, from, type, opens, maybe, what, nested);
    }

    Member around(Projection what) {
      return new Member(holds, from, type, opens, maybe, text, Optional.of(what));
    }
  }

  /** Whether anything of the item is in it. */
  public boolean showsItem() {
    return members.stream()
        .anyMatch(m -> m.holds().equals("item")
            || m.holds().equals("property")
            || m.nested().filter(Projection::showsItem).isPresent());
  }

  Set<String> allImports() {
    Set<String> all = new TreeSet<>(imports);
    members.forEach(m -> m.nested().ifPresent(n -> all.addAll(n.allImports())));
    return all;
  }
}
