package dev.hew.split.cut;

import dev.hew.split.facts.Use;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** Uses by the classes at their ends, so that the price of a cut takes as long as the cut is large. */
final class Ends {
  private final Map<String, List<Use>> from = new HashMap<>();
  private final Map<String, List<Use>> to = new HashMap<>();

  Ends(List<Use> uses) {
    for (Use use : uses) {
      from.computeIfAbsent(use.from(), c -> new ArrayList<>()).add(use);
      to.computeIfAbsent(use.to(), c -> new ArrayList<>()).add(use);
    }
  }

  /** Each use with exactly one of its ends among these classes. */
  void crossing(Set<String> classes, Consumer<Use> consumer) {
    for (String name : classes) {
      for (Use use : from.getOrDefault(name, List.of())) {
        if (!classes.contains(use.to())) {
          consumer.accept(use);
        }
      }
      for (Use use : to.getOrDefault(name, List.of())) {
        if (!classes.contains(use.from())) {
          consumer.accept(use);
        }
      }
    }
  }
}
