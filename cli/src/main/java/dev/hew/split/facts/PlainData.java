package dev.hew.split.facts;

import dev.hew.code.Annotation;
import dev.hew.code.TypeDeclaration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Tells by its own text what may be a class without behaviour: a value, a record of a row, a form, a result. It holds data
 * that others put in and take out, nothing is injected into it, and it touches nothing outside.
 */
final class PlainData {
  private static final String[] INJECTED = {
    "Autowired",
    "Inject",
    "Resource",
    "EJB",
    "PersistenceContext",
    "PersistenceUnit",
    "Value",
    "SpringBean"
  };

  /** What says of a class that its values are written and read elsewhere; what is thrown is serializable. */
  private static final Pattern MARK =
      Pattern.compile("Serializable|Externalizable|Data|Value|Getter|ToString|EqualsAndHashCode"
          + "|(Super)?Builder|Json[A-Z].*|Xml[A-Z].*|Throwable|\\w*(Exception|Error)");

  private final TypeIndex index;

  PlainData(TypeIndex index) {
    this.index = index;
  }

  /**
   * Whether a class, record or interface looks like data; what it calls, and what implements it, is not asked.
   *
   * @param types the class and those inside it
   */
  boolean isLike(ClassFact fact, List<TypeIndex.Declared> types) {
    TypeIndex.Declared top = types.get(0);
    boolean isClass = fact.kind().equals("class");
    boolean free = !isClass || isMarked(top);
    return !fact.kind().equals("annotation")
        && !Outside.OF_DATA.acts(fact)
        && (fact.kind().equals("record") || !Outside.OF_DATA.isTouched(top.file))
        && types.stream().allMatch(type -> holds(type.type) && (free || Accessors.only(type.type)))
        && (free || hasState(types) || isEmpty(top));
  }

  /** Whether a class is made to be sent or kept. */
  private boolean isMarked(TypeIndex.Declared type) {
    Set<TypeIndex.Declared> seen = new HashSet<>(Set.of(type));
    Deque<TypeIndex.Declared> next = new ArrayDeque<>(seen);
    while (!next.isEmpty()) {
      TypeIndex.Declared one = next.remove();
      if (one.type.annotations().stream().anyMatch(a -> MARK.matcher(a.name()).matches())) {
        return true;
      }
      for (TypeUse above : index.supertypes(one)) {
        if (above.declared() == null && MARK.matcher(above.name()).matches()) {
          return true;
        }
        if (above.declared() != null && seen.add(above.declared())) {
          next.add(above.declared());
        }
      }
    }
    return false;
  }

  /** A base of others without a member of its own: there is nothing to call. */
  private boolean isEmpty(TypeIndex.Declared type) {
    return type.type.methods().stream().allMatch(m -> m.name().equals(Members.CONSTRUCTOR))
        && index.supertypes(type).stream().allMatch(above -> above.declared() != null);
  }

  private boolean hasState(List<TypeIndex.Declared> types) {
    return Stream.concat(types.stream(), index.superclasses(types.get(0)).stream())
        .flatMap(type -> type.type.fields().stream())
        .anyMatch(field -> !field.isStatic());
  }

  /** Whether nothing is injected, and nobody asked the database by a text. */
  private static boolean holds(TypeDeclaration type) {
    return type.texts().isEmpty()
        && type.fields().stream()
            .allMatch(field -> Annotation.find(field.annotations(), INJECTED).isEmpty());
  }
}
