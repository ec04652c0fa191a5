package dev.hew.contract;

import dev.hew.yaml.Node;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds schemas that ask about the same value again: a parent whose {@code oneOf} names a child whose {@code allOf}
 * names the parent. Many contracts have them, with a discriminator that tells what is meant; taken by the letter, no
 * validator would ever come to an end with them.
 */
final class EndlessSchemas {
  private static final List<String> SAME_VALUE = List.of("allOf", "anyOf", "oneOf");

  private enum State {
    OPEN,
    DONE
  }

  private final Schemas schemas;
  private final Problems problems;
  private final Map<Place, State> states = new HashMap<>();

  private EndlessSchemas(Schemas schemas, Problems problems) {
    this.schemas = schemas;
    this.problems = problems;
  }

  /** One warning at the reference that closes each circle. */
  static void report(Schemas schemas, Problems problems) {
    EndlessSchemas search = new EndlessSchemas(schemas, problems);
    schemas.byPlace().keySet().forEach(search::from);
  }

  private record Step(Place place, boolean leave) {}

  /** Depth first with a stack of its own: a chain of schemas can be as long as the document. */
  private void from(Place start) {
    List<Step> stack = new ArrayList<>(List.of(new Step(start, false)));
    while (!stack.isEmpty()) {
      Step step = stack.remove(stack.size() - 1);
      if (step.leave()) {
        states.put(step.place(), State.DONE);
      } else if (!states.containsKey(step.place())) {
        states.put(step.place(), State.OPEN);
        stack.add(new Step(step.place(), true));
        for (Schema reference : references(schemas.byPlace().get(step.place()))) {
          Place next = reference.ref().orElseThrow();
          if (states.get(next) == State.OPEN && !isChain(reference, step.place())) {
            Node at = reference.keyword("$ref").orElseThrow();
            problems.warn(
                "schema-endless",
                at,
                "this asks about the same value again and again, by way of `" + next + "`",
                Optional.of("let only one side name the other"));
          }
          if (schemas.byPlace().containsKey(next)) {
            stack.add(new Step(next, false));
          }
        }
      }
    }
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
      SAME_VALUE.forEach(keyword -> open.addAll(current.list(keyword)));
    }
    return found;
  }
}
