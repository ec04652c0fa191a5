package dev.hew.split.page;

import dev.hew.split.cut.Cut;
import dev.hew.split.facts.Place;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What crosses cuts, by number, each thing once: what goes out of one module comes into another, and paths are long. A
 * page of a large code base would be ten times the size otherwise.
 */
final class CrossingTable {
  private final Limits limits;
  private final Map<String, Integer> classes;
  private final Map<String, Integer> paths = new LinkedHashMap<>();
  private final Map<Cut.Item, Integer> numbers = new HashMap<>();
  private final List<Object> items = new ArrayList<>();

  /**
   * @param classes the numbers of the classes that the page knows
   */
  CrossingTable(Map<String, Integer> classes, Limits limits) {
    this.classes = classes;
    this.limits = limits;
  }

  /** The number of a path. */
  int path(String path) {
    return paths.computeIfAbsent(path, p -> paths.size());
  }

  /** The numbers of what crosses, as many as the page tells; the first number is how many there are. */
  List<Integer> of(List<Cut.Item> crossing) {
    List<Integer> numbers = new ArrayList<>();
    numbers.add(crossing.size());
    crossing.stream().limit(limits.things()).map(this::number).forEach(numbers::add);
    return numbers;
  }

  private int number(Cut.Item item) {
    return numbers.computeIfAbsent(item, i -> {
      items.add(List.of(end(i.from()), end(i.to()), i.what(), i.count(), places(i.places())));
      return items.size() - 1;
    });
  }

  /** A class by its number, anything else by its name. */
  private Object end(String name) {
    return classes.containsKey(name) ? classes.get(name) : name;
  }

  private List<Object> places(List<Place> places) {
    List<Object> some = new ArrayList<>();
    places.stream()
        .limit(limits.placesOfThing())
        .forEach(place -> some.add(List.of(path(place.path()), place.line())));
    return some;
  }

  /** Each thing by its number: from, to, what, how often, the first places. */
  List<Object> items() {
    return items;
  }

  /** Each path by its number. */
  List<String> paths() {
    return List.copyOf(paths.keySet());
  }
}
