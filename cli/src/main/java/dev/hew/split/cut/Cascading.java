package dev.hew.split.cut;

import dev.hew.split.facts.ClassFact;
import dev.hew.split.facts.Facts;
import dev.hew.split.facts.TableFact;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Tells which entity's rows are written first where others are written by cascade. */
final class Cascading {
  private final Map<String, List<String>> entities = new HashMap<>();

  Cascading(Facts facts) {
    for (ClassFact fact : facts.classes()) {
      if (!fact.test() && fact.entity().isPresent()) {
        entities.computeIfAbsent(fact.simpleName(), n -> new ArrayList<>(1)).add(fact.name());
      }
    }
  }

  /** The entities of the name that an access by cascade gives: one, unless several have that simple name. */
  List<String> of(TableFact.Access access) {
    return entities.getOrDefault(access.by().split("\\.")[0], List.of());
  }
}
