package dev.hew.pack;

import dev.hew.model.Language;
import dev.hew.yaml.Node;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads the {@code types} of a pack: its language as a table. */
final class LanguageReader {
  private final Table table;

  LanguageReader(Table table) {
    this.table = table;
  }

  Language language(Node node) {
    table.onlyKeys(
        node,
        List.of(
            "casing", "scalars", "containers", "named", "constraints", "reserved", "maxMembers"));
    Node casing = node.get("casing").orElse(node);
    Node reserved = node.get("reserved").orElse(node);
    Set<String> members = new LinkedHashSet<>(table.texts(reserved, "members"));
    Set<String> types = new LinkedHashSet<>(members);
    types.addAll(table.texts(reserved, "types"));
    return new Language(
        new Language.Casing(
            table.text(casing, "type", true),
            table.text(casing, "member", true),
            table.text(casing, "constant", true)),
        map(node, "scalars"),
        map(node, "containers"),
        node.get("named").map(Table::raw),
        map(node, "constraints"),
        members,
        types,
        table.number(node, "maxMembers", Integer.MAX_VALUE));
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
