package dev.hew.compiler;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The variables that a name may mean, innermost block first, each with the chain that its value comes from. */
final class Scope {
  private final Deque<Map<String, String>> blocks = new ArrayDeque<>();

  void open() {
    blocks.push(new HashMap<>());
  }

  void close() {
    blocks.pop();
  }

  void declare(String name, String chain) {
    blocks.getFirst().put(name, chain);
  }

  Optional<String> find(String name) {
    for (Map<String, String> block : blocks) {
      String chain = block.get(name);
      if (chain != null) {
        return Optional.of(chain);
      }
    }
    return Optional.empty();
  }
}
