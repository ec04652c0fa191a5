package dev.hew.cases;

import dev.hew.contract.Contract;
import dev.hew.contract.Operation;
import dev.hew.contract.PathTemplate;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Pattern;

/** Knows which operations a path can reach when templates overlap, as {@code /pets/mine} and {@code /pets/{id}} do. */
final class Overlap {
  private Overlap() {}

  /** The methods of all templates that a written path matches. */
  static Set<String> methods(Contract contract, String path) {
    Set<String> methods = new LinkedHashSet<>();
    for (Operation operation : contract.operations()) {
      if (pattern(operation.path()).matcher(path).matches()) {
        methods.add(operation.method());
      }
    }
    return methods;
  }

  private static Pattern pattern(PathTemplate template) {
    StringBuilder regex = new StringBuilder();
    for (PathTemplate.Part part : template.parts()) {
      regex.append(part.variable() ? "[^/]*" : Pattern.quote(Draft.literal(part.text())));
    }
    return Pattern.compile(regex.toString());
  }

  /** Whether another operation with the same method could answer a written path when this one refuses. */
  static boolean shared(Contract contract, Operation operation, String path) {
    return contract.operations().stream()
        .anyMatch(other -> !other.place().equals(operation.place())
            && other.method().equals(operation.method())
            && pattern(other.path()).matcher(path).matches());
  }
}
