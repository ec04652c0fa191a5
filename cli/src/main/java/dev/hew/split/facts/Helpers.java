package dev.hew.split.facts;

import dev.hew.code.SourceFile;
import dev.hew.code.TypeDeclaration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Finds classes that are nothing but functions and constants: all methods are static, nothing static changes, no database
 * is asked, and all that they call and make is data, or functions as well. Nobody would call them over a network; each side gets a copy.
 */
final class Helpers {
  private static final Set<ClassFact.Role> ACTING = Set.of(
      ClassFact.Role.ENTRY,
      ClassFact.Role.SERVICE,
      ClassFact.Role.REPOSITORY,
      ClassFact.Role.ENTITY,
      ClassFact.Role.EMBEDDED,
      ClassFact.Role.CONFIGURATION,
      ClassFact.Role.APPLICATION,
      ClassFact.Role.BACKGROUND);

  /** What a class that asks a database, a container or a queue imports. */
  private static final Pattern OUTSIDE =
      Pattern.compile("java\\.(rmi|sql)\\..*|javax\\.(sql|naming|jms|mail)\\..*"
          + "|(javax|jakarta)\\.(persistence\\.(EntityManager|Persistence|Query|TypedQuery)|jms|mail|ws\\.rs\\.client)\\b.*"
          + "|org\\.springframework\\.(jdbc|orm|transaction|web\\.client|context|beans|jms|kafka|data)\\..*"
          + "|org\\.hibernate\\.(Session|StatelessSession|Query|Criteria)\\b.*");

  private static final Pattern INSIDE = Pattern.compile("java\\.sql\\.(Date|Time|Timestamp)");

  /** Types whose final fields still change. */
  private static final Pattern CHANGING = Pattern.compile(
      "\\w*(Map|List|Set|Queue|Deque|Collection|Cache|Local|Properties|Random|Lock|Executor\\w*)|(Atomic\\w*)");

  private final TypeIndex index;

  Helpers(TypeIndex index) {
    this.index = index;
  }

  /**
   * The names of those of these classes.
   *
   * @param data the classes that are plain data
   */
  Set<String> among(Collection<ClassFact> classes, List<Use> uses, Set<String> data) {
    Map<String, ClassFact> byName =
        classes.stream().collect(Collectors.toMap(ClassFact::name, c -> c, (a, b) -> a));
    Map<String, List<TypeIndex.Declared>> types = new HashMap<>();
    for (TypeIndex.Declared type : index.all()) {
      types.computeIfAbsent(type.owner, o -> new ArrayList<>()).add(type);
    }
    Set<String> helpers = byName.values().stream()
        .filter(fact -> isHelper(fact, types.get(fact.name())))
        .map(ClassFact::name)
        .collect(Collectors.toCollection(HashSet::new));
    Map<String, Set<String>> needs = new HashMap<>();
    for (Use use : uses) {
      if (helpers.contains(use.from())
          && binds(use.kind())
          && !isValue(byName.get(use.to()), data)) {
        needs.computeIfAbsent(use.from(), c -> new HashSet<>()).add(use.to());
      }
    }
    boolean fewer = true;
    while (fewer) {
      fewer = helpers.removeIf(name -> !helpers.containsAll(needs.getOrDefault(name, Set.of())));
    }
    return helpers;
  }

  private static boolean binds(Use.Kind kind) {
    return switch (kind) {
      case FIELD, EXTENDS, CALL, NEW, SUPER -> true;
      default -> false;
    };
  }

  /** Data, rows and what is thrown; what is not of the code base is none of its business. */
  private static boolean isValue(ClassFact fact, Set<String> data) {
    return fact == null
        || data.contains(fact.name())
        || fact.entity().isPresent()
        || fact.roles().contains(ClassFact.Role.EMBEDDED)
        || fact.name().endsWith("Exception")
        || fact.name().endsWith("Error");
  }

  private static boolean isHelper(ClassFact fact, List<TypeIndex.Declared> types) {
    return (fact.kind().equals("class") || fact.kind().equals("interface"))
        && fact.roles().stream().noneMatch(ACTING::contains)
        && fact.routes().isEmpty()
        && fact.transactions().isEmpty()
        && types.get(0).file.imports().stream().noneMatch(Helpers::touches)
        && types.stream().allMatch(type -> isHelper(type.type));
  }

  private static boolean isHelper(TypeDeclaration type) {
    if (!type.texts().isEmpty()) {
      return false;
    }
    if (type.nested()) {
      return type.kind() != TypeDeclaration.Kind.CLASS;
    }
    List<TypeDeclaration.Method> methods = type.methods().stream()
        .filter(m -> !m.name().equals(Members.CONSTRUCTOR))
        .toList();
    return type.supertypes().isEmpty()
        && !(methods.isEmpty() && type.fields().isEmpty())
        && methods.stream().allMatch(TypeDeclaration.Method::isStatic)
        && type.fields().stream().allMatch(Helpers::stays);
  }

  private static boolean stays(TypeDeclaration.Field field) {
    return field.isStatic()
        && (!field.constant().isEmpty()
            || (field.isFinal() && !changes(TypeUse.base(field.type()))));
  }

  private static boolean changes(String type) {
    return CHANGING.matcher(type.substring(type.lastIndexOf('.') + 1)).matches();
  }

  private static boolean touches(SourceFile.Import one) {
    String name = one.onDemand() ? one.name() + ".*" : one.name();
    return OUTSIDE.matcher(name).matches() && !INSIDE.matcher(name).matches();
  }
}
