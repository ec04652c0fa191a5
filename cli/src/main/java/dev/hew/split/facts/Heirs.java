package dev.hew.split.facts;

import dev.hew.code.TypeDeclaration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Who extends and implements what, and which type declares the method that a call runs; for one thread at a time, but for
 * what is static.
 */
final class Heirs {
  private final TypeIndex index;
  private final Hierarchy<TypeIndex.Declared> hierarchy = new Hierarchy<>();
  private final Map<TypeIndex.Declared, Map<String, Set<TypeIndex.Declared>>> behind =
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
          hierarchy.add(type, above.declared());
        }
      }
    }
  }

  /** All that extend or implement a type, however far below. */
  Set<TypeIndex.Declared> of(TypeIndex.Declared type) {
    return hierarchy.below(type);
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
    if (isInterface(type) || type.type.isAbstract()) {
      behind
          .computeIfAbsent(type, t -> new HashMap<>())
          .computeIfAbsent(member, m -> declaredBelow(type, m))
          .forEach(
              t -> found.add(new Declaring(new TypeUse(t, t.type.simpleName(), List.of()), true)));
    }
    return found;
  }

  private Set<TypeIndex.Declared> declaredBelow(TypeIndex.Declared type, String member) {
    return hierarchy.behind(
        type,
        heir -> {
          TypeUse one = isInterface(heir) || TestCode.isTest(heir.file)
              ? null
              : nearest(new TypeUse(heir, heir.type.simpleName(), List.of()), member, index);
          return one == null || one.declared() == type || isInterface(one.declared())
              ? null
              : one.declared();
        },
        Hierarchy.MOST_BELOW);
  }

  private static boolean isInterface(TypeIndex.Declared type) {
    return type.type.kind() == TypeDeclaration.Kind.INTERFACE;
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
