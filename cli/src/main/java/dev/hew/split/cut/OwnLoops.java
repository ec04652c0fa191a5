package dev.hew.split.cut;

import dev.hew.split.facts.Use;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which methods their own class calls in a loop, by whatever chain of its methods: what they call is called in it too. */
final class OwnLoops {
  private final Set<String> methods = new HashSet<>();

  /**
   * @param ownCalls what methods of classes call of the same class
   */
  OwnLoops(Collection<Use> ownCalls) {
    Map<String, List<String>> called = new HashMap<>();
    Deque<String> next = new ArrayDeque<>();
    for (Use use : ownCalls) {
      if (use.kind() == Use.Kind.CALL) {
        String target = key(use.to(), use.target());
        called
            .computeIfAbsent(key(use.from(), use.member()), k -> new ArrayList<>(1))
            .add(target);
        if (use.repeated() && methods.add(target)) {
          next.add(target);
        }
      }
    }
    while (!next.isEmpty()) {
      called.getOrDefault(next.remove(), List.of()).stream()
          .filter(methods::add)
          .forEach(next::add);
    }
  }

  /** Whether something happens in a loop of its own class, around it or around the method that it stands in. */
  boolean is(Use use) {
    return use.repeated()
        || (!use.member().isEmpty() && methods.contains(key(use.from(), use.member())));
  }

  private static String key(String type, String member) {
    int slash = member.indexOf('/');
    return type + "#" + (slash < 0 ? member : member.substring(0, slash));
  }
}
