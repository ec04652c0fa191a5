package dev.hew.schema;

import dev.hew.yaml.Node;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Looks for values that one schema of a set allows and another one does not. What it finds is proven; that it finds
 * nothing proves nothing. Not safe for threads.
 */
public final class Containment {
  private static final Set<String> DESCRIPTIONS = Set.of(
      "title", "description", "example", "examples", "default", "deprecated", "externalDocs");

  private final SchemaSet set;
  private final Map<List<String>, Optional<Excess>> known = new LinkedHashMap<>();
  private Validator validator;
  private Sampler sampler;

  public Containment(SchemaSet set) {
    this.set = set;
  }

  /**
   * A property that may have a value which the other schema refuses.
   *
   * @param why what the other schema says of that, the place in the value first where it lies inside
   */
  public record Excess(String property, String why) {}

  /**
   * A property that objects of one schema may have in a way in which those of another may not, each by itself. Nulls
   * count as properties that are left out.
   *
   * @param sent the name of the schema of objects that are sent
   * @param given the name of the schema of objects that are given back
   */
  public Optional<Excess> excess(String sent, String given) {
    return sent.equals(given)
        ? Optional.empty()
        : known.computeIfAbsent(List.of(sent, given), pair -> found(sent, given));
  }

  private Optional<Excess> found(String sent, String given) {
    if (validator == null) {
      validator = new Validator(set);
      sampler = new Sampler(validator);
    }
    Map<String, List<Node>> shared = shared(sent, given);
    if (shared.isEmpty()) {
      return Optional.empty();
    }
    return values(sent).stream()
        .flatMap(value -> value.entries().stream())
        .filter(part -> !Values.isNull(part.value()))
        .flatMap(part -> shared.getOrDefault(part.key(), List.of()).stream()
            .flatMap(rule -> validator.errors(rule, part.value()).stream())
            .map(why -> new Excess(part.key(), why.startsWith(": ") ? why.substring(2) : why)))
        .findFirst();
  }

  /** What the schema of what is given back says of properties of which the other one says something else. */
  private Map<String, List<Node>> shared(String sent, String given) {
    Map<String, List<Node>> ours = Flat.of(SchemaSet.reference(sent), set).properties();
    Map<String, List<Node>> theirs = Flat.of(SchemaSet.reference(given), set).properties();
    Map<String, List<Node>> shared = new LinkedHashMap<>();
    theirs.forEach((name, rules) -> {
      List<Node> other = ours.get(name);
      boolean shown = rules.stream().noneMatch(rule -> Flat.of(rule, set).flag("writeOnly"));
      if (other != null && shown && !same(rules, other)) {
        shared.put(name, rules);
      }
    });
    return shared;
  }

  private static boolean same(List<Node> some, List<Node> others) {
    return some.size() == others.size()
        && IntStream.range(0, some.size())
            .allMatch(i -> Values.same(bare(some.get(i)), bare(others.get(i))));
  }

  /** A schema without what only describes its values. */
  private static Node bare(Node schema) {
    if (!(schema instanceof Node.Mapping)) {
      return schema;
    }
    Map<String, Node> rules = Values.entries(schema);
    rules.keySet().removeAll(DESCRIPTIONS);
    return Values.map(rules);
  }

  private List<Node> values(String sent) {
    List<Node> values = new ArrayList<>(sampler.turns(sent, Direction.WRITE));
    for (Edge edge : List.of(Edge.LEAST, Edge.LOW, Edge.HIGH)) {
      sampler.edge(sent, Direction.WRITE, edge).ifPresent(values::add);
    }
    return values;
  }
}
