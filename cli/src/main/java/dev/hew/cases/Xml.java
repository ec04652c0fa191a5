package dev.hew.cases;

import dev.hew.contract.Schema;
import dev.hew.contract.Schemas;
import dev.hew.yaml.Node;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Writes values as XML by the contract's {@code xml} keywords: names, attributes and wrapped lists. */
final class Xml {
  private final Schemas schemas;
  private final StringBuilder out =
      new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");

  private Xml(Schemas schemas) {
    this.schemas = schemas;
  }

  static String write(Optional<Schema> schema, Node value, Schemas schemas) {
    Xml xml = new Xml(schemas);
    String name = schema.map(xml::rootName).orElse("value");
    if (value instanceof Node.Sequence) {
      xml.out.append('<').append(name).append('>');
      Optional<Schema> item = schema.map(schemas::resolve).flatMap(Schema::items);
      value.items().forEach(v -> xml.element(item.map(xml::rootName).orElse("item"), v, item));
      xml.out.append("</").append(name).append('>');
    } else {
      xml.element(name, value, schema);
    }
    return xml.out.toString();
  }

  private String rootName(Schema schema) {
    Optional<String> own = keyword(schemas.resolve(schema), "name");
    return name(own.or(() -> schema.ref().map(p -> p.tokens().get(p.tokens().size() - 1)))
        .orElse("value"));
  }

  private void element(String name, Node value, Optional<Schema> schema) {
    Map<String, Schema> properties = new HashMap<>();
    schema.ifPresent(s -> collect(s, properties));
    out.append('<').append(name);
    for (Node.Entry entry : value.entries()) {
      if (isAttribute(properties.get(entry.key()))) {
        out.append(' ')
            .append(childName(entry.key(), properties))
            .append("=\"")
            .append(text(entry.value()))
            .append('"');
      }
    }
    out.append('>');
    for (Node.Entry entry : value.entries()) {
      if (!isAttribute(properties.get(entry.key()))) {
        property(
            childName(entry.key(), properties),
            entry.value(),
            Optional.ofNullable(properties.get(entry.key())));
      }
    }
    if (value instanceof Node.Sequence) {
      value.items().forEach(item -> element("item", item, Optional.empty()));
    } else if (value instanceof Node.Scalar) {
      out.append(text(value));
    }
    out.append("</").append(name).append('>');
  }

  private void property(String name, Node value, Optional<Schema> schema) {
    if (!(value instanceof Node.Sequence)) {
      element(name, value, schema);
      return;
    }
    Optional<Schema> list = schema.map(schemas::resolve);
    Optional<Schema> item = list.flatMap(Schema::items);
    boolean wrapped = list.flatMap(s -> s.keyword("xml"))
        .flatMap(x -> x.get("wrapped"))
        .map(n -> n instanceof Node.Scalar s && Boolean.TRUE.equals(s.value()))
        .orElse(false);
    String itemName = item.map(schemas::resolve)
        .flatMap(s -> keyword(s, "name"))
        .map(Xml::name)
        .orElse(name);
    if (wrapped) {
      out.append('<').append(name).append('>');
    }
    value.items().forEach(v -> element(itemName, v, item));
    if (wrapped) {
      out.append("</").append(name).append('>');
    }
  }

  private void collect(Schema schema, Map<String, Schema> properties) {
    Schema real = schemas.resolve(schema);
    properties.putAll(real.properties());
    real.allOf().forEach(part -> collect(part, properties));
  }

  private String childName(String key, Map<String, Schema> properties) {
    return name(Optional.ofNullable(properties.get(key))
        .map(schemas::resolve)
        .flatMap(s -> keyword(s, "name"))
        .orElse(key));
  }

  private boolean isAttribute(Schema schema) {
    return schema != null
        && schemas
            .resolve(schema)
            .keyword("xml")
            .flatMap(x -> x.get("attribute"))
            .map(n -> n instanceof Node.Scalar s && Boolean.TRUE.equals(s.value()))
            .orElse(false);
  }

  private static Optional<String> keyword(Schema schema, String name) {
    return schema.keyword("xml").flatMap(x -> x.get(name)).flatMap(Node::string);
  }

  /** The name, with what an XML name may not hold replaced. */
  private static String name(String text) {
    String safe = text.replaceAll("[^A-Za-z0-9._-]", "_");
    return safe.isEmpty() || !Character.isLetter(safe.charAt(0)) ? "_" + safe : safe;
  }

  private static String text(Node value) {
    String text =
        Wire.text(value).replaceAll("[\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f\\ufffe\\uffff]", "");
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
