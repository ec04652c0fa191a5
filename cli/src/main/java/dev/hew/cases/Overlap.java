package dev.hew.cases;

import dev.hew.contract.Contract;
import dev.hew.contract.Operation;
import dev.hew.contract.PathTemplate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Knows which operations a path can reach when templates overlap, as {@code /pets/mine} and {@code /pets/{id}} do. */
final class Overlap {
  private final Map<String, Matching> templates = new LinkedHashMap<>();

  Overlap(Contract contract) {
    for (Operation operation : contract.operations()) {
      templates
          .computeIfAbsent(operation.path().text(), text -> new Matching(operation.path()))
          .operations
          .add(operation);
    }
  }

  /** A template's operations, and how a written path is held against it. */
  private static final class Matching {
    private final List<Operation> operations = new ArrayList<>();
    private final List<PathTemplate.Part> parts;
    private final List<String> literals;

    /** Compiled for the first path that has all literals: most templates never see one. */
    private Pattern pattern;

    Matching(PathTemplate template) {
      parts = template.parts();
      literals =
          parts.stream().filter(part -> !part.variable()).map(Draft::literal).toList();
    }

    boolean matches(String path) {
      return hasLiterals(path) && pattern().matcher(path).matches();
    }

    private boolean hasLiterals(String path) {
      int from = 0;
      for (String literal : literals) {
        int at = path.indexOf(literal, from);
        if (at < 0) {
          return false;
        }
        from = at + literal.length();
      }
      return true;
    }

    private Pattern pattern() {
      if (pattern == null) {
        StringBuilder regex = new StringBuilder();
        for (PathTemplate.Part part : parts) {
          regex.append(part.variable() ? "[^/]*" : Pattern.quote(Draft.literal(part)));
        }
        pattern = Pattern.compile(regex.toString());
      }
      return pattern;
    }
  }

  /** The methods of all templates that a written path matches. */
  Set<String> methods(String path) {
    Set<String> methods = new LinkedHashSet<>();
    templates.values().stream()
        .filter(template -> template.matches(path))
        .forEach(template -> template.operations.forEach(o -> methods.add(o.method())));
    return methods;
  }

  /** Whether another operation could answer a written path when this one refuses. */
  boolean shared(Operation operation, String path) {
    return templates.values().stream()
        .filter(
            template -> template.operations.stream().anyMatch(other -> rivals(other, operation)))
        .anyMatch(template -> template.matches(path));
  }

  /** What GET answers is answered to HEAD too, with no body, where nothing else does. */
  private static boolean rivals(Operation other, Operation operation) {
    boolean alike = other.method().equals(operation.method())
        || operation.method().equals("HEAD") && other.method().equals("GET");
    return alike && !other.place().equals(operation.place());
  }
}
