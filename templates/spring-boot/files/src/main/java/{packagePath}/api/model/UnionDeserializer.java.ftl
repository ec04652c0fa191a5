[#assign texts = service.readsTexts()]
[#assign own = [
  'jakarta.validation.Validation',
  'jakarta.validation.Validator',
  'java.util.List',
  'tools.jackson.core.JsonParser',
  'tools.jackson.databind.DatabindException',
  'tools.jackson.databind.DeserializationContext',
  'tools.jackson.databind.DeserializationFeature',
  'tools.jackson.databind.JsonNode',
  'tools.jackson.databind.MapperFeature',
  'tools.jackson.databind.ValueDeserializer',
  'tools.jackson.databind.json.JsonMapper'
]]
[#if texts][#assign own += [package + '.api.FromText']][/#if]
package [=package].api.model;

[#list service.sorted(own) as import]
import [=import];
[/#list]

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
[#if texts]
  private static final JsonMapper TEXTS_WITH_ROOM_FOR_ALL =
      FromText.MAPPER.rebuild().enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();
[/#if]

  private final List<Class<? extends T>> variants;

  UnionDeserializer(List<Class<? extends T>> variants) {
    this.variants = variants;
  }

  @Override
  public T deserialize(JsonParser parser, DeserializationContext context) {
    JsonNode tree = context.readTree(parser);
[#if texts]
    if (context.isEnabled(MapperFeature.ALLOW_COERCION_OF_SCALARS)) { // the value was sent as text
      List<JsonMapper> mappers =
          List.of(WITH_ROOM_FOR_ALL, TEXTS_WITH_ROOM_FOR_ALL, WITH_LOSS, FromText.MAPPER);
      return read(FromText.meanings(tree), mappers, context);
    }
[/#if]
    return read(List.of(tree), List.of(WITH_ROOM_FOR_ALL, WITH_LOSS), context);
  }

  private T read(List<JsonNode> meanings, List<JsonMapper> mappers, DeserializationContext context) {
    T invalid = null;
    for (JsonMapper mapper : mappers) {
      for (JsonNode meaning : meanings) {
        for (Class<? extends T> variant : variants) {
          try {
            T value = mapper.treeToValue(meaning, variant);
            if (VALIDATOR.validate(value).isEmpty()) {
              return value;
            }
            invalid = value;
          } catch (DatabindException notThisVariant) {
            continue;
          }
        }
      }
    }
    return invalid != null ? invalid : context.reportInputMismatch(this, "the value is of none of the allowed types");
  }
}
