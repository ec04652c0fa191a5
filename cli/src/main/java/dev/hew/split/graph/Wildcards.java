package dev.hew.split.graph;

import java.util.Arrays;

/**
 * A pattern with wildcards, held against a name in time proportional to the length of both, whoever wrote the pattern: all
 * places of it that a part of the name can lead to are followed at once.
 */
final class Wildcards {
  /** Any characters. */
  private static final int ANY = -1;

  /** Any characters but a dot. */
  private static final int PART = -2;

  /** The next two steps, or none of them. */
  private static final int OPTIONAL = -3;

  private final int[] steps;

  private Wildcards(int[] steps) {
    this.steps = steps;
  }

  /**
   * @param below whether what lies below a name that matches does so too
   */
  static Wildcards of(String text, boolean below) {
    int[] steps = new int[3 * text.length() + 6];
    int count = 0;
    if (!text.contains(".")) {
      count = packages(steps, count);
    }
    for (int i = 0; i < text.length(); i++) {
      if (text.startsWith("**.", i)) {
        count = packages(steps, count);
        i += 2;
      } else if (text.startsWith("**", i)) {
        steps[count++] = ANY;
        i++;
      } else {
        steps[count++] = text.charAt(i) == '*' ? PART : text.charAt(i);
      }
    }
    if (below) {
      steps[count++] = OPTIONAL;
      steps[count++] = '.';
      steps[count++] = ANY;
    }
    return new Wildcards(Arrays.copyOf(steps, count));
  }

  private static int packages(int[] steps, int from) {
    steps[from] = OPTIONAL;
    steps[from + 1] = ANY;
    steps[from + 2] = '.';
    return from + 3;
  }

  boolean matches(String name) {
    boolean[] at = new boolean[steps.length + 1];
    at[0] = true;
    skip(at);
    for (int i = 0; i < name.length(); i++) {
      boolean[] next = new boolean[steps.length + 1];
      for (int step = 0; step < steps.length; step++) {
        if (at[step]) {
          char c = name.charAt(i);
          if (steps[step] == ANY || steps[step] == PART && c != '.') {
            next[step] = true;
          } else if (steps[step] == c) {
            next[step + 1] = true;
          }
        }
      }
      skip(next);
      at = next;
    }
    return at[steps.length];
  }

  /** Goes on where nothing need be read. */
  private void skip(boolean[] at) {
    for (int step = 0; step < steps.length; step++) {
      if (at[step] && steps[step] < 0) {
        at[step + 1] = true;
        if (steps[step] == OPTIONAL) {
          at[step + 3] = true;
        }
      }
    }
  }
}
