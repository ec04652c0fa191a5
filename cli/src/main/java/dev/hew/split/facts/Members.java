package dev.hew.split.facts;

import dev.hew.code.TypeDeclaration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

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
    return method(on, name, arity, 0);
  }

  private Found method(TypeUse on, String name, int arity, int depth) {
    TypeIndex.Declared declared = on.declared();
    if (declared == null || depth > TypeIndex.DEEPEST) {
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
    for (TypeUse above : index.supertypes(declared)) {
      Found inherited = method(above.with(parameters), name, arity, depth + 1);
      if (inherited != null) {
        return inherited;
      }
    }
    if (loose != null) { // variable arity
      return found(List.of(loose), declared, parameters);
    }
    return depth == 0 ? accessor(on, name, arity) : null;
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
        String rest = method.substring(prefix.length());
        fields.add(rest.substring(0, 1).toLowerCase(Locale.ROOT) + rest.substring(1));
      }
    }
    fields.add(method);
    return fields;
  }

  /** A field of a type; {@code null} when the code base has none. */
  Found field(TypeUse on, String name) {
    return field(on, name, 0);
  }

  private Found field(TypeUse on, String name, int depth) {
    TypeIndex.Declared declared = on.declared();
    if (declared == null || depth > TypeIndex.DEEPEST) {
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
      Found inherited = field(above.with(parameters), name, depth + 1);
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
      collect(on, held, 0);
    }
    return held;
  }

  private void collect(TypeUse on, List<TypeUse> held, int depth) {
    if (on.declared() == null || depth > TypeIndex.DEEPEST) {
      return;
    }
    Map<String, TypeUse> parameters = parameters(on);
    for (TypeUse above : index.supertypes(on.declared())) {
      TypeUse actual = above.with(parameters);
      if (actual.declared() == null) {
        held.addAll(actual.arguments());
      } else {
        collect(actual, held, depth + 1);
      }
    }
  }
}
