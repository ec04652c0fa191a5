package org.example.library.api;

import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.BeanProperty;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.annotation.JsonDeserialize;
import tools.jackson.databind.annotation.JsonSerialize;

/**
 * A property that may be left out and may also be null, where the two mean different things.
 *
 * @param present whether the property is there
 * @param value its value, possibly null; null when it is not there
 */
@JsonSerialize(using = Field.Serializer.class)
@JsonDeserialize(using = Field.Deserializer.class)
public record Field<T>(boolean present, T value) {

  public static <T> Field<T> absent() {
    return new Field<>(false, null);
  }

  public static <T> Field<T> of(T value) {
    return new Field<>(true, value);
  }

  static final class Serializer extends ValueSerializer<Field<?>> {
    @Override
    public void serialize(Field<?> field, JsonGenerator generator, SerializationContext context) {
      context.writeValue(generator, field.value());
    }

    @Override
    public boolean isEmpty(SerializationContext context, Field<?> field) {
      return !field.present();
    }
  }

  static final class Deserializer extends ValueDeserializer<Field<?>> {
    private final JavaType type;

    Deserializer() {
      this(null);
    }

    private Deserializer(JavaType type) {
      this.type = type;
    }

    @Override
    public ValueDeserializer<?> createContextual(DeserializationContext context, BeanProperty property) {
      return new Deserializer(context.getContextualType().containedTypeOrUnknown(0));
    }

    @Override
    public Field<?> deserialize(JsonParser parser, DeserializationContext context) {
      return of(context.readValue(parser, type));
    }

    @Override
    public Field<?> getNullValue(DeserializationContext context) {
      return of(null);
    }

    @Override
    public Field<?> getAbsentValue(DeserializationContext context) {
      return absent();
    }
  }
}
