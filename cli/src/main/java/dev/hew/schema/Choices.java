package dev.hew.schema;

import dev.hew.yaml.Node;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Turns each {@code oneOf} that cannot be told apart into an {@code anyOf}. Taken at its word, a {@code oneOf} of two
 * objects that share their properties forbids the very values that it was written for; nobody means that.
 */
public final class Choices {
  private static final Set<String> DATA = Set.of("const", "enum", "default", "examples");

  private final Validator validator;
  private final Sampler sampler;

  private Choices(SchemaSet set) {
    validator = new Validator(set);
    sampler = new Sampler(validator);
  }

  /** The set with those choices relaxed; the same set where there is none. */
  public static SchemaSet relaxed(SchemaSet set) {
    Choices choices = new Choices(set);
    Map<String, Node> out = new LinkedHashMap<>();
    boolean changed = false;
    for (Map.Entry<String, Node> definition : set.definitions().entrySet()) {
      Node relaxed = choices.relax(definition.getValue());
      changed |= relaxed != definition.getValue();
      out.put(definition.getKey(), relaxed);
    }
    return changed ? new SchemaSet(out) : set;
  }

  private Node relax(Node node) {
    if (node instanceof Node.Sequence) {
      List<Node> items = node.items().stream().map(this::relax).toList();
      return same(items, node.items()) ? node : Values.list(items);
    }
    if (!(node instanceof Node.Mapping)) {
      return node;
    }
    Map<String, Node> out = new LinkedHashMap<>();
    boolean changed = false;
    for (Node.Entry entry : node.entries()) {
      Node value = DATA.contains(entry.key()) ? entry.value() : relax(entry.value());
      boolean vague = entry.key().equals("oneOf")
          && node.get("anyOf").isEmpty()
          && isVague(node, entry.value());
      changed |= vague || value != entry.value();
      out.put(vague ? "anyOf" : entry.key(), value);
    }
    return changed ? Values.map(out) : node;
  }

  private static boolean same(List<Node> a, List<Node> b) {
    for (int i = 0; i < a.size(); i++) {
      if (a.get(i) != b.get(i)) {
        return false;
      }
    }
    return true;
  }

  /** Whether a full value of one branch is a value of another as well. */
  private boolean isVague(Node owner, Node branches) {
    Map<String, Node> rest = Values.entries(owner);
    rest.remove("oneOf");
    Node beside = Values.map(rest);
    for (Node branch : branches.items()) {
      List<Node> both = new ArrayList<>(List.of(beside, branch));
      Optional<Node> value = sampler.full(Values.map(Map.of("allOf", Values.list(both))));
      if (value.isPresent()
          && branches.items().stream()
              .anyMatch(other -> other != branch && validator.allows(other, value.get()))) {
        return true;
      }
    }
    return false;
  }
}
