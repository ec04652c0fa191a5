package dev.hew.storage;

import dev.hew.model.Words;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Hands out names for the classes that read and write tables: after the items, and after what these belong to where
 * another has that name. What is called something already keeps its name.
 */
final class RepositoryNames {
  private static final String ENDING = "Repository";

  private final Map<String, String> known;
  private final Set<String> taken = new HashSet<>();
  private final Set<String> others = new HashSet<>();

  /**
   * @param known what the classes of tables are called already, by the table's pointer: {@link Table#pointer()}
   * @param paths those of all resources
   * @param others names that other classes have
   */
  RepositoryNames(Map<String, String> known, List<String> paths, Set<String> others) {
    this.known = new LinkedHashMap<>(known);
    this.known
        .keySet()
        .removeIf(pointer -> paths.stream().noneMatch(p -> pointer.endsWith(" " + p)));
    others.forEach(name -> this.others.add(folded(name)));
  }

  /**
   * @param pointer the table's
   * @param thing what an item is called
   * @param item the type of its rows
   * @param table its name
   * @param numbered whether the table's name has a number, since another has the name without
   * @param above what the items belong to
   */
  String take(
      String pointer, Words thing, String item, String table, boolean numbered, Words above) {
    String kind = Words.of(item).equals(thing) ? item : thing.pascal();
    Words below = above.plus(Words.of(kind));
    List<String> stems = Stream.of(
            Optional.of(kind),
            Optional.of(Words.of(table).pascal()).filter(t -> !numbered),
            Optional.of(below.pascal()))
        .flatMap(Optional::stream)
        .toList();
    // earlier versions knew the type only
    List<String> former = List.of(
        item,
        above.plus(Words.of(item)).pascal(),
        Words.of(table).pascal().replaceAll("\\d+$", ""));
    String before = known.get(pointer);
    // the lock may say anything
    boolean kept = before != null
        && Stream.concat(stems.stream(), former.stream())
            .anyMatch(stem -> before.matches("\\Q" + stem + "\\E\\d*" + ENDING))
        && taken.add(folded(before));
    if (kept) {
      return before;
    }
    for (String stem : stems) {
      if (isFree(stem + ENDING)) {
        return taking(stem + ENDING);
      }
    }
    int number = 2;
    while (!isFree(below.pascal() + number + ENDING)) {
      number++;
    }
    return taking(below.pascal() + number + ENDING);
  }

  /** Whether a class has the name that items of this kind give it, alone. */
  static boolean isAfter(String name, Words thing) {
    return name.equalsIgnoreCase(thing.pascal() + ENDING);
  }

  private boolean isFree(String name) {
    return !taken.contains(folded(name))
        && !others.contains(folded(name))
        && known.values().stream().noneMatch(other -> folded(other).equals(folded(name)));
  }

  private String taking(String name) {
    taken.add(folded(name));
    return name;
  }

  /** Some systems take {@code A} for {@code a} in the name of a file. */
  private static String folded(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
