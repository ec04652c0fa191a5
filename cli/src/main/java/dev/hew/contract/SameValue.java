package dev.hew.contract;

import dev.hew.yaml.Node;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Looks at what schemas ask of one and the same value, through references, {@code allOf}, {@code anyOf} and
 * {@code oneOf}.
 *
 * <p>Some ask again and again: a parent whose {@code oneOf} names a child whose {@code allOf} names the parent. Many
 * contracts have them, with a discriminator that tells what is meant; taken by the letter, no validator would ever come
 * to an end with them. Some ask through a chain of hundreds of schemas, or double what they ask with each step; nobody
 * wrote those by hand, and whatever reads them pays for each way through them.
 */
final class SameValue {
  private static final List<String> KEYWORDS = List.of("allOf", "anyOf", "oneOf");

  /** Schemas in a chain; hierarchies that people write have less than ten. */
  private static final int LONGEST = 100;

  /** Schemas met on all ways together. */
  private static final int MOST = 10_000;

  /**
   * What is asked of one value.
   *
   * @param steps the longest chain of schemas
   * @param schemas how many are met when each way is walked
   */
  private record Asked(int steps, long schemas) {
    static final Asked UNFINISHED = new Asked(0, 0);

    boolean isTooMuch() {
      return steps > LONGEST || schemas > MOST;
    }
  }

  private final Schemas schemas;
  private final Problems problems;
  private final Map<Place, Asked> known = new HashMap<>();

  private SameValue(Schemas schemas, Problems problems) {
    this.schemas = schemas;
    this.problems = problems;
  }

  /** One warning at the reference that closes each circle, one error where a chain or heap becomes too large. */
  static void report(Schemas schemas, Problems problems) {
    SameValue search = new SameValue(schemas, problems);
    schemas.byPlace().keySet().forEach(search::from);
  }

  private record Step(Place place, List<Schema> references, boolean leave) {}

  /** Depth first with a stack of its own: a chain of schemas can be as long as the document. */
  private void from(Place start) {
    List<Step> stack = new ArrayList<>(List.of(new Step(start, List.of(), false)));
    while (!stack.isEmpty()) {
      Step step = stack.remove(stack.size() - 1);
      if (step.leave()) {
        known.put(step.place(), add(step));
      } else if (!known.containsKey(step.place())) {
        known.put(step.place(), Asked.UNFINISHED);
        List<Schema> references = references(schemas.byPlace().get(step.place()));
        stack.add(new Step(step.place(), references, true));
        for (Schema reference : references) {
          Place next = reference.ref().orElseThrow();
          if (known.get(next) == Asked.UNFINISHED && !isChain(reference, step.place())) {
            problems.warn(
                "schema-endless",
                at(reference),
                "this asks about the same value again and again, by way of `" + next + "`",
                Optional.of("let only one side name the other"));
          }
          if (schemas.byPlace().containsKey(next)) {
            stack.add(new Step(next, List.of(), false));
          }
        }
      }
    }
  }

  /** What a schema asks, its references done; those that close a circle count nothing. */
  private Asked add(Step step) {
    int steps = 0;
    long met = 1;
    boolean reported = false;
    for (Schema reference : step.references()) {
      Asked below = known.getOrDefault(reference.ref().orElseThrow(), Asked.UNFINISHED);
      reported |= below.isTooMuch();
      steps = Math.max(steps, below.steps());
      met = Math.min(met + below.schemas(), MOST + 1L);
    }
    Asked asked = new Asked(Math.min(steps + 1, LONGEST + 1), met);
    if (asked.isTooMuch() && !reported) {
      problems.error(
          "schema-too-deep",
          at(step.references().get(0)),
          asked.steps() > LONGEST
              ? "a chain of more than " + LONGEST + " schemas speaks about the same value"
              : "written out, more than 10,000 schemas speak about the same value",
          Optional.of("say it in fewer schemas"));
    }
    return asked;
  }

  private static Node at(Schema reference) {
    return reference.keyword("$ref").orElseThrow();
  }

  /** A chain of nothing but references is an error already. */
  private static boolean isChain(Schema reference, Place owner) {
    return reference.place().equals(owner);
  }

  /** The references within a schema that speak about the same value as it does. */
  private static List<Schema> references(Schema schema) {
    List<Schema> found = new ArrayList<>();
    List<Schema> open = new ArrayList<>(List.of(schema));
    while (!open.isEmpty()) {
      Schema current = open.remove(open.size() - 1);
      if (current.ref().isPresent()) {
        found.add(current);
      }
      KEYWORDS.forEach(keyword -> open.addAll(current.list(keyword)));
    }
    return found;
  }
}
