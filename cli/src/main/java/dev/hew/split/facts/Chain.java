package dev.hew.split.facts;

import dev.hew.code.Reference;
import dev.hew.code.TypeDeclaration;
import java.util.ArrayList;
import java.util.List;

/** Follows a chain from type to type; see {@link dev.hew.code.Reference}. */
final class Chain {
  /** Told what a chain passes. */
  interface Passing {
    void passes(TypeIndex.Declared type, Use.Kind kind, String target);
  }

  /** A member that is named without a receiver, and the type that has, inherits or, by a static import, gives it. */
  record Home(TypeIndex.Declared type, Members.Found member) {}

  /** Instead of how many arguments a method takes. */
  private static final int FIELD = -2;

  private static final Passing ELSEWHERE = (type, kind, target) -> {};

  private final TypeIndex index;
  private final Members members;

  Chain(TypeIndex index) {
    this.index = index;
    this.members = new Members(index);
  }

  /** Follows a chain that stands in a type, and tells what it passes on the way. */
  TypeUse follow(String chain, TypeIndex.Declared inside, Passing passing) {
    int taken = 0;
    for (int at = chain.indexOf(Reference.TAKEN); at >= 0; ) {
      taken++;
      at = chain.indexOf(Reference.TAKEN, at + 1);
    }
    List<String> steps = split(chain.replace(Reference.TAKEN, Reference.STEP));
    return follow(steps, inside, taken, passing);
  }

  /**
   * Follows steps.
   *
   * @param taken how many of them are taken elsewhere
   */
  private TypeUse follow(List<String> steps, TypeIndex.Declared inside, int taken, Passing here) {
    Passing passing = taken > 0 ? ELSEWHERE : here;
    String root = steps.get(0);
    int next = 1;
    TypeUse on;
    if (root.equals("this")) {
      return unqualified(steps, inside, taken, here);
    } else if (root.equals("super")) {
      on = superclass(inside);
    } else if (root.startsWith("~")) {
      StringBuilder name = new StringBuilder(root.substring(1));
      on = named(name.toString(), inside, passing, steps.size() > 1);
      while (on == null && next < steps.size() && plain(steps.get(next))) {
        name.append('.').append(steps.get(next++));
        TypeIndex.Declared declared = index.named(name.toString());
        on = declared == null ? null : new TypeUse(declared, declared.type.simpleName(), List.of());
      }
      if (on == null) {
        return TypeUse.UNKNOWN;
      }
      if (next >= steps.size() && on.declared() != null && steps.size() > 1) {
        passing.passes(on.declared(), Use.Kind.ACCESS, "");
      }
    } else {
      on = TypeUse.parse(root, inside, index);
    }
    Passing first = root.equals("super") ? above(passing) : passing;
    for (; next < steps.size(); next++) {
      on = step(on, steps.get(next), next == 1 ? first : next <= taken ? ELSEWHERE : here);
    }
    return on;
  }

  /** What a class extends; of one that extends none that is known, nothing. */
  private TypeUse superclass(TypeIndex.Declared inside) {
    List<TypeUse> above = index.supertypes(inside);
    boolean isInterface = !above.isEmpty()
        && above.get(0).declared() != null
        && above.get(0).declared().type.kind() == TypeDeclaration.Kind.INTERFACE;
    return above.isEmpty() || isInterface ? TypeUse.UNKNOWN : above.get(0);
  }

  /** What is called on {@code super} is code of a superclass. */
  private static Passing above(Passing passing) {
    return (type, kind, target) ->
        passing.passes(type, kind == Use.Kind.CALL ? Use.Kind.SUPER : kind, target);
  }

  private static boolean plain(String step) {
    return step.indexOf('/') < 0 && !step.equals("*") && !step.equals("[]");
  }

  /** A name that is no variable: an inherited field, a type, or something imported by name. */
  private TypeUse named(String name, TypeIndex.Declared inside, Passing passing, boolean goesOn) {
    boolean looksLikeType = Character.isUpperCase(name.charAt(0));
    Home field = looksLikeType ? null : around(name, FIELD, inside);
    if (field != null) {
      mention(field.member(), passing);
      return field.member().result();
    }
    TypeIndex.Declared type = index.meaning(name, inside);
    if (type != null) {
      if (!goesOn) {
        return new TypeUse(null, name, List.of()); // an enum's constant of the same name, or broken
      }
      return new TypeUse(type, name, List.of());
    }
    field = looksLikeType ? around(name, FIELD, inside) : null;
    if (field != null) {
      return field.member().result();
    }
    Home imported = imported(name, FIELD, inside);
    return imported == null ? null : passed(imported, Use.Kind.ACCESS, name, passing);
  }

  /** Where a method is that a call names without a receiver; {@code null} where it is not known. */
  Home method(String name, int arity, TypeIndex.Declared inside) {
    Home own = around(name, arity, inside);
    return own == null ? imported(name, arity, inside) : own;
  }

  /** Own, inherited, or of a type around. */
  private Home around(String name, int arity, TypeIndex.Declared inside) {
    for (TypeIndex.Declared around = inside; around != null; around = index.around(around)) {
      Members.Found found = found(around, name, arity);
      if (found != null) {
        return new Home(around, found);
      }
    }
    return null;
  }

  /** Named by a static import. */
  private Home imported(String name, int arity, TypeIndex.Declared inside) {
    for (var one : inside.file.imports()) {
      if (one.isStatic() && (one.onDemand() || one.name().endsWith("." + name))) {
        String owner = one.onDemand()
            ? one.name()
            : one.name().substring(0, one.name().length() - name.length() - 1);
        TypeIndex.Declared declared = index.named(owner);
        Members.Found found = declared == null ? null : found(declared, name, arity);
        if (found != null) {
          return new Home(declared, found);
        }
      }
    }
    return null;
  }

  private Members.Found found(TypeIndex.Declared type, String name, int arity) {
    return arity == FIELD
        ? members.field(self(type), name)
        : members.method(self(type), name, arity);
  }

  private static TypeUse passed(Home home, Use.Kind kind, String name, Passing passing) {
    passing.passes(home.type(), home.member().constant() ? Use.Kind.CONSTANT : kind, name);
    mention(home.member(), passing);
    return home.member().result();
  }

  private static TypeUse self(TypeIndex.Declared declared) {
    return new TypeUse(declared, declared.type.simpleName(), List.of());
  }

  /** {@code this}, or a call without a receiver: own, inherited, of a type around, or imported by name. */
  private TypeUse unqualified(
      List<String> steps, TypeIndex.Declared inside, int taken, Passing here) {
    Passing passing = taken > 0 ? ELSEWHERE : here;
    TypeUse on = self(inside);
    if (steps.size() == 1) {
      return on;
    }
    String step = steps.get(1);
    int slash = step.indexOf('/');
    TypeUse result = null;
    if (slash > 0) {
      String name = step.substring(0, slash);
      Home home = method(name, arity(step, slash), inside);
      result = home == null ? null : passed(home, Use.Kind.CALL, name, passing);
    } else {
      Home field = around(step, FIELD, inside);
      if (field != null) {
        mention(field.member(), passing);
        result = field.member().result();
      }
    }
    if (result == null) {
      result = new TypeUse(null, "?", members.held(on));
    }
    for (int i = 2; i < steps.size(); i++) {
      result = step(result, steps.get(i), i <= taken ? ELSEWHERE : here);
    }
    return result;
  }

  private TypeUse step(TypeUse on, String step, Passing passing) {
    if (step.equals("[]") || step.equals("*")) {
      return item(on);
    }
    int slash = step.indexOf('/');
    String name = slash < 0 ? step : step.substring(0, slash);
    if (on.declared() != null) {
      return member(on, name, slash < 0 ? -2 : arity(step, slash), passing);
    }
    // A collection, an optional, a stream, a future: perhaps the step is one of what it holds.
    for (TypeUse held : on.arguments()) {
      if (held.declared() != null && !LIBRARY.contains(name)) {
        Members.Found found =
            slash < 0 ? members.field(held, name) : members.method(held, name, arity(step, slash));
        if (found != null) {
          return member(held, name, slash < 0 ? -2 : arity(step, slash), passing);
        }
      } else if (held.declared() == null && !held.arguments().isEmpty()) {
        TypeUse deeper = stepInto(held, step, passing);
        if (deeper != null) {
          return deeper;
        }
      }
    }
    return on.arguments().isEmpty() ? TypeUse.UNKNOWN : on;
  }

  private TypeUse stepInto(TypeUse held, String step, Passing passing) {
    int slash = step.indexOf('/');
    if (slash < 0 || LIBRARY.contains(step.substring(0, slash))) {
      return null;
    }
    for (TypeUse inner : held.arguments()) {
      if (inner.declared() != null
          && members.method(inner, step.substring(0, slash), arity(step, slash)) != null) {
        return member(inner, step.substring(0, slash), arity(step, slash), passing);
      }
    }
    return null;
  }

  /** Methods that collections, optionals and streams have: never taken for one of what they hold. */
  private static final java.util.Set<String> LIBRARY = java.util.Set.of(
      "get",
      "add",
      "size",
      "isEmpty",
      "iterator",
      "stream",
      "put",
      "remove",
      "contains",
      "clear",
      "addAll",
      "equals",
      "hashCode",
      "toString",
      "isPresent",
      "map",
      "filter",
      "next",
      "hasNext");

  private TypeUse member(TypeUse on, String name, int arity, Passing passing) {
    boolean call = arity > -2;
    Members.Found found = call ? members.method(on, name, arity) : members.field(on, name);
    if (found == null && !call && on.declared() != null) {
      TypeIndex.Declared nested = index.named(on.declared().name + "." + name);
      if (nested != null) {
        return self(nested);
      }
    }
    boolean constant = found != null && found.constant();
    passing.passes(
        on.declared(), constant ? Use.Kind.CONSTANT : call ? Use.Kind.CALL : Use.Kind.ACCESS, name);
    if (found == null) {
      return new TypeUse(null, "?", members.held(on));
    }
    mention(found, passing);
    return found.result();
  }

  private static void mention(Members.Found found, Passing passing) {
    if (!found.constant()) {
      mention(found.result(), passing);
      found.mentioned().forEach(type -> mention(type, passing));
    }
  }

  /** A descriptor names a type and an array's items, not type arguments. */
  private static void mention(TypeUse type, Passing passing) {
    TypeUse item = type;
    while (item.name().equals("[]") && !item.arguments().isEmpty()) {
      item = item.arguments().get(0);
    }
    if (item.declared() != null) {
      passing.passes(item.declared(), Use.Kind.SIGNATURE, "");
    }
  }

  /** What a loop over a value or a lambda on it gets. */
  private TypeUse item(TypeUse on) {
    if (on.declared() == null) {
      return on.arguments().size() == 1 ? on.arguments().get(0) : on;
    }
    List<TypeUse> held = members.held(on);
    return held.isEmpty() ? TypeUse.UNKNOWN : new TypeUse(null, "?", held);
  }

  private static int arity(String step, int slash) {
    String digits = step.substring(slash + 1);
    return digits.equals("?") ? -1 : Integer.parseInt(digits);
  }

  private static List<String> split(String chain) {
    List<String> steps = new ArrayList<>(4);
    int start = 0;
    for (int hash = chain.indexOf('#'); hash >= 0; hash = chain.indexOf('#', start)) {
      steps.add(chain.substring(start, hash));
      start = hash + 1;
    }
    steps.add(chain.substring(start));
    return steps;
  }
}
