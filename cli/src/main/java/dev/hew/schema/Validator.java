package dev.hew.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import com.networknt.schema.path.NodePath;
import com.networknt.schema.path.PathType;
import com.networknt.schema.serialization.NodeReader;
import dev.hew.yaml.Node;
import java.io.InputStream;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Says whether values are allowed by the schemas of a set; formats count as assertions. Not safe for threads. */
public final class Validator {
  private static final String DOCUMENT = "urn:hew:schemas";

  private final SchemaSet set;
  private final Map<String, Schema> byName = new HashMap<>();
  private final Map<Node, Schema> fragments = new IdentityHashMap<>();
  private SchemaRegistry registry;
  private Schema document;

  public Validator(SchemaSet set) {
    this.set = set;
  }

  public SchemaSet schemas() {
    return set;
  }

  /**
   * What is wrong with a value, one line each, the place in the value first; empty when it is allowed.
   *
   * @throws IllegalArgumentException when the set has no schema of that name
   */
  public List<String> errors(String name, Node value) {
    return check(named(name), value);
  }

  /** The keywords that a value breaks; empty when it is allowed. */
  public Set<String> broken(String name, Node value) {
    Set<String> keywords = new LinkedHashSet<>();
    for (Error error : problems(named(name), value)) {
      keywords.add(error.getKeyword());
    }
    return keywords;
  }

  public boolean isValid(String name, Node value) {
    return errors(name, value).isEmpty();
  }

  /** What is wrong with a value by a piece of a schema of this set; empty when it is allowed. */
  public List<String> errors(Node fragment, Node value) {
    return check(fragments.computeIfAbsent(fragment, this::compile), value);
  }

  /** Whether a value is allowed by a piece of a schema of this set. */
  boolean allows(Node fragment, Node value) {
    return errors(fragment, value).isEmpty();
  }

  private static List<String> check(Schema schema, Node value) {
    return problems(schema, value).stream()
        .map(e -> e.getInstanceLocation() + ": " + e.getMessage())
        .distinct()
        .toList();
  }

  private static List<Error> problems(Schema schema, Node value) {
    try {
      return schema.validate(json(value));
    } catch (StackOverflowError tooDeep) {
      return List.of(Error.builder()
          .keyword("")
          .instanceLocation(new NodePath(PathType.JSON_POINTER))
          .message("the schema or one of its patterns recurses too deep to be checked")
          .build());
    }
  }

  private Schema named(String name) {
    if (!set.definitions().containsKey(name)) {
      throw new IllegalArgumentException("no schema is called `" + name + "`");
    }
    // asked of the registry, by location or as a reference, the document would be compiled or
    // copied for each name
    return byName.computeIfAbsent(
        name, n -> document().getRefSchema(SchemaLocation.Fragment.of("/$defs/" + n)));
  }

  /** A fragment stands alone, so its references are made absolute to share what the whole set has compiled. */
  private Schema compile(Node fragment) {
    if (fragment instanceof Node.Scalar) {
      ObjectNode wrapped = JsonNodeFactory.instance.objectNode();
      wrapped.putArray("allOf").add(json(fragment));
      return registry().getSchema(wrapped);
    }
    return registry().getSchema(absolute(json(fragment)));
  }

  private static JsonNode absolute(JsonNode node) {
    if (node instanceof ObjectNode object && object.path("$ref").isTextual()) {
      object.put("$ref", DOCUMENT + object.get("$ref").textValue());
    }
    node.forEach(Validator::absolute);
    return node;
  }

  private Schema document() {
    if (document == null) {
      document = registry().getSchema(SchemaLocation.of(DOCUMENT));
    }
    return document;
  }

  private SchemaRegistry registry() {
    if (registry == null) {
      SchemaRegistryConfig config = SchemaRegistryConfig.builder()
          .formatAssertionsEnabled(true)
          .locale(Locale.ROOT)
          .regularExpressionFactory(pattern -> text -> Patterns.find(pattern, text))
          .preloadSchema(false)
          .build();
      registry = SchemaRegistry.withDefaultDialect(
          SpecificationVersion.DRAFT_2020_12,
          builder -> builder
              .schemas(Map.of(DOCUMENT, ""))
              .nodeReader(new Whole(json(set.document())))
              .schemaRegistryConfig(config));
    }
    return registry;
  }

  /** Gives the registry its only document, which need not be written and read for that. */
  private record Whole(JsonNode document) implements NodeReader {
    @Override
    public JsonNode readTree(String text, InputFormat format) {
      return document;
    }

    @Override
    public JsonNode readTree(InputStream text, InputFormat format) {
      return document;
    }
  }

  private static JsonNode json(Node node) {
    JsonNodeFactory factory = JsonNodeFactory.instance;
    if (node instanceof Node.Mapping) {
      ObjectNode object = factory.objectNode();
      for (Node.Entry entry : node.entries()) {
        object.set(entry.key(), json(entry.value()));
      }
      return object;
    }
    if (node instanceof Node.Sequence) {
      var array = factory.arrayNode();
      for (Node item : node.items()) {
        array.add(json(item));
      }
      return array;
    }
    Object value = ((Node.Scalar) node).value();
    if (value instanceof String s) {
      return factory.textNode(s);
    }
    if (value instanceof Boolean b) {
      return factory.booleanNode(b);
    }
    if (value instanceof BigInteger i) {
      return i.bitLength() < 32
          ? factory.numberNode(i.intValue())
          : i.bitLength() < 64 ? factory.numberNode(i.longValue()) : factory.numberNode(i);
    }
    return value instanceof BigDecimal d ? factory.numberNode(d) : factory.nullNode();
  }
}
