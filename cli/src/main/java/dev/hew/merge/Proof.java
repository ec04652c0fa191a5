package dev.hew.merge;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** Proves that a merge has dropped nothing: each line that one side has added is there. */
final class Proof {
  private Proof() {}

  /**
   * Whether all that the owner has written and all that is new stands in the result. Blanks may differ, where they say
   * nothing, and so may the brace at a line's end: `{}` opens when something comes in.
   */
  static boolean holds(
      String base, String ours, String theirs, String result, boolean blanksMatter) {
    UnaryOperator<String> form = blanksMatter
        ? String::stripTrailing
        : line -> Tokens.spaced(line.replaceAll("[{}\\s]+$", ""));
    Map<String, Long> was = lines(base, form);
    Map<String, Long> mine = lines(ours, form);
    Map<String, Long> wish = lines(theirs, form);
    Map<String, Long> is = lines(result, form);
    return contains(is, was, mine, wish) && contains(is, was, wish, mine);
  }

  /** Whether each line is there as often as one side has made it, less what the other has taken away. */
  private static boolean contains(
      Map<String, Long> result,
      Map<String, Long> base,
      Map<String, Long> side,
      Map<String, Long> other) {
    return side.entrySet().stream().allMatch(line -> {
      long before = base.getOrDefault(line.getKey(), 0L);
      long taken = Math.max(0, before - other.getOrDefault(line.getKey(), 0L));
      return line.getValue() <= before
          || result.getOrDefault(line.getKey(), 0L) >= line.getValue() - taken;
    });
  }

  private static Map<String, Long> lines(String text, UnaryOperator<String> form) {
    return text.lines()
        .map(form)
        .filter(line -> !line.isBlank())
        .collect(Collectors.groupingBy(Function.identity(), HashMap::new, Collectors.counting()));
  }
}
