package dev.hew.model;

import dev.hew.contract.Schema;
import dev.hew.yaml.Node;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Writes out the generated types: members of records, constants of enums, variants of unions. */
final class Definitions {
  private final TypeModeler types;
  private final Language language;
  private final List<TypeDef> made = new ArrayList<>();

  private final Families families;

  Definitions(TypeModeler types, Language language) {
    this.types = types;
    this.language = language;
    this.families = new Families(types.table(), language);
  }

  List<TypeDef> finished() {
    return made.stream()
        .map(type -> families.completed(type, made))
        .sorted(Comparator.comparing(TypeDef::name))
        .toList();
  }

  void ofEnum(Schema schema, Shape shape, String name, TypeUse valueType) {
    Names names = new Names(language.casing().constant(), language.reservedConstants());
    List<TypeDef.Constant> constants = new ArrayList<>();
    Set<Object> seen = new LinkedHashSet<>();
    for (Node node : shape.values()) {
      Node.Scalar value = (Node.Scalar) node;
      if (seen.add(value.value())) {
        String text = String.valueOf(value.value());
        boolean negative = text.length() > 1 && text.startsWith("-");
        Words words = Words.of(negative ? "minus " + text : text);
        String literal =
            value.value() instanceof String s ? Literals.literal(s) : language.integer(text);
        constants.add(
            new TypeDef.Constant(names.take(words, text.isEmpty() ? "empty" : "value"), literal));
      }
    }
    made.add(type(
        "enum",
        schema,
        shape,
        name,
        List.of(),
        Optional.empty(),
        constants,
        Optional.of(valueType),
        List.of(),
        Optional.empty(),
        valueType.imports()));
  }

  void ofRecord(Schema schema, Shape shape, String name, Words words) {
    addRecord(schema, shape, name, words, shape.properties(), shape.required());
  }

  /** One record with the properties of the schema and, optional, those of its alternatives. */
  void ofMixed(Schema schema, Shape shape, String name, Words words) {
    Map<String, Schema> properties = new LinkedHashMap<>(shape.properties());
    shape
        .alternatives()
        .forEach(a -> Shape.of(a, types.schemas()).properties().forEach(properties::putIfAbsent));
    addRecord(schema, shape, name, words, properties, shape.required());
  }

  private void addRecord(
      Schema schema,
      Shape shape,
      String name,
      Words words,
      Map<String, Schema> properties,
      Set<String> required) {
    Names names = new Names(language.casing().member(), language.reservedMembers());
    Optional<TypeUse> rest = shape
        .additional()
        .filter(a -> !a.isNever())
        .map(a -> a.node().entries().isEmpty()
            ? types.table().scalar("value")
            : types.ofPart(a, words.plus(Words.of("value"))))
        .map(v -> types.table().container("map", v));
    List<TypeDef.Field> fields = new ArrayList<>();
    properties.forEach(
        (property, s) -> fields.add(field(property, s, names, required.contains(property), words)));
    Set<String> imports = new TreeSet<>();
    fields.forEach(f -> imports.addAll(f.type().allImports()));
    rest.ifPresent(r -> imports.addAll(r.allImports()));
    String kind =
        fields.size() + (rest.isPresent() ? 1 : 0) > language.maxMembers() ? "bean" : "record";
    made.add(type(
        kind,
        schema,
        shape,
        name,
        fields,
        rest,
        List.of(),
        Optional.empty(),
        List.of(),
        Optional.empty(),
        imports));
  }

  private TypeDef.Field field(
      String property, Schema schema, Names names, boolean required, Words owner) {
    Shape shape = Shape.of(schema, types.schemas());
    TypeUse type = types.of(schema, owner.plus(Words.of(property)));
    boolean readOnly = shape.flag("readOnly");
    boolean writeOnly = shape.flag("writeOnly");
    boolean must = required && !readOnly;
    boolean any = type.kind().equals("any");
    boolean nullable = shape.nullable() || any;
    if (!must && shape.nullable() && !any && language.containers().containsKey("maybe")) {
      type = types.table().container("maybe", type);
    } else if (must && !nullable) {
      TypeUse bare = type;
      type = types.table().constraint("required").map(bare::withFirst).orElse(bare);
    }
    String name = names.take(Words.of(property), "value");
    String doc = schema.text("description").or(() -> shape.text("description")).orElse("");
    return new TypeDef.Field(
        name,
        Text.of(property),
        !name.equals(property),
        type,
        must,
        nullable,
        readOnly,
        writeOnly,
        documented(doc, shape.flag("deprecated")));
  }

  /**
   * @param inherited whether the variants are the heirs of the schema, which then is a variant itself
   */
  void ofUnion(
      Schema schema,
      Shape shape,
      String name,
      Words words,
      List<Schema> alternatives,
      boolean inherited) {
    Optional<Schema.Discriminator> discriminator =
        shape.discriminator().filter(d -> inherited || anyDeclares(alternatives, d.property()));
    List<TypeDef.Variant> variants = new ArrayList<>();
    Names wrappers = new Names(language.casing().type(), language.reservedTypes());
    wrappers.reserve(name);
    Set<String> seen = new LinkedHashSet<>();
    boolean allNamed = true;
    for (int i = 0; i < alternatives.size(); i++) {
      Schema alternative = types.resolved(alternatives.get(i));
      Words hint = words.plus(Words.of(alternative.text("title").orElse("option " + (i + 1))));
      TypeUse use = types.of(alternative, hint);
      boolean generated = use.kind().equals("record") || use.kind().equals("union");
      if (use.text().equals(name)) {
        continue;
      }
      if (!seen.add(use.text())) {
        List<Text> more = tags(discriminator, alternatives.get(i), alternative);
        variants.replaceAll(v -> v.name().equals(use.text()) ? v.with(more) : v);
        continue;
      }
      if (generated) {
        families.join(use.text(), name);
        variants.add(new TypeDef.Variant(
            use.text(),
            Optional.empty(),
            tags(discriminator, alternatives.get(i), alternative),
            discriminator
                .flatMap(Schema.Discriminator::fallback)
                .equals(Optional.of(alternative.place()))));
      } else {
        allNamed = false;
        String wrapper = wrappers.take(Words.of("of").plus(Words.of(use.text())), "of");
        variants.add(new TypeDef.Variant(wrapper, Optional.of(use), List.of(), false));
      }
    }
    if (inherited) {
      String base = types.name(Words.of("basic").plus(words));
      addRecord(schema, shape, base, words, shape.properties(), shape.required());
      families.join(base, name);
      variants.add(new TypeDef.Variant(base, Optional.empty(), List.of(), true));
    }
    Optional<String> tag = discriminator
        .map(Schema.Discriminator::property)
        .filter(t -> variants.stream().noneMatch(v -> v.wrapped().isPresent()));
    if (allNamed) {
      tag.ifPresent(t -> variants.forEach(v -> families.needsTag(v.name(), t)));
    }
    Set<String> imports = new TreeSet<>();
    variants.forEach(v -> v.wrapped().ifPresent(w -> imports.addAll(w.allImports())));
    made.add(type(
        "union",
        schema,
        shape,
        name,
        List.of(),
        Optional.empty(),
        List.of(),
        Optional.empty(),
        variants,
        tag.map(Text::of),
        imports));
  }

  /** A discriminator that no alternative knows stands in the wrong place, and tells nothing. */
  private boolean anyDeclares(List<Schema> alternatives, String property) {
    return alternatives.stream()
        .anyMatch(a -> Shape.of(a, types.schemas()).properties().containsKey(property));
  }

  /** The mapping's keys for a variant, or else the name of its schema, as OpenAPI has it. */
  private static List<Text> tags(
      Optional<Schema.Discriminator> discriminator, Schema written, Schema resolved) {
    if (discriminator.isEmpty()) {
      return List.of();
    }
    Set<String> tags = new LinkedHashSet<>();
    discriminator.get().mapping().forEach((tag, place) -> {
      if (place.equals(resolved.place()) || written.ref().filter(place::equals).isPresent()) {
        tags.add(tag);
      }
    });
    if (tags.isEmpty()) {
      List<String> tokens = written.ref().orElse(resolved.place()).tokens();
      if (!tokens.isEmpty()) {
        tags.add(tokens.get(tokens.size() - 1));
      }
    }
    return tags.stream().map(Text::of).toList();
  }

  private static Text documented(String doc, boolean deprecated) {
    return Text.of(deprecated ? ("Deprecated by the contract. " + doc).strip() : doc);
  }

  private TypeDef type(
      String kind,
      Schema schema,
      Shape shape,
      String name,
      List<TypeDef.Field> fields,
      Optional<TypeUse> rest,
      List<TypeDef.Constant> values,
      Optional<TypeUse> valueType,
      List<TypeDef.Variant> variants,
      Optional<Text> discriminator,
      Set<String> imports) {
    String doc = schema.text("description").or(() -> schema.text("title")).orElse("");
    return new TypeDef(
        kind,
        name,
        schema.place().toString(),
        documented(doc, schema.flag("deprecated")),
        fields,
        rest,
        values,
        valueType,
        variants,
        discriminator,
        List.of(),
        false,
        false,
        imports);
  }
}
