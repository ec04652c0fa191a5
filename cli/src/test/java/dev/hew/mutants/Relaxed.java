package dev.hew.mutants;

import dev.hew.schema.SchemaSet;
import dev.hew.schema.Values;
import dev.hew.yaml.Node;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A schema with one constraint taken away: what a server checks that has forgotten it.
 *
 * @param constraint the definition, the pointer in it, and the keyword
 * @param rule what stands under the keyword
 * @param schemas the definitions that the schema needs, one of them without the constraint
 */
record Relaxed(String constraint, Node rule, SchemaSet schemas) {
  private static final Set<String> CONSTRAINTS = Set.of(
      "type",
      "enum",
      "const",
      "minimum",
      "maximum",
      "exclusiveMinimum",
      "exclusiveMaximum",
      "multipleOf",
      "minLength",
      "maxLength",
      "pattern",
      "minItems",
      "maxItems",
      "uniqueItems",
      "minProperties",
      "maxProperties");

  /** The formats whose text is read into a type of its own; of the others a server need not know. */
  private static final Set<String> FORMATS = Set.of("date", "date-time", "uuid");

  private static final Set<String> ONE =
      Set.of("items", "additionalProperties", "contains", "propertyNames");
  private static final Set<String> LISTS = Set.of("allOf", "anyOf", "oneOf", "prefixItems");
  private static final Set<String> MAPS = Set.of("properties", "patternProperties");

  /** All ways to forget one constraint of a schema or of one that it leads to. */
  static List<Relaxed> of(String schema, SchemaSet set) {
    SchemaSet closure = set.closure(List.of(schema));
    List<Relaxed> all = new ArrayList<>();
    closure
        .definitions()
        .forEach((name, node) -> walk(
            node,
            name + "#",
            changed -> {
              Map<String, Node> definitions = new LinkedHashMap<>(closure.definitions());
              definitions.put(name, changed);
              return new SchemaSet(definitions);
            },
            all));
    return all;
  }

  private interface Rebuild {
    SchemaSet with(Node changed);
  }

  private static void walk(Node schema, String at, Rebuild rebuild, List<Relaxed> all) {
    Map<String, Node> entries = Values.entries(schema);
    entries.forEach((keyword, value) -> {
      if (keyword.equals("required")) {
        for (Node name : value.items()) {
          Node fewer = Values.list(value.items().stream().filter(n -> n != name).toList());
          all.add(new Relaxed(
              at + "/required/" + name.string().orElse(""),
              name,
              rebuild.with(put(schema, keyword, fewer))));
        }
      } else if (isConstraint(keyword, value, entries)) {
        all.add(new Relaxed(at + "/" + keyword, value, rebuild.with(put(schema, keyword, null))));
      }
      if (ONE.contains(keyword) && value instanceof Node.Mapping) {
        walk(value, at + "/" + keyword, part -> rebuild.with(put(schema, keyword, part)), all);
      } else if (MAPS.contains(keyword)) {
        Values.entries(value)
            .forEach((name, part) -> walk(
                part,
                at + "/" + keyword + "/" + name,
                changed -> rebuild.with(put(schema, keyword, put(value, name, changed))),
                all));
      } else if (LISTS.contains(keyword)) {
        for (int i = 0; i < value.items().size(); i++) {
          int index = i;
          walk(
              value.items().get(i),
              at + "/" + keyword + "/" + i,
              changed -> rebuild.with(put(schema, keyword, put(value, index, changed))),
              all);
        }
      }
    });
  }

  private static boolean isConstraint(String keyword, Node value, Map<String, Node> beside) {
    return switch (keyword) {
      // an enumeration says the type as well
      case "type" -> !beside.containsKey("enum") && !beside.containsKey("const");
      case "format" -> value.string().filter(FORMATS::contains).isPresent();
      case "additionalProperties" ->
        value instanceof Node.Scalar scalar && Boolean.FALSE.equals(scalar.value());
      case "uniqueItems" ->
        value instanceof Node.Scalar scalar && Boolean.TRUE.equals(scalar.value());
      default -> CONSTRAINTS.contains(keyword);
    };
  }

  private static Node put(Node mapping, String key, Node value) {
    Map<String, Node> entries = Values.entries(mapping);
    if (value == null) {
      entries.remove(key);
    } else {
      entries.put(key, value);
    }
    return Values.map(entries);
  }

  private static Node put(Node list, int index, Node value) {
    List<Node> items = new ArrayList<>(list.items());
    items.set(index, value);
    return Values.list(items);
  }
}
