package dev.hew.code;

/**
 * One mention of something, written as a chain: a root, then steps after {@code #}.
 *
 * <ul>
 *   <li>root: a type as written ({@code List<Pet>}), {@code this}, {@code super}, {@code ?} for what the syntax does not
 *       tell, or {@code ~name} for a name that is no variable of the file: a type, a package or an inherited field.
 *   <li>step: {@code name} a field, {@code name/2} a call with two arguments, {@code []} an item of an array, {@code *}
 *       what a collection, stream or optional holds.
 * </ul>
 *
 * {@code OwnerRepository#findById/1#orElseThrow/0#getPets/0} is what {@code owners.findById(id).orElseThrow().getPets()}
 * becomes where {@code owners} was declared as {@code OwnerRepository}.
 *
 * @param member the method around it with the number of its parameters, such as {@code save/1}; empty outside of one
 * @param repeated whether it stands in a loop or in a lambda given to a stream
 * @param lines where, ascending
 */
public record Reference(Kind kind, String chain, String member, boolean repeated, int... lines) {

  /** How something is mentioned. */
  public enum Kind {
    EXTENDS,
    IMPLEMENTS,
    ANNOTATION,
    FIELD,
    PARAMETER,
    RETURN,
    THROWS,
    LOCAL,
    NEW,
    CAST,
    LITERAL,
    BOUND,
    USE
  }
}
