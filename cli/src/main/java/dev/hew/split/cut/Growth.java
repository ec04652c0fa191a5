package dev.hew.split.cut;

import dev.hew.split.facts.Place;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What crosses now beside what is frozen. A tie may stand in other methods of its class than before: what counts is how
 * often it is in the class.
 *
 * @param more what there is more of, in the order of places
 * @param less what there is less of
 */
public record Growth(List<More> more, List<Less> less) {
  private static final int MOST_PLACES = 8;

  public Growth {
    more = List.copyOf(more);
    less = List.copyOf(less);
  }

  /**
   * There is more of a tie than is frozen, in one method; or in several, when there is less of it in others and nobody can
   * tell what came from there.
   *
   * @param times how often it is there
   * @param frozen how often it may be there
   * @param candidates where it is: new are {@code times - frozen} of these places
   */
  public record More(Tie tie, int times, int frozen, List<Crossing> candidates) {
    public More {
      candidates = List.copyOf(candidates);
    }

    /** How many are new. */
    public int fresh() {
      return times - frozen;
    }

    /** Whether all candidates are new. */
    boolean certain() {
      return candidates.stream().mapToInt(c -> c.places().size()).sum() == fresh();
    }

    /** The first place that is new, or may be. */
    public Place place() {
      return candidates.stream()
          .map(c -> c.places().get(0))
          .min(Place::compareTo)
          .orElseThrow();
    }

    /** What is new, and where, as far as the place does not say so. */
    public String text() {
      String head = "`" + tie.ends() + "`: `" + tie.what() + "`";
      if (certain() && fresh() == 1) {
        return head + in(candidates.get(0)) + " is not frozen";
      }
      String where = candidates.size() == 1
          ? lines(candidates.get(0))
          : candidates.stream().map(c -> lines(c) + in(c)).collect(Collectors.joining(", "));
      String one = candidates.size() == 1 ? head + in(candidates.get(0)) : head;
      return certain()
          ? one + " is not frozen, " + times(times) + ": " + where
          : one + " is there " + times(times) + " and frozen " + times(frozen) + "; which "
              + (fresh() == 1 ? "one is" : "ones are") + " new cannot be told: " + where;
    }

    private static String times(int times) {
      return times == 1 ? "once" : times == 2 ? "twice" : times + " times";
    }

    private static String in(Crossing crossing) {
      return crossing.member().isEmpty() ? "" : " in `" + crossing.member() + "`";
    }

    /** The lines of a method; of the file only when it is another one than that of {@link #place}. */
    private String lines(Crossing crossing) {
      Map<Place, Integer> counts = new TreeMap<>();
      crossing.places().forEach(place -> counts.merge(place, 1, Integer::sum));
      String lines = counts.entrySet().stream()
          .limit(MOST_PLACES)
          .map(e -> (e.getKey().path().equals(place().path())
                  ? Integer.toString(e.getKey().line())
                  : e.getKey().toString())
              + (e.getValue() > 1 ? " (" + times(e.getValue()) + ")" : ""))
          .collect(Collectors.joining(", "));
      String left =
          counts.size() > MOST_PLACES ? " and " + (counts.size() - MOST_PLACES) + " more" : "";
      return (counts.size() == 1 ? "line " : "lines ") + lines + left;
    }
  }

  /** There is less of a tie than is frozen, so many times less. */
  public record Less(Tie tie, int times) {
    @Override
    public String toString() {
      return tie + (times > 1 ? " (" + times + " times)" : "");
    }
  }

  /** Holds what crosses against what is frozen. */
  public static Growth of(List<Crossing> crossings, Frozen frozen) {
    Map<Tie, List<Crossing>> now = new TreeMap<>();
    crossings.stream()
        .filter(c -> frozen.holds(c.tie()))
        .forEach(c -> now.computeIfAbsent(c.tie(), t -> new ArrayList<>(1)).add(c));
    List<More> more = new ArrayList<>();
    Map<Tie, Integer> times = new HashMap<>();
    now.forEach((tie, all) -> {
      times.put(tie, count(all));
      if (count(all) > frozen.times(tie)) {
        more.addAll(more(tie, all, frozen));
      }
    });
    more.sort((a, b) -> a.place().compareTo(b.place()));
    List<Less> less = frozen.ties().keySet().stream()
        .map(tie -> new Less(tie, frozen.times(tie) - times.getOrDefault(tie, 0)))
        .filter(g -> g.times() > 0)
        .toList();
    return new Growth(more, less);
  }

  private static int count(List<Crossing> crossings) {
    return crossings.stream().mapToInt(c -> c.places().size()).sum();
  }

  private static List<More> more(Tie tie, List<Crossing> all, Frozen frozen) {
    Map<String, Integer> before = frozen.ties().getOrDefault(tie, Map.of());
    List<Crossing> grown = all.stream()
        .filter(c -> c.places().size() > before.getOrDefault(c.member(), 0))
        .toList();
    int allowed =
        grown.stream().mapToInt(c -> before.getOrDefault(c.member(), 0)).sum();
    int fresh = count(all) - frozen.times(tie);
    if (count(grown) - allowed > fresh) {
      return List.of(new More(tie, count(grown), count(grown) - fresh, grown));
    }
    return grown.stream()
        .map(c -> new More(tie, c.places().size(), before.getOrDefault(c.member(), 0), List.of(c)))
        .toList();
  }

  /** What is gone and may have become this: the same thing from or to elsewhere, or a like thing of the same ends. */
  public List<Less> mayHaveBeen(More one) {
    return less.stream()
        .filter(g -> {
          boolean from = g.tie().from().equals(one.tie().from());
          boolean to = g.tie().to().equals(one.tie().to());
          return g.tie().what().equals(one.tie().what())
              ? from || to
              : from && to && verb(g.tie()).equals(verb(one.tie()));
        })
        .toList();
  }

  private static String verb(Tie tie) {
    return tie.what().split(" ")[0];
  }
}
