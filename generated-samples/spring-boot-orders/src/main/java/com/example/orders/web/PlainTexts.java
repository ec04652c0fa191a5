package com.example.orders.web;

import java.beans.PropertyEditorSupport;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.InitBinder;

/** Reads parameters in the forms that JSON has: Spring would also take {@code 0x10}, {@code +1} or {@code on}. */
@ControllerAdvice
class PlainTexts {
  private static final Pattern WHOLE = Pattern.compile("-?(0|[1-9][0-9]*)");
  private static final Pattern FLAG = Pattern.compile("true|false");
  private static final Pattern ID = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

  private static final Map<Class<?>, Function<String, ?>> READERS =
      Map.of(
          Integer.class, text -> Integer.valueOf(checked(WHOLE, text)),
          Boolean.class, text -> Boolean.valueOf(checked(FLAG, text)),
          UUID.class, text -> UUID.fromString(checked(ID, text)));

  @InitBinder
  void read(WebDataBinder binder) {
    READERS.forEach((type, reader) -> binder.registerCustomEditor(type, new Editor(reader)));
  }

  private static String checked(Pattern form, String text) {
    if (!form.matcher(text).matches()) {
      throw new IllegalArgumentException("is written in another form");
    }
    return text;
  }

  /** An empty text is no value. */
  private static final class Editor extends PropertyEditorSupport {
    private final Function<String, ?> reader;

    Editor(Function<String, ?> reader) {
      this.reader = reader;
    }

    @Override
    public void setAsText(String text) {
      setValue(text.isEmpty() ? null : reader.apply(text));
    }
  }
}
