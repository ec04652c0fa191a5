package dev.hew.storage;

import dev.hew.contract.Header;
import dev.hew.contract.Operation;
import dev.hew.contract.Schemas;
import dev.hew.model.Endpoint;
import dev.hew.model.Shape;
import dev.hew.model.Text;
import dev.hew.resource.Resource;
import dev.hew.resource.Role;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What a contract says of the versions of items: the headers of RFC 9110, section 13. */
final class Preconditions {
  private static final String ETAG = "ETag";
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
    return operation.responses().stream()
        .filter(r -> r.status().hundreds() == 2)
        .flatMap(r -> r.headers().stream())
        .filter(h -> h.name().equalsIgnoreCase(ETAG));
  }

  /**
   * @throws Unkept when an operation asks for more than to compare versions
   */
  static void check(Operation operation, Role role, Schemas schemas) {
    boolean match = operation.header("If-Match").isPresent();
    for (String header : List.of("If-Modified-Since", "If-Unmodified-Since", "If-Range")) {
      if (operation.header(header).isPresent()) {
        throw new Unkept("it depends on the header `" + header + "`");
      }
    }
    if (match && !CHANGES.contains(role)) {
      throw new Unkept("it depends on the header `If-Match` and changes no item");
    }
    if (operation.header("If-None-Match").isPresent() && role != Role.READ) {
      throw new Unkept("it depends on the header `If-None-Match` and reads no item");
    }
    if (!match && (operation.documents(412) || operation.documents(428))) {
      throw new Unkept("it depends on a precondition, and no header `If-Match` is documented");
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

  /** The parameter that says which version a change is meant for. */
  static Optional<Endpoint.Param> condition(Operation operation, Endpoint endpoint) {
    Optional<Endpoint.Param> condition = operation
        .header("If-Match")
        .flatMap(header -> endpoint.parameters().stream()
            .filter(p -> p.in().equals("header") && p.key().equals(Text.of(header.name())))
            .findFirst());
    if (condition.filter(p -> !p.type().scalar().equals("string")).isPresent()) {
      throw new Unkept("its `If-Match` is no text");
    }
    return condition;
  }
}
