[#assign uris = service.anyImport('java.net.URI')]
[#assign own = [
  'java.util.List',
  'org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer',
  'org.springframework.context.annotation.Bean',
  'org.springframework.context.annotation.Configuration',
  'tools.jackson.databind.DeserializationFeature',
  'tools.jackson.databind.MapperFeature',
  'tools.jackson.databind.cfg.CoercionAction',
  'tools.jackson.databind.cfg.CoercionInputShape',
  'tools.jackson.databind.cfg.DateTimeFeature',
  'tools.jackson.databind.type.LogicalType'
]]
[#if uris]
[#assign own += [
  'java.net.URI',
  'java.net.URISyntaxException',
  'tools.jackson.core.JsonParser',
  'tools.jackson.core.JsonToken',
  'tools.jackson.databind.DeserializationContext',
  'tools.jackson.databind.deser.std.StdDeserializer',
  'tools.jackson.databind.module.SimpleModule'
]]
[/#if]
package [=package].web;

[#list service.sorted(own) as import]
import [=import];
[/#list]

/** Makes JSON mean what the contract says: a number is no text, a text is no number, and a time keeps its offset. */
@Configuration(proxyBeanMethods = false)
class JsonConfiguration {

  @Bean
  JsonMapperBuilderCustomizer strictJson() {
    return builder -> {
      builder
          .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
          .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .disable(DateTimeFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE);
      for (LogicalType type : List.of(LogicalType.Textual, LogicalType.DateTime)) {
        builder.withCoercionConfig(
            type,
            coercion ->
                coercion
                    .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail)
                    .setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                    .setCoercion(CoercionInputShape.Float, CoercionAction.Fail));
      }
[#if uris]
      builder.addModule(new SimpleModule().addDeserializer(URI.class, new TextAsUri()));
[/#if]
    };
  }
[#if uris]

  /** Jackson's own takes a number for a URI too. */
  private static final class TextAsUri extends StdDeserializer<URI> {
    TextAsUri() {
      super(URI.class);
    }

    @Override
    public URI deserialize(JsonParser json, DeserializationContext context) {
      if (!json.hasToken(JsonToken.VALUE_STRING)) {
        return (URI) context.handleUnexpectedToken(URI.class, json);
      }
      try {
        return new URI(json.getString());
      } catch (URISyntaxException e) {
        return (URI) context.handleWeirdStringValue(URI.class, json.getString(), e.getReason());
      }
    }
  }
[/#if]
}
