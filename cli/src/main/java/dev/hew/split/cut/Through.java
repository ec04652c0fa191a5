package dev.hew.split.cut;

import dev.hew.split.facts.Dispatch;
import dev.hew.split.facts.Facts;
import dev.hew.split.facts.Use;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A call of an interface that is at run time a call of a class behind it.
 *
 * @param use the call, of the interface
 * @param by the class
 * @param called the interface's name without its package
 */
record Through(Use use, Dispatch.Implementation by, String called) {
  /** All calls of classes that these facts know to stand behind interfaces. */
  static List<Through> all(Facts facts) {
    Map<String, Map<String, Dispatch>> behind = behind(facts);
    List<Through> all = new ArrayList<>();
    for (Use use : facts.uses()) {
      Dispatch dispatch = use.kind() == Use.Kind.CALL
          ? behind.getOrDefault(use.to(), Map.of()).get(use.target())
          : null;
      if (dispatch != null) {
        for (Dispatch.Implementation by : dispatch.by()) {
          if (!by.name().equals(use.from())) {
            all.add(new Through(use, by, dispatch.simpleName()));
          }
        }
      }
    }
    return all;
  }

  /** What stands behind each type and method. */
  static Map<String, Map<String, Dispatch>> behind(Facts facts) {
    Map<String, Map<String, Dispatch>> behind = new HashMap<>();
    facts
        .dispatches()
        .forEach(d -> behind.computeIfAbsent(d.type(), t -> new HashMap<>()).put(d.target(), d));
    return behind;
  }

  /** The class that runs. */
  String to() {
    return by.name();
  }

  /** What is called, in words. */
  String what() {
    return use.target() + Tie.THROUGH + called;
  }
}
