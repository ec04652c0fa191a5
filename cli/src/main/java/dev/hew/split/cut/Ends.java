package dev.hew.split.cut;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Uses by the classes at their ends, so that the price of a cut takes as long as the cut is large.
 *
 * @param <T> what stands for a use
 */
final class Ends<T> {
  private final Function<T, String> user;
  private final Function<T, String> used;
  private final Map<String, List<T>> from = new HashMap<>();
  private final Map<String, List<T>> to = new HashMap<>();

  /**
   * Of these uses.
   *
   * @param user the class that uses
   * @param used the class that is used
   */
  Ends(List<T> uses, Function<T, String> user, Function<T, String> used) {
    this.user = user;
    this.used = used;
    for (T use : uses) {
      from.computeIfAbsent(user.apply(use), c -> new ArrayList<>()).add(use);
      to.computeIfAbsent(used.apply(use), c -> new ArrayList<>()).add(use);
    }
  }

  /** Each use with exactly one of its ends among these classes. */
  void crossing(Set<String> classes, Consumer<T> consumer) {
    for (String name : classes) {
      for (T use : from.getOrDefault(name, List.of())) {
        if (!classes.contains(used.apply(use))) {
          consumer.accept(use);
        }
      }
      for (T use : to.getOrDefault(name, List.of())) {
        if (!classes.contains(user.apply(use))) {
          consumer.accept(use);
        }
      }
    }
  }
}
