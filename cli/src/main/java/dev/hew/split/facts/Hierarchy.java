package dev.hew.split.facts;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * Who extends and implements what; for one thread at a time.
 *
 * @param <T> what stands for a type
 */
public final class Hierarchy<T> {
  /** What more types have is told apart by data, which the source does not show. */
  public static final int MOST_BELOW = 3;

  private final Map<T, List<T>> direct = new HashMap<>();
  private final Map<T, Set<T>> below = new HashMap<>();

  /** A type extends or implements another. All are added before the first question. */
  public void add(T type, T above) {
    direct.computeIfAbsent(above, t -> new ArrayList<>(1)).add(type);
  }

  /** All that extend or implement a type, however far below, the nearest first. */
  public Set<T> below(T type) {
    if (!direct.containsKey(type)) {
      return Set.of();
    }
    return below.computeIfAbsent(type, this::allBelow);
  }

  private Set<T> allBelow(T type) {
    Set<T> all = new LinkedHashSet<>();
    List<T> level = List.of(type);
    while (!level.isEmpty()) {
      List<T> next = new ArrayList<>();
      for (T one : level) {
        for (T heir : direct.getOrDefault(one, List.of())) {
          if (all.add(heir)) {
            next.add(heir);
          }
        }
      }
      level = next;
    }
    return Collections.unmodifiableSet(all);
  }

  /**
   * The types that a call of a type may run for those below it.
   *
   * @param has the type that has what is called, for one below; {@code null} when none has
   * @return none when there are more than {@code most}
   */
  public Set<T> behind(T type, UnaryOperator<T> has, int most) {
    Set<T> found = new LinkedHashSet<>();
    for (T heir : below(type)) {
      T one = has.apply(heir);
      if (one != null && found.add(one) && found.size() > most) {
        return Set.of();
      }
    }
    return found;
  }
}
