package dev.hew.split.facts;

import dev.hew.code.Annotation;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Classes by the names under which pages and jobs ask for them: CDI's {@code @Named}, JSF's managed beans. */
final class Beans {
  private static final String[] WORDS = {"Named", "ManagedBean", "Model"};

  private final Map<String, TypeIndex.Declared> byName = new HashMap<>();

  Beans(TypeIndex index) {
    for (TypeIndex.Declared declared : index.all()) {
      if (!TestCode.isTest(declared.file)) {
        declared
            .type
            .annotation(WORDS)
            .ifPresent(word -> byName.putIfAbsent(name(word, declared), declared));
      }
    }
  }

  private static String name(Annotation word, TypeIndex.Declared declared) {
    String simple = declared.type.simpleName();
    return word.all("value", "name").stream()
        .filter(name -> !name.isEmpty())
        .findFirst()
        .orElse(decapitalized(simple, 0));
  }

  /** What a bean or a property is called by default: a name from a place on, with a small first letter. */
  static String decapitalized(String name, int from) {
    return from < name.length()
        ? name.substring(from, from + 1).toLowerCase(Locale.ROOT) + name.substring(from + 1)
        : "";
  }

  Optional<TypeIndex.Declared> named(String name) {
    return Optional.ofNullable(byName.get(name));
  }

  /** The bean that a path begins with; names of beans may have dots in them. */
  Optional<String> before(String path) {
    int dot = path.indexOf('.');
    while (dot > 0) {
      if (byName.containsKey(path.substring(0, dot))) {
        return Optional.of(path.substring(0, dot));
      }
      dot = path.indexOf('.', dot + 1);
    }
    return byName.containsKey(path) ? Optional.of(path) : Optional.empty();
  }
}
