package dev.hew.cases;

import dev.hew.contract.MediaType;
import dev.hew.contract.Operation;
import dev.hew.contract.Schema;
import dev.hew.contract.Schemas;
import dev.hew.model.MergePatch;
import dev.hew.model.Shape;
import dev.hew.model.Text;
import dev.hew.resource.Resource;
import dev.hew.resource.Role;
import dev.hew.schema.Direction;
import dev.hew.schema.Edge;
import dev.hew.schema.Values;
import dev.hew.yaml.JsonWriter;
import dev.hew.yaml.Node;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The cases of merge patches (RFC 7396) that reach into an object of an item: what they do not speak of stays, and null
 * takes out one part.
 */
final class Merges {
  private static final String CONTENT_TYPE = "Content-Type";

  private final Workshop workshop;
  private final Schemas schemas;
  private final ItemBodies bodies;
  private final Preparation preparation;
  private final Function<Operation, Optional<Case.Step>> plain;

  Merges(
      Workshop workshop,
      Schemas schemas,
      ItemBodies bodies,
      Preparation preparation,
      Function<Operation, Optional<Case.Step>> plain) {
    this.workshop = workshop;
    this.schemas = schemas;
    this.bodies = bodies;
    this.preparation = preparation;
    this.plain = plain;
  }

  /** What a merge patch leaves of a value. */
  static Node merged(Optional<Node> target, Node patch) {
    if (!(patch instanceof Node.Mapping)) {
      return patch;
    }
    Map<String, Node> merged = target.map(Values::entries).orElseGet(LinkedHashMap::new);
    patch.entries().forEach(change -> {
      if (Values.isNull(change.value())) {
        merged.remove(change.key());
      } else {
        merged.put(
            change.key(), merged(Optional.ofNullable(merged.get(change.key())), change.value()));
      }
    });
    return Values.map(merged);
  }

  /**
   * How a patch reaches into a property of an item.
   *
   * @param before the item that is added
   * @param part what changes one part of the property and says nothing of another
   * @param removal what takes out another part; empty where the contract has no room for a null there
   */
  private record Reach(String property, Node before, Node part, Optional<Node> removal) {}

  /** Changes a part of an object inside an item, takes out another, and finds the rest as it was. */
  Optional<States.Found> inside(Resource resource) {
    Optional<Operation> change = resource.first(Role.PATCH);
    Optional<Operation> read = resource.first(Role.READ);
    Optional<MediaType> media = change.flatMap(Operation::body).stream()
        .flatMap(body -> body.content().stream())
        .filter(m -> m.isMergePatch() && m.schema().isPresent())
        .findFirst();
    Optional<Preparation.Before> before = preparation.added(resource);
    Optional<Schema> patched = media.flatMap(m -> bodies.schema(m, change.get(), resource));
    if (patched.isEmpty() || read.isEmpty() || before.isEmpty()) {
      return Optional.empty();
    }
    Operation add =
        resource.first(Role.CREATE).or(() -> resource.first(Role.REPLACE)).orElseThrow();
    Optional<Case.Step> reading = plain
        .apply(read.get())
        .map(s -> Preparation.placed(s, read.get(), before.get().path()));
    Optional<Case.Step> changing = plain
        .apply(change.get())
        .map(s -> Preparation.placed(s, change.get(), before.get().path()));
    List<Case.Step> steps = new ArrayList<>(before.get().steps());
    Case.Step adding = steps.remove(steps.size() - 1);
    String schema = workshop.bundle().name(patched.get(), Direction.WRITE);
    Optional<Schema> shown = new ItemAnswers(schemas).item(read.get(), resource);
    Optional<Node> sent = ItemBodies.item(adding, add, resource);
    Optional<String> items = resource.sentIn(add).isEmpty()
        ? adding.request().schema()
        : bodies
            .schema(add, resource)
            .map(one -> workshop.bundle().name(one, Direction.WRITE));
    Optional<Reach> reach = shown
        .filter(item -> sent.isPresent() && items.isPresent())
        .flatMap(item -> reach(
            sent.get(), items.get(), schema, MergePatch.of(patched.get(), schemas), item));
    if (reading.isEmpty() || changing.isEmpty() || reach.isEmpty()) {
      return Optional.empty();
    }
    steps.add(ItemKeys.withBody(
        adding, ItemBodies.with(adding, reach.get().before(), add, resource)));
    String tag = before.get().tag().orElse("*");
    Node item = reach.get().before();
    for (Node patch : Stream.concat(Stream.of(reach.get().part()), reach.get().removal().stream())
        .toList()) {
      item = merged(Optional.of(item), patch);
      Node body = ItemBodies.around(patch, change.get(), resource);
      steps.add(Versions.meant(sending(changing.get(), media.get(), body), tag));
      Node after = changed(reach.get().property(), item, patch);
      steps.add(holding(
          reading.get(),
          ItemAnswers.around(
              new Shown(schemas).of(after, shown.orElseThrow()), read.get(), resource)));
      tag = Versions.tells(read.get()) ? Versions.tagOf(steps.size()) : "*";
    }
    return Optional.of(new States.Found(change.get(), "merge", steps));
  }

  private Optional<Reach> reach(
      Node sent, String items, String patches, MergePatch patch, Schema shown) {
    List<Node> samples = Stream.concat(
            Stream.of(sent),
            workshop.sampler().edge(items, Direction.WRITE, Edge.HIGH).stream())
        .toList();
    for (Map.Entry<String, Schema> property :
        Shape.of(shown, schemas).properties().entrySet()) {
      Shape inside = Shape.of(property.getValue(), schemas);
      if (inside.isOneWay() || !patch.maySet(Text.of(property.getKey()))) {
        continue;
      }
      Optional<Reach> found = samples.stream()
          .flatMap(sample -> sample.get(property.getKey()).stream())
          .map(value -> roomy(value, inside))
          .map(value -> Values.with(sent, property.getKey(), value))
          .filter(item -> workshop.validator().isValid(items, item))
          .flatMap(item -> reach(property.getKey(), inside, item, items, patches).stream())
          .findFirst();
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  /** A map with one more key where it has but one. */
  private static Node roomy(Node value, Shape shape) {
    boolean map = value instanceof Node.Mapping && shape.properties().isEmpty();
    return map && value.entries().size() == 1
        ? Values.with(value, "hew", value.entries().get(0).value())
        : value;
  }

  private Optional<Reach> reach(
      String property, Shape shape, Node item, String items, String patches) {
    Node value = item.get(property).orElseThrow();
    List<Node.Entry> parts = value.entries().stream()
        .filter(part -> Optional.ofNullable(shape.properties().get(part.key()))
            .map(s -> Shape.of(s, schemas))
            .filter(Shape::isOneWay)
            .isEmpty())
        .filter(part -> !Values.isNull(part.value()))
        .toList();
    for (Node.Entry silent : parts) {
      List<Node.Entry> others = parts.stream().filter(p -> p != silent).toList();
      Stream<Node> one = others.stream()
          .flatMap(p -> Stream.concat(ItemKeys.another(p.value(), 5).stream(), Stream.of(p.value()))
              .map(v -> Values.map(Map.of(p.key(), v))));
      Stream<Node> all = Stream.of(Values.without(value, silent.key()));
      Optional<Node> part = Stream.concat(one, all)
          .filter(p -> !p.entries().isEmpty())
          .map(p -> Values.map(Map.of(property, p)))
          .filter(patch -> isRight(patch, item, items, patches))
          .findFirst();
      if (part.isPresent()) {
        Node left = merged(Optional.of(item), part.get());
        Node nothing = Values.with(Values.map(Map.of()), silent.key(), Values.nothing());
        Node among =
            Values.with(part.get().get(property).orElseThrow(), silent.key(), Values.nothing());
        Optional<Node> removal = Stream.of(nothing, among)
            .map(p -> Values.map(Map.of(property, p)))
            .filter(patch -> isRight(patch, left, items, patches))
            .findFirst();
        return Optional.of(new Reach(property, item, part.get(), removal));
      }
    }
    return Optional.empty();
  }

  private boolean isRight(Node patch, Node item, String items, String patches) {
    return workshop.validator().isValid(patches, patch)
        && workshop.validator().isValid(items, merged(Optional.of(item), patch));
  }

  private Case.Step sending(Case.Step step, MediaType media, Node body) {
    String schema = workshop.bundle().name(media.schema().orElseThrow(), Direction.WRITE);
    Case.Request r = step.request();
    Map<String, String> headers = new LinkedHashMap<>(r.headers());
    headers.put(CONTENT_TYPE, media.type());
    return step.with(new Case.Request(
        r.method(),
        r.target(),
        headers,
        Optional.of(Payload.of(JsonWriter.compact(body))),
        Optional.of(schema),
        Optional.empty()));
  }

  /** The property as it is afterwards, with null for each part that the patch took out. */
  private static Node changed(String property, Node item, Node patch) {
    Map<String, Node> parts = Values.entries(item.get(property).orElseThrow());
    patch.get(property).orElseThrow().entries().stream()
        .filter(part -> Values.isNull(part.value()))
        .forEach(part -> parts.put(part.key(), part.value()));
    return Values.map(Map.of(property, Values.map(parts)));
  }

  private static Case.Step holding(Case.Step step, Node held) {
    return new Case.Step(step.request(), step.expect().holding(held), step.alternatives());
  }
}
