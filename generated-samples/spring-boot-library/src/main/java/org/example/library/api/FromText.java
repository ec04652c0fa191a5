package org.example.library.api;

import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.deser.DeserializationProblemHandler;
import tools.jackson.databind.deser.ValueInstantiator;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Reads values that were sent as texts: a number is what is written there, an object or a map is the JSON there. */
public final class FromText {
  public static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(DeserializationFeature.ACCEPT_SINGLE_VALUE_AS_ARRAY)
          .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
          .addHandler(new JsonInText())
          .build();

  private FromText() {}

  static boolean looksLikeJson(String text) {
    return text.startsWith("{") || text.startsWith("[");
  }

  /** What a value can mean, the likelier first: with the objects and lists that texts in it hold, and as it is. */
  public static List<JsonNode> meanings(JsonNode value) {
    JsonNode unfolded = unfolded(value);
    return unfolded.equals(value) ? List.of(value) : List.of(unfolded, value);
  }

  /** A value with the objects and lists that texts in it hold as JSON. */
  static JsonNode unfolded(JsonNode value) {
    if (value.isString() && looksLikeJson(value.stringValue())) {
      try {
        return MAPPER.readTree(value.stringValue());
      } catch (JacksonException noJson) {
        return value;
      }
    }
    if (value instanceof ArrayNode list) {
      ArrayNode items = MAPPER.createArrayNode();
      list.forEach(item -> items.add(unfolded(item)));
      return items;
    }
    if (value instanceof ObjectNode object) {
      ObjectNode properties = MAPPER.createObjectNode();
      object.properties().forEach(property -> properties.set(property.getKey(), unfolded(property.getValue())));
      return properties;
    }
    return value;
  }

  private static final class JsonInText extends DeserializationProblemHandler {

    @Override
    public Object handleMissingInstantiator(
        DeserializationContext context,
        Class<?> type,
        ValueInstantiator instantiator,
        JsonParser parser,
        String message) {
      return parser.hasToken(JsonToken.VALUE_STRING) ? MAPPER.readValue(parser.getString(), type) : NOT_HANDLED;
    }

    @Override
    public Object handleUnexpectedToken(
        DeserializationContext context, JavaType type, JsonToken token, JsonParser parser, String message) {
      boolean keyed = type.isMapLikeType() || type.isTypeOrSubTypeOf(JsonNode.class);
      return keyed && token == JsonToken.VALUE_STRING
          ? MAPPER.readValue(parser.getString(), type)
          : NOT_HANDLED;
    }
  }
}
