package [=package].api.model;

import jakarta.validation.Validation;
import jakarta.validation.Validator;
import java.util.List;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.json.JsonMapper;

/** Reads a value that may be of several types: as the first that it is valid as and that has room for all of it. */
abstract class UnionDeserializer<T> extends ValueDeserializer<T> {
  private static final Validator VALIDATOR = Validation.buildDefaultValidatorFactory().getValidator();
  private static final JsonMapper WITH_ROOM_FOR_ALL =
      JsonMapper.builder()
          .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build();
  private static final JsonMapper WITH_LOSS =
      WITH_ROOM_FOR_ALL.rebuild().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

  private final List<Class<? extends T>> variants;

  UnionDeserializer(List<Class<? extends T>> variants) {
    this.variants = variants;
  }

  @Override
  public T deserialize(JsonParser parser, DeserializationContext context) {
    JsonNode tree = context.readTree(parser);
    T invalid = null;
    for (JsonMapper mapper : List.of(WITH_ROOM_FOR_ALL, WITH_LOSS)) {
      for (Class<? extends T> variant : variants) {
        try {
          T value = mapper.treeToValue(tree, variant);
          if (VALIDATOR.validate(value).isEmpty()) {
            return value;
          }
          invalid = value;
        } catch (DatabindException notThisVariant) {
          continue;
        }
      }
    }
    return invalid != null ? invalid : context.reportInputMismatch(this, "the value is of none of the allowed types");
  }
}
