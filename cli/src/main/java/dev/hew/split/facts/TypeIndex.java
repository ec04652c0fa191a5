package dev.hew.split.facts;

import dev.hew.code.SourceFile;
import dev.hew.code.TypeDeclaration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * Every type of a code base by its qualified name, and what a name means in a file. May be asked by several threads: what
 * one finds twice is the same.
 */
final class TypeIndex {
  private final Map<String, Declared> types = new LinkedHashMap<>();
  private final Map<String, List<Place>> repeated = new LinkedHashMap<>();

  /** A type where it is declared; {@code owner} is the qualified name of the top-level type around it. */
  static final class Declared {
    final SourceFile file;
    final TypeDeclaration type;
    final String name;
    final String owner;
    private final Map<String, Object> meanings = new ConcurrentHashMap<>();
    private volatile List<TypeUse> supertypes;
    private volatile List<TypeUse> outside;

    Declared(SourceFile file, TypeDeclaration type) {
      this.file = file;
      this.type = type;
      this.name = qualified(file, type.name());
      this.owner = qualified(file, type.topLevel());
    }

    private static String qualified(SourceFile file, String name) {
      return file.packageName().isEmpty() ? name : file.packageName() + "." + name;
    }
  }

  TypeIndex(Collection<SourceFile> files) {
    for (SourceFile file : files) {
      for (TypeDeclaration type : file.types()) {
        Declared declared = new Declared(file, type);
        Declared first = types.putIfAbsent(declared.name, declared);
        if (first != null && !type.nested()) {
          repeated
              .computeIfAbsent(
                  declared.name,
                  n -> new ArrayList<>(List.of(new Place(first.file.path(), first.type.line()))))
              .add(new Place(file.path(), type.line()));
        }
      }
    }
  }

  /** Where classes are declared that several files declare, by qualified name; the first place counts. */
  Map<String, List<Place>> repeated() {
    return repeated;
  }

  Collection<Declared> all() {
    return types.values();
  }

  /** The type of this qualified name, or {@code null}. */
  Declared named(String qualified) {
    return types.get(qualified);
  }

  /** The type that a name, qualified or not, means inside a type; {@code null} when it is none of the code base. */
  Declared meaning(String name, Declared inside) {
    Object known = inside.meanings.get(name);
    if (known == null) {
      known = find(name, inside);
      inside.meanings.put(name, known == null ? this : known);
    }
    return known instanceof Declared found ? found : null;
  }

  private Declared find(String name, Declared inside) {
    int dot = name.indexOf('.');
    String first = dot < 0 ? name : name.substring(0, dot);
    if (inside.type.typeParameters().contains(first)) {
      return null;
    }
    Declared start = simple(first, inside);
    if (start == null) {
      return dot < 0 ? null : types.get(name);
    }
    return dot < 0 ? start : memberOf(start, name.substring(dot + 1), new Members.Way());
  }

  /** Java's order: inner types, outwards and inherited; imports; the package; imports on demand. */
  private Declared simple(String name, Declared inside) {
    for (Declared around = inside; around != null; around = around(around)) {
      if (around.type.simpleName().equals(name)) {
        return around;
      }
      Declared member = memberOf(around, name, new Members.Way());
      if (member != null) {
        return member;
      }
    }
    for (SourceFile.Import one : inside.file.imports()) {
      if (!one.onDemand() && one.name().endsWith("." + name)) {
        Declared found = types.get(one.name());
        if (found != null || !one.isStatic()) {
          return found;
        }
      }
    }
    Declared neighbour = types.get(Declared.qualified(inside.file, name));
    if (neighbour != null) {
      return neighbour;
    }
    for (SourceFile.Import one : inside.file.imports()) {
      if (one.onDemand()) {
        Declared found = types.get(one.name() + "." + name);
        if (found != null) {
          return found;
        }
      }
    }
    return null;
  }

  /** The type that a nested one stands in; {@code null} of one that is not nested. */
  Declared around(Declared inner) {
    int dot = inner.name.lastIndexOf('.');
    return inner.type.nested() ? types.get(inner.name.substring(0, dot)) : null;
  }

  /** A nested type, own or inherited. */
  private Declared memberOf(Declared owner, String name, Members.Way way) {
    Declared own = types.get(owner.name + "." + name);
    if (own != null) {
      return own;
    }
    for (String supertype : owner.type.supertypes()) {
      Declared above = above(owner, TypeUse.base(supertype));
      Declared inherited = above != owner && way.leadsTo(above) ? memberOf(above, name, way) : null;
      if (inherited != null) {
        return inherited;
      }
    }
    return null;
  }

  /** A supertype's declaration, found without asking for inherited types, which would go in circles. */
  private Declared above(Declared owner, String name) {
    String key = "^" + name;
    Object known = owner.meanings.get(key);
    if (known == null) {
      known = supertype(owner, name);
      owner.meanings.put(key, known == null ? this : known);
    }
    return known instanceof Declared found ? found : null;
  }

  private Declared supertype(Declared owner, String name) {
    int dot = name.indexOf('.');
    String first = dot < 0 ? name : name.substring(0, dot);
    Declared found = null;
    for (Declared around = owner; around != null && found == null; around = around(around)) {
      found = types.get(around.name + "." + first);
    }
    for (SourceFile.Import one : owner.file.imports()) {
      if (found == null && !one.onDemand() && one.name().endsWith("." + first)) {
        found = types.get(one.name());
      }
    }
    if (found == null) {
      found = types.get(Declared.qualified(owner.file, first));
    }
    for (SourceFile.Import one : owner.file.imports()) {
      if (found == null && one.onDemand()) {
        found = types.get(one.name() + "." + first);
      }
    }
    if (dot < 0) {
      return found;
    }
    return found == null ? types.get(name) : types.get(found.name + name.substring(dot));
  }

  /** What a type extends and implements, those outside the code base included. */
  List<TypeUse> supertypes(Declared type) {
    if (type.supertypes == null) {
      type.supertypes = type.type.supertypes().stream()
          .map(text -> TypeUse.parse(text, type, this))
          .toList();
    }
    return type.supertypes;
  }

  /** All types of the code base that a type extends and implements, the nearest first; never itself. */
  Set<Declared> above(Declared type) {
    Set<Declared> above = new LinkedHashSet<>();
    Deque<Declared> next = new ArrayDeque<>(List.of(type));
    while (!next.isEmpty()) {
      for (TypeUse supertype : supertypes(next.remove())) {
        Declared one = supertype.declared();
        if (one != null && one != type && above.add(one)) {
          next.add(one);
        }
      }
    }
    return above;
  }

  /** What a type and those above it extend and implement that is outside of the code base, the nearest first. */
  List<TypeUse> outside(Declared type) {
    if (type.outside == null) {
      type.outside = Stream.concat(Stream.of(type), above(type).stream())
          .flatMap(one -> supertypes(one).stream())
          .filter(one -> one.declared() == null)
          .toList();
    }
    return type.outside;
  }

  /** The classes of the code base that a class extends, the nearest first; of a circle each class once. */
  List<Declared> superclasses(Declared type) {
    Set<Declared> above = new LinkedHashSet<>();
    Declared next = superclass(type);
    while (next != null && next != type && above.add(next)) {
      next = superclass(next);
    }
    return List.copyOf(above);
  }

  private Declared superclass(Declared type) {
    return supertypes(type).stream()
        .map(TypeUse::declared)
        .filter(above -> above != null && above.type.kind() == TypeDeclaration.Kind.CLASS)
        .findFirst()
        .orElse(null);
  }
}
