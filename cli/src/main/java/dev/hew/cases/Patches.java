package dev.hew.cases;

import dev.hew.contract.Operation;
import dev.hew.resource.Resource;
import dev.hew.resource.Resources;
import dev.hew.resource.Role;
import dev.hew.schema.Values;
import dev.hew.yaml.JsonWriter;
import dev.hew.yaml.Node;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Lists of changes (RFC 6902) that can be applied to what is kept, which a schema of such lists does not tell. */
record Patches(Resources kept, Drafts drafts, Workshop workshop) {
  private static final String TYPE = "application/json-patch+json";

  /** Whether a request changes something that is kept by a list of changes. */
  boolean isPatch(Draft draft) {
    return draft.body().filter(b -> b.contentType().equals(TYPE)).isPresent()
        && kept.role(draft.operation()).filter(r -> r == Role.PATCH).isPresent();
  }

  /** The same request with a change that an item takes that was just added; as it is when none is known. */
  Draft applicable(Draft draft) {
    if (!isPatch(draft)) {
      return draft;
    }
    Bodies.Body body = draft.body().orElseThrow();
    Resource resource = kept.of(draft.operation()).orElseThrow();
    Optional<Operation> create = resource.first(Role.CREATE).or(() -> resource.first(Role.REPLACE));
    return create.map(drafts::draft).flatMap(Draft::body).flatMap(Bodies.Body::value).stream()
        .flatMap(item -> item.entries().stream())
        .filter(e -> resource.key().filter(e.key()::equals).isEmpty())
        .filter(e -> !Values.isNull(e.value()))
        .map(Patches::replacement)
        .filter(patch -> body.schema()
            .map(schema -> workshop.validator().isValid(schema, patch))
            .orElse(true))
        .findFirst()
        .map(patch -> Bodies.Body.right(
            body.contentType(),
            Payload.of(JsonWriter.compact(patch)),
            Optional.of(patch),
            body.schema()))
        .map(right -> draft.withBody(Optional.of(right)))
        .orElse(draft);
  }

  private static Node replacement(Node.Entry entry) {
    String pointer = "/" + entry.key().replace("~", "~0").replace("/", "~1");
    Map<String, Node> change = new LinkedHashMap<>();
    change.put("op", Values.text("replace"));
    change.put("path", Values.text(pointer));
    change.put("value", entry.value());
    return Values.list(List.of(Values.map(change)));
  }
}
