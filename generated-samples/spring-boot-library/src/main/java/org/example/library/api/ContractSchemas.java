package org.example.library.api;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.core.io.ClassPathResource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The contract's schemas, for values of which Java's types accept more than the contract does. */
final class ContractSchemas {
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
  static List<String> problems(String schema, JsonNode value) {
    return errors(schema, value).stream().map(e -> e.getInstanceLocation() + " " + e.getMessage()).distinct().toList();
  }

  private static List<Error> errors(String schema, JsonNode value) {
    return BY_NAME.computeIfAbsent(schema, ContractSchemas::schema).validate(value);
  }

  private static Schema schema(String name) {
    return REGISTRY.getSchema(JsonMapper.shared().createObjectNode().put("$ref", DOCUMENT + "#/$defs/" + name));
  }
}
