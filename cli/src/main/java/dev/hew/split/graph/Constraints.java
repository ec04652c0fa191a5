package dev.hew.split.graph;

import dev.hew.report.Diagnostic;
import dev.hew.yaml.Node;
import dev.hew.yaml.Table;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What people know better, from {@code hew-split.yaml}.
 *
 * @param modules for each named module its classes; no other named module gets them
 * @param tables for each named module the tables that are its own, whatever else speaks for another
 * @param together classes that stay in one module, whichever it is
 * @param shared classes that belong to no module
 */
public record Constraints(
    Map<String, List<ClassPattern>> modules,
    Map<String, List<String>> tables,
    List<List<ClassPattern>> together,
    List<ClassPattern> shared) {
  private static final List<String> KEYS = List.of("hewSplit", "modules", "together", "shared");

  /** Nothing is known. */
  public static final Constraints NONE = new Constraints(Map.of(), Map.of(), List.of(), List.of());

  /**
   * Reads a {@code hew-split.yaml}.
   *
   * @param problems where what is wrong is noted
   */
  public static Constraints read(Node document, List<Diagnostic> problems) {
    Table table = new Table(problems);
    table.onlyKeys(document, KEYS);
    table.oneOf(document, "hewSplit", List.of("1"));
    Map<String, List<ClassPattern>> modules = new LinkedHashMap<>();
    Map<String, List<String>> tables = new LinkedHashMap<>();
    for (Node.Entry module : table.entries(document, "modules")) {
      Node body = module.value();
      if (body instanceof Node.Mapping) {
        table.onlyKeys(body, List.of("classes", "tables"));
        modules.put(module.key(), body.get("classes").map(Constraints::patterns).orElse(List.of()));
        tables.put(module.key(), table.texts(body, "tables"));
      } else {
        modules.put(module.key(), patterns(body));
      }
    }
    List<List<ClassPattern>> together = new ArrayList<>();
    document
        .get("together")
        .ifPresent(list -> list.items()
            .forEach(group ->
                together.add(group.items().stream().map(Constraints::pattern).toList())));
    List<ClassPattern> shared =
        document.get("shared").map(Constraints::patterns).orElse(List.of());
    return new Constraints(modules, tables, together, shared);
  }

  /** One pattern or a list of them. */
  private static List<ClassPattern> patterns(Node node) {
    List<Node> all = node instanceof Node.Scalar ? List.of(node) : node.items();
    return all.stream().map(Constraints::pattern).toList();
  }

  private static ClassPattern pattern(Node node) {
    return ClassPattern.of(Table.raw(node), node.position());
  }

  /** The named module that a class is pinned to. */
  public Optional<String> module(String className) {
    return modules.entrySet().stream()
        .filter(m -> ClassPattern.any(m.getValue(), className))
        .map(Map.Entry::getKey)
        .findFirst();
  }
}
