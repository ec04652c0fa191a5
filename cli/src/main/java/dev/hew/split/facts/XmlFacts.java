package dev.hew.split.facts;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What XML files say: MyBatis's and iBatis's statements, Hibernate's mappings, Liquibase's changes, Struts's actions and
 * the deployment descriptor's servlets.
 */
final class XmlFacts {
  /** A statement of a mapper; {@code id} with its namespace. */
  record Statement(String id, String sql, Place place) {}

  /** A class that Hibernate maps by file. */
  record Mapping(String type, String table, Place place) {}

  /** A many-to-one and its kind in a mapping file. */
  record MappedAssociation(
      String from,
      String to,
      String field,
      String kind,
      String cascade,
      boolean lazy,
      boolean inverse,
      Place place) {}

  /** A request that a file gives to a class. */
  record Route(String type, String path, Place place) {}

  private final List<Statement> statements = new ArrayList<>();
  private final List<Mapping> mappings = new ArrayList<>();
  private final List<MappedAssociation> associations = new ArrayList<>();
  private final List<Route> routes = new ArrayList<>();
  private final Tables tables;

  XmlFacts(Tables tables) {
    this.tables = tables;
  }

  List<Statement> statements() {
    return statements;
  }

  List<Mapping> mappings() {
    return mappings;
  }

  List<MappedAssociation> associations() {
    return associations;
  }

  List<Route> routes() {
    return routes;
  }

  /** Without what it put into its tables. */
  void addAll(OtherFacts more) {
    statements.addAll(more.statements());
    mappings.addAll(more.mappings());
    associations.addAll(more.associations());
    routes.addAll(more.routes());
  }

  /** Reads a file. */
  void add(String path, XmlElement root) {
    switch (root.name()) {
      case "mapper", "sqlMap" -> mapper(path, root);
      case "hibernate-mapping" -> root.children().forEach(c -> hibernate(path, root, c));
      case "entity-mappings" -> root.children().forEach(c -> entity(path, root, c));
      case "databaseChangeLog" -> root.children().forEach(c -> changes(path, c));
      case "struts-config" -> actions(path, root);
      case "struts" -> actions(path, root);
      case "web-app" -> servlets(path, root);
      default -> {}
    }
  }

  private void mapper(String path, XmlElement root) {
    String namespace = root.get("namespace");
    Map<String, String> fragments = new TreeMap<>();
    root.children().stream()
        .filter(c -> c.name().equals("sql"))
        .forEach(c -> fragments.put(c.get("id"), c.text()));
    for (XmlElement child : root.children()) {
      boolean statement = switch (child.name()) {
        case "select", "insert", "update", "delete", "statement", "procedure" -> true;
        default -> false;
      };
      if (statement) {
        String id = namespace.isEmpty() ? child.get("id") : namespace + "." + child.get("id");
        StringBuilder sql = new StringBuilder(child.text());
        includes(child).forEach(f -> sql.append(' ').append(fragments.getOrDefault(f, "")));
        statements.add(new Statement(id, sql.toString(), new Place(path, child.line())));
      }
    }
  }

  private static Set<String> includes(XmlElement element) {
    Set<String> found = new LinkedHashSet<>();
    for (XmlElement child : element.children()) {
      if (child.name().equals("include")) {
        found.add(child.get("refid"));
      }
      found.addAll(includes(child));
    }
    return found;
  }

  private void hibernate(String path, XmlElement root, XmlElement element) {
    String name = qualified(root.get("package"), element.get("name"));
    boolean mapped = switch (element.name()) {
      case "class", "joined-subclass", "union-subclass", "subclass" -> true;
      default -> false;
    };
    if (mapped && !name.isEmpty()) {
      String table = element.get("table");
      mappings.add(new Mapping(
          name,
          table.isEmpty() && !element.name().equals("subclass")
              ? name.substring(name.lastIndexOf('.') + 1)
              : table,
          new Place(path, element.line())));
      properties(path, root.get("package"), name, element);
    }
  }

  private void properties(String path, String packageName, String from, XmlElement element) {
    for (XmlElement child : element.children()) {
      switch (child.name()) {
        case "many-to-one", "one-to-one" -> associate(path, packageName, from, child, child);
        case "set", "bag", "list", "map", "idbag", "array" ->
          child.children().stream()
              .filter(c -> c.name().endsWith("-to-many"))
              .forEach(c -> associate(path, packageName, from, child, c));
        case "subclass", "joined-subclass", "union-subclass" ->
          hibernate(
              path,
              new XmlElement("", 1, Map.of("package", packageName), List.of(), List.of()),
              child);
        default -> properties(path, packageName, from, child);
      }
    }
  }

  private void associate(
      String path, String packageName, String from, XmlElement property, XmlElement relation) {
    String to = qualified(packageName, relation.get("class", "entity-name"));
    String kind = switch (relation.name()) {
      case "many-to-one" -> "ManyToOne";
      case "one-to-one" -> "OneToOne";
      case "one-to-many" -> "OneToMany";
      default -> "ManyToMany";
    };
    associations.add(new MappedAssociation(
        from,
        to,
        property.get("name"),
        kind,
        property.get("cascade"),
        !property.get("lazy").equals("false"),
        property.get("inverse").equals("true"),
        new Place(path, property.line())));
    if (!property.get("table").isEmpty()) {
      tables.define(property.get("table"), new Place(path, property.line()));
    }
  }

  private void entity(String path, XmlElement root, XmlElement element) {
    if (element.name().equals("entity")) {
      String packageName = root.children().stream()
          .filter(c -> c.name().equals("package"))
          .map(c -> c.text().strip())
          .findFirst()
          .orElse("");
      String name = qualified(packageName, element.get("class"));
      String table = element.children().stream()
          .filter(c -> c.name().equals("table"))
          .map(c -> c.get("name"))
          .findFirst()
          .orElse(Persistence.snake(name.substring(name.lastIndexOf('.') + 1)));
      mappings.add(new Mapping(name, table, new Place(path, element.line())));
    }
  }

  private static String qualified(String packageName, String name) {
    return packageName.isEmpty() || name.contains(".") || name.isEmpty()
        ? name
        : packageName + "." + name;
  }

  /** Liquibase. */
  private void changes(String path, XmlElement element) {
    Place place = new Place(path, element.line());
    switch (element.name()) {
      case "createTable" -> {
        tables.define(element.get("tableName"), place);
        columns(path, element);
      }
      case "addColumn" -> columns(path, element);
      case "addForeignKeyConstraint" ->
        tables.tie(new SqlScript.Key(
            element.get("constraintName"),
            element.get("baseTableName"),
            Arrays.stream(element.get("baseColumnNames").split(","))
                .map(String::strip)
                .toList(),
            element.get("referencedTableName"),
            place));
      case "sql" -> tables.script(SqlScript.read(element.text(), path, element.line()));
      default -> element.children().forEach(c -> changes(path, c));
    }
  }

  private void columns(String path, XmlElement table) {
    for (XmlElement column : table.children()) {
      for (XmlElement constraint : column.children()) {
        String target = constraint.get("referencedTableName");
        if (target.isEmpty()) {
          target = constraint.get("references").replaceFirst("\\(.*", "").strip();
        }
        if (!target.isEmpty()) {
          tables.tie(new SqlScript.Key(
              constraint.get("foreignKeyName"),
              table.get("tableName"),
              List.of(column.get("name")),
              target,
              new Place(path, constraint.line())));
        }
      }
    }
  }

  private void actions(String path, XmlElement element) {
    for (XmlElement child : element.children()) {
      if (child.name().equals("action")) {
        String type = child.get("type", "class");
        if (!type.isEmpty()) {
          routes.add(new Route(
              type,
              "/" + child.get("path", "name").replaceFirst("^/", ""),
              new Place(path, child.line())));
        }
      } else {
        actions(path, child);
      }
    }
  }

  private void servlets(String path, XmlElement root) {
    Map<String, String> servlets = new TreeMap<>();
    for (XmlElement child : root.children()) {
      if (child.name().equals("servlet")) {
        servlets.put(text(child, "servlet-name"), text(child, "servlet-class"));
      }
    }
    for (XmlElement child : root.children()) {
      if (child.name().equals("servlet-mapping")) {
        String type = servlets.getOrDefault(text(child, "servlet-name"), "");
        routes.add(new Route(type, text(child, "url-pattern"), new Place(path, child.line())));
      }
    }
  }

  private static String text(XmlElement element, String name) {
    return element.children().stream()
        .filter(c -> c.name().equals(name))
        .map(c -> c.text().strip())
        .findFirst()
        .orElse("");
  }
}
