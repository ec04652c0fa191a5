package dev.hew.storage;

import dev.hew.contract.Header;
import dev.hew.contract.Operation;
import dev.hew.contract.Schemas;
import dev.hew.model.Endpoint;
import dev.hew.model.Shape;
import dev.hew.model.Text;
import dev.hew.resource.Resource;
import dev.hew.resource.Role;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What a contract says of the versions of items: the headers of RFC 9110, section 13. */
final class Preconditions {
  private static final String ETAG = "ETag";
  private static final String LAST_MODIFIED = "Last-Modified";
  private static final String MODIFIED = "If-Modified-Since";
  private static final String UNMODIFIED = "If-Unmodified-Since";
  private static final Set<Role> CHANGES = Set.of(Role.REPLACE, Role.PATCH, Role.DELETE);

  private Preconditions() {}

  /** Whether callers are told of versions, or may say which one they mean. */
  static boolean any(Resource resource) {
    return resource.members().stream()
        .filter(m -> m.role() != Role.LIST)
        .map(Resource.Member::operation)
        .anyMatch(o -> o.header("If-Match").isPresent()
            || o.header("If-None-Match").isPresent()
            || tags(o).findAny().isPresent());
  }

  private static Stream<Header> tags(Operation operation) {
    return operation.goodAnswers().stream()
        .flatMap(r -> r.headers().stream())
        .filter(h -> h.name().equalsIgnoreCase(ETAG));
  }

  /**
   * @throws Unkept when an operation asks for more than to compare versions and times
   */
  static void check(Operation operation, Role role, Table table, Schemas schemas) {
    boolean match = operation.header("If-Match").isPresent();
    boolean since = operation.header(UNMODIFIED).isPresent();
    boolean times = table.changed().isPresent();
    for (Map.Entry<String, Boolean> header : Map.of(
            "If-Range",
            false,
            MODIFIED,
            times && role == Role.READ,
            UNMODIFIED,
            times && CHANGES.contains(role))
        .entrySet()) {
      if (operation.header(header.getKey()).isPresent() && !header.getValue()) {
        throw new Unkept("it depends on the header `" + header.getKey() + "`"
            + (times || header.getKey().equals("If-Range")
                ? ""
                : ", and items have no time of their last change that only the service sets"));
      }
    }
    if (match && !CHANGES.contains(role)) {
      throw new Unkept("it depends on the header `If-Match` and changes no item");
    }
    if (operation.header("If-None-Match").isPresent() && role != Role.READ) {
      throw new Unkept("it depends on the header `If-None-Match` and reads no item");
    }
    if (!match && !since && (operation.documents(412) || operation.documents(428))) {
      throw new Unkept(
          "it depends on a precondition, and no header that says which version is documented");
    }
    if (role != Role.LIST && tags(operation).anyMatch(h -> !isFree(h, schemas))) {
      throw new Unkept("its `ETag` has a form of its own");
    }
  }

  /** Whether any text will do. */
  private static boolean isFree(Header header, Schemas schemas) {
    Shape shape = Shape.of(header.schema(), schemas);
    return Set.of("string").containsAll(shape.types())
        && shape.values().isEmpty()
        && Stream.of("pattern", "format").allMatch(k -> shape.text(k).isEmpty())
        && Stream.of("minLength", "maxLength").allMatch(k -> shape.node(k).isEmpty());
  }

  /** Whether an answer says when the item was last changed. */
  static boolean isDated(Operation operation, Role role, Table table) {
    return role == Role.READ
        && table.changed().isPresent()
        && (operation.header(MODIFIED).isPresent()
            || operation.goodAnswers().stream()
                .flatMap(r -> r.headers().stream())
                .anyMatch(h -> h.name().equalsIgnoreCase(LAST_MODIFIED)));
  }

  /** The parameter that says which version a change is meant for. */
  static Optional<Endpoint.Param> condition(Operation operation, Endpoint endpoint) {
    return text("If-Match", operation, endpoint);
  }

  /** The parameter that says until when a change is meant to be the only one. */
  static Optional<Endpoint.Param> since(Operation operation, Endpoint endpoint) {
    text(MODIFIED, operation, endpoint);
    return text(UNMODIFIED, operation, endpoint);
  }

  private static Optional<Endpoint.Param> text(
      String name, Operation operation, Endpoint endpoint) {
    Optional<Endpoint.Param> condition = operation
        .header(name)
        .flatMap(header -> endpoint.parameters().stream()
            .filter(p -> p.in().equals("header") && p.key().equals(Text.of(header.name())))
            .findFirst());
    if (condition.filter(p -> !p.type().scalar().equals("string")).isPresent()) {
      throw new Unkept("its `" + name + "` is no text");
    }
    return condition;
  }
}
