package dev.hew.cases;

import dev.hew.contract.Operation;
import dev.hew.contract.Parameter;
import dev.hew.contract.Schemas;
import dev.hew.model.Shape;
import dev.hew.report.Source;
import dev.hew.resource.Resource;
import dev.hew.resource.Role;
import dev.hew.schema.Direction;
import dev.hew.schema.Values;
import dev.hew.yaml.JsonWriter;
import dev.hew.yaml.Node;
import dev.hew.yaml.NodeReader;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The keys of items in the bodies and paths of requests: no two cases add the same item, nor do those of another run, whose
 * keys are counted from elsewhere.
 */
final class ItemKeys {
  private final Workshop workshop;
  private final Schemas schemas;
  private final ItemBodies bodies;
  private int given;

  /**
   * @param given how many keys count as given already, see {@link Proof#cases}
   */
  ItemKeys(Workshop workshop, Schemas schemas, int given) {
    this.workshop = workshop;
    this.schemas = schemas;
    this.bodies = new ItemBodies(schemas, workshop.bundle());
    this.given = given;
  }

  /** The JSON body that a step sends. */
  static Optional<Node> json(Case.Step step) {
    return step.request()
        .body()
        .filter(b -> step.request().schema().isPresent())
        .flatMap(Payload::text)
        .flatMap(text -> NodeReader.read(new Source("body", text)).toOptional());
  }

  /** The key that a body chooses, unless only the server sets it. */
  Optional<Node> keyIn(Case.Step step, Operation operation, Resource resource) {
    return resource
        .key()
        .filter(k -> resource
            .item()
            .map(i -> Shape.of(i, schemas).properties().get(k))
            .map(s -> !Shape.of(s, schemas).flag("readOnly"))
            .orElse(false))
        .flatMap(k -> ItemBodies.item(step, operation, resource).flatMap(item -> item.get(k)));
  }

  /** The same request with another key where the body chooses one, so that no two cases add the same item. */
  Case.Step fresh(Case.Step step, Operation operation, Resource resource) {
    Optional<Node> chosen = keyIn(step, operation, resource);
    if (chosen.isEmpty()) {
      return step;
    }
    given++;
    List<Node> choices = choices(resource);
    Stream<Node> listed = choices.isEmpty()
        ? Stream.empty()
        : Stream.of(choices.get(Math.floorMod(given, choices.size())));
    return Stream.concat(listed, others(chosen.get(), given))
        .flatMap(
            key -> having(step, resource.key().orElseThrow(), key, operation, resource).stream())
        .findFirst()
        .orElse(step);
  }

  /** The values that the contract lists for a key that callers choose; empty when they are free. */
  List<Node> choices(Resource resource) {
    return resource
        .first(Role.CREATE)
        .flatMap(create -> bodies.schema(create, resource))
        .flatMap(schema ->
            resource.key().map(key -> Shape.of(schema, schemas).properties().get(key)))
        .map(key -> Shape.of(key, schemas).values())
        .orElse(List.of());
  }

  /** Another value of the same form. */
  static Optional<Node> another(Node value, int number) {
    return others(value, number).findFirst();
  }

  /** Other values, the likeliest to be allowed first; those of another number are others. */
  private static Stream<Node> others(Node value, int number) {
    if (value.string().isEmpty()) {
      return Stream.concat(
              Stream.of(1_000_000L + number),
              Stream.of(1_000_000L, 10_000L, 1_000L, 100L, 10L).map(room -> number % room))
          .map(Values::number);
    }
    String text = value.string().get();
    if (text.matches("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")) {
      String digits = Integer.toString(number);
      return Stream.of(
          Values.text(text.substring(0, 24) + "0".repeat(12 - digits.length()) + digits));
    }
    String letters = turned("aaaa", number);
    return Stream.of(
            text + "-" + number,
            text + number,
            text + letters,
            text + letters.toUpperCase(Locale.ROOT),
            turned(text, number))
        .map(Values::text);
  }

  /** A text of the same form, whose digits and letters have gone on as those of a counter do. */
  private static String turned(String text, int number) {
    char[] signs = text.toCharArray();
    int left = number;
    for (int i = signs.length - 1; i >= 0 && left > 0; i--) {
      char c = signs[i];
      char first = c >= '0' && c <= '9' ? '0' : c >= 'A' && c <= 'Z' ? 'A' : 'a';
      int many = first == '0' ? 10 : 26;
      if (c >= first && c < first + many) {
        int on = c - first + left;
        signs[i] = (char) (first + on % many);
        left = on / many;
      }
    }
    return new String(signs);
  }

  /** The same request with another value in one place, where its item holds nothing but what was sent before. */
  Case.Step unlike(
      Case.Step step, Optional<Node> before, Operation operation, Resource resource) {
    Optional<Node> item = ItemBodies.item(step, operation, resource);
    boolean same = item.isPresent()
        && before.isPresent()
        && item.get().entries().stream()
            .allMatch(e -> resource.key().filter(e.key()::equals).isPresent()
                || before
                    .get()
                    .get(e.key())
                    .filter(b -> Values.same(b, e.value()))
                    .isPresent());
    return !same
        ? step
        : item.get().entries().stream()
            .filter(e -> resource.key().filter(e.key()::equals).isEmpty())
            .filter(e -> e.value() instanceof Node.Scalar && !Values.isNull(e.value()))
            .flatMap(e -> another(e.value(), 5)
                .flatMap(v -> having(step, e.key(), v, operation, resource))
                .stream())
            .findFirst()
            .orElse(step);
  }

  /** The same request for an item with a value of a property; empty when its body has no room for it. */
  Optional<Case.Step> having(
      Case.Step step, String property, Node value, Operation operation, Resource resource) {
    return ItemBodies.item(step, operation, resource)
        .map(item -> Values.with(item, property, value))
        .map(item -> ItemBodies.with(step, item, operation, resource))
        .filter(body -> workshop.validator().isValid(step.request().schema().orElseThrow(), body))
        .map(body -> withBody(step, body));
  }

  static Case.Step withBody(Case.Step step, Node body) {
    return step.with(step.request().withBody(Optional.of(Payload.of(JsonWriter.compact(body)))));
  }

  /** A value for the path, escaped, as every right request has it. */
  Optional<String> usual(Parameter parameter) {
    return workshop.value(parameter).map(value -> Wire.path(parameter, value));
  }

  /** A value for the path, escaped, that no other case has, where there are enough of them. */
  Optional<String> own(Parameter parameter) {
    return fresh(parameter).map(value -> Wire.path(parameter, value));
  }

  /** A value for the path that nobody has given to an item. */
  Optional<String> unlike(Parameter parameter) {
    return other(parameter, 999_999_999)
        .or(() -> other(parameter, 7))
        .map(value -> Wire.path(parameter, value));
  }

  /** A value for the path that no other case uses; the usual one where there are too few for that. */
  Optional<Node> fresh(Parameter parameter) {
    given++;
    return other(parameter, given).or(() -> workshop.value(parameter));
  }

  private Optional<Node> other(Parameter parameter, int number) {
    String schema = workshop.bundle().name(parameter.schema(), Direction.WRITE);
    return workshop
        .value(parameter)
        .flatMap(value -> others(value, number)
            .filter(other ->
                workshop.validator().isValid(schema, other) && workshop.arrives(parameter, other))
            .findFirst());
  }
}
