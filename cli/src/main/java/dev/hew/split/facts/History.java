package dev.hew.split.facts;

import dev.hew.code.SourceFile;
import dev.hew.code.TypeDeclaration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** Which classes change together, of commits as lists of paths. */
final class History {
  /** A commit of more files is a renaming, a licence header, a formatter. */
  private static final int MOST_FILES = 30;

  /** In a small code base a commit of a fifth of it is such a one too. */
  private static final int FEW = 5;

  private static final int FEWEST_COMMITS = 3;
  private static final int LEAST_SHARE = 30;

  private History() {}

  static List<CoChange> of(List<List<String>> commits, Collection<SourceFile> files) {
    Map<String, String> classes = new HashMap<>();
    for (SourceFile file : files) {
      file.types().stream()
          .map(TypeDeclaration::topLevel)
          .findFirst()
          .filter(type -> !TestCode.isTest(file))
          .ifPresent(type -> classes.put(
              file.path(), file.packageName().isEmpty() ? type : file.packageName() + "." + type));
    }
    Map<String, Integer> changes = new HashMap<>();
    Map<String, Map<String, Integer>> together = new TreeMap<>();
    for (List<String> commit : commits) {
      TreeSet<String> changed = new TreeSet<>();
      commit.forEach(path -> {
        if (classes.containsKey(path)) {
          changed.add(classes.get(path));
        }
      });
      if (commit.size() > MOST_FILES || changed.size() > Math.max(FEW, classes.size() / 5)) {
        continue;
      }
      for (String one : changed) {
        changes.merge(one, 1, Integer::sum);
        for (String other : changed.tailSet(one, false)) {
          together.computeIfAbsent(one, o -> new TreeMap<>()).merge(other, 1, Integer::sum);
        }
      }
    }
    List<CoChange> pairs = new ArrayList<>();
    together.forEach((one, others) -> others.forEach((other, count) -> {
      int either = changes.get(one) + changes.get(other) - count;
      int share = 100 * count / either;
      if (count >= FEWEST_COMMITS && share >= LEAST_SHARE) {
        pairs.add(new CoChange(one, other, count, share));
      }
    }));
    return pairs;
  }
}
