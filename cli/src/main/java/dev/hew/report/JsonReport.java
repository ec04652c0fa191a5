package dev.hew.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.Collection;
import java.util.LinkedHashMap;
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
    write(diagnostics, result, out);
    return out.toString();
  }

  /**
   * Writes such a document, so that a large one need not be in memory as a whole.
   *
   * @param out is left open
   * @throws UncheckedIOException when it cannot be written
   */
  public static void write(List<Diagnostic> diagnostics, Map<String, Object> result, Writer out) {
    try (JsonGenerator json =
        FACTORY.createGenerator(out).disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)) {
      json.setPrettyPrinter(printer());
      value(data(diagnostics, result), json);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Writes data for a program alone: no word of diagnostics, no blank, no line break.
   *
   * @param out is left open
   * @throws UncheckedIOException when it cannot be written
   */
  public static void writeCompact(Map<String, Object> data, Writer out) {
    try (JsonGenerator json =
        FACTORY.createGenerator(out).disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)) {
      value(data, json);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What such a document says, as maps and lists, for other notations. */
  public static Map<String, Object> data(List<Diagnostic> diagnostics, Map<String, Object> result) {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("format", 1);
    data.putAll(result);
    data.put("diagnostics", diagnostics.stream().map(JsonReport::data).toList());
    return data;
  }

  private static Map<String, Object> data(Diagnostic diagnostic) {
    Position position = diagnostic.position().orElse(null);
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("level", diagnostic.level().word());
    data.put("code", diagnostic.code());
    data.put("message", diagnostic.message());
    data.put("source", position == null ? null : position.source());
    data.put("line", position == null ? null : position.line());
    data.put("column", position == null ? null : position.column());
    data.put("hint", diagnostic.hint().orElse(null));
    return data;
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
