package dev.hew.split.facts;

import dev.hew.code.TypeDeclaration;
import java.util.List;
import java.util.regex.Pattern;

/** Finds static fields that change while an application runs: registries, locators, caches, switches. */
final class Statics {
  /** Types whose objects change though the field does not. */
  private static final Pattern CHANGING = Pattern.compile(
      "\\w*(Map|List|Set|Queue|Deque|Collection|Cache|ThreadLocal|Properties)|Atomic\\w*");

  private Statics() {}

  /** The names of those of a class; its nested classes' are their own business. */
  static List<String> of(TypeDeclaration type) {
    return type.fields().stream()
        .filter(field -> field.isStatic() && changes(field))
        .map(TypeDeclaration.Field::name)
        .toList();
  }

  private static boolean changes(TypeDeclaration.Field field) {
    String base = TypeUse.base(field.type());
    return !field.isFinal()
        || (field.made()
            && CHANGING.matcher(base.substring(base.lastIndexOf('.') + 1)).matches());
  }
}
