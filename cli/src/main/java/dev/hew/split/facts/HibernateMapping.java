package dev.hew.split.facts;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Reads one of Hibernate's own mapping files, {@code *.hbm.xml}. */
final class HibernateMapping {
  private final String path;
  private final Mapped.Draft draft = new Mapped.Draft();
  private String packageName = "";

  HibernateMapping(String path) {
    this.path = path;
  }

  Mapped read(XmlElement root) {
    packageName = root.get("package");
    root.children().forEach(this::mapping);
    return draft.mapped();
  }

  private Place place(XmlElement element) {
    return new Place(path, element.line());
  }

  private String qualified(String name) {
    return Mapped.qualified(packageName, name);
  }

  private void mapping(XmlElement element) {
    switch (element.name()) {
      case "class", "joined-subclass", "union-subclass" -> type(element, Mapped.Kind.ENTITY);
      case "subclass" -> type(element, Mapped.Kind.SAME_TABLE);
      case "query", "sql-query" -> query(element);
      default -> {}
    }
  }

  private void query(XmlElement element) {
    draft.queries.add(new Mapped.Query(element.get("name"), element.text(), place(element)));
  }

  private void type(XmlElement element, Mapped.Kind kind) {
    String name = qualified(element.get("name"));
    if (!name.isEmpty()) {
      String table = element.get("table");
      draft.types.add(new Mapped.Type(
          name,
          kind,
          table.isEmpty() && kind == Mapped.Kind.ENTITY
              ? name.substring(name.lastIndexOf('.') + 1)
              : table,
          place(element)));
      properties(name, element);
    }
  }

  private void properties(String from, XmlElement element) {
    for (XmlElement child : element.children()) {
      switch (child.name()) {
        case "many-to-one", "one-to-one", "key-many-to-one" -> single(from, child);
        case "set", "bag", "list", "map", "idbag", "array" -> collection(from, child);
        case "subclass", "joined-subclass", "union-subclass", "query", "sql-query" ->
          mapping(child);
        case "component", "composite-id" -> {
          part(from, child.get("name"), child.get("class"), "Embedded", "", child);
          properties(from, child);
        }
        default -> properties(from, child);
      }
    }
  }

  /** A part of a row has a class, but no table. */
  private void part(
      String from, String field, String type, String kind, String table, XmlElement at) {
    if (!type.isEmpty()) {
      draft.types.add(new Mapped.Type(qualified(type), Mapped.Kind.PART, "", place(at)));
    }
    if (!field.isEmpty()) {
      draft.associations.add(new ClassFact.Association(
          from,
          qualified(type),
          field,
          kind,
          true,
          List.of(),
          false,
          table,
          "",
          List.of(),
          place(at)));
    }
  }

  private void single(String from, XmlElement relation) {
    boolean one = relation.name().equals("one-to-one");
    String mappedBy = one ? relation.get("property-ref") : "";
    boolean owner = !one || relation.get("constrained").equals("true");
    associate(
        from,
        relation,
        relation,
        one ? "OneToOne" : "ManyToOne",
        owner,
        mappedBy,
        one ? List.of() : columns(relation, relation.get("name")));
  }

  private void collection(String from, XmlElement property) {
    List<String> key = property.children().stream()
        .filter(c -> c.name().equals("key"))
        .findFirst()
        .map(k -> columns(k, ""))
        .orElse(List.of());
    boolean owner = !property.get("inverse").equals("true");
    for (XmlElement item : property.children()) {
      switch (item.name()) {
        case "one-to-many" -> associate(from, property, item, "OneToMany", owner, "", key);
        case "many-to-many", "index-many-to-many", "map-key-many-to-many" ->
          associate(from, property, item, "ManyToMany", owner, "", key);
        case "composite-element" -> elements(from, property, item.get("class"), item);
        case "element" -> elements(from, property, "", item);
        default -> {}
      }
    }
  }

  private void elements(String from, XmlElement property, String type, XmlElement item) {
    String table = property.get("table");
    part(
        from,
        property.get("name"),
        type,
        "ElementCollection",
        table.isEmpty() ? property.get("name") : table,
        property);
    properties(from, item);
  }

  private void associate(
      String from,
      XmlElement property,
      XmlElement relation,
      String kind,
      boolean owner,
      String mappedBy,
      List<String> columns) {
    String lazy = property.get("lazy");
    draft.associations.add(new ClassFact.Association(
        from,
        qualified(relation.get("class", "entity-name")),
        property.get("name"),
        kind,
        owner && mappedBy.isEmpty(),
        cascade(property.get("cascade")),
        lazy.equals("false") || property.get("fetch").equals("join"),
        kind.equals("ManyToMany") || !property.get("table").isEmpty() ? table(property) : "",
        mappedBy,
        columns,
        place(property)));
  }

  /** A collection's table; Hibernate's habit is the name of the property. */
  private static String table(XmlElement property) {
    return property.get("table").isEmpty() ? property.get("name") : property.get("table");
  }

  private static List<String> cascade(String text) {
    return Arrays.stream(text.split("[,\\s]+"))
        .filter(c -> !c.isEmpty() && !c.equals("none"))
        .map(c -> c.toUpperCase(Locale.ROOT))
        .toList();
  }

  private static List<String> columns(XmlElement element, String otherwise) {
    List<String> columns = new ArrayList<>();
    if (!element.get("column").isEmpty()) {
      columns.add(element.get("column"));
    }
    element.children().stream()
        .filter(c -> c.name().equals("column"))
        .forEach(c -> columns.add(c.get("name")));
    if (columns.isEmpty() && !otherwise.isEmpty()) {
      columns.add(otherwise);
    }
    return columns;
  }
}
