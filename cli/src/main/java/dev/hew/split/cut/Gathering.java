package dev.hew.split.cut;

import dev.hew.split.facts.Place;
import dev.hew.split.facts.Use;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** Items by what they tie, with all their places. */
final class Gathering {
  private record Key(String from, String to, String what) {}

  private static final Comparator<Key> ORDER =
      Comparator.comparing(Key::from).thenComparing(Key::to).thenComparing(Key::what);

  private final Map<Key, TreeSet<Place>> found = new TreeMap<>(ORDER);

  void add(String from, String to, String what, Use use) {
    add(
        from,
        to,
        what,
        use.lines().stream().map(line -> new Place(use.path(), line)).toList());
  }

  void add(String from, String to, String what, List<Place> places) {
    found.computeIfAbsent(new Key(from, to, what), k -> new TreeSet<>()).addAll(places);
  }

  /** In the order of their ends. */
  List<Cut.Item> items() {
    return found.entrySet().stream()
        .map(e -> new Cut.Item(
            e.getKey().from(),
            e.getKey().to(),
            e.getKey().what(),
            e.getValue().size(),
            List.copyOf(e.getValue())))
        .toList();
  }
}
