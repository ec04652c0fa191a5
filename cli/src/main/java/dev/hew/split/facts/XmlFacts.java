package dev.hew.split.facts;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * What XML files say: MyBatis's and iBatis's statements, Hibernate's mappings, Liquibase's changes, Struts's actions, the
 * deployment descriptor's servlets, and Spring's transactions.
 */
final class XmlFacts {
  /**
   * A statement of a mapper.
   *
   * @param id with its namespace
   * @param sql all of its branches one after the other; what is no text of the file stands as a question mark
   */
  record Statement(String id, String sql, Place place) {}

  /** A request that a file gives to a class. */
  record Route(String type, String path, Place place) {}

  private final List<Statement> statements = new ArrayList<>();
  private final List<Mapped> mapped = new ArrayList<>();
  private final List<Route> routes = new ArrayList<>();
  private final List<SchemaFile> schemas = new ArrayList<>();
  private final List<SpringFile> springs = new ArrayList<>();
  private final List<Facts.Mention> beans = new ArrayList<>();

  List<Statement> statements() {
    return statements;
  }

  List<Mapped> mapped() {
    return mapped;
  }

  List<Route> routes() {
    return routes;
  }

  /** Beans that batch jobs name, by their own names. */
  List<Facts.Mention> beans() {
    return beans;
  }

  /** What Spring's files say. */
  List<SpringFile> springs() {
    return springs;
  }

  /** What Liquibase's changelogs do. */
  List<SchemaFile> schemas() {
    return schemas;
  }

  /** Adds what other files say; schemas are kept with those of scripts. */
  void addAll(OtherFacts more) {
    statements.addAll(more.statements());
    mapped.addAll(more.mapped());
    routes.addAll(more.routes());
    springs.addAll(more.springs());
    beans.addAll(more.beans());
  }

  /** Reads a file. */
  void add(String path, XmlElement root) {
    switch (root.name()) {
      case "mapper", "sqlMap" -> mapper(path, root);
      case "hibernate-mapping" -> mapped(path, root, new HibernateMapping(path)::read);
      case "entity-mappings" -> mapped(path, root, new OrmMapping(path)::read);
      case "databaseChangeLog" -> {
        if (!TestCode.isTest(path)) {
          schemas.add(Changelog.read(path, root));
        }
      }
      case "struts-config" -> actions(path, root);
      case "struts" -> actions(path, root);
      case "job" -> job(path, root);
      case "beans" -> beans(path, root);
      case "web-app" -> servlets(path, root);
      default -> {}
    }
  }

  private void mapper(String path, XmlElement root) {
    if (!TestCode.isTest(path)) {
      statements.addAll(new MapperFile(path, root).statements());
    }
  }

  /** Test code maps classes of its own; and its mappings of others are no part of the application. */
  private void mapped(String path, XmlElement root, Function<XmlElement, Mapped> reader) {
    if (!TestCode.isTest(path)) {
      mapped.add(reader.apply(root));
    }
  }

  /** A batch job: its steps, what they read and write, who listens. */
  private void job(String path, XmlElement element) {
    for (XmlElement child : element.children()) {
      if (!child.get("ref").isEmpty()) {
        beans.add(new Facts.Mention(child.get("ref"), new Place(path, child.line())));
      }
      job(path, child);
    }
  }

  private void beans(String path, XmlElement root) {
    SpringFile file = SpringFile.read(path, root);
    if (!file.isEmpty() && !TestCode.isTest(path)) {
      springs.add(file);
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
