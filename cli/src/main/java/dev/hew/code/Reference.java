package dev.hew.code;

/**
 * One mention of something, written as a chain: a root, then steps after {@code #}; after {@code !} those that were taken
 * elsewhere: where a variable got its value, or on another line.
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
 * <p>In {@code var all = owners.findAll(); all.get(0).getName();} the second mention is {@code
 * OwnerRepository!findAll/0#get/1#getName/0}.
 *
 * @param member the method around it with the number of its parameters, such as {@code save/1}; empty outside of one
 * @param repeated whether it stands in a loop or in a lambda given to a stream
 * @param lines where, ascending
 */
public record Reference(Kind kind, String chain, String member, boolean repeated, int... lines) {

  /** Before a step that is taken here. */
  public static final char STEP = '#';

  /** Before a step that was taken elsewhere; none comes after one that is taken here. */
  public static final char TAKEN = '!';

  /** A chain of whose steps none is taken here. */
  public static String taken(String chain) {
    return chain.replace(STEP, TAKEN);
  }

  /** Where the first step of a chain begins, or -1. */
  public static int firstStep(String chain) {
    int taken = chain.indexOf(TAKEN);
    return taken < 0 ? chain.indexOf(STEP) : taken;
  }

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
