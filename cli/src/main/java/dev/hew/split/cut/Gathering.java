package dev.hew.split.cut;

import dev.hew.split.facts.Place;
import dev.hew.split.facts.Use;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Items by what they tie, with all their places. */
final class Gathering {
  private record Key(String from, String to, String what) {}

  private static final Comparator<Key> ORDER =
      Comparator.comparing(Key::from).thenComparing(Key::to).thenComparing(Key::what);

  private final Map<Key, List<Place>> found = new HashMap<>();

  /** For what is called through an interface where it is written. */
  private final Map<Key, Place> called = new HashMap<>();

  void add(String from, String to, String what, Use use) {
    List<Place> places = places(from, to, what);
    use.lines().forEach(line -> places.add(new Place(use.path(), line)));
  }

  /** A call through an interface: its places, and last that of what is called. */
  void add(Through call) {
    add(call.use().from(), call.to(), call.what(), call.use());
    called.put(new Key(call.use().from(), call.to(), call.what()), call.by().place());
  }

  void add(String from, String to, String what, Collection<Place> places) {
    places(from, to, what).addAll(places);
  }

  private List<Place> places(String from, String to, String what) {
    return found.computeIfAbsent(new Key(from, to, what), k -> new ArrayList<>());
  }

  /** In the order of their ends. */
  List<Cut.Item> items() {
    return found.entrySet().stream()
        .sorted(Map.Entry.comparingByKey(ORDER))
        .map(e -> item(e.getKey(), e.getValue().stream().distinct().sorted().toList()))
        .toList();
  }

  private Cut.Item item(Key key, List<Place> places) {
    List<Place> all = Stream.concat(places.stream(), Stream.ofNullable(called.get(key)))
        .distinct()
        .toList();
    return new Cut.Item(key.from, key.to, key.what, places.size(), all);
  }
}
