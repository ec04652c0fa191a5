package dev.hew.pack;

import dev.hew.model.Language;
import dev.hew.yaml.Node;
import dev.hew.yaml.Table;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads the {@code types} of a pack: its language as a table. */
final class LanguageReader {
  /** What the model asks for whatever the contract; the formats beside them are the pack's choice. */
  private static final List<String> SCALARS = List.of(
      "string",
      "integer",
      "number",
      "boolean",
      "any",
      "value",
      "resource",
      "file",
      "nothing",
      "several",
      "parameters");

  private static final List<String> CONTAINERS = List.of("list", "map");
  private static final List<String> CASINGS =
      List.of("pascal", "camel", "snake", "kebab", "constant");
  private final Table table;

  LanguageReader(Table table) {
    this.table = table;
  }

  Language language(Node node) {
    table.onlyKeys(
        node,
        List.of(
            "casing",
            "scalars",
            "containers",
            "named",
            "constraints",
            "literals",
            "reserved",
            "maxMembers"));
    Node casing = node.get("casing").orElse(node);
    Node reserved = node.get("reserved").orElse(node);
    Set<String> members = new LinkedHashSet<>(table.words(reserved, "keywords"));
    members.addAll(table.words(reserved, "members"));
    Set<String> types = new LinkedHashSet<>(members);
    types.addAll(table.words(reserved, "types"));
    node.get("scalars").ifPresent(scalars -> table.needsKeys(scalars, SCALARS));
    node.get("containers").ifPresent(containers -> table.needsKeys(containers, CONTAINERS));
    return new Language(
        new Language.Casing(
            table.oneOf(casing, "type", CASINGS),
            table.oneOf(casing, "member", CASINGS),
            table.oneOf(casing, "constant", CASINGS)),
        map(node, "scalars"),
        map(node, "containers"),
        node.get("named").map(Table::raw),
        map(node, "constraints"),
        literals(node),
        new LinkedHashSet<>(table.words(reserved, "constants")),
        members,
        types,
        table.number(node, "maxMembers", Integer.MAX_VALUE));
  }

  private Map<String, String> literals(Node node) {
    Map<String, String> map = new LinkedHashMap<>();
    table.entries(node, "literals").forEach(e -> map.put(e.key(), Table.raw(e.value())));
    return map;
  }

  private Map<String, Language.Entry> map(Node node, String key) {
    Map<String, Language.Entry> map = new LinkedHashMap<>();
    for (Node.Entry entry : table.entries(node, key)) {
      Node value = entry.value();
      table.onlyKeys(value, List.of("name", "import"));
      map.put(
          entry.key(),
          new Language.Entry(table.text(value, "name", true), table.texts(value, "import")));
    }
    return map;
  }
}
