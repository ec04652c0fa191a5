package dev.hew.split.facts;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.function.Predicate;

/** Names with {@code *} in them, as Spring and AspectJ have them; never slower than the length of both, one by the other. */
final class NamePattern {
  private static final String ANY = "..";

  private NamePattern() {}

  /** Whether a name is meant, {@code *} standing for any part of it. */
  static boolean matches(String pattern, String name) {
    return matches(
        pattern.chars().mapToObj(c -> (char) c).toList(),
        name.chars().mapToObj(c -> (char) c).toList(),
        c -> c == '*',
        Character::equals);
  }

  /**
   * Whether a qualified name is meant: {@code ..} stands for any packages, {@code *} for what has no dot in it.
   *
   * @param pattern a name alone is one of the unnamed package or of {@code java.lang}, unless it is {@code *}
   */
  static boolean meansType(String pattern, String qualified) {
    return pattern.equals("*")
        || matches(
            parts(pattern),
            List.of(qualified.split("\\.")),
            part -> part.equals(ANY),
            NamePattern::matches);
  }

  private static List<String> parts(String pattern) {
    List<String> parts = new ArrayList<>();
    for (String part : pattern.split("\\.", -1)) {
      parts.add(part.isEmpty() ? ANY : part);
    }
    return parts;
  }

  /** Takes as few as each joker may stand for, and one more for the last of them when that leads nowhere. */
  private static <T> boolean matches(
      List<T> pattern,
      List<T> text,
      Predicate<T> joker,
      BiPredicate<T, T> same) {
    int at = 0;
    int last = -1;
    int from = 0;
    for (int i = 0; i < text.size(); ) {
      if (at < pattern.size() && joker.test(pattern.get(at))) {
        last = at++;
        from = i;
      } else if (at < pattern.size() && same.test(pattern.get(at), text.get(i))) {
        at++;
        i++;
      } else if (last >= 0) {
        at = last + 1;
        i = ++from;
      } else {
        return false;
      }
    }
    while (at < pattern.size() && joker.test(pattern.get(at))) {
      at++;
    }
    return at == pattern.size();
  }
}
