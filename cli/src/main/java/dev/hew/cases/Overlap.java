package dev.hew.cases;

import dev.hew.contract.Contract;
import dev.hew.contract.Operation;
import dev.hew.contract.PathTemplate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Knows which operations a path can reach when templates overlap, as {@code /pets/mine} and {@code /pets/{id}} do. */
final class Overlap {
  private Overlap() {}

  /** The methods of all templates that a written path matches. */
  static Set<String> methods(Contract contract, String path) {
    Set<String> methods = new LinkedHashSet<>();
    for (Operation operation : contract.operations()) {
      if (matches(operation.path(), path)) {
        methods.add(operation.method());
      }
    }
    return methods;
  }

  private static boolean matches(PathTemplate template, String path) {
    List<PathTemplate.Part> parts = template.parts();
    return inOrder(parts, path) && pattern(parts).matcher(path).matches();
  }

  /** Whether the literal parts stand in a path one after the other; where they do not, no pattern need be compiled. */
  private static boolean inOrder(List<PathTemplate.Part> parts, String path) {
    int from = 0;
    for (PathTemplate.Part part : parts) {
      if (!part.variable()) {
        String literal = Draft.literal(part.text());
        int at = path.indexOf(literal, from);
        if (at < 0) {
          return false;
        }
        from = at + literal.length();
      }
    }
    return true;
  }

  private static Pattern pattern(List<PathTemplate.Part> parts) {
    StringBuilder regex = new StringBuilder();
    for (PathTemplate.Part part : parts) {
      regex.append(part.variable() ? "[^/]*" : Pattern.quote(Draft.literal(part.text())));
    }
    return Pattern.compile(regex.toString());
  }

  /** Whether another operation with the same method could answer a written path when this one refuses. */
  static boolean shared(Contract contract, Operation operation, String path) {
    return contract.operations().stream()
        .anyMatch(other -> !other.place().equals(operation.place())
            && other.method().equals(operation.method())
            && matches(other.path(), path));
  }
}
