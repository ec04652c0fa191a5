[#assign uris = service.anyImport('java.net.URI')]
[#assign wholes = ['Integer', 'Long', 'BigInteger']?filter(t -> service.anyMember(t))]
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
[#if uris][#assign own += ['java.net.URI', 'java.net.URISyntaxException']][/#if]
[#if wholes?has_content][#assign own += ['java.math.BigDecimal', 'java.math.BigInteger', 'java.util.function.Function']][/#if]
[#assign oneWay = storage.anyJson() && service.types?filter(t -> t.anyField('writeOnly'))?has_content]
[#if storage.anyJson()][#assign own += [package + '.store.JsonColumns', 'tools.jackson.databind.json.JsonMapper']][/#if]
[#if oneWay]
[#assign own += [
  'com.fasterxml.jackson.annotation.JsonProperty',
  'tools.jackson.databind.cfg.MapperConfig',
  'tools.jackson.databind.introspect.Annotated',
  'tools.jackson.databind.introspect.JacksonAnnotationIntrospector'
]]
[/#if]
[#if uris || wholes?has_content]
[#assign own += [
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
[#if service.anyKind('record')]
          .addModule(new StrictNulls())
[/#if]
          .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
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
[#if uris || wholes?has_content]
      builder.addModule(
          new SimpleModule()
[#if uris]
              .addDeserializer(URI.class, new TextAsUri())[#if !wholes?has_content]);[/#if]
[/#if]
[#list wholes as type]
              .addDeserializer([=type].class, new Whole<>([=type].class, [=(type == 'BigInteger')?then('value -> value', 'BigInteger::' + (type == 'Integer')?then('int', 'long') + 'ValueExact')]))[#if !type?has_next]);[/#if]
[/#list]
[/#if]
    };
  }
[#if storage.anyJson()]

[#if oneWay]
  /** Reads nulls too, since rows may be older than a contract that forbids them, and keeps what only requests carry. */
[#else]
  /** Reads nulls too where the contract no longer allows one: rows may be older than it. */
[/#if]
  @Bean
  JsonColumns jsonColumns(JsonMapper mapper) {
    return new JsonColumns(
        mapper
            .rebuild()
            .removeAllModules()
            .addModules(mapper.registeredModules().stream().filter(module -> !(module instanceof StrictNulls)).toList())
[#if oneWay]
            .annotationIntrospector(new BothWays())
[/#if]
            .build());
  }
[/#if]
[#if oneWay]

  /** Writes and reads what answers do not show, too. */
  private static final class BothWays extends JacksonAnnotationIntrospector {
    private static final long serialVersionUID = 1;

    @Override
    public JsonProperty.Access findPropertyAccess(MapperConfig<?> config, Annotated property) {
      return JsonProperty.Access.AUTO;
    }
  }
[/#if]
[#if wholes?has_content]

  /** An integer may also be written as 1.0. */
  private static final class Whole<N extends Number> extends StdDeserializer<N> {
    private final Function<BigInteger, N> exactly;

    Whole(Class<N> type, Function<BigInteger, N> exactly) {
      super(type);
      this.exactly = exactly;
    }

    @Override
    @SuppressWarnings("unchecked")
    public N deserialize(JsonParser json, DeserializationContext context) {
      if (!json.hasToken(JsonToken.VALUE_NUMBER_INT) && !json.hasToken(JsonToken.VALUE_NUMBER_FLOAT)) {
        return (N) context.handleUnexpectedToken(handledType(), json);
      }
      BigDecimal value = json.getDecimalValue();
      try {
        if (value.stripTrailingZeros().scale() <= 0) {
          return exactly.apply(json.getBigIntegerValue());
        }
      } catch (ArithmeticException tooLarge) {
        // said below
      }
      return (N) context.handleWeirdNumberValue(handledType(), value, "not an integer of this size");
    }
  }
[/#if]
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
