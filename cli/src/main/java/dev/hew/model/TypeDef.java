package dev.hew.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * A type that is generated from a schema.
 *
 * @param kind {@code record}, {@code bean} (a record with more members than the language allows), {@code enum} or
 *     {@code union}
 * @param pointer the schema's place in the contract
 * @param fields of a record or bean
 * @param rest the type of the values of properties beyond the declared ones, where the schema speaks of them
 * @param values of an enum
 * @param valueType the type of an enum's values
 * @param variants of a union
 * @param discriminator the JSON property that tells the variants apart
 * @param parents the unions that this type is a variant of
 * @param inTagged whether one of them tells its variants apart by a discriminator
 * @param inUntagged whether one of them has no discriminator
 */
public record TypeDef(
    String kind,
    String name,
    String pointer,
    Text doc,
    List<Field> fields,
    Optional<TypeUse> rest,
    List<Constant> values,
    Optional<TypeUse> valueType,
    List<Variant> variants,
    Optional<Text> discriminator,
    List<String> parents,
    boolean inTagged,
    boolean inUntagged,
    Set<String> imports)
    implements Part {

  /**
   * A member of a record.
   *
   * @param name the member's name in the language
   * @param property the JSON property
   * @param renamed whether the two differ
   * @param required whether the property must be there
   * @param nullable whether it may be null
   * @param readOnly whether only answers carry it
   * @param writeOnly whether only requests carry it
   */
  public record Field(
      String name,
      Text property,
      boolean renamed,
      TypeUse type,
      boolean required,
      boolean nullable,
      boolean readOnly,
      boolean writeOnly,
      Text doc) {

    /** The name with a capital, for accessors. */
    public String capitalised() {
      return Character.toUpperCase(name.charAt(0)) + name.substring(1);
    }

    /** Whether the property must be sent but may be null, so that only its presence can be demanded. */
    public boolean presentOrNull() {
      return required && nullable;
    }

    /** Whether the property may be left out, but not be null. */
    public boolean neverNull() {
      return !required && !nullable;
    }

    public boolean maybe() {
      return type.kind().equals("maybe");
    }
  }

  /**
   * A value of an enum.
   *
   * @param literal the value as source text
   */
  public record Constant(String name, String literal) {}

  /**
   * One of the alternatives of a union.
   *
   * @param name the generated type; for a wrapper, the name of the wrapper within the union
   * @param wrapped what a wrapper holds; empty when the variant is a generated type of its own
   * @param tags the discriminator's values that mean this variant
   * @param fallback whether values that no tag covers are read as this variant
   */
  public record Variant(String name, Optional<TypeUse> wrapped, List<Text> tags, boolean fallback) {

    /** The variant with the tags of another alternative that is of the same type. */
    Variant with(List<Text> more) {
      List<Text> all = Stream.concat(tags.stream(), more.stream()).distinct().toList();
      return new Variant(name, wrapped, all, fallback);
    }
  }

  /** The imports of the type and of the file around it, sorted, each once, without those of its own package. */
  public List<String> importsWith(List<String> more, String ownPackage) {
    Set<String> all = new TreeSet<>(imports);
    all.addAll(more);
    all.removeIf(name ->
        name.startsWith(ownPackage + ".") && name.indexOf('.', ownPackage.length() + 1) < 0);
    return new ArrayList<>(all);
  }

  public boolean anyField(String what) {
    return fields.stream().anyMatch(f -> switch (what) {
      case "renamed" -> f.renamed();
      case "presentOrNull" -> f.presentOrNull();
      case "optional" -> !f.required() || f.readOnly() || f.writeOnly();
      case "maybe" -> f.maybe();
      case "neverNull" -> f.neverNull();
      case "writeOnly" -> f.writeOnly();
      default -> throw new IllegalArgumentException(what);
    });
  }
}
