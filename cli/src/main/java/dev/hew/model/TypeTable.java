package dev.hew.model;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Writes types as the pack's language does: scalars, containers and the names of generated types. */
final class TypeTable {
  private static final BigDecimal INT_MAX = BigDecimal.valueOf(Integer.MAX_VALUE);
  private final Language language;
  private final Constraints constraints;

  TypeTable(Language language) {
    this.language = language;
    this.constraints = new Constraints(language);
  }

  /** The use of a generated type. */
  TypeUse named(String name, String kind) {
    Set<String> imports =
        language.named().map(n -> Set.of(n.replace("{type}", name))).orElse(Set.of());
    List<Language.Entry> checks = new ArrayList<>();
    constraints.named("valid").ifPresent(checks::add);
    return new TypeUse(name, name, List.of(), kind, "", imports, Set.of(), Set.of(name))
        .withConstraints(checks);
  }

  /** A string with its constraints. */
  TypeUse string(Shape shape) {
    return constrained(shape, stringKey(shape));
  }

  /** A whole number with its constraints, as large as they demand. */
  TypeUse integer(Shape shape) {
    return constrained(shape, integerKey(shape));
  }

  /** A number with its constraints. */
  TypeUse number(Shape shape) {
    return constrained(shape, key("number", shape.text("format")));
  }

  TypeUse list(TypeUse item, Shape shape) {
    return container("list", item).withConstraints(constraints.ofList(shape));
  }

  TypeUse map(TypeUse value, Shape shape) {
    return container("map", value).withConstraints(constraints.ofMap(shape));
  }

  /** What a text becomes: it stays one where its constraints speak of the text that another type would no longer have. */
  private String stringKey(Shape shape) {
    boolean patterned = !shape.texts("pattern").isEmpty();
    boolean measured =
        shape.largest("minLength").isPresent() || shape.smallest("maxLength").isPresent();
    Optional<String> format = shape
        .text("format")
        .filter(
            f -> !(f.equals("uri") && patterned || f.equals("byte") && (patterned || measured)));
    return key("string", format);
  }

  String integerKey(Shape shape) {
    Optional<String> format =
        shape.text("format").filter(f -> language.scalars().containsKey("integer/" + f));
    BigDecimal far = shape
        .smallest("maximum")
        .orElse(BigDecimal.ZERO)
        .abs()
        .max(shape.largest("minimum").orElse(BigDecimal.ZERO).abs());
    if (far.compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) > 0) {
      return key("integer", Optional.of("big"));
    }
    return key(
        "integer",
        format.equals(Optional.of("int32")) && far.compareTo(INT_MAX) > 0
            ? Optional.empty()
            : format);
  }

  /** The key of a type with a format, or of the type alone when the language has nothing of its own for the format. */
  String key(String type, Optional<String> format) {
    return format
        .map(f -> type + "/" + f)
        .filter(k -> language.scalars().containsKey(k))
        .orElse(type);
  }

  private TypeUse constrained(Shape shape, String key) {
    return scalar(key).withConstraints(constraints.ofScalar(shape, key));
  }

  /** A scalar of the language's table. */
  /** Whether the language has a type for this. */
  boolean has(String key) {
    return language.scalars().containsKey(key);
  }

  TypeUse scalar(String key) {
    Language.Entry entry = language.scalars().get(key);
    String kind = key.equals("any") || key.equals("value") ? "any" : "scalar";
    return new TypeUse(
        entry.text(),
        entry.text(),
        List.of(),
        kind,
        key,
        Set.copyOf(entry.imports()),
        Set.of(),
        Set.of());
  }

  /** A container of the language's table around a type. */
  TypeUse container(String kind, TypeUse item) {
    Language.Entry entry = language.containers().get(kind);
    Set<String> imports = new TreeSet<>(item.imports());
    imports.addAll(entry.imports());
    String plain = item.isScalar() || item.isEnum() ? "scalars" : "";
    String scalar = kind.equals("maybe") ? item.scalar() : plain;
    return new TypeUse(
        entry.text().replace("{item}", item.text()),
        entry.text().replace("{item}", item.declared()),
        List.of(),
        kind,
        scalar,
        imports,
        item.allImports(),
        item.names());
  }

  Optional<Language.Entry> constraint(String name) {
    return constraints.named(name);
  }
}
