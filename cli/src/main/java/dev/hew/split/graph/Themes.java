package dev.hew.split.graph;

import dev.hew.split.facts.ClassFact;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** What a group of classes is about when no concept tells: by the names of classes and tables, and by requests. */
final class Themes {
  private static final int MOST_WORDS = 4;
  private static final Pattern SEGMENT = Pattern.compile("[A-Za-z][\\w-]*");

  private Themes() {}

  /** Names for a group by what it stores and answers, the best first. */
  static List<String> of(Collection<ClassFact> classes, Collection<String> tables) {
    List<String> themes = new ArrayList<>();
    List<String> prefix = prefix(tables);
    if (!prefix.isEmpty()) {
      themes.add(label(prefix));
    }
    themes.addAll(segments(classes));
    return themes;
  }

  private static String label(List<String> words) {
    return String.join("-", words);
  }

  /** The most words in a row that the names of at least half of the classes have, with hyphens. */
  static Optional<String> inCommon(Collection<ClassFact> classes) {
    Map<List<String>, Integer> counts = new HashMap<>();
    for (ClassFact fact : classes) {
      List<String> words = Concepts.subject(fact.simpleName());
      Set<List<String>> within = new HashSet<>();
      for (int from = 0; from < words.size(); from++) {
        for (int to = from + 1; to <= Math.min(words.size(), from + MOST_WORDS); to++) {
          within.add(List.copyOf(words.subList(from, to)));
        }
      }
      within.forEach(w -> counts.merge(w, 1, Integer::sum));
    }
    return counts.entrySet().stream()
        .filter(e -> 2 * e.getValue() >= classes.size())
        .filter(e -> e.getValue() > 1 || classes.size() == 1)
        .filter(e -> e.getKey().stream().anyMatch(w -> w.length() > 1))
        .map(Map.Entry::getKey)
        .min(Comparator.<List<String>>comparingInt(List::size)
            .reversed()
            .thenComparing(counts::get, Comparator.reverseOrder())
            .thenComparing(Themes::label))
        .map(Themes::label);
  }

  /** The words that the names of all tables begin with. */
  private static List<String> prefix(Collection<String> tables) {
    List<String> common = null;
    for (String table : tables) {
      String name = table.substring(table.lastIndexOf('.') + 1);
      List<String> words = NameParts.of(
          name.equals(name.toUpperCase(Locale.ROOT)) ? name.toLowerCase(Locale.ROOT) : name);
      if (common == null) {
        common = words;
      }
      int same = 0;
      while (same < Math.min(common.size(), words.size())
          && common.get(same).equals(words.get(same))) {
        same++;
      }
      common = common.subList(0, same);
    }
    int from = 0;
    while (common != null && from < common.size() && common.get(from).matches("t|tb|tbl")) {
      from++;
    }
    return common == null ? List.of() : common.subList(from, common.size());
  }

  /** What the paths of requests begin with, the most common first. */
  private static List<String> segments(Collection<ClassFact> classes) {
    Map<String, Integer> votes = new TreeMap<>();
    for (ClassFact fact : classes) {
      for (ClassFact.Route route : fact.routes()) {
        for (String part : route.path().split("/")) {
          List<String> words = SEGMENT.matcher(part).matches() ? NameParts.of(part) : List.of();
          if (!words.isEmpty() && !words.stream().allMatch(Technique::is)) {
            votes.merge(label(words), 1, Integer::sum);
            break;
          }
        }
      }
    }
    return Naming.ranked(votes);
  }
}
