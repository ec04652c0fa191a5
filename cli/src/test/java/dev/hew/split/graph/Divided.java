package dev.hew.split.graph;

import dev.hew.split.facts.Facts;
import dev.hew.split.facts.Parts;

/** A code base divided with no wishes about it. */
final class Divided {
  private Divided() {}

  static Partition of(Facts facts, int modules) {
    return Divider.divide(facts, Parts.of(facts), Constraints.NONE, modules);
  }
}
