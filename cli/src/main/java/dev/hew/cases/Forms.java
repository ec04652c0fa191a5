package dev.hew.cases;

import dev.hew.contract.MediaType;
import dev.hew.contract.Parameter.Style;
import dev.hew.contract.Schema;
import dev.hew.contract.Schemas;
import dev.hew.model.FilePart;
import dev.hew.model.Shape;
import dev.hew.yaml.JsonWriter;
import dev.hew.yaml.Node;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** Writes objects as form bodies, each property by its encoding. */
final class Forms {
  static final String BOUNDARY = "hew-boundary";

  /** What a part is called where the contract has no name for it. */
  private static final String UNNAMED = "file";

  private Forms() {}

  static String urlencoded(MediaType media, Node value) {
    UnaryOperator<String> escape = text -> Wire.escape(text, "");
    return value.entries().stream()
        .filter(e -> !Wire.isNull(e.value()))
        .flatMap(e -> pairs(media, e.key(), e.value(), escape).stream())
        .map(pair -> escape.apply(pair.name()) + "=" + pair.value())
        .collect(Collectors.joining("&"));
  }

  /** A property with a style is written by it; else lists are repeated and objects travel as JSON. */
  private static List<Wire.Pair> pairs(
      MediaType media, String name, Node value, UnaryOperator<String> escape) {
    Optional<MediaType.Encoding> encoding = Optional.ofNullable(media.encoding().get(name));
    boolean styled =
        encoding.map(e -> e.style().isPresent() || e.explode().isPresent()).orElse(false);
    if (!styled) {
      return value instanceof Node.Mapping
          ? List.of(new Wire.Pair(name, escape.apply(JsonWriter.compact(value))))
          : Wire.pairs(name, Style.FORM, true, value, escape);
    }
    Style style = encoding.flatMap(MediaType.Encoding::style).orElse(Style.FORM);
    boolean explode = encoding.flatMap(MediaType.Encoding::explode).orElse(style == Style.FORM);
    return Wire.pairs(name, style, explode, value, escape);
  }

  static Payload multipart(MediaType media, Node value, Schemas schemas) {
    Optional<Shape> shape = media.schema().map(s -> Shape.of(schemas.resolve(s), schemas));
    Map<String, Schema> properties = shape.map(s -> properties(s, value)).orElse(Map.of());
    Optional<Schema> others = shape.flatMap(Shape::additional);
    List<Part> parts = new ArrayList<>();
    if (!(value instanceof Node.Mapping) && !Wire.isNull(value)) {
      add(media, UNNAMED, value, media.schema(), schemas, parts);
    }
    for (Node.Entry entry : value.entries()) {
      if (!Wire.isNull(entry.value())) {
        add(
            media,
            entry.key(),
            entry.value(),
            Optional.ofNullable(properties.get(entry.key())).or(() -> others),
            schemas,
            parts);
      }
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (Part part : parts) {
      String head =
          "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + quoted(part.name) + "\""
              + part.file.map(file -> "; filename=\"" + quoted(file) + "\"").orElse("")
              + part.type.map(type -> "\r\nContent-Type: " + type).orElse("") + "\r\n\r\n";
      out.writeBytes(head.getBytes(StandardCharsets.UTF_8));
      out.writeBytes(part.bytes);
      out.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
    }
    out.writeBytes(("--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8));
    // as text where it is one, so that a person can read the case
    byte[] bytes = out.toByteArray();
    String text = new String(bytes, StandardCharsets.UTF_8);
    return Arrays.equals(bytes, utf8(text)) ? Payload.of(text) : Payload.of(bytes);
  }

  /** The schemas of properties; of the choices, those count first that demand nothing that the value does not have. */
  private static Map<String, Schema> properties(Shape shape, Node value) {
    List<Shape> choices = shape.choices();
    Map<String, Schema> properties = new HashMap<>(shape.properties());
    choices.stream()
        .filter(c -> c.required().stream().allMatch(name -> value.get(name).isPresent()))
        .forEach(c -> c.properties().forEach(properties::putIfAbsent));
    choices.forEach(c -> c.properties().forEach(properties::putIfAbsent));
    return properties;
  }

  private record Part(String name, Optional<String> file, Optional<String> type, byte[] bytes) {}

  private static void add(
      MediaType media,
      String name,
      Node value,
      Optional<Schema> declared,
      Schemas schemas,
      List<Part> parts) {
    Optional<Schema> schema = declared.map(schemas::resolve);
    Optional<MediaType.Encoding> encoding = Optional.ofNullable(media.encoding().get(name));
    Optional<String> type = encoding.flatMap(MediaType.Encoding::contentType).map(Forms::first);
    if (value instanceof Node.Sequence
        && encoding.flatMap(MediaType.Encoding::style).isEmpty()) {
      Optional<Schema> item = schema.flatMap(s -> Shape.of(s, schemas).items());
      value.items().forEach(v -> add(media, name, v, item, schemas, parts));
    } else if (schema.filter(s -> FilePart.isFirst(s, media, name, schemas)).isPresent()) {
      String real = type.orElse("application/octet-stream");
      byte[] bytes = real.equals("image/png")
          ? Bodies.png()
          : Wire.text(value).getBytes(StandardCharsets.UTF_8);
      parts.add(new Part(name, Optional.of("file." + extension(real)), Optional.of(real), bytes));
    } else if (value instanceof Node.Mapping
        && encoding.flatMap(MediaType.Encoding::style).isEmpty()) {
      parts.add(new Part(
          name,
          Optional.empty(),
          type.or(() -> Optional.of("application/json")),
          utf8(JsonWriter.compact(value))));
    } else {
      for (Wire.Pair pair : pairs(media, name, value, UnaryOperator.identity())) {
        parts.add(new Part(pair.name(), Optional.empty(), type, utf8(pair.value())));
      }
    }
  }

  private static String extension(String type) {
    return switch (type) {
      case "image/png" -> "png";
      case "text/plain" -> "txt";
      case "application/json" -> "json";
      default -> "bin";
    };
  }

  private static String first(String types) {
    String type = types.split(",", 2)[0].strip();
    return type.equals("image/*")
        ? "image/png"
        : type.contains("*") ? "application/octet-stream" : type;
  }

  private static String quoted(String text) {
    return text.replace("\\", "\\\\")
        .replace("\"", "%22")
        .replace("\r", "%0D")
        .replace("\n", "%0A");
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
