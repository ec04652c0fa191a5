package dev.hew.schema;

import dev.hew.contract.Schema;
import dev.hew.yaml.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Knows which keywords of a schema hold schemas. */
public final class Subschemas {
  /** Keywords with one schema. */
  public static final Set<String> SINGLE = Set.of(
      "items",
      "additionalProperties",
      "unevaluatedProperties",
      "unevaluatedItems",
      "contains",
      "not",
      "if",
      "then",
      "else",
      "propertyNames",
      "contentSchema");

  /** Keywords with a list of schemas. */
  public static final Set<String> LISTS = Set.of("allOf", "anyOf", "oneOf", "prefixItems");

  /** Keywords with schemas by name. */
  public static final Set<String> MAPS =
      Set.of("properties", "patternProperties", "dependentSchemas");

  private Subschemas() {}

  /** The schemas directly inside, in the order of the text. */
  public static List<Schema> of(Schema schema) {
    List<Schema> inside = new ArrayList<>();
    schema.node().entries().forEach(entry -> {
      if (SINGLE.contains(entry.key())) {
        schema.child(entry.key()).ifPresent(inside::add);
      } else if (LISTS.contains(entry.key())) {
        inside.addAll(schema.list(entry.key()));
      } else if (MAPS.contains(entry.key())) {
        inside.addAll(schema.children(entry.key()).values());
      }
    });
    return inside;
  }

  /** The same for a schema of a bundle. */
  public static List<Node> of(Node schema) {
    List<Node> inside = new ArrayList<>();
    schema.entries().forEach(entry -> {
      if (SINGLE.contains(entry.key())) {
        inside.add(entry.value());
      } else if (LISTS.contains(entry.key())) {
        inside.addAll(entry.value().items());
      } else if (MAPS.contains(entry.key())) {
        entry.value().entries().forEach(named -> inside.add(named.value()));
      }
    });
    return inside;
  }
}
