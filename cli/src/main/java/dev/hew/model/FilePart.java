package dev.hew.model;

import dev.hew.contract.MediaType;
import dev.hew.contract.Schema;
import dev.hew.contract.Schemas;
import java.util.Set;

/** Which parts of a multipart body are files, sent with a name of their own and read as bytes. */
public final class FilePart {
  private FilePart() {}

  /**
   * Whether a part of such a schema is a file; a list is not, though its items may be.
   *
   * @param property the part's name, by which the contract may say how it is written
   */
  public static boolean is(Schema schema, MediaType media, String property, Schemas schemas) {
    Shape value = Shape.of(schema, schemas);
    MediaType.Encoding encoding = media.encoding().get(property);
    boolean declared = encoding != null
        && encoding
            .contentType()
            .filter(t -> !t.startsWith("text/") && !t.contains("json") && !t.contains("form"))
            .isPresent()
        && !value.types().contains("object")
        && !value.types().contains("array");
    return declared || areBytes(value);
  }

  /** Whether a part may be a file or something else, as its schema leaves the choice. */
  static boolean isAmong(Shape choice, MediaType media, String property, Schemas schemas) {
    return choice.alternatives().stream().anyMatch(a -> is(a, media, property, schemas));
  }

  /** Whether the first choice for a part is to be a file, or the only one. */
  public static boolean isFirst(Schema schema, MediaType media, String property, Schemas schemas) {
    return is(schema, media, property, schemas)
        || Shape.of(schema, schemas).alternatives().stream()
            .limit(1)
            .anyMatch(a -> is(a, media, property, schemas));
  }

  /** The same for each of a list of parts with one name. */
  static boolean areIn(Schema schema, MediaType media, String property, Schemas schemas) {
    Shape value = Shape.of(schema, schemas);
    return value.types().contains("array")
        && value.items().filter(item -> is(item, media, property, schemas)).isPresent();
  }

  private static boolean areBytes(Shape value) {
    return value.types().equals(Set.of("string"))
        && (value.text("format").filter("binary"::equals).isPresent()
            || value.text("contentMediaType").isPresent());
  }
}
