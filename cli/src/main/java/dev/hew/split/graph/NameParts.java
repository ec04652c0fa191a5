package dev.hew.split.graph;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The words in a Java name: {@code PetTypes} is {@code pet}, {@code type}. They are compared, never written out: plurals
 * become singular, and ASCII suffices, unlike for the names that are made of a contract's.
 */
final class NameParts {
  private static final Pattern HUMP =
      Pattern.compile("(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])|[^A-Za-z0-9]+");

  private NameParts() {}

  /** Lower case and singular, in their order. */
  static List<String> of(String name) {
    List<String> words = new ArrayList<>();
    for (String word : HUMP.split(name)) {
      if (!word.isEmpty()) {
        words.add(singular(word.toLowerCase(Locale.ROOT)));
      }
    }
    return words;
  }

  /** English plurals, well enough to find that two names mean the same. */
  static String singular(String word) {
    if (word.length() > 4 && word.endsWith("ies")) {
      return word.substring(0, word.length() - 3) + "y";
    }
    if (word.length() > 4
        && (word.endsWith("sses")
            || word.endsWith("xes")
            || word.endsWith("ches")
            || word.endsWith("shes"))) {
      return word.substring(0, word.length() - 2);
    }
    boolean plural = word.length() > 3
        && word.endsWith("s")
        && !word.endsWith("ss")
        && !word.endsWith("us")
        && !word.endsWith("is");
    return plural ? word.substring(0, word.length() - 1) : word;
  }
}
