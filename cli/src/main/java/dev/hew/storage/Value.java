package dev.hew.storage;

import dev.hew.model.Text;
import dev.hew.model.TypeDef;
import dev.hew.model.TypeUse;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A value of the service's language that a column holds.
 *
 * @param member the member of a record that has it, or the name of a parameter
 * @param property what the contract calls it
 * @param type as it is written, without what marks it as possibly absent
 * @param kind how it travels to a column: {@code plain}, {@code text}, {@code bytes}, {@code uri}, {@code enum} (by its
 *     value) or {@code json}
 * @param scalar the key of a scalar in the language's table; else empty
 * @param valueType the type of an enum's value; else empty
 * @param maybe whether it may be absent, null or there
 * @param required whether it is never null
 * @param imports what its type needs
 */
public record Value(
    String member,
    Text property,
    String type,
    String kind,
    String scalar,
    Optional<String> valueType,
    boolean maybe,
    boolean required,
    Set<String> imports) {

  static Value of(
      String member, Text property, TypeUse use, boolean required, Map<String, TypeDef> types) {
    Optional<TypeDef> named = Optional.ofNullable(types.get(use.inner()));
    boolean isEnum = named.filter(t -> t.kind().equals("enum")).isPresent();
    return new Value(
        member,
        property,
        use.inner(),
        isEnum ? "enum" : kind(use),
        use.scalar(),
        named.filter(t -> isEnum).flatMap(TypeDef::valueType).map(TypeUse::text),
        use.kind().equals("maybe"),
        required,
        use.imports());
  }

  private static String kind(TypeUse use) {
    boolean scalar =
        use.isScalar() || use.kind().equals("maybe") && !use.scalar().isEmpty();
    if (!scalar) {
      return "json";
    }
    return switch (use.scalar()) {
      case "string" -> "text";
      case "string/uri" -> "uri";
      case "string/byte" -> "bytes";
      case "any", "scalars", "value", "resource", "file", "nothing", "several", "parameters" ->
        "json";
      default -> "plain";
    };
  }

  /** The same value, never null or perhaps null. */
  Value required(boolean so) {
    return new Value(member, property, type, kind, scalar, valueType, maybe, so, imports);
  }

  /** Whether the type takes parameters of its own, so that a class literal cannot stand for it. */
  public boolean generic() {
    return type.contains("<");
  }

  /** Whether a column that holds this takes another value as it is. */
  boolean takes(Value other) {
    if (kind.equals("json") || other.kind.equals("json")) {
      return kind.equals(other.kind);
    }
    boolean words =
        other.kind.equals("enum") && other.valueType.filter("String"::equals).isPresent();
    return isWhole() && other.isWhole()
        || type.equals(other.type)
        || words && (kind.equals("text") || kind.equals("enum"));
  }

  /** Whether it is a whole number of a size that the database has a type for. */
  private boolean isWhole() {
    return scalar.equals("integer")
        || scalar.equals("integer/int32")
        || scalar.equals("integer/int64");
  }
}
