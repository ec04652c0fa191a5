package dev.hew.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Diagnostics for programs: format 1, every key always there, {@code null} where there is nothing to say. */
public final class JsonReport {
  private static final JsonFactory FACTORY = new JsonFactory();

  private JsonReport() {}

  /** A JSON document without a last line end. */
  public static String of(List<Diagnostic> diagnostics) {
    return of(diagnostics, Map.of());
  }

  /**
   * A JSON document without a last line end.
   *
   * @param result what a command has to say besides, in this order; values are texts, numbers, booleans, {@code null},
   *     and lists and maps of them
   * @throws IllegalArgumentException when a value is something else
   */
  public static String of(List<Diagnostic> diagnostics, Map<String, Object> result) {
    StringWriter out = new StringWriter();
    try (JsonGenerator json = FACTORY.createGenerator(out)) {
      json.setPrettyPrinter(printer());
      json.writeStartObject();
      json.writeNumberField("format", 1);
      for (Map.Entry<String, Object> entry : result.entrySet()) {
        json.writeFieldName(entry.getKey());
        value(entry.getValue(), json);
      }
      json.writeArrayFieldStart("diagnostics");
      for (Diagnostic diagnostic : diagnostics) {
        write(diagnostic, json);
      }
      json.writeEndArray();
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException("a text in memory cannot fail to be written", e);
    }
    return out.toString();
  }

  private static void write(Diagnostic diagnostic, JsonGenerator json) throws IOException {
    Position position = diagnostic.position().orElse(null);
    json.writeStartObject();
    json.writeStringField("level", diagnostic.level().word());
    json.writeStringField("code", diagnostic.code());
    json.writeStringField("message", diagnostic.message());
    json.writeStringField("source", position == null ? null : position.source());
    json.writeFieldName("line");
    number(position == null ? null : position.line(), json);
    json.writeFieldName("column");
    number(position == null ? null : position.column(), json);
    json.writeStringField("hint", diagnostic.hint().orElse(null));
    json.writeEndObject();
  }

  private static void number(Integer number, JsonGenerator json) throws IOException {
    if (number == null) {
      json.writeNull();
    } else {
      json.writeNumber(number);
    }
  }

  private static void value(Object value, JsonGenerator json) throws IOException {
    if (value instanceof Map<?, ?> map) {
      json.writeStartObject();
      for (Map.Entry<?, ?> entry : map.entrySet()) {
        json.writeFieldName(String.valueOf(entry.getKey()));
        value(entry.getValue(), json);
      }
      json.writeEndObject();
    } else if (value instanceof Collection<?> list) {
      json.writeStartArray();
      for (Object item : list) {
        value(item, json);
      }
      json.writeEndArray();
    } else if (value == null) {
      json.writeNull();
    } else if (value instanceof String text) {
      json.writeString(text);
    } else if (value instanceof Boolean yes) {
      json.writeBoolean(yes);
    } else if (value instanceof Integer || value instanceof Long) {
      json.writeNumber(((Number) value).longValue());
    } else {
      throw new IllegalArgumentException("no JSON for a " + value.getClass().getName());
    }
  }

  private static DefaultPrettyPrinter printer() {
    DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
    Separators separators = Separators.createDefaultInstance()
        .withObjectFieldValueSpacing(Separators.Spacing.AFTER)
        .withObjectEmptySeparator("")
        .withArrayEmptySeparator("");
    DefaultPrettyPrinter printer = new DefaultPrettyPrinter(separators);
    printer.indentObjectsWith(indenter);
    printer.indentArraysWith(indenter);
    return printer;
  }
}
