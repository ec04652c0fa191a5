package dev.hew.contract;

import dev.hew.contract.Parameter.In;
import dev.hew.report.Position;
import dev.hew.yaml.Node;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads what an operation takes in its body. */
final class BodyReader {
  private static final String FORM = "application/x-www-form-urlencoded";
  private static final String MULTIPART = "multipart/form-data";

  private final Reading reading;
  private final ContentReader content;

  BodyReader(Reading reading, ContentReader content) {
    this.reading = reading;
    this.content = content;
  }

  Optional<RequestBody> read(Spot operation) {
    return reading
        .value(operation, "requestBody")
        .flatMap(body -> reading.resolve(body, "a request body"))
        .map(spot -> {
          reading.known(spot, Keys.BODY, "a request body");
          if (reading.value(spot, "content").isEmpty()) {
            reading.missing(spot, "content", "the request body");
          }
          return new RequestBody(
              spot.place(),
              reading.flag(spot, "required", false),
              reading.text(spot, "description"),
              content.content(spot));
        });
  }

  /** Swagger 2.0's body and form parameters as one body. */
  Optional<RequestBody> swagger(List<Spot> parameters, Spot operation) {
    List<String> consumes = content.types(operation, "consumes");
    for (Spot spot : parameters) {
      if (isIn(spot, "body")) {
        Optional<Schema> schema = reading.value(spot, "schema").map(reading.schemas::read);
        if (schema.isEmpty()) {
          reading.missing(spot, "schema", "the body parameter");
        }
        List<MediaType> types = new ArrayList<>();
        for (String type : consumes.isEmpty() ? List.of("application/json") : consumes) {
          types.add(new MediaType(spot.place(), type, schema, content.examples(spot), Map.of()));
        }
        return Optional.of(new RequestBody(
            spot.place(),
            reading.flag(spot, "required", false),
            reading.text(spot, "description"),
            types));
      }
    }
    List<Spot> fields = parameters.stream().filter(p -> isIn(p, "formData")).toList();
    return fields.isEmpty() ? Optional.empty() : Optional.of(form(fields, consumes, operation));
  }

  private boolean isIn(Spot spot, String in) {
    return reading.text(spot, "in").equals(Optional.of(in));
  }

  private RequestBody form(List<Spot> fields, List<String> consumes, Spot operation) {
    Position position = fields.get(0).node().position();
    List<Node.Entry> properties = new ArrayList<>();
    List<Node> required = new ArrayList<>();
    Map<String, MediaType.Encoding> encodings = new LinkedHashMap<>();
    boolean file = false;
    for (Spot field : fields) {
      String name = reading.text(field, "name").orElseThrow();
      properties.add(new Node.Entry(
          name,
          field.namePosition(),
          described(field, SwaggerValues.schema(reading, field).node())));
      if (reading.flag(field, "required", false)) {
        required.add(new Node.Scalar(name, name, field.node().position()));
      }
      boolean list = reading.text(field, "type").equals(Optional.of("array"));
      if (list) {
        encodings.put(
            name,
            new MediaType.Encoding(
                Optional.empty(),
                Optional.of(SwaggerValues.style(reading, field, In.QUERY)),
                Optional.of(SwaggerValues.explode(reading, field)),
                List.of()));
      }
      file |= reading.text(field, "type").equals(Optional.of("file"));
    }
    List<Node.Entry> keywords = new ArrayList<>();
    keywords.add(new Node.Entry("type", position, new Node.Scalar("object", "object", position)));
    keywords.add(new Node.Entry("properties", position, new Node.Mapping(properties, position)));
    if (!required.isEmpty()) {
      keywords.add(new Node.Entry("required", position, new Node.Sequence(required, position)));
    }
    Place place = operation.place().child("requestBody");
    boolean onlyMultipart = file;
    List<String> types = consumes.stream()
        .filter(t -> t.equals(MULTIPART) || (t.equals(FORM) && !onlyMultipart))
        .toList();
    List<MediaType> media = new ArrayList<>();
    for (String type : types.isEmpty() ? List.of(file ? MULTIPART : FORM) : types) {
      Place at = place.child("content", type);
      Schema schema = new Schema(at.child("schema"), new Node.Mapping(keywords, position));
      media.add(new MediaType(at, type, Optional.of(schema), List.of(), encodings));
    }
    return new RequestBody(place, !required.isEmpty(), Optional.empty(), media);
  }

  /** A form field's description belongs to its schema, now that it is a property. */
  private static Node described(Spot field, Node schema) {
    Optional<Node.Entry> description = field.node().entries().stream()
        .filter(e -> e.key().equals("description"))
        .findFirst();
    if (description.isEmpty() || !(schema instanceof Node.Mapping)) {
      return schema;
    }
    List<Node.Entry> entries = new ArrayList<>(schema.entries());
    entries.add(description.get());
    return new Node.Mapping(entries, schema.position());
  }
}
