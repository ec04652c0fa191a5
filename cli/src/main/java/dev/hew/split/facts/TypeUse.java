package dev.hew.split.facts;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A type where it is used.
 *
 * @param declared {@code null} for a type outside the code base and for a type parameter
 * @param name the last part of the name, as written
 * @param arguments the type arguments; an array's item type is the argument of {@code []}
 */
record TypeUse(TypeIndex.Declared declared, String name, List<TypeUse> arguments) {

  static final TypeUse UNKNOWN = new TypeUse(null, "?", List.of());

  /** The name in front of type arguments and brackets. */
  static String base(String text) {
    int end = 0;
    while (end < text.length() && text.charAt(end) != '<' && text.charAt(end) != '[') {
      end++;
    }
    return text.substring(0, end);
  }

  /** Reads a type as written inside a type. */
  static TypeUse parse(String text, TypeIndex.Declared inside, TypeIndex index) {
    if (text.endsWith("[]")) {
      return new TypeUse(
          null, "[]", List.of(parse(text.substring(0, text.length() - 2), inside, index)));
    }
    String base = base(text);
    List<TypeUse> arguments = new ArrayList<>();
    if (text.length() > base.length() && text.endsWith(">")) {
      for (String argument : split(text.substring(base.length() + 1, text.length() - 1))) {
        arguments.add(parse(argument, inside, index));
      }
    }
    TypeIndex.Declared declared = index.meaning(base, inside);
    return new TypeUse(declared, base.substring(base.lastIndexOf('.') + 1), arguments);
  }

  private static List<String> split(String arguments) {
    List<String> parts = new ArrayList<>();
    int depth = 0;
    int start = 0;
    for (int i = 0; i < arguments.length(); i++) {
      char c = arguments.charAt(i);
      depth += c == '<' ? 1 : c == '>' ? -1 : 0;
      if (c == ',' && depth == 0) {
        parts.add(arguments.substring(start, i));
        start = i + 1;
      }
    }
    if (start < arguments.length()) {
      parts.add(arguments.substring(start));
    }
    return parts;
  }

  /** The same with type parameters replaced. */
  TypeUse with(Map<String, TypeUse> parameters) {
    if (parameters.isEmpty()) {
      return this;
    }
    TypeUse replaced = declared == null ? parameters.get(name) : null;
    if (replaced != null) {
      return replaced;
    }
    return arguments.isEmpty()
        ? this
        : new TypeUse(
            declared, name, arguments.stream().map(a -> a.with(parameters)).toList());
  }
}
