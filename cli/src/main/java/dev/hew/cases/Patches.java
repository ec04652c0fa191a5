package dev.hew.cases;

import dev.hew.contract.MediaType;
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
import java.util.stream.Stream;

/** Lists of changes (RFC 6902) that can be applied to what is kept, which a schema of such lists does not tell. */
record Patches(Resources kept, Drafts drafts, ItemBodies bodies, Workshop workshop) {
  /** Whether a request changes something that is kept by a list of changes. */
  boolean isPatch(Draft draft) {
    return draft.body().filter(b -> MediaType.isJsonPatch(b.contentType())).isPresent()
        && kept.role(draft.operation()).filter(r -> r == Role.PATCH).isPresent();
  }

  /** The same request with a change that an item takes that was just added; as it is when none is known. */
  Draft applicable(Draft draft) {
    if (!isPatch(draft)) {
      return draft;
    }
    Bodies.Body body = draft.body().orElseThrow();
    Resource resource = kept.of(draft.operation()).orElseThrow();
    Optional<Bodies.Body> whole = item(resource);
    return whole.flatMap(Bodies.Body::value).stream()
        .flatMap(item -> item.entries().stream())
        .filter(e -> resource.key().filter(e.key()::equals).isEmpty())
        .filter(e -> !Values.isNull(e.value()))
        .flatMap(e -> Stream.concat(
            another(whole.get(), e).map(value -> replacement(e.key(), value)).stream(),
            Stream.of(replacement(e.key(), e.value()))))
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

  /** The item that is added first. */
  private Optional<Bodies.Body> item(Resource resource) {
    return resource
        .first(Role.CREATE)
        .or(() -> resource.first(Role.REPLACE))
        .flatMap(add -> drafts.draft(add).body().flatMap(b -> bodies.item(b, add, resource)));
  }

  /** Another value for a property of an item, one that the item may have as well. */
  private Optional<Node> another(Bodies.Body item, Node.Entry entry) {
    return Optional.of(entry.value())
        .filter(value -> value instanceof Node.Scalar)
        .flatMap(value -> ItemKeys.another(value, 5))
        .filter(value -> item.schema()
            .filter(schema -> workshop
                .validator()
                .isValid(schema, Values.with(item.value().orElseThrow(), entry.key(), value)))
            .isPresent());
  }

  /** Whether what a merge patch leaves of an item that was just added is right still, or any other body. */
  boolean fits(Draft draft) {
    Optional<Resource> resource = kept.of(draft.operation());
    Optional<Bodies.Body> patch = draft
        .body()
        .filter(b -> MediaType.isMergePatch(b.contentType()) && b.value().isPresent())
        .flatMap(b -> resource
            .map(r -> bodies.item(b, draft.operation(), r))
            .orElse(Optional.of(b)));
    Optional<Bodies.Body> whole = resource
        .flatMap(this::item)
        .filter(b -> b.schema().isPresent() && b.value().isPresent());
    if (patch.isEmpty() || whole.isEmpty() || kept.role(draft.operation()).get() != Role.PATCH) {
      return true;
    }
    Node left = Merges.merged(whole.get().value(), patch.get().value().get());
    Map<String, Node> nulled = Values.entries(left);
    patch.get().value().get().entries().stream()
        .filter(e -> Values.isNull(e.value()))
        .forEach(e -> nulled.put(e.key(), e.value()));
    return Stream.of(left, Values.map(nulled))
        .anyMatch(item -> workshop.validator().isValid(whole.get().schema().get(), item));
  }

  /** The properties that a list of changes sets: of any other body, the body itself. */
  static Node set(Node body) {
    if (!(body instanceof Node.Sequence)) {
      return body;
    }
    Map<String, Node> set = new LinkedHashMap<>();
    for (Node change : body.items()) {
      Optional<String> path = change.get("path").flatMap(Node::string);
      path.filter(p -> p.lastIndexOf('/') == 0)
          .map(p -> p.substring(1).replace("~1", "/").replace("~0", "~"))
          .ifPresent(name -> change.get("value").ifPresent(value -> set.put(name, value)));
    }
    return Values.map(set);
  }

  private static Node replacement(String property, Node value) {
    String pointer = "/" + property.replace("~", "~0").replace("/", "~1");
    Map<String, Node> change = new LinkedHashMap<>();
    change.put("op", Values.text("replace"));
    change.put("path", Values.text(pointer));
    change.put("value", value);
    return Values.list(List.of(Values.map(change)));
  }
}
