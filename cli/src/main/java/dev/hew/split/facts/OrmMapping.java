package dev.hew.split.facts;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads one of JPA's mapping files: {@code META-INF/orm.xml} or another that a persistence unit names. */
final class OrmMapping {
  private final String path;
  private final Mapped.Draft draft = new Mapped.Draft();
  private String packageName = "";

  OrmMapping(String path) {
    this.path = path;
  }

  Mapped read(XmlElement root) {
    packageName = child(root, "package").map(c -> c.text().strip()).orElse("");
    for (XmlElement element : root.children()) {
      switch (element.name()) {
        case "entity" -> type(element, Mapped.Kind.ENTITY);
        case "mapped-superclass", "embeddable" -> type(element, Mapped.Kind.PART);
        default -> query(element);
      }
    }
    return draft.mapped();
  }

  private static Optional<XmlElement> child(XmlElement element, String name) {
    return element.children().stream().filter(c -> c.name().equals(name)).findFirst();
  }

  private Place place(XmlElement element) {
    return new Place(path, element.line());
  }

  private void query(XmlElement element) {
    if (element.name().equals("named-query") || element.name().equals("named-native-query")) {
      draft.queries.add(new Mapped.Query(
          element.get("name"),
          child(element, "query").map(XmlElement::text).orElse(element.get("query")),
          place(element)));
    }
  }

  private void type(XmlElement element, Mapped.Kind kind) {
    String name = Mapped.qualified(packageName, element.get("class"));
    if (name.isEmpty()) {
      return;
    }
    String table = kind == Mapped.Kind.PART
        ? ""
        : child(element, "table")
            .map(t -> t.get("name"))
            .filter(t -> !t.isEmpty())
            .orElse("");
    draft.types.add(new Mapped.Type(name, kind, table, place(element)));
    element.children().forEach(this::query);
    child(element, "attributes").ifPresent(a -> a.children().forEach(c -> attribute(name, c)));
  }

  private void attribute(String from, XmlElement attribute) {
    switch (attribute.name()) {
      case "many-to-one" -> associate(from, attribute, "ManyToOne");
      case "one-to-many" -> associate(from, attribute, "OneToMany");
      case "one-to-one" -> associate(from, attribute, "OneToOne");
      case "many-to-many" -> associate(from, attribute, "ManyToMany");
      case "element-collection" -> associate(from, attribute, "ElementCollection");
      case "embedded" -> associate(from, attribute, "Embedded");
      case "embedded-id" -> associate(from, attribute, "EmbeddedId");
      default -> {}
    }
  }

  private void associate(String from, XmlElement attribute, String kind) {
    String mappedBy = attribute.get("mapped-by");
    String fetch = attribute.get("fetch");
    String field = attribute.get("name");
    List<String> columns = attribute.children().stream()
        .filter(c -> c.name().equals("join-column"))
        .map(c -> c.get("name"))
        .filter(c -> !c.isEmpty())
        .toList();
    String joinTable = child(attribute, "join-table")
        .or(() -> child(attribute, "collection-table"))
        .map(t -> t.get("name"))
        .orElse("");
    draft.associations.add(new ClassFact.Association(
        from,
        Mapped.qualified(packageName, attribute.get("target-entity", "target-class")),
        field,
        kind,
        mappedBy.isEmpty(),
        cascade(attribute),
        fetch.isEmpty() ? kind.endsWith("ToOne") : fetch.equals("EAGER"),
        joinTable.isEmpty()
            ? Persistence.impliedTable(from, field, kind, mappedBy.isEmpty() && columns.isEmpty())
            : joinTable,
        mappedBy,
        columns,
        place(attribute)));
  }

  /** {@code cascade-all} and its like; what is orphaned goes too when the attribute says so. */
  private static List<String> cascade(XmlElement attribute) {
    List<String> named =
        child(attribute, "cascade").map(XmlElement::children).orElse(List.of()).stream()
            .map(c -> c.name().replaceFirst("^cascade-", "").toUpperCase(Locale.ROOT))
            .toList();
    return attribute.get("orphan-removal").equals("true")
        ? Persistence.plus(named, "ORPHANS")
        : named;
  }
}
