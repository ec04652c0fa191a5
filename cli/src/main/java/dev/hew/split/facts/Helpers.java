package dev.hew.split.facts;

import dev.hew.code.SourceFile;
import dev.hew.code.TypeDeclaration;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Tells by its own text what may be a class of nothing but functions and constants: all methods are static, nothing static
 * changes, no database is asked.
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

  private static final Pattern INSIDE = Pattern.compile(
      "java\\.sql\\.(Date|Time|Timestamp)|org\\.springframework\\.data\\.domain\\..*");

  /** Types whose final fields still change. */
  private static final Pattern CHANGING = Pattern.compile(
      "\\w*(Map|List|Set|Queue|Deque|Collection|Cache|Local|Properties|Lock|Executor\\w*)|(Atomic\\w*)");

  private Helpers() {}

  /**
   * Whether a class looks like one; what it calls is not asked.
   *
   * @param types the class and those inside it
   */
  static boolean isLike(ClassFact fact, List<TypeIndex.Declared> types) {
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
      return type.fields().stream()
          .filter(TypeDeclaration.Field::isStatic)
          .allMatch(Helpers::stays);
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
