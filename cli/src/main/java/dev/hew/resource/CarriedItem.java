package dev.hew.resource;

import dev.hew.contract.MediaType;
import dev.hew.contract.Schema;
import dev.hew.contract.Schemas;
import dev.hew.model.Shape;
import dev.hew.yaml.Node;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What stands inside of a JSON object that may be there only to carry it, such as {@code {data: {...}}}.
 *
 * @param property of the object
 * @param schema of what is in the property
 */
public record CarriedItem(String property, Schema schema) {
  /** What a body may carry, whether anything of it is kept or not. */
  public static Optional<CarriedItem> sent(MediaType media, Schemas schemas) {
    return in(media, schemas, OfTheCall::isBesideSent);
  }

  /** What an answer may carry. */
  public static Optional<CarriedItem> shown(MediaType media, Schemas schemas) {
    return in(media, schemas, OfTheCall::is);
  }

  private static Optional<CarriedItem> in(
      MediaType media, Schemas schemas, Predicate<String> beside) {
    return media
        .schema()
        .filter(schema -> media.isJson())
        .flatMap(schema -> Form.ofJson(schema, schemas).envelope(schemas, beside))
        .map(inner -> new CarriedItem(inner.property(), inner.item()));
  }

  /**
   * What a whole body or answer says of an item; empty where it does not have the property.
   *
   * @param property that holds the item; empty where the whole is the item
   */
  public static Optional<Schema> in(Schema whole, Optional<String> property, Schemas schemas) {
    return property.isEmpty()
        ? Optional.of(whole)
        : Optional.ofNullable(Shape.of(whole, schemas).properties().get(property.get()));
  }

  /** The same of what was sent or answered. */
  public static Optional<Node> in(Node whole, Optional<String> property) {
    return property.isEmpty() ? Optional.of(whole) : whole.get(property.get());
  }

  /**
   * Where an item stands, for whatever is looked up by the places of bodies.
   *
   * @param property that holds the item; empty where the whole is the item
   */
  public static String place(MediaType media, Optional<String> property) {
    return property.map(p -> place(media, p)).orElse(media.place().toString());
  }

  /** Where the property stands, for whatever is looked up by the places of bodies. */
  public static String place(MediaType media, String property) {
    return media.place().child(property).toString();
  }
}
