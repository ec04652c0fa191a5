package dev.hew.cases;

import dev.hew.contract.MediaType;
import dev.hew.contract.Schemas;
import dev.hew.model.Shape;
import dev.hew.schema.Direction;
import dev.hew.schema.Sample;
import dev.hew.schema.Sampler;
import dev.hew.schema.Validator;
import dev.hew.schema.Values;
import dev.hew.yaml.JsonWriter;
import dev.hew.yaml.Node;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Makes bodies: the contract's examples where they are valid, else made up from the schema. Not safe for threads. */
final class Bodies {
  /** The smallest PNG: one transparent pixel. */
  private static final byte[] PNG = Base64.getDecoder()
      .decode(
          "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==");

  private final Bundle bundle;
  private final Schemas schemas;
  private final Validator validator;
  private final Sampler sampler;

  /** Made once: cases, examples and refusals ask for the same ones. */
  private final Map<Direction, Map<MediaType, Optional<Body>>> known =
      Map.of(Direction.READ, new IdentityHashMap<>(), Direction.WRITE, new IdentityHashMap<>());

  Bodies(Bundle bundle, Schemas schemas, Validator validator, Sampler sampler) {
    this.bundle = bundle;
    this.schemas = schemas;
    this.validator = validator;
    this.sampler = sampler;
  }

  /**
   * A body.
   *
   * @param contentType a concrete media type, with whatever a reader needs to know
   * @param value what is written; empty for text and bytes that follow no schema
   * @param schema the name of the schema of a JSON body
   * @param wrong whether the body breaks its schema on purpose
   */
  record Body(
      String contentType,
      Payload payload,
      Optional<Node> value,
      Optional<String> schema,
      boolean wrong) {

    static Body right(
        String contentType, Payload payload, Optional<Node> value, Optional<String> schema) {
      return new Body(contentType, payload, value, schema, false);
    }

    /** A body that follows no schema. */
    static Body plain(String contentType, Payload payload) {
      return new Body(contentType, payload, Optional.empty(), Optional.empty(), false);
    }
  }

  /** A body in a representation; empty when no value was found that its schema allows. */
  Optional<Body> body(MediaType media, Direction direction) {
    return known.get(direction).computeIfAbsent(media, m -> made(m, direction));
  }

  private Optional<Body> made(MediaType media, Direction direction) {
    String type = concrete(media);
    Optional<String> name = media.schema().map(s -> bundle.name(s, direction));
    if (isJson(media, type)) {
      return value(media, direction)
          .map(v -> Body.right(type, json(v, direction), Optional.of(v), name));
    }
    if (media.isForm()) {
      return value(media, direction)
          .map(v -> Body.right(
              type, Payload.of(Forms.urlencoded(media, v)), Optional.of(v), Optional.empty()));
    }
    if (media.isMultipart()) {
      String full = type + "; boundary=" + Forms.BOUNDARY;
      return value(media, direction)
          .map(v -> Body.right(
              full, Forms.multipart(media, v, schemas), Optional.of(v), Optional.empty()));
    }
    Optional<String> example =
        media.examples().stream().flatMap(e -> e.string().stream()).findFirst();
    if (media.isXml()) {
      Optional<String> xml = example.filter(text -> text.strip().startsWith("<"));
      return xml.or(() -> value(media, direction).map(v -> Xml.write(media.schema(), v, schemas)))
          .map(text -> Body.plain(type, Payload.of(text)));
    }
    if (type.startsWith("text/")) {
      String text = example.or(() -> value(media, direction).map(Wire::text)).orElse("text");
      return Optional.of(Body.plain(type, Payload.of(text)));
    }
    Payload payload = example.map(Payload::of).orElseGet(() -> bytes(type));
    return Optional.of(Body.plain(type, payload));
  }

  /** A range that may be anything is served as JSON where its schema is more than a string of bytes. */
  static boolean isJson(MediaType media, String concrete) {
    return media.isJson() || concrete.equals("application/json");
  }

  /** Requests travel compact, answers are read by people. */
  private static Payload json(Node value, Direction direction) {
    return Payload.of(
        direction == Direction.WRITE ? JsonWriter.compact(value) : JsonWriter.pretty(value));
  }

  static byte[] png() {
    return PNG.clone();
  }

  private static Payload bytes(String type) {
    return type.equals("image/png")
        ? Payload.of(PNG)
        : Payload.of("hew".getBytes(StandardCharsets.UTF_8));
  }

  /** A media type without wildcards. */
  static String concrete(MediaType media) {
    String essence = media.essence();
    if (!media.isRange()) {
      return media.type();
    }
    boolean bytes =
        media.schema().map(s -> s.format().filter("binary"::equals).isPresent()).orElse(true);
    return switch (essence.substring(0, essence.indexOf('/') < 0 ? 0 : essence.indexOf('/'))) {
      case "image" -> "image/png";
      case "text" -> "text/plain";
      case "audio" -> "audio/mpeg";
      case "video" -> "video/mp4";
      default -> bytes ? "application/octet-stream" : "application/json";
    };
  }

  private Optional<Node> value(MediaType media, Direction direction) {
    if (media.schema().isEmpty()) {
      return Optional.of(
          media.examples().stream().findFirst().orElseGet(() -> Values.map(Map.of())));
    }
    boolean object = Shape.of(media.schema().get(), schemas).types().equals(Set.of("object"));
    return value(
        bundle.name(media.schema().get(), direction),
        direction,
        media.examples().stream()
            .filter(
                e -> !object || e instanceof Node.Mapping || Values.isNull(e)) // as the type has it
            .toList());
  }

  /** The first of the examples that the schema allows, else one made up. */
  Optional<Node> value(String schema, Direction direction, List<Node> examples) {
    return examples.stream()
        .filter(example -> validator.isValid(schema, example))
        .findFirst()
        .or(() -> sampler.sample(schema, direction).value());
  }

  /** Why there is no value for a representation. */
  String reason(MediaType media, Direction direction) {
    Sample sample = media
        .schema()
        .map(s -> sampler.sample(bundle.name(s, direction), direction))
        .orElse(new Sample.None(""));
    return sample instanceof Sample.None none ? none.reason() : "";
  }
}
