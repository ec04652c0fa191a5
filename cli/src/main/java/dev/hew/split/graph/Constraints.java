package dev.hew.split.graph;

import dev.hew.report.Diagnostic;
import dev.hew.report.Position;
import dev.hew.yaml.Node;
import dev.hew.yaml.Table;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What people know better, from {@code hew-split.yaml}. A class's own name counts before a pattern or a package that it is in. */
public final class Constraints {
  private static final List<String> KEYS = List.of("hewSplit", "modules", "together", "shared");

  /**
   * A table's name.
   *
   * @param place where it is written; empty when in no file
   */
  public record TableName(String name, Optional<Position> place) {}

  /** Nothing is known. */
  public static final Constraints NONE = new Constraints(Map.of(), Map.of(), List.of(), List.of());

  private final Map<String, List<ClassPattern>> modules;
  private final Map<String, List<TableName>> tables;
  private final List<List<ClassPattern>> together;
  private final List<ClassPattern> shared;
  private final Homes homes;

  /**
   * @param modules for each named module its classes; no other named module gets them
   * @param tables for each named module the tables that are its own, whatever else speaks for another
   * @param together classes that stay in one module, whichever it is
   * @param shared classes that belong to no module
   */
  public Constraints(
      Map<String, List<ClassPattern>> modules,
      Map<String, List<TableName>> tables,
      List<List<ClassPattern>> together,
      List<ClassPattern> shared) {
    this.modules = Collections.unmodifiableMap(new LinkedHashMap<>(modules));
    this.tables = Collections.unmodifiableMap(new LinkedHashMap<>(tables));
    this.together = List.copyOf(together);
    this.shared = List.copyOf(shared);
    this.homes = new Homes(modules, shared);
  }

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
    Map<String, List<TableName>> tables = new LinkedHashMap<>();
    for (Node.Entry module : table.entries(document, "modules")) {
      Node body = module.value();
      List<ClassPattern> classes;
      if (body instanceof Node.Mapping) {
        table.onlyKeys(body, List.of("classes", "tables"));
        classes = patterns(body.get("classes"), problems);
        tables.put(
            module.key(),
            texts(body.get("tables"), problems).stream()
                .map(node -> new TableName(Table.raw(node), Optional.of(node.position())))
                .toList());
      } else {
        classes = patterns(Optional.of(body), problems);
      }
      if (classes.isEmpty()) {
        problems.add(Diagnostic.error(
                "split-seam-empty",
                module.keyPosition(),
                "the module `" + module.key() + "` has no classes")
            .withLength(module.key().length())
            .withHint("write `" + module.key() + ": [org.acme." + module.key()
                + "]` with its packages or classes, or take it out"));
      }
      modules.put(module.key(), classes);
    }
    List<List<ClassPattern>> together = new ArrayList<>();
    for (Node group : document.get("together").map(Constraints::items).orElse(List.of())) {
      if (group.items().isEmpty()) {
        problems.add(Diagnostic.error(
                "split-not-a-name",
                group.position(),
                "each item of `together` is a list of classes")
            .withHint("write `together: [[Order, OrderArchive]]`"));
      }
      together.add(patterns(Optional.of(group), problems));
    }
    return new Constraints(modules, tables, together, patterns(document.get("shared"), problems));
  }

  /** One item or a list of them. */
  private static List<Node> items(Node node) {
    return node instanceof Node.Sequence ? node.items() : List.of(node);
  }

  /** One text or a list of them; anything else is noted. */
  private static List<Node> texts(Optional<Node> node, List<Diagnostic> problems) {
    List<Node> texts = new ArrayList<>();
    for (Node item : node.map(Constraints::items).orElse(List.of())) {
      if (Table.raw(item).isEmpty()) {
        problems.add(
            Diagnostic.error("split-not-a-name", item.position(), "a name has to stand here")
                .withHint("write a name, or a list of names: `[Order, org.acme.invoice]`"));
      } else {
        texts.add(item);
      }
    }
    return texts;
  }

  private static List<ClassPattern> patterns(Optional<Node> node, List<Diagnostic> problems) {
    return texts(node, problems).stream()
        .map(text -> ClassPattern.of(Table.raw(text), text.position()))
        .toList();
  }

  /** For each named module its classes, in the order of the file. */
  public Map<String, List<ClassPattern>> modules() {
    return modules;
  }

  /** For each named module the tables that are its own. */
  public Map<String, List<TableName>> tables() {
    return tables;
  }

  /** Classes that stay in one module, whichever it is. */
  public List<List<ClassPattern>> together() {
    return together;
  }

  /** Classes that belong to no module. */
  public List<ClassPattern> shared() {
    return shared;
  }

  /** For each named module the names of the tables that are its own. */
  public Map<String, List<String>> tableNames() {
    Map<String, List<String>> names = new LinkedHashMap<>();
    tables.forEach(
        (module, all) -> names.put(module, all.stream().map(TableName::name).toList()));
    return names;
  }

  /** The named module that a class is pinned to; empty when it is shared. */
  public Optional<String> module(String className) {
    return claims(className).stream().findFirst().flatMap(Homes.Claim::module);
  }

  /** Whether a class is said to belong to no module. */
  public boolean isShared(String className) {
    return claims(className).stream()
        .findFirst()
        .filter(c -> c.module().isEmpty())
        .isPresent();
  }

  /** Where a class is said to belong: more than one place is a contradiction. */
  List<Homes.Claim> claims(String className) {
    return homes.of(className);
  }
}
