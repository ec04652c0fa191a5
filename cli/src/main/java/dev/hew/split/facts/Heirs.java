package dev.hew.split.facts;

import dev.hew.code.TypeDeclaration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Who extends and implements what, and which type declares the method that a call runs; for one thread at a time, but for
 * what is static.
 */
final class Heirs {
  /** What more types declare is told apart by data, which the source does not show. */
  private static final int MOST_BELOW = 3;

  private final TypeIndex index;
  private final Map<TypeIndex.Declared, List<TypeIndex.Declared>> direct = new HashMap<>();
  private final Map<TypeIndex.Declared, Map<String, List<TypeIndex.Declared>>> below =
      new HashMap<>();

  /**
   * A type that declares a method.
   *
   * @param type as seen from where the method is called
   * @param isBelow whether it implements or overrides what the call names
   */
  record Declaring(TypeUse type, boolean isBelow) {}

  Heirs(TypeIndex index) {
    this.index = index;
    for (TypeIndex.Declared type : index.all()) {
      for (TypeUse above : index.supertypes(type)) {
        if (above.declared() != null && above.declared() != type) {
          direct.computeIfAbsent(above.declared(), t -> new ArrayList<>()).add(type);
        }
      }
    }
  }

  /** All that extend or implement a type, however far below. */
  Set<TypeIndex.Declared> of(TypeIndex.Declared type) {
    Set<TypeIndex.Declared> all = new LinkedHashSet<>();
    List<TypeIndex.Declared> level = List.of(type);
    while (!level.isEmpty()) {
      List<TypeIndex.Declared> next = new ArrayList<>();
      for (TypeIndex.Declared one : level) {
        for (TypeIndex.Declared heir : direct.getOrDefault(one, List.of())) {
          if (all.add(heir)) {
            next.add(heir);
          }
        }
      }
      level = next;
    }
    return all;
  }

  /**
   * The types that declare the method which a call of a type may run: the nearest above, itself included; and where that
   * has no body, those below that have one.
   *
   * @param member name and number of parameters
   */
  List<Declaring> declaring(TypeUse on, String member) {
    TypeUse nearest = nearest(on, member, index);
    if (nearest == null) {
      return List.of();
    }
    List<Declaring> found = new ArrayList<>();
    found.add(new Declaring(nearest, false));
    TypeIndex.Declared type = nearest.declared();
    if (type.type.kind() == TypeDeclaration.Kind.INTERFACE || type.type.isAbstract()) {
      List<TypeIndex.Declared> others = below
          .computeIfAbsent(type, t -> new HashMap<>())
          .computeIfAbsent(member, m -> declaredBelow(type, m));
      if (others.size() <= MOST_BELOW) {
        others.forEach(
            t -> found.add(new Declaring(new TypeUse(t, t.type.simpleName(), List.of()), true)));
      }
    }
    return found;
  }

  private List<TypeIndex.Declared> declaredBelow(TypeIndex.Declared type, String member) {
    Set<TypeIndex.Declared> found = new LinkedHashSet<>();
    for (TypeIndex.Declared heir : of(type)) {
      if (heir.type.kind() != TypeDeclaration.Kind.INTERFACE && !TestCode.isTest(heir.file)) {
        TypeUse one = nearest(new TypeUse(heir, heir.type.simpleName(), List.of()), member, index);
        if (one != null
            && one.declared() != type
            && one.declared().type.kind() != TypeDeclaration.Kind.INTERFACE) {
          found.add(one.declared());
        }
      }
    }
    return List.copyOf(found);
  }

  /**
   * The type itself or the nearest above it that declares a method, {@code null} when none does; classes come before
   * interfaces as they are written.
   */
  static TypeUse nearest(TypeUse on, String member, TypeIndex index) {
    Set<TypeIndex.Declared> seen = new HashSet<>();
    List<TypeUse> level = List.of(on);
    while (!level.isEmpty()) {
      List<TypeUse> next = new ArrayList<>();
      for (TypeUse type : level) {
        if (type.declared() != null && seen.add(type.declared())) {
          if (declares(type.declared().type, member)) {
            return type;
          }
          next.addAll(Members.supertypes(type, index));
        }
      }
      level = next;
    }
    return null;
  }

  private static boolean declares(TypeDeclaration type, String member) {
    return type.methods().stream().anyMatch(m -> Frameworks.member(m).equals(member));
  }

  /** The nearest type outside the code base that keeps rows, above a type of it; unknown when there is none. */
  static TypeUse outside(TypeUse on, TypeIndex index) {
    Set<TypeIndex.Declared> seen = new HashSet<>();
    List<TypeUse> level = List.of(on);
    while (!level.isEmpty()) {
      List<TypeUse> next = new ArrayList<>();
      for (TypeUse type : level) {
        if (seen.add(type.declared())) {
          for (TypeUse above : Members.supertypes(type, index)) {
            if (above.declared() != null) {
              next.add(above);
            } else if (Doors.isRepository(above)) {
              return above;
            }
          }
        }
      }
      level = next;
    }
    return TypeUse.UNKNOWN;
  }
}
