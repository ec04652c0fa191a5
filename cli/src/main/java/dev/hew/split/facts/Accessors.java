package dev.hew.split.facts;

import dev.hew.code.TypeDeclaration;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Tells by their names methods that values have: they read, set, compare, print or make. */
final class Accessors {
  private static final Pattern GETS = Pattern.compile("(get|is|has)([A-Z_0-9].*)?");

  private static final Pattern READS =
      Pattern.compile("(get|is|has|to|as|find|contains|count|size|copy|matches)([A-Z_0-9].*)?");

  private static final Pattern SETS = Pattern.compile(
      "(set|with|add|put|remove|clear|increment|decrement)([A-Z_0-9].*)?|builder|build");

  private static final Set<String> OF_EVERY_VALUE = Set.of(
      "<init>",
      "equals",
      "hashCode",
      "toString",
      "compareTo",
      "compare",
      "clone",
      "canEqual",
      "readResolve",
      "readObject",
      "writeObject");

  private static final Set<String> MAKES =
      Set.of("of", "from", "valueOf", "builder", "copyOf", "create");

  private Accessors() {}

  /** Whether a type has no other methods. */
  static boolean only(TypeDeclaration type) {
    Set<String> fields =
        type.fields().stream().map(TypeDeclaration.Field::name).collect(Collectors.toSet());
    return type.methods().stream()
        .allMatch(method -> isAccessor(method, fields) || makes(method, type.simpleName()));
  }

  /** Whether a type has getters only, two at least: with one it may be what a lambda is. */
  static boolean onlyGetters(TypeDeclaration type) {
    return type.methods().size() > 1
        && type.methods().stream()
            .allMatch(m -> m.parameters().isEmpty() && GETS.matcher(m.name()).matches());
  }

  /** A method that makes one of its own type, or some. */
  private static boolean makes(TypeDeclaration.Method method, String type) {
    return method.isStatic()
        && (MAKES.contains(method.name())
            || List.of(method.type().split("\\W+")).contains(type));
  }

  private static boolean isAccessor(TypeDeclaration.Method method, Set<String> fields) {
    String name = method.name();
    int parameters = method.parameters().size();
    return OF_EVERY_VALUE.contains(name)
        || (READS.matcher(name).matches() && parameters <= 1)
        || (SETS.matcher(name).matches() && parameters <= 2)
        || (fields.contains(name) && parameters <= 1);
  }
}
