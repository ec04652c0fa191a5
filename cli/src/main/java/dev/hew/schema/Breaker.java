package dev.hew.schema;

import dev.hew.yaml.Node;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.UnaryOperator;

/**
 * Breaks right values: each constraint that a value meets, at one place, and nothing else where that can be. What the
 * schema then still allows is no breach.
 */
public final class Breaker {
  private final Validator proof;

  /** @param proof says what is wrong */
  public Breaker(Validator proof) {
    this.proof = proof;
  }

  /**
   * Breaches of a schema of the set, those near the root first.
   *
   * @param values right ones; each adds the constraints that those before it did not meet
   * @param most how many to make at the most
   * @param usable tells, for a keyword, the wrong values that can be sent and are still wrong then
   */
  public List<Breach> of(
      String name, List<Node> values, int most, BiPredicate<String, Node> usable) {
    Walk walk = new Walk(name, most, usable);
    values.forEach(walk::over);
    return walk.found;
  }

  /** Part of a value beside a schema that it keeps to. */
  private record Spot(
      Node schema,
      String definition,
      List<String> pointer,
      Node value,
      List<String> at,
      UnaryOperator<Node> inRoot) {

    Spot under(Node part, String... steps) {
      return new Spot(part, definition, longer(pointer, steps), value, at, inRoot);
    }

    Spot child(Node part, String step, Node inside, UnaryOperator<Node> inThis, String... steps) {
      return new Spot(
          part,
          definition,
          longer(pointer, steps),
          inside,
          longer(at, step),
          node -> inRoot.apply(inThis.apply(node)));
    }
  }

  private static List<String> longer(List<String> list, String... more) {
    List<String> all = new ArrayList<>(list);
    all.addAll(List.of(more));
    return all;
  }

  private final class Walk {
    private final String name;
    private final int most;
    private final BiPredicate<String, Node> usable;
    private final List<Breach> found = new ArrayList<>();
    private final Map<Node, Set<String>> done = new IdentityHashMap<>();
    private final Deque<Spot> waiting = new ArrayDeque<>();
    private Set<Node> seen = Set.of();

    Walk(String name, int most, BiPredicate<String, Node> usable) {
      this.name = name;
      this.most = most;
      this.usable = usable;
    }

    void over(Node value) {
      seen = Collections.newSetFromMap(new IdentityHashMap<>());
      waiting.add(new Spot(
          SchemaSet.reference(name), name, List.of(), value, List.of(), UnaryOperator.identity()));
      while (!waiting.isEmpty() && found.size() < most) {
        Spot spot = waiting.remove();
        if (spot.schema instanceof Node.Mapping && seen.add(spot.schema)) {
          breakAll(spot);
          descend(spot);
        }
      }
      waiting.clear();
    }

    private void breakAll(Spot spot) {
      for (Faults.Fault fault : Faults.of(spot.schema, spot.value, proof)) {
        Set<String> known = done.computeIfAbsent(spot.schema, s -> new HashSet<>());
        String key = fault.keyword() + "/" + fault.step();
        if (found.size() >= most || known.contains(key)) {
          continue;
        }
        best(fault, spot).ifPresent(value -> {
          known.add(key);
          List<String> at = fault.step().map(step -> longer(spot.at, step)).orElse(spot.at);
          String written = fault.keyword().equals(Breach.NULL) ? "type" : fault.keyword();
          found.add(new Breach(
              at, fault.keyword(), spot.definition, longer(spot.pointer, written), value));
        });
      }
    }

    /** The first candidate that breaks nothing else, else the first that breaks anything. */
    private Optional<Node> best(Faults.Fault fault, Spot spot) {
      Node second = null;
      String keyword = fault.keyword().equals(Breach.NULL) ? "type" : fault.keyword();
      for (Node candidate : fault.candidates()) {
        Node whole = spot.inRoot.apply(candidate);
        Set<String> broken = proof.broken(name, whole);
        boolean only = broken.equals(Set.of(keyword));
        if (!broken.isEmpty() && (only || second == null) && usable.test(fault.keyword(), whole)) {
          if (only) {
            return Optional.of(whole);
          }
          second = whole;
        }
      }
      return Optional.ofNullable(second);
    }

    private void descend(Spot spot) {
      Node schema = spot.schema;
      schema.get("$ref").flatMap(Node::string).map(SchemaSet::nameOf).ifPresent(target -> {
        Node meant = proof.schemas().definitions().get(target);
        waiting.addFirst(new Spot(meant, target, List.of(), spot.value, spot.at, spot.inRoot));
      });
      List<Node> parts = items(schema, "allOf");
      for (int i = parts.size() - 1; i >= 0; i--) {
        waiting.addFirst(spot.under(parts.get(i), "allOf", "" + i));
      }
      for (String keyword : List.of("oneOf", "anyOf")) {
        List<Node> branches = items(schema, keyword);
        for (int i = 0; i < branches.size(); i++) {
          if (proof.allows(branches.get(i), spot.value)) {
            waiting.add(spot.under(branches.get(i), keyword, "" + i));
          }
        }
      }
      if (spot.value instanceof Node.Mapping) {
        members(spot);
      } else if (spot.value instanceof Node.Sequence) {
        elements(spot);
      }
    }

    private void members(Spot spot) {
      Node declared = spot.schema.get("properties").orElse(Values.map(Map.of()));
      Node patterns = spot.schema.get("patternProperties").orElse(Values.map(Map.of()));
      for (Node.Entry entry : spot.value.entries()) {
        String key = entry.key();
        UnaryOperator<Node> inThis = node -> Values.with(spot.value, key, node);
        Optional<Node> own = declared.get(key);
        own.ifPresent(
            s -> waiting.add(spot.child(s, key, entry.value(), inThis, "properties", key)));
        boolean matched = own.isPresent();
        for (Node.Entry pattern : patterns.entries()) {
          if (Patterns.find(pattern.key(), key)) {
            matched = true;
            waiting.add(spot.child(
                pattern.value(), key, entry.value(), inThis, "patternProperties", pattern.key()));
          }
        }
        if (!matched) {
          spot.schema
              .get("additionalProperties")
              .ifPresent(s ->
                  waiting.add(spot.child(s, key, entry.value(), inThis, "additionalProperties")));
        }
      }
    }

    private void elements(Spot spot) {
      List<Node> fixed = items(spot.schema, "prefixItems");
      for (int i = 0; i < spot.value.items().size() && i <= fixed.size(); i++) {
        int index = i;
        Node item = spot.value.items().get(i);
        UnaryOperator<Node> inThis = node -> Faults.with(spot.value, index, node);
        if (i < fixed.size()) {
          waiting.add(spot.child(fixed.get(i), "" + i, item, inThis, "prefixItems", "" + i));
        } else {
          spot.schema
              .get("items")
              .ifPresent(s -> waiting.add(spot.child(s, "" + index, item, inThis, "items")));
        }
      }
    }

    private static List<Node> items(Node schema, String keyword) {
      return schema.get(keyword).map(Node::items).orElse(List.of());
    }
  }
}
