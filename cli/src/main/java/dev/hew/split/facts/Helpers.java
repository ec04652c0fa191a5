package dev.hew.split.facts;

import dev.hew.code.TypeDeclaration;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Tells by its own text what may be a class of nothing but functions and constants: all methods are static, nothing static
 * changes, no database is asked.
 */
final class Helpers {
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
        && !Outside.OF_HELPERS.acts(fact)
        && !Outside.OF_HELPERS.isTouched(types.get(0).file)
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
}
