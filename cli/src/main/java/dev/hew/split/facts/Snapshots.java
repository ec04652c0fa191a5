package dev.hew.split.facts;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds scripts that say what another of a later version says again: {@code schema-2.1.x.xml} beside {@code schema-2.2.x.xml}. */
final class Snapshots {
  private static final Pattern VERSION = Pattern.compile("\\d+(?:[._](?:\\d+|x\\b))*");
  private static final Pattern PART = Pattern.compile("\\d+|x");

  /** Fewer tables in common may be chance. */
  private static final int FEWEST = 2;

  private Snapshots() {}

  /** The paths of scripts most of whose tables a later version defines anew. */
  static Set<String> superseded(List<TableFact> tables) {
    Map<String, Set<String>> defined = new TreeMap<>();
    for (TableFact table : tables) {
      for (Place place : table.places()) {
        defined
            .computeIfAbsent(place.path(), p -> new TreeSet<>())
            .add(TableFact.key(table.name()));
      }
    }
    Map<String, List<String>> families = new TreeMap<>();
    for (String path : defined.keySet()) {
      families
          .computeIfAbsent(VERSION.matcher(path).replaceAll("0"), f -> new ArrayList<>())
          .add(path);
    }
    Set<String> old = new HashSet<>();
    for (List<String> family : families.values()) {
      family.sort(Snapshots::compare);
      for (int i = 0; i < family.size(); i++) {
        Set<String> own = defined.get(family.get(i));
        boolean again = family.subList(i + 1, family.size()).stream()
            .anyMatch(later -> repeats(defined.get(later), own));
        if (again) {
          old.add(family.get(i));
        }
      }
    }
    return old;
  }

  private static boolean repeats(Set<String> later, Set<String> tables) {
    long common = tables.stream().filter(later::contains).count();
    return common >= FEWEST && 2 * common > tables.size();
  }

  /** By the numbers in them, the older first. */
  private static int compare(String a, String b) {
    List<Long> left = numbers(a);
    List<Long> right = numbers(b);
    for (int i = 0; i < Math.min(left.size(), right.size()); i++) {
      int order = left.get(i).compareTo(right.get(i));
      if (order != 0) {
        return order;
      }
    }
    return Integer.compare(left.size(), right.size());
  }

  private static List<Long> numbers(String path) {
    List<Long> numbers = new ArrayList<>();
    Matcher version = VERSION.matcher(path);
    while (version.find()) {
      Matcher part = PART.matcher(version.group());
      while (part.find()) {
        boolean any = part.group().equals("x") || part.group().length() > 18;
        numbers.add(any ? Long.MAX_VALUE : Long.parseLong(part.group()));
      }
    }
    return numbers;
  }
}
