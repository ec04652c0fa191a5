package dev.hew.split.facts;

import dev.hew.code.TypeDeclaration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Finds the classes that run where they are used, whatever is taken out: data, whose values travel, and helpers, of which
 * each side gets a copy. All that they hold, extend, call and make is of the same kind. An interface is data when it stands
 * for an entity, when all that implement it are data, or when a library implements its getters.
 */
final class LocalCode {
  private final TypeIndex index;
  private final Mappings mappings;
  private final Map<String, ClassFact> classes;

  /** Enums and interfaces of entities, whatever they can. */
  private final Set<String> sure = new HashSet<>();

  private final Set<String> data = new HashSet<>();
  private final Set<String> helpers = new HashSet<>();

  /** For each class those without which it is neither. */
  private final Map<String, Set<String>> needs = new HashMap<>();

  /**
   * Of these classes.
   *
   * @param uses all between them
   */
  LocalCode(
      TypeIndex index, Mappings mappings, Collection<ClassFact> classes, Collection<Use> uses) {
    this.index = index;
    this.mappings = mappings;
    this.classes = classes.stream().collect(Collectors.toMap(ClassFact::name, c -> c, (a, b) -> a));
    suppose();
    Set<String> given = given(uses);
    for (Use use : uses) {
      boolean isGiven = data.contains(use.from()) && given.contains(given(use));
      if (binds(use) && !isValue(use.to()) && !isGiven) {
        need(use.from(), use.to());
      }
    }
    Set<String> implemented = implementors(uses);
    data.removeIf(name ->
        isInterface(name) && !implemented.contains(name) && !isProjection(index.named(name)));
    while (data.removeIf(this::lacks) | helpers.removeIf(this::lacks)) {}
    data.addAll(sure);
  }

  /** The names of classes without behaviour. */
  Set<String> data() {
    return data;
  }

  /** The names of classes that are nothing but functions and constants. */
  Set<String> helpers() {
    return helpers;
  }

  private void suppose() {
    Map<String, List<TypeIndex.Declared>> types = new HashMap<>();
    for (TypeIndex.Declared type : index.all()) {
      types.computeIfAbsent(type.owner, o -> new ArrayList<>()).add(type);
    }
    PlainData plain = new PlainData(index);
    classes.forEach((name, fact) -> {
      if (fact.kind().equals("enum") || isOfAnEntity(name)) {
        sure.add(name);
      } else if (plain.isLike(fact, types.get(name))) {
        data.add(name);
      }
      if (Helpers.isLike(fact, types.get(name))) {
        helpers.add(name);
      }
    });
  }

  private void need(String who, String what) {
    if (data.contains(who) || helpers.contains(who)) {
      needs.computeIfAbsent(who, c -> new HashSet<>()).add(what);
    }
  }

  private boolean lacks(String name) {
    return needs.getOrDefault(name, Set.of()).stream()
        .anyMatch(need -> !data.contains(need) && !helpers.contains(need) && !sure.contains(need));
  }

  private static boolean binds(Use use) {
    return switch (use.kind()) {
      case FIELD, EXTENDS, CALL, NEW, SUPER -> true;
      default -> false;
    };
  }

  /** The methods that are given what they call, as a visitor is: for data it acts for who gives it. */
  private static Set<String> given(Collection<Use> uses) {
    return uses.stream()
        .filter(use -> use.kind() == Use.Kind.PARAMETER)
        .map(LocalCode::given)
        .collect(Collectors.toSet());
  }

  private static String given(Use use) {
    boolean mayBe = use.kind() == Use.Kind.PARAMETER || use.kind() == Use.Kind.CALL;
    return mayBe ? use.from() + "#" + use.member() + ">" + use.to() : "";
  }

  /**
   * The types that code implements or extends, however far below. An interface needs what implements it, and those below that
   * write its methods anew, classes without a name for those around them; an abstract class needs what writes its abstract
   * methods: a call of it runs them.
   */
  private Set<String> implementors(Collection<Use> uses) {
    Set<String> implemented = new HashSet<>();
    for (TypeIndex.Declared type : index.all()) {
      if (TestCode.isTest(type.file)) {
        continue;
      }
      boolean isRow = isRow(type);
      for (TypeUse above : index.supertypes(type)) {
        boolean isDirect = above.declared() != null && isInterface(above.declared().owner);
        if (isDirect && !isRow) {
          need(above.declared().owner, type.owner);
        }
      }
      for (TypeIndex.Declared above : index.above(type)) {
        implemented.add(above.owner);
        if (!isRow && fills(type, above)) {
          need(above.owner, type.owner);
        }
      }
    }
    for (Use use : uses) {
      boolean made = use.kind() == Use.Kind.NEW && !use.target().isEmpty();
      if (made && isInterface(use.to()) && !classes.get(use.from()).test()) {
        implemented.add(use.to());
        need(use.to(), use.from());
      }
    }
    return implemented;
  }

  /** Rows, and what extends them to hold more, are data whatever they can. */
  private boolean isRow(TypeIndex.Declared type) {
    return isStored(type.owner)
        || index.superclasses(type).stream().anyMatch(above -> isStored(above.owner));
  }

  /** Whether a class writes a method of an interface, or one that another has, or inherits, without a body. */
  private boolean fills(TypeIndex.Declared type, TypeIndex.Declared above) {
    boolean isInterface = above.type.kind() == TypeDeclaration.Kind.INTERFACE;
    return (isInterface || above.type.isAbstract())
        && (data.contains(above.owner) || helpers.contains(above.owner))
        && type.type.methods().stream()
            .filter(m -> !m.isAbstract() && !m.isStatic())
            .anyMatch(m -> isOpen(above, Frameworks.member(m)));
  }

  private boolean isOpen(TypeIndex.Declared type, String member) {
    TypeUse nearest = Heirs.nearest(Receivers.self(type), member, index);
    return nearest != null
        && nearest.declared().type.methods().stream()
            .filter(m -> Frameworks.member(m).equals(member))
            .anyMatch(m ->
                m.isAbstract() || nearest.declared().type.kind() == TypeDeclaration.Kind.INTERFACE);
  }

  private boolean isInterface(String name) {
    ClassFact fact = classes.get(name);
    return fact != null && fact.kind().equals("interface");
  }

  /** An interface that one entity is behind means that entity, and rows are data whatever they can. */
  private boolean isOfAnEntity(String name) {
    return isInterface(name) && mappings.stored(index.named(name)).isPresent();
  }

  private static boolean isProjection(TypeIndex.Declared type) {
    return type.type.supertypes().isEmpty()
        && type.type.annotations().isEmpty()
        && Accessors.onlyGetters(type.type);
  }

  /** What anything may use: rows, what is thrown, what is sure; what is not of the code base is none of its business. */
  private boolean isValue(String name) {
    return !classes.containsKey(name)
        || sure.contains(name)
        || isStored(name)
        || name.endsWith("Exception")
        || name.endsWith("Error");
  }

  /** Rows, their parts and their mapped bases are data whatever they can. */
  private boolean isStored(String name) {
    ClassFact fact = classes.get(name);
    return fact != null
        && (fact.entity().isPresent() || fact.roles().contains(ClassFact.Role.EMBEDDED));
  }
}
