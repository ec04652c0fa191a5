package dev.hew.split.facts;

import dev.hew.code.TypeDeclaration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds what a step of a chain leads to: methods and fields, own and inherited, written and made by Lombok. */
final class Members {
  static final String CONSTRUCTOR = "<init>";
  private final TypeIndex index;

  Members(TypeIndex index) {
    this.index = index;
  }

  /**
   * What a step found.
   *
   * @param result the type of the method's result or of the field
   * @param mentioned the types of the parameters
   * @param constant whether the compiler copies the value
   */
  record Found(TypeUse result, List<TypeUse> mentioned, boolean constant) {}

  /** A method of a type; {@code arity} -1 for any. {@code null} when the code base has none. */
  Found method(TypeUse on, String name, int arity) {
    return method(on, name, arity, new Way());
  }

  private Found method(TypeUse on, String name, int arity, Way way) {
    TypeIndex.Declared declared = on.declared();
    if (declared == null) {
      return null;
    }
    Map<String, TypeUse> parameters = parameters(on);
    TypeDeclaration.Method loose = null;
    List<TypeDeclaration.Method> fits = new ArrayList<>(2);
    for (TypeDeclaration.Method method : declared.type.methods()) {
      if (method.name().equals(name)) {
        loose = loose == null ? method : loose;
        if (arity < 0 || method.parameters().size() == arity) {
          fits.add(method);
        }
      }
    }
    if (!fits.isEmpty()) {
      return found(fits, declared, parameters);
    }
    if (name.equals(CONSTRUCTOR)) {
      return loose == null ? null : found(List.of(loose), declared, parameters);
    }
    boolean top = way.isNew();
    for (TypeUse above : index.supertypes(declared)) {
      Found inherited =
          way.leadsTo(above.declared()) ? method(above.with(parameters), name, arity, way) : null;
      if (inherited != null) {
        return inherited;
      }
    }
    if (loose != null) { // variable arity
      return found(List.of(loose), declared, parameters);
    }
    return top ? accessor(on, name, arity) : null;
  }

  private Found found(
      List<TypeDeclaration.Method> methods,
      TypeIndex.Declared declared,
      Map<String, TypeUse> parameters) {
    TypeDeclaration.Method first = methods.get(0);
    TypeUse result = first.type().isEmpty()
        ? new TypeUse(declared, declared.type.simpleName(), List.of())
        : TypeUse.parse(first.type(), declared, index).with(parameters);
    // Overloads of the same arity: the syntax does not tell which; only what all of them mention is
    // sure.
    List<TypeUse> mentioned = methods.size() > 1
        ? List.of()
        : first.parameters().stream()
            .map(p -> TypeUse.parse(p, declared, index).with(parameters))
            .toList();
    return new Found(result, mentioned, false);
  }

  /** A getter, setter, record accessor or builder step that no text declares. */
  private Found accessor(TypeUse on, String name, int arity) {
    for (String field : fieldsBehind(name)) {
      Found found = field(on, field);
      if (found != null) {
        boolean reads = arity <= 0;
        return new Found(
            reads ? found.result : on, reads ? List.of() : List.of(found.result), false);
      }
    }
    return null;
  }

  /** The fields that a method of this name is for when no text declares it, the likeliest first. */
  static List<String> fieldsBehind(String method) {
    List<String> fields = new ArrayList<>(2);
    for (String prefix : List.of("get", "is", "set", "with")) {
      if (method.startsWith(prefix) && method.length() > prefix.length()) {
        fields.add(Beans.decapitalized(method, prefix.length()));
      }
    }
    fields.add(method);
    return fields;
  }

  /** A field of a type; {@code null} when the code base has none. */
  Found field(TypeUse on, String name) {
    return field(on, name, new Way());
  }

  private Found field(TypeUse on, String name, Way way) {
    TypeIndex.Declared declared = on.declared();
    if (declared == null) {
      return null;
    }
    Map<String, TypeUse> parameters = parameters(on);
    for (TypeDeclaration.Field field : declared.type.fields()) {
      if (field.name().equals(name)) {
        boolean constant = !field.constant().isEmpty() && isBasic(field.type());
        return new Found(
            TypeUse.parse(field.type(), declared, index).with(parameters), List.of(), constant);
      }
    }
    for (TypeUse above : index.supertypes(declared)) {
      Found inherited =
          way.leadsTo(above.declared()) ? field(above.with(parameters), name, way) : null;
      if (inherited != null) {
        return inherited;
      }
    }
    return null;
  }

  private static boolean isBasic(String type) {
    return switch (type) {
      case "String", "int", "long", "double", "float", "boolean", "char", "byte", "short" -> true;
      default -> false;
    };
  }

  private static Map<String, TypeUse> parameters(TypeUse on) {
    List<String> names = on.declared().type.typeParameters();
    if (names.isEmpty() || on.arguments().isEmpty()) {
      return Map.of();
    }
    Map<String, TypeUse> parameters = new HashMap<>();
    for (int i = 0; i < names.size() && i < on.arguments().size(); i++) {
      parameters.put(names.get(i), on.arguments().get(i));
    }
    return parameters;
  }

  /** What a type extends and implements, with its own type arguments in the places of type parameters. */
  static List<TypeUse> supertypes(TypeUse on, TypeIndex index) {
    Map<String, TypeUse> parameters = parameters(on);
    return index.supertypes(on.declared()).stream()
        .map(above -> above.with(parameters))
        .toList();
  }

  /** What a type outside the code base holds, as a collection, an optional or a base class of the code base's types does. */
  List<TypeUse> held(TypeUse on) {
    List<TypeUse> held = new ArrayList<>(on.arguments());
    if (on.declared() != null) {
      collect(on, held, new Way());
    }
    return held;
  }

  private void collect(TypeUse on, List<TypeUse> held, Way way) {
    Map<String, TypeUse> parameters = parameters(on);
    for (TypeUse above : index.supertypes(on.declared())) {
      TypeUse actual = above.with(parameters);
      if (actual.declared() == null) {
        held.addAll(actual.arguments());
      } else if (way.leadsTo(actual.declared())) {
        collect(actual, held, way);
      }
    }
  }

  /** The types that one search has been to: interfaces that extend each other in ladders lead to the same ones by 2^n ways. */
  static final class Way {
    private Set<TypeIndex.Declared> seen;

    /** Whether the search is where it began. */
    boolean isNew() {
      return seen == null;
    }

    /** Whether a type is to be looked at, which no search does twice. */
    boolean leadsTo(TypeIndex.Declared type) {
      if (type == null) {
        return false;
      }
      if (seen == null) {
        seen = Collections.newSetFromMap(new IdentityHashMap<>());
      }
      return seen.add(type);
    }
  }
}
