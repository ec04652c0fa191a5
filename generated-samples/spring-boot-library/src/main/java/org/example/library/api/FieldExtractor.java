package org.example.library.api;

import jakarta.validation.valueextraction.ExtractedValue;
import jakarta.validation.valueextraction.ValueExtractor;

/** Lets constraints reach the value inside a {@link Field}. */
public class FieldExtractor implements ValueExtractor<Field<@ExtractedValue ?>> {

  @Override
  public void extractValues(Field<?> field, ValueReceiver receiver) {
    if (field.present()) {
      receiver.value(null, field.value());
    }
  }
}
