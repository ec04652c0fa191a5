package com.example.orders.web;

import com.example.orders.store.JsonColumns;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.function.Function;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.type.LogicalType;

/** Makes JSON mean what the contract says: a number is no text, a text is no number, and a time keeps its offset. */
@Configuration(proxyBeanMethods = false)
class JsonConfiguration {

  @Bean
  JsonMapperBuilderCustomizer strictJson() {
    return builder -> {
      builder
          .addModule(new StrictNulls())
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
      builder.addModule(
          new SimpleModule()
              .addDeserializer(Integer.class, new Whole<>(Integer.class, BigInteger::intValueExact))
              .addDeserializer(Long.class, new Whole<>(Long.class, BigInteger::longValueExact)));
    };
  }

  /** Reads nulls too where the contract no longer allows one: rows may be older than it. */
  @Bean
  JsonColumns jsonColumns(JsonMapper mapper) {
    return new JsonColumns(
        mapper
            .rebuild()
            .removeAllModules()
            .addModules(mapper.registeredModules().stream().filter(module -> !(module instanceof StrictNulls)).toList())
            .build());
  }

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
}
