package dev.hew.split.facts;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** The statements of a mapper of MyBatis or iBatis, as they are sent when every condition in them holds. */
final class MapperFile {
  /** A schema that the configuration names. */
  private static final Pattern SCHEMA = Pattern.compile("\\$\\{[^}]*\\}\\.");

  /** A parameter, and a word that a property is a part of: {@code orders_${year}}. */
  private static final Pattern PARAMETER =
      Pattern.compile("#\\{[^}]*\\}|\\w*\\$\\{[^}]*\\}\\w*|#[\\w.\\[\\]:]+#|\\$[\\w.\\[\\]]+\\$");

  private final String path;
  private final XmlElement root;
  private final String namespace;
  private final Map<String, XmlElement> fragments = new TreeMap<>();

  /**
   * @param root a {@code mapper} or a {@code sqlMap}
   */
  MapperFile(String path, XmlElement root) {
    this.path = path;
    this.root = root;
    this.namespace = root.get("namespace");
    root.children().stream()
        .filter(child -> child.name().equals("sql"))
        .forEach(child -> fragments.put(child.get("id"), child));
  }

  /** In their order; the query for a generated key is one of its own, under the same name. */
  List<XmlFacts.Statement> statements() {
    List<XmlFacts.Statement> statements = new ArrayList<>();
    for (XmlElement child : root.children()) {
      switch (child.name()) {
        case "select", "insert", "update", "delete", "statement", "procedure" -> {
          statements.add(statement(child, child));
          child.children().stream()
              .filter(MapperFile::isKey)
              .forEach(key -> statements.add(statement(child, key)));
        }
        default -> {}
      }
    }
    return statements;
  }

  private XmlFacts.Statement statement(XmlElement named, XmlElement text) {
    String id = named.get("id");
    return new XmlFacts.Statement(
        namespace.isEmpty() ? id : namespace + "." + id, sql(text), new Place(path, text.line()));
  }

  /** The statement in an annotation: as it stands, or with elements in a {@code <script>}. */
  static String script(String text) {
    String plain = text.strip();
    return (plain.startsWith("<script") ? XmlElement.read(plain) : Optional.<XmlElement>empty())
        .map(root -> new MapperFile("", root).sql(root))
        .orElseGet(() -> plain(plain));
  }

  private String sql(XmlElement statement) {
    StringBuilder sql = new StringBuilder();
    append(statement, sql, new HashSet<>());
    return plain(sql);
  }

  private static String plain(CharSequence sql) {
    return PARAMETER.matcher(SCHEMA.matcher(sql).replaceAll("")).replaceAll(" ? ");
  }

  private static boolean isKey(XmlElement element) {
    return element.name().equals("selectKey");
  }

  /**
   * @param around the fragments that this is in, which may name themselves
   */
  private void append(XmlElement element, StringBuilder sql, Set<String> around) {
    for (int i = 0; i < element.pieces().size(); i++) {
      sql.append(element.pieces().get(i));
      if (i < element.children().size()) {
        XmlElement child = element.children().get(i);
        if (!isKey(child)) {
          sql.append(' ');
          inner(child, sql, around);
          sql.append(' ');
        }
      }
    }
  }

  private void inner(XmlElement child, StringBuilder sql, Set<String> around) {
    switch (child.name()) {
      case "include" -> include(child.get("refid"), sql, around);
      case "set" -> around("set", child, "", sql, around);
      case "where" -> around("where", child, "", sql, around);
      case "trim" -> around(child.get("prefix"), child, child.get("suffix"), sql, around);
      case "foreach", "iterate" ->
        around(child.get("open"), child, child.get("close"), sql, around);
      default -> around(child.get("prepend"), child, "", sql, around);
    }
  }

  private void around(
      String before, XmlElement child, String after, StringBuilder sql, Set<String> around) {
    sql.append(before).append(' ');
    append(child, sql, around);
    sql.append(' ').append(after);
  }

  /** A fragment of this file; that of another one is not known. */
  private void include(String id, StringBuilder sql, Set<String> around) {
    boolean own = !namespace.isEmpty() && id.startsWith(namespace + ".");
    String name = own ? id.substring(namespace.length() + 1) : id;
    XmlElement fragment = fragments.get(name);
    if (fragment == null) {
      sql.append('?');
    } else if (around.add(name)) {
      append(fragment, sql, around);
      around.remove(name);
    }
  }
}
