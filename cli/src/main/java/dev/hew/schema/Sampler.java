package dev.hew.schema;

import dev.hew.yaml.Node;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Finds values that schemas allow: the contract's own examples and defaults where they are valid, else made up, small
 * but with every property that does not lead back to itself. The same schema always gives the same value.
 */
public final class Sampler {
  /** How many values take turns at the most. */
  private static final int TURNS = 24;

  /** How much is remembered of values that take turns, in values within values. */
  private static final int KEPT = 100_000;

  private final Validator validator;
  private final int room;
  private final Map<Key, Sample> known = new HashMap<>();
  private final Map<Key, Integer> depths = new HashMap<>();

  /** Those asked for last come last: the same are asked for again, and all of a large contract would fill the memory. */
  private final Map<Key, List<Node>> turns = new LinkedHashMap<>(16, 0.75f, true);

  private int kept;

  public Sampler(Validator validator) {
    this(validator, Integer.MAX_VALUE);
  }

  /**
   * @param room how many values a sample may hold before it is filled in less deep: one that has a little of everything
   *     says more than one with all of its first property
   */
  public Sampler(Validator validator, int room) {
    this.validator = validator;
    this.room = room;
  }

  private record Key(String name, Direction direction, boolean examples) {
    // spelled out, since what a record has of its own is woven anew in each run
    @Override
    public boolean equals(Object other) {
      return other instanceof Key that
          && direction == that.direction
          && examples == that.examples
          && name.equals(that.name);
    }

    @Override
    public int hashCode() {
      return name.hashCode() * 31 + direction.ordinal() * 2 + (examples ? 1 : 0);
    }
  }

  /** A value for a schema of the set. */
  public Sample sample(String name, Direction direction) {
    return sample(name, direction, true);
  }

  /** A value for a schema of the set, without looking at the contract's examples and defaults. */
  public Sample synthetic(String name, Direction direction) {
    return sample(name, direction, false);
  }

  /**
   * Values of a schema of the set that take turns: each branch of a choice and each value of an enumeration has its own
   * in one of them, as far as {@value #TURNS} values go. The first one has all properties, and no example in it.
   */
  public List<Node> turns(String name, Direction direction) {
    Key key = new Key(name, direction, false);
    List<Node> known = turns.get(key);
    if (known == null) {
      known = List.copyOf(madeInTurn(name, direction));
      keep(key, known);
    }
    return known;
  }

  private void keep(Key key, List<Node> values) {
    turns.put(key, values);
    kept += count(values);
    Iterator<List<Node>> eldest = turns.values().iterator();
    while (kept > KEPT && turns.size() > 1) {
      kept -= count(eldest.next());
      eldest.remove();
    }
  }

  private static int count(List<Node> values) {
    return values.stream().mapToInt(Values::count).sum();
  }

  private List<Node> madeInTurn(String name, Direction direction) {
    List<Node> values = new ArrayList<>();
    int wanted = 1;
    for (int turn = 0; turn < Math.min(wanted, TURNS); turn++) {
      Attempt attempt =
          attempt(direction, deep(Attempt.Mode.made(true), name, direction).at(turn));
      Optional<Node> value = attempt.make(SchemaSet.reference(name), Set.of(), 0, 0);
      wanted = Math.max(wanted, attempt.turns());
      value
          .filter(v -> validator.isValid(name, v)
              && values.stream().noneMatch(known -> Values.same(known, v)))
          .ifPresent(values::add);
    }
    return values;
  }

  /** A value at an edge of what a schema of the set allows, where one is found. */
  public Optional<Node> edge(String name, Direction direction, Edge edge) {
    return attempt(
            direction,
            deep(Attempt.Mode.made(edge != Edge.LEAST), name, direction).at(edge))
        .make(SchemaSet.reference(name), Set.of(), 0, 0)
        .filter(value -> validator.isValid(name, value));
  }

  /** As deep as there is room for in a value with every property. */
  private Attempt.Mode deep(Attempt.Mode mode, String name, Direction direction) {
    return room == Integer.MAX_VALUE || !mode.optional()
        ? mode
        : mode.to(
            depths.computeIfAbsent(new Key(name, direction, false), key -> depth(name, direction)));
  }

  private int depth(String name, Direction direction) {
    int depth = 1;
    while (depth < Attempt.DEPTH) {
      Attempt deeper = attempt(direction, Attempt.Mode.made(true).to(depth + 1));
      deeper.make(SchemaSet.reference(name), Set.of(), 0, 0);
      if (deeper.size() > room) {
        break;
      }
      depth++;
    }
    return depth;
  }

  private Attempt attempt(Direction direction, Attempt.Mode mode) {
    return new Attempt(validator, direction, mode);
  }

  /** A made-up value with every property, for a piece of a schema. */
  Optional<Node> full(Node fragment) {
    return attempt(Direction.READ, Attempt.Mode.made(true))
        .make(fragment, Set.of(), 0, 0)
        .filter(value -> validator.allows(fragment, value));
  }

  /** A value for a piece of a schema with nothing that may be left out. */
  Optional<Node> least(Node fragment) {
    return attempt(Direction.WRITE, Attempt.Mode.made(false))
        .make(fragment, Set.of(), 0, 0)
        .filter(value -> validator.allows(fragment, value));
  }

  /** One of several different values for a piece of a schema, counted from 0. */
  Optional<Node> different(Node fragment, int variant) {
    return attempt(Direction.WRITE, Attempt.Mode.made(true))
        .make(fragment, Set.of(), 0, variant)
        .filter(value -> validator.allows(fragment, value));
  }

  private Sample sample(String name, Direction direction, boolean examples) {
    Key key = new Key(name, direction, examples);
    Sample sample = known.get(key);
    if (sample == null) {
      sample = find(name, direction, examples);
      known.put(key, sample);
    }
    return sample;
  }

  private Sample find(String name, Direction direction, boolean examples) {
    String reason = "the schema allows no value, or none that hew can find";
    boolean first = true;
    for (Attempt.Mode mode : List.of(
        Attempt.Mode.told(true),
        Attempt.Mode.told(false),
        Attempt.Mode.made(true),
        Attempt.Mode.made(false))) {
      if (mode.examples() && !examples) {
        continue;
      }
      Optional<Node> value = attempt(direction, deep(mode, name, direction))
          .make(SchemaSet.reference(name), Set.of(), 0, 0);
      List<String> errors = value.map(v -> validator.errors(name, v)).orElse(List.of());
      if (value.isPresent() && errors.isEmpty()) {
        return new Sample.Found(value.get());
      }
      if (first && !errors.isEmpty()) {
        reason = String.join("; ", errors);
        first = false;
      }
    }
    return new Sample.None(reason);
  }
}
