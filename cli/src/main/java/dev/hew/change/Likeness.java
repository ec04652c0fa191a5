package dev.hew.change;

import dev.hew.tree.Content;
import java.util.HashMap;
import java.util.Map;

/** How much two files have in common: the share of the letters that stand in lines which both have. */
public final class Likeness {
  /** From here on two files may be one that was edited. */
  public static final double ENOUGH = 0.5;

  private Likeness() {}

  /** From 0, nothing, to 1, the same lines in any order. Blank lines and indents do not count. */
  public static double of(Content one, Content other) {
    if (one.equals(other)) {
      return 1;
    }
    Map<String, Integer> lines = new HashMap<>();
    one.text().lines().forEach(line -> lines.merge(line.strip(), 1, Integer::sum));
    long[] size = {0, 0, 0};
    one.text().lines().forEach(line -> size[0] += line.strip().length());
    other.text().lines().map(String::strip).forEach(line -> {
      size[1] += line.length();
      if (lines.merge(line, -1, Integer::sum) >= 0) {
        size[2] += line.length();
      }
    });
    return size[0] + size[1] == 0 ? 0 : 2.0 * size[2] / (size[0] + size[1]);
  }
}
