package dev.hew.resource;

import dev.hew.contract.Operation;
import dev.hew.contract.Parameter;
import dev.hew.contract.Schema;
import dev.hew.contract.Schemas;
import dev.hew.model.Shape;
import dev.hew.model.Words;
import dev.hew.schema.Values;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How callers of a list say which part of it they want; each part is the name of a parameter in the query.
 *
 * @param limit how many items
 * @param offset how many are left out in front
 * @param number which page it is
 * @param first the number of the first page
 * @param cursor where the part before ended
 * @param items the property of the answer that has the items; empty when it is the list itself
 */
public record Paging(
    Optional<String> limit,
    Optional<String> offset,
    Optional<String> number,
    int first,
    Optional<Cursor> cursor,
    Optional<String> items) {
  private static final Set<String> HOW_MANY =
      Set.of("limit", "size", "per", "max", "count", "top", "pagesize", "perpage");
  private static final Set<String> LEFT_OUT = Set.of("offset", "skip", "start");

  /**
   * A text that stands for a place in a list.
   *
   * @param parameter that carries it
   * @param told how callers come by it
   * @param path the properties of the answer that lead there: to the cursor or the link, to a flag that says whether
   *     there is more; empty where it is in a header
   */
  public record Cursor(String parameter, Told told, List<String> path) {}

  /** How callers come by the next cursor. */
  public enum Told {
    /** The answer has it. */
    CURSOR,
    /** The answer has the URI of the next part. */
    LINK,
    /** The header {@code Link} has that URI (RFC 8288). */
    HEADER,
    /** It is the key of the last item. */
    KEY
  }

  /**
   * What the parameters of a list mean; those that are called as a property of its items select by that.
   *
   * @param list an operation of the resource
   */
  public static Paging of(Operation list, Resource resource, Schemas schemas) {
    Map<String, Schema> properties =
        resource.item().map(i -> Shape.of(i, schemas).properties()).orElse(Map.of());
    Optional<String> limit = Optional.empty();
    Optional<String> offset = Optional.empty();
    Optional<String> number = Optional.empty();
    int first = 0;
    for (Parameter parameter : list.parameters()) {
      Shape shape = Shape.of(parameter.schema(), schemas);
      if (parameter.in() != Parameter.In.QUERY
          || !shape.types().equals(Set.of("integer"))
          || selects(parameter, shape, properties, schemas)) {
        continue;
      }
      List<String> words = Words.of(parameter.name()).words();
      if (limit.isEmpty() && words.stream().anyMatch(HOW_MANY::contains)) {
        limit = Optional.of(parameter.name());
      } else if (offset.isEmpty()
          && number.isEmpty()
          && words.stream().anyMatch(LEFT_OUT::contains)) {
        offset = Optional.of(parameter.name());
      } else if (number.isEmpty() && offset.isEmpty() && words.contains("page")) {
        number = Optional.of(parameter.name());
        first = first(shape);
      }
    }
    boolean counted = offset.isPresent() || number.isPresent();
    Optional<Cursor> cursor = counted
        ? Optional.empty()
        : new CursorFinder(list, resource, schemas)
            .among(list.parameters().stream()
                .filter(p -> p.in() == Parameter.In.QUERY && !p.required())
                .filter(p -> !selects(p, Shape.of(p.schema(), schemas), properties, schemas))
                .toList());
    Optional<String> items =
        Form.ofAnswer(list, schemas).wrapped(schemas).map(Form.Wrapped::property);
    return new Paging(limit, offset, number, first, cursor, items);
  }

  /** Whether a parameter is called as a property, and holds what that holds. */
  private static boolean selects(
      Parameter parameter, Shape shape, Map<String, Schema> properties, Schemas schemas) {
    return Optional.ofNullable(properties.get(parameter.name()))
        .map(p -> Shape.of(p, schemas))
        .filter(
            p -> p.types().equals(shape.types()) && p.text("format").equals(shape.text("format")))
        .isPresent();
  }

  /** The parameters of a list that are called as a property of its items, and select by it. */
  public static List<Parameter> filters(Operation list, Resource resource, Schemas schemas) {
    Map<String, Schema> properties =
        resource.item().map(i -> Shape.of(i, schemas).properties()).orElse(Map.of());
    return list.parameters().stream()
        .filter(p -> p.in() == Parameter.In.QUERY)
        .filter(p -> selects(p, Shape.of(p.schema(), schemas), properties, schemas))
        .toList();
  }

  /** Whether a list shows a property of what it lists. */
  public static boolean shows(String property, Operation list, Schemas schemas) {
    Form answer = Form.ofAnswer(list, schemas);
    Optional<Schema> listed = answer.kind() == Form.Kind.MANY
        ? answer.schema()
        : answer.wrapped(schemas).map(Form.Wrapped::item);
    return listed.filter(s -> Form.properties(s, schemas).contains(property)).isPresent();
  }

  private static int first(Shape shape) {
    boolean fromOne = shape.largest("minimum").filter(BigDecimal.ONE::equals).isPresent()
        || shape.node("default").filter(d -> Values.same(d, Values.number(1))).isPresent();
    return fromOne ? 1 : 0;
  }
}
