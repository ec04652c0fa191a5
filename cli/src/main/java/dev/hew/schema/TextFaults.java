package dev.hew.schema;

import dev.hew.yaml.Node;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Texts that are too short, too long, or do not match; lengths are counted in code points. */
final class TextFaults {
  private static final int LONGEST = 100_000;

  private TextFaults() {}

  static List<Node> of(String keyword, Node rule, String right, Flat flat) {
    return switch (keyword) {
      case "minLength" -> shorter(count(rule), right);
      case "maxLength" -> longer(count(rule), right);
      case "pattern" -> rule.string().map(p -> mismatches(p, right, flat)).orElse(List.of());
      case "format" -> texts(Set.of(Faults.WRONG));
      default -> List.of();
    };
  }

  private static int count(Node rule) {
    return rule instanceof Node.Scalar s
            && s.value() instanceof Number n
            && n.doubleValue() <= LONGEST
        ? n.intValue()
        : -1;
  }

  private static List<Node> shorter(int least, String right) {
    if (least <= 0) {
      return List.of();
    }
    int length = right.codePointCount(0, right.length());
    Set<String> tries = new LinkedHashSet<>();
    if (length >= least) {
      tries.add(right.substring(0, right.offsetByCodePoints(0, least - 1)));
      tries.add(right.substring(right.offsetByCodePoints(0, length - least + 1)));
    }
    tries.add("a".repeat(least - 1));
    return texts(tries);
  }

  private static List<Node> longer(int most, String right) {
    if (most < 0) {
      return List.of();
    }
    int length = right.codePointCount(0, right.length());
    Set<String> tries = new LinkedHashSet<>();
    int missing = most + 1 - length;
    if (length > 0 && missing > 0) {
      tries.add(right + right.substring(right.offsetByCodePoints(0, length - 1)).repeat(missing));
      tries.add(right.substring(0, right.offsetByCodePoints(0, 1)).repeat(missing) + right);
    }
    tries.add("a".repeat(most + 1));
    tries.add("0".repeat(most + 1));
    tries.add("A".repeat(most + 1));
    return texts(tries);
  }

  private static List<Node> mismatches(String pattern, String right, Flat flat) {
    int least = Math.min(LONGEST, flat.atLeast("minLength"));
    int most = flat.atMost("maxLength");
    Set<String> tries = new LinkedHashSet<>();
    Complement.of(pattern, least, most).ifPresent(tries::add);
    List<String> changed = new ArrayList<>(List.of(Faults.WRONG, "!", " ", "0", "a", "A", "-", ""));
    if (!right.isEmpty()) {
      int end = right.offsetByCodePoints(right.length(), -1);
      changed.addAll(List.of(
          right.substring(0, end) + "!",
          "!" + right.substring(right.offsetByCodePoints(0, 1)),
          right + "!",
          "!" + right));
    }
    for (String text : changed) {
      int length = text.codePointCount(0, text.length());
      String fitting = length < least ? text + "!".repeat(least - length) : text;
      tries.add(length > most ? text.substring(0, text.offsetByCodePoints(0, most)) : fitting);
    }
    tries.removeIf(text -> Patterns.mayFind(pattern, text));
    return texts(tries);
  }

  private static List<Node> texts(Set<String> texts) {
    return texts.stream().map(Values::text).toList();
  }
}
