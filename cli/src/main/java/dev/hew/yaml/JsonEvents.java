package dev.hew.yaml;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.io.JsonEOFException;
import dev.hew.report.Diagnostic;
import dev.hew.report.Position;
import dev.hew.report.Source;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;

/** Reads JSON, with Jackson's token stream. */
final class JsonEvents {
  static final String SYNTAX = "json-syntax";

  /** Jackson's own limits are lifted: ours hold, and they have positions. */
  private static final JsonFactory FACTORY = JsonFactory.builder()
      .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
      .streamReadConstraints(StreamReadConstraints.builder()
          .maxNestingDepth(Integer.MAX_VALUE)
          .maxNumberLength(Integer.MAX_VALUE)
          .maxStringLength(Integer.MAX_VALUE)
          .maxNameLength(Integer.MAX_VALUE)
          .build())
      .build();

  private JsonEvents() {}

  static NodeStack read(Source source) {
    NodeStack stack = new NodeStack();
    try (JsonParser parser = FACTORY.createParser(new StringReader(source.text()))) {
      for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
        Position position = position(source, parser.currentTokenLocation());
        if (stack.isComplete()) {
          throw new Refusal(
              Diagnostic.error(SYNTAX, position, "text after the end of the JSON document")
                  .withHint("keep one document a file"));
        }
        take(token, parser, position, stack);
      }
    } catch (JsonProcessingException e) {
      throw new Refusal(broken(source, e), e);
    } catch (IOException e) {
      throw new UncheckedIOException("a text in memory cannot fail to be read", e);
    }
    return stack;
  }

  private static void take(JsonToken token, JsonParser parser, Position position, NodeStack stack)
      throws IOException {
    switch (token) {
      case START_OBJECT -> stack.open(true, position, null);
      case START_ARRAY -> stack.open(false, position, null);
      case END_OBJECT, END_ARRAY -> stack.close();
      case FIELD_NAME -> stack.key(parser.currentName(), position, false);
      case VALUE_STRING ->
        stack.scalar(new Node.Scalar(parser.getText(), parser.getText(), position), null);
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> {
        String raw = parser.getText();
        Node.Scalar scalar = CoreSchema.plain(raw, position);
        if (scalar.value() instanceof String) {
          stack.report(YamlEvents.huge(raw, position));
        }
        stack.scalar(scalar, null);
      }
      case VALUE_TRUE, VALUE_FALSE, VALUE_NULL ->
        stack.scalar(CoreSchema.plain(parser.getText(), position), null);
      default -> throw new IllegalStateException("no such token in a blocking reader: " + token);
    }
  }

  private static Diagnostic broken(Source source, JsonProcessingException e) {
    Position position =
        e.getLocation() == null ? NodeReader.start(source) : position(source, e.getLocation());
    if (e instanceof JsonEOFException) {
      return Diagnostic.error(
              SYNTAX, position, "the JSON text ends before everything that it opened is closed")
          .withHint("is the file complete?");
    }
    String line = source.line(position.line());
    int at = position.column() - 1;
    String found = at < line.length()
        ? "`" + line.substring(at, line.offsetByCodePoints(at, 1)) + "`"
        : "the line's end";
    return Diagnostic.error(SYNTAX, position, "this is not JSON: " + found + " cannot stand here")
        .withHint("a comma too many, a quote too few or a comment is often the cause");
  }

  private static Position position(Source source, JsonLocation location) {
    return new Position(source.name(), location.getLineNr(), Math.max(1, location.getColumnNr()));
  }
}
