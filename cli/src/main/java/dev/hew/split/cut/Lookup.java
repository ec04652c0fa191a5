package dev.hew.split.cut;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Things by the names that they have to do with, so that a cut looks only at what may concern it. */
final class Lookup<T> {
  private final List<T> things;
  private final Map<String, List<Integer>> places;

  /**
   * @param places an empty map, whose kind says which names are the same
   * @param names those of a thing
   */
  Lookup(
      Collection<T> things,
      Map<String, List<Integer>> places,
      Function<T, Collection<String>> names) {
    this.things = List.copyOf(things);
    this.places = places;
    for (int place = 0; place < this.things.size(); place++) {
      for (String name : names.apply(this.things.get(place))) {
        places.computeIfAbsent(name, n -> new ArrayList<>(1)).add(place);
      }
    }
  }

  /** Where the things stand that have to do with one of these names. */
  BitSet places(Collection<String> names) {
    BitSet found = new BitSet();
    names.forEach(name -> places.getOrDefault(name, List.of()).forEach(found::set));
    return found;
  }

  /** The things that have to do with one of these names, in their own order, each once. */
  List<T> of(Collection<String> names) {
    return at(places(names));
  }

  /** The things at these places. */
  List<T> at(BitSet wanted) {
    return wanted.stream().mapToObj(things::get).toList();
  }
}
