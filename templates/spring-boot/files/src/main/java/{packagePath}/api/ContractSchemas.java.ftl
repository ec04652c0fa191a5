[#assign own = [
  'com.networknt.schema.Error',
  'com.networknt.schema.Schema',
  'com.networknt.schema.SchemaRegistry',
  'com.networknt.schema.SchemaRegistryConfig',
  'com.networknt.schema.SpecificationVersion',
  'java.io.IOException',
  'java.io.UncheckedIOException',
  'java.nio.charset.StandardCharsets',
  'java.util.List',
  'java.util.Locale',
  'java.util.Map',
  'java.util.concurrent.ConcurrentHashMap',
  'org.springframework.core.io.ClassPathResource',
  'tools.jackson.databind.JsonNode',
  'tools.jackson.databind.json.JsonMapper'
]]
[#if service.anyTextSchema()]
[#assign own += ['tools.jackson.core.JacksonException', 'tools.jackson.core.JsonPointer', 'tools.jackson.databind.node.ArrayNode', 'tools.jackson.databind.node.ObjectNode']]
[/#if]
package [=package].api;

[#list service.sorted(own) as import]
import [=import];
[/#list]

/** The contract's schemas, for values of which Java's types accept more than the contract does. */
[=storage.anyPatches()?then('public ', '')]final class ContractSchemas {
  private static final String DOCUMENT = "urn:contract:schemas";
  private static final SchemaRegistry REGISTRY = read();
  private static final Map<String, Schema> BY_NAME = new ConcurrentHashMap<>();

  private ContractSchemas() {}

  private static SchemaRegistry read() {
    try {
      String text = new ClassPathResource("contract/schemas.json").getContentAsString(StandardCharsets.UTF_8);
      SchemaRegistryConfig config =
          SchemaRegistryConfig.builder().formatAssertionsEnabled(true).locale(Locale.ROOT).build();
      return SchemaRegistry.withDefaultDialect(
          SpecificationVersion.DRAFT_2020_12,
          builder -> builder.schemas(Map.of(DOCUMENT, text)).schemaRegistryConfig(config));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What a schema forbids about a value: the place in it and the reason, one line each. */
  [=storage.anyPatches()?then('public ', '')]static List<String> problems(String schema, JsonNode value) {
    return errors(schema, value).stream().map(e -> e.getInstanceLocation() + " " + e.getMessage()).distinct().toList();
  }
[#if service.anyTextSchema()]

  /**
   * The same for a value that was sent as text: where the schema does not allow a text, it counts as the number or
   * truth value that is written in it, or as a list of one.
   */
  static List<String> problemsOfTexts(String schema, JsonNode value) {
    ObjectNode holder = JsonMapper.shared().createObjectNode();
    holder.set("value", value.deepCopy());
    errors(schema, holder.get("value")).forEach(error -> listed(holder, error));
    errors(schema, holder.get("value")).forEach(error -> retyped(holder, error));
    return problems(schema, holder.get("value"));
  }

[#if service.anyPartsSchema() || service.anyFormSchema()]
  /** The same for the fields of a form, each a text or JSON in one: nothing, where one of their meanings is allowed. */
  static List<String> problemsOfFields(String schema, JsonNode fields) {
    List<String> problems = List.of();
    for (JsonNode meaning : FromText.meanings(fields)) {
      problems = problemsOfTexts(schema, meaning);
      if (problems.isEmpty()) {
        break;
      }
    }
    return problems;
  }

[/#if]
  private static void listed(ObjectNode holder, Error error) {
    JsonPointer pointer = pointer(error);
    JsonNode text = holder.at(pointer);
    if (text.isString() && error.getKeyword().equals("type") && error.getSchemaNode().toString().contains("array")) {
      replace(holder, pointer, JsonMapper.shared().createArrayNode().add(text));
    }
  }

  private static void retyped(ObjectNode holder, Error error) {
    JsonPointer pointer = pointer(error);
    if (holder.at(pointer).isString()) {
      try {
        JsonNode written = JsonMapper.shared().readTree(holder.at(pointer).stringValue());
        if (written.isNumber() || written.isBoolean()) {
          replace(holder, pointer, written);
        }
      } catch (JacksonException onlyText) {
        // and nothing else: the schema has said what is wrong with it
      }
    }
  }

  private static JsonPointer pointer(Error error) {
    return JsonPointer.compile("/value" + error.getInstanceLocation());
  }

  private static void replace(ObjectNode holder, JsonPointer pointer, JsonNode value) {
    if (holder.at(pointer.head()) instanceof ArrayNode list) {
      list.set(pointer.last().getMatchingIndex(), value);
    } else if (holder.at(pointer.head()) instanceof ObjectNode object) {
      object.set(pointer.last().getMatchingProperty(), value);
    }
  }
[/#if]

  private static List<Error> errors(String schema, JsonNode value) {
    return BY_NAME.computeIfAbsent(schema, ContractSchemas::schema).validate(value);
  }

  private static Schema schema(String name) {
    return REGISTRY.getSchema(JsonMapper.shared().createObjectNode().put("$ref", DOCUMENT + "#/$defs/" + name));
  }
}
