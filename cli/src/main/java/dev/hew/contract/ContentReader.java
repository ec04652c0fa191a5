package dev.hew.contract;

import dev.hew.yaml.Node;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Reads what parameters, headers and bodies have in common: media types, examples, encodings, headers. */
final class ContentReader {
  private final Reading reading;

  ContentReader(Reading reading) {
    this.reading = reading;
  }

  /** The media types under {@code content}. */
  List<MediaType> content(Spot owner) {
    List<MediaType> types = new ArrayList<>();
    for (Spot entry : reading.named(owner, "content")) {
      if (entry.name().startsWith("x-") || !isType(entry.name(), entry)) {
        continue;
      }
      if (entry.isNull()) {
        types.add(
            new MediaType(entry.place(), entry.name(), Optional.empty(), List.of(), Map.of()));
      } else {
        reading
            .resolve(entry, "a media type")
            .ifPresent(spot -> types.add(mediaType(entry.name(), spot)));
      }
    }
    return types;
  }

  /** The media types of Swagger 2.0's {@code consumes} or {@code produces}: the operation's, else the document's. */
  List<String> types(Spot operation, String key) {
    Spot owner =
        operation.get(key).isPresent() ? operation : reading.documents.rootOf(operation.place());
    return reading.texts(owner, key).stream()
        .filter(type -> isType(type, owner.get(key).orElseThrow()))
        .toList();
  }

  /** Whether a text is a media type or a range of such; one that is not is reported. */
  private boolean isType(String type, Spot at) {
    boolean is = MediaType.is(type);
    if (!is) {
      reading.problems.warnAtKey(
          "media-type",
          at,
          "`" + type + "` is no media type; what is said of it is passed over",
          Optional.of(
              "write a type and a subtype, such as `application/json`, and each type under a"
                  + " key of its own"));
    }
    return is;
  }

  private MediaType mediaType(String type, Spot spot) {
    reading.known(spot, Keys.MEDIA_TYPE, "a media type");
    spot.get("itemSchema")
        .ifPresent(item -> reading.problems.warnAtKey(
            "item-schema", item, "`itemSchema` is not served; the body is free", Optional.empty()));
    Map<String, MediaType.Encoding> encodings = new LinkedHashMap<>();
    for (Spot encoding : reading.named(spot, "encoding")) {
      if (reading.isMapping(encoding, "an encoding")) {
        encodings.put(encoding.name(), encoding(encoding));
      }
    }
    return new MediaType(
        spot.place(),
        type,
        reading.value(spot, "schema").map(reading.schemas::read),
        examples(spot),
        encodings);
  }

  private MediaType.Encoding encoding(Spot spot) {
    reading.known(spot, Keys.ENCODING, "an encoding");
    Optional<Boolean> explode = spot.get("explode").isPresent()
        ? Optional.of(reading.flag(spot, "explode", false))
        : Optional.empty();
    return new MediaType.Encoding(
        reading.text(spot, "contentType"), style(spot), explode, headers(spot));
  }

  /** The style as written; one that is not known is reported. */
  Optional<Parameter.Style> style(Spot spot) {
    return reading.text(spot, "style").flatMap(text -> {
      for (Parameter.Style style : Parameter.Style.values()) {
        if (style != Parameter.Style.TSV && style.name().replace("_", "").equalsIgnoreCase(text)) {
          return Optional.of(style);
        }
      }
      reading.problems.warn(
          "parameter-style",
          spot.get("style").orElseThrow().node(),
          "style `" + text + "` is not known and is passed over");
      return Optional.empty();
    });
  }

  /** The values of {@code example} and {@code examples}. */
  List<Node> examples(Spot spot) {
    List<Node> values = new ArrayList<>();
    spot.get("example").ifPresent(e -> values.add(e.node()));
    Optional<Spot> examples = spot.get("examples").filter(e -> !e.isNull());
    for (Spot entry : examples.map(Spot::entries).orElse(List.of())) {
      if (entry.isMapping()) {
        reading
            .resolve(entry, "an example")
            .flatMap(e -> e.get("dataValue").or(() -> e.get("value")))
            .ifPresent(value -> values.add(value.node()));
      }
    }
    return values;
  }

  /** The headers under {@code headers}; the content type is told by the media type, not by a header. */
  List<Header> headers(Spot owner) {
    List<Header> headers = new ArrayList<>();
    for (Spot entry : reading.named(owner, "headers")) {
      if (HeaderName.isWrong("header", entry.name())) {
        HeaderName.reportAtKey(reading.problems, entry, "it is passed over");
      } else if (!entry.name().toLowerCase(Locale.ROOT).equals("content-type")) {
        reading
            .resolve(entry, "a header")
            .ifPresent(spot -> headers.add(header(entry.name(), spot)));
      }
    }
    return headers;
  }

  private Header header(String name, Spot spot) {
    boolean swagger = reading.dialect(spot).isSwagger();
    if (!swagger) {
      reading.known(spot, Keys.HEADER, "a header");
    }
    Value value =
        swagger ? new Value(reading.schemas.read(spot), Optional.empty(), List.of()) : value(spot);
    List<Node> examples = new ArrayList<>(examples(spot));
    examples.addAll(value.examples());
    return new Header(
        spot.place(),
        name,
        reading.flag(spot, "required", false),
        reading.flag(spot, "deprecated", false),
        reading.flag(spot, "explode", false),
        reading.text(spot, "description"),
        value.schema(),
        value.content(),
        examples);
  }

  /** What a parameter or header holds, said by {@code schema} or {@code content}. */
  record Value(Schema schema, Optional<String> content, List<Node> examples) {}

  Value value(Spot spot) {
    List<MediaType> content = content(spot);
    if (!content.isEmpty()) {
      MediaType first = content.get(0);
      return new Value(
          first.schema().orElse(free(spot)), Optional.of(first.type()), first.examples());
    }
    if (spot.get("schema").isEmpty() && spot.get("content").isEmpty()) {
      reading.problems.warnAtKey(
          "missing-schema", spot, "there is no `schema` here; any value fits", Optional.empty());
    }
    return new Value(
        reading.value(spot, "schema").map(reading.schemas::read).orElse(free(spot)),
        Optional.empty(),
        List.of());
  }

  /** The schema that every value fits. */
  private static Schema free(Spot spot) {
    return new Schema(
        spot.place().child("schema"), new Node.Mapping(List.of(), spot.node().position()));
  }
}
