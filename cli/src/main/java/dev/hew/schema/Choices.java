package dev.hew.schema;

import dev.hew.yaml.Node;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Turns each {@code oneOf} that cannot be told apart into an {@code anyOf}. Taken at its word, a {@code oneOf} of two
 * objects that share their properties forbids the very values that it was written for; nobody means that.
 */
public final class Choices {
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
    if (!(node instanceof Node.Mapping)) {
      return node;
    }
    Map<String, Node> out = new LinkedHashMap<>();
    boolean changed = false;
    for (Node.Entry entry : node.entries()) {
      Node value = inside(entry.key(), entry.value());
      boolean vague = entry.key().equals("oneOf")
          && node.get("anyOf").isEmpty()
          && isVague(node, entry.value());
      changed |= vague || value != entry.value();
      out.put(vague ? "anyOf" : entry.key(), value);
    }
    return changed ? Values.map(out) : node;
  }

  /** The value of a keyword, where it holds schemas with those relaxed. */
  private Node inside(String keyword, Node value) {
    if (Subschemas.SINGLE.contains(keyword)) {
      return relax(value);
    }
    if (Subschemas.LISTS.contains(keyword)) {
      List<Node> items = value.items().stream().map(this::relax).toList();
      return same(items, value.items()) ? value : Values.list(items);
    }
    if (Subschemas.MAPS.contains(keyword)) {
      Map<String, Node> named = Values.entries(value);
      List<Node> before = List.copyOf(named.values());
      named.replaceAll((name, schema) -> relax(schema));
      return same(List.copyOf(named.values()), before) ? value : Values.map(named);
    }
    return value;
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
