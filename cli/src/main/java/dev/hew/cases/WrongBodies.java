package dev.hew.cases;

import dev.hew.contract.MediaType;
import dev.hew.contract.RequestBody;
import dev.hew.contract.Schemas;
import dev.hew.schema.Direction;
import dev.hew.yaml.JsonWriter;
import dev.hew.yaml.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes requests whose body is missing, malformed, or breaks one constraint of its schema. */
final class WrongBodies {
  /** How many bytes the wrong bodies of one operation may take. */
  private static final long ROOM = 400_000;

  private final Workshop workshop;
  private final Schemas schemas;
  private final Wrongs wrongs;
  private final int most;

  /** @param most how many constraints of a body are broken */
  WrongBodies(Workshop workshop, Schemas schemas, Wrongs wrongs, int most) {
    this.workshop = workshop;
    this.schemas = schemas;
    this.wrongs = wrongs;
    this.most = most;
  }

  /** @param draft a right request */
  List<Negatives.Wrong> of(RequestBody body, Draft draft) {
    List<Negatives.Wrong> found = new ArrayList<>();
    if (draft.body().isEmpty()) {
      return found;
    }
    Bodies.Body right = draft.body().get();
    if (body.required() && !right.contentType().startsWith("multipart/")) {
      // with a content type, without which a server may complain of just that
      Draft empty =
          draft.withHeader("Content-Type", right.contentType()).withBody(Optional.empty());
      found.add(new Negatives.Wrong("body.missing", empty, body.place()));
    }
    if (right.value().isPresent() && isJson(right.contentType())) {
      Bodies.Body malformed = Bodies.Body.plain(right.contentType(), Payload.of("{\"hew\":"));
      found.add(new Negatives.Wrong(
          "body.malformed", draft.withBody(Optional.of(malformed)), body.place()));
      right.schema().ifPresent(schema -> json(schema, body, draft, right, found));
    } else if (right.value().isPresent()) {
      body.content().stream()
          .filter(media -> media.isForm() || media.isMultipart())
          .filter(media -> workshop
              .bodies()
              .body(media, Direction.WRITE)
              .filter(right::equals)
              .isPresent())
          .findFirst()
          .ifPresent(media -> form(media, body, draft, right, found));
    }
    return found;
  }

  private static boolean isJson(String type) {
    String essence = MediaType.essence(type);
    return essence.endsWith("/json") || essence.endsWith("+json");
  }

  /** The schema stays named, so that a runner can see for itself that the body is wrong. */
  private void json(
      String schema,
      RequestBody body,
      Draft draft,
      Bodies.Body right,
      List<Negatives.Wrong> found) {
    long room = ROOM;
    for (Wrongs.Wrong wrong : wrongs.of(
        schema,
        right.value().orElseThrow(),
        body.required(),
        true,
        most,
        (keyword, value) -> true,
        body.place())) {
      Payload payload = Payload.of(JsonWriter.compact(wrong.value()));
      room -= payload.bytes().length;
      if (room < 0) {
        return;
      }
      Bodies.Body other = new Bodies.Body(
          right.contentType(), payload, Optional.of(wrong.value()), right.schema(), true);
      found.add(new Negatives.Wrong(
          "body." + wrong.name(), draft.withBody(Optional.of(other)), wrong.why()));
    }
  }

  /** A field is text like a parameter: what is wrong has to be wrong however it is read. */
  private void form(
      MediaType media,
      RequestBody body,
      Draft draft,
      Bodies.Body right,
      List<Negatives.Wrong> found) {
    if (media.schema().isEmpty()) {
      return;
    }
    String schema = workshop.bundle().name(media.schema().get(), Direction.WRITE);
    Node known = right.value().orElseThrow();
    for (Wrongs.Wrong wrong : wrongs.of(
        schema,
        known,
        true,
        false,
        most,
        (keyword, value) -> value instanceof Node.Mapping
            && !value.entries().isEmpty()
            && wrongs.refused(schema, keyword, Readings.ofForm(value, known)),
        body.place())) {
      Payload payload = media.isMultipart()
          ? Forms.multipart(media, wrong.value(), schemas)
          : Payload.of(Forms.urlencoded(media, wrong.value()));
      Bodies.Body other = new Bodies.Body(
          right.contentType(), payload, Optional.of(wrong.value()), Optional.empty(), true);
      found.add(new Negatives.Wrong(
          "body." + wrong.name(), draft.withBody(Optional.of(other)), wrong.why()));
    }
  }
}
