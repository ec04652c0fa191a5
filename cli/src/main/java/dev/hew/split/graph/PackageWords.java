package dev.hew.split.graph;

import dev.hew.split.facts.ClassFact;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** How much the words of packages tell of a group of classes: most of them have such a word, and few others do. */
final class PackageWords {
  private final Map<String, Integer> everywhere = new HashMap<>();
  private final int classes;

  /** The words of a whole code base. */
  PackageWords(Collection<ClassFact> classes) {
    classes.forEach(c -> of(c).forEach(word -> everywhere.merge(word, 1, Integer::sum)));
    this.classes = classes.size();
  }

  /**
   * The words of a group's packages, the most telling first (by the F measure); none that more than half of all classes
   * have.
   *
   * @param fewest how many of the group have such a word
   */
  List<String> telling(Collection<ClassFact> group, int fewest) {
    Map<String, Integer> here = new TreeMap<>();
    group.forEach(c -> of(c).forEach(word -> here.merge(word, 1, Integer::sum)));
    return here.keySet().stream()
        .filter(word -> here.get(word) >= fewest && everywhere.get(word) * 2 <= classes)
        .sorted(Comparator.<String>comparingDouble(
                word -> -2.0 * here.get(word) / (group.size() + everywhere.get(word)))
            .thenComparing(Comparator.naturalOrder()))
        .toList();
  }

  /** The parts of a class's package that say more than how. */
  private static Set<String> of(ClassFact fact) {
    Set<String> found = new TreeSet<>();
    for (String part : fact.packageName().split("\\.")) {
      List<String> words = NameParts.of(part);
      if (!words.isEmpty()
          && !words.stream().allMatch(w -> Technique.is(w) || Technique.isForm(w))) {
        found.add(String.join("-", words));
      }
    }
    return found;
  }
}
