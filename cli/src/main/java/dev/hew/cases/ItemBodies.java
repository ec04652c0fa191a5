package dev.hew.cases;

import dev.hew.contract.MediaType;
import dev.hew.contract.Operation;
import dev.hew.contract.Schema;
import dev.hew.contract.Schemas;
import dev.hew.resource.CarriedItem;
import dev.hew.resource.Resource;
import dev.hew.schema.Direction;
import dev.hew.schema.Values;
import dev.hew.yaml.JsonWriter;
import dev.hew.yaml.Node;
import java.util.Map;
import java.util.Optional;

/** Where the bodies of operations have an item: they are it, or hold it in a property. */
record ItemBodies(Schemas schemas, Bundle bundle) {
  /** What an operation's JSON body says of an item. */
  Optional<Schema> schema(Operation operation, Resource resource) {
    return operation.body().stream()
        .flatMap(b -> b.content().stream())
        .filter(MediaType::isJson)
        .filter(media -> media.schema().isPresent())
        .findFirst()
        .flatMap(media -> schema(media, operation, resource));
  }

  /** What one form of an operation's body says of an item. */
  Optional<Schema> schema(MediaType media, Operation operation, Resource resource) {
    return media
        .schema()
        .flatMap(body -> CarriedItem.in(body, resource.sentIn(operation), schemas));
  }

  /** The item in a body of an operation as a body of its own; empty where it is not there. */
  Optional<Bodies.Body> item(Bodies.Body body, Operation operation, Resource resource) {
    Optional<String> in = resource.sentIn(operation);
    if (in.isEmpty()) {
      return Optional.of(body);
    }
    Optional<String> name = schema(operation, resource).map(s -> bundle.name(s, Direction.WRITE));
    return body.value()
        .flatMap(value -> CarriedItem.in(value, in))
        .map(item -> Bodies.Body.right(
            body.contentType(), Payload.of(JsonWriter.compact(item)), Optional.of(item), name));
  }

  /** The item that a step sends. */
  static Optional<Node> item(Case.Step step, Operation operation, Resource resource) {
    return ItemKeys.json(step).flatMap(body -> CarriedItem.in(body, resource.sentIn(operation)));
  }

  /** The body of a step with another item in it. */
  static Node with(Case.Step step, Node item, Operation operation, Resource resource) {
    return resource
        .sentIn(operation)
        .map(property -> Values.with(ItemKeys.json(step).orElseThrow(), property, item))
        .orElse(item);
  }

  /** An item, or a part of one, as the body of an operation has it that holds nothing else. */
  static Node around(Node item, Operation operation, Resource resource) {
    return around(item, resource.sentIn(operation));
  }

  /** An item as the only thing in what holds it in a property; itself where nothing does. */
  static Node around(Node item, Optional<String> property) {
    return property.<Node>map(p -> Values.map(Map.of(p, item))).orElse(item);
  }

  /** Whether a step leaves out the item that its body has room for. */
  static boolean lacks(Case.Step step, Operation operation, Resource resource) {
    return resource.sentIn(operation).isPresent()
        && ItemKeys.json(step).isPresent()
        && item(step, operation, resource).filter(i -> !Values.isNull(i)).isEmpty();
  }
}
