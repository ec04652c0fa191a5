package dev.hew.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Which types are variants of which unions, and what that asks of them. */
final class Families {
  private final TypeTable table;
  private final Language language;

  /** The unions that a type is a variant of, by the type's name. */
  private final Map<String, Set<String>> parents = new HashMap<>();

  /** Discriminator properties that a variant must have, by the variant's name. */
  private final Map<String, Set<String>> tagged = new HashMap<>();

  Families(TypeTable table, Language language) {
    this.table = table;
    this.language = language;
  }

  void join(String variant, String union) {
    parents.computeIfAbsent(variant, n -> new TreeSet<>()).add(union);
  }

  /** Notes that a variant needs the property that tells the variants apart. */
  void needsTag(String variant, String property) {
    tagged.computeIfAbsent(variant, n -> new LinkedHashSet<>()).add(property);
  }

  /** The type with what its unions ask of it. */
  TypeDef completed(TypeDef type, List<TypeDef> all) {
    List<TypeDef.Field> fields = new ArrayList<>(type.fields());
    for (String tag : tagged.getOrDefault(type.name(), Set.of())) {
      if (fields.stream().noneMatch(f -> f.property().equals(Text.of(tag)))) {
        fields.add(0, tagField(tag, fields));
      }
    }
    List<String> unions =
        parents.getOrDefault(type.name(), Set.of()).stream().sorted().toList();
    List<TypeDef> families = all.stream().filter(t -> unions.contains(t.name())).toList();
    return new TypeDef(
        type.kind(),
        type.name(),
        type.pointer(),
        type.doc(),
        fields,
        type.rest(),
        type.values(),
        type.valueType(),
        type.variants(),
        type.discriminator(),
        unions,
        families.stream().anyMatch(f -> f.discriminator().isPresent()),
        families.stream().anyMatch(f -> f.discriminator().isEmpty()),
        type.imports());
  }

  private TypeDef.Field tagField(String tag, List<TypeDef.Field> others) {
    Names names = new Names(language.casing().member(), language.reservedMembers());
    others.forEach(f -> names.reserve(f.name()));
    String name = names.take(Words.of(tag), "value");
    return new TypeDef.Field(
        name,
        Text.of(tag),
        !name.equals(tag),
        table.scalar("string"),
        false,
        false,
        false,
        false,
        Text.of("Tells the variants apart."));
  }
}
